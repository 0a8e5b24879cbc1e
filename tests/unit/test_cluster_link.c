/* Average-link: joins, ties and limits, checked against the plain method that looks at all pairs. */
#include "test.h"

#include "story/cluster_link.h"

/* Likenesses between n vectors of one article each, as rows below the diagonal, in parts of LIKENESS_ONE. */
struct graph {
	size_t n;
	unsigned at[16][16];
};

static const uint32_t *link_graph(struct arena *arena, const struct graph *graph, double least)
{
	struct vectors vectors = {.at = arena_array(arena, graph->n, struct vector), .n = graph->n};
	struct neighbours *neighbours = arena_array(arena, graph->n, struct neighbours);

	for (size_t v = 0; v < graph->n; v++) {
		uint32_t *to = arena_array(arena, graph->n, uint32_t);
		uint16_t *likeness = arena_array(arena, graph->n, uint16_t);
		vectors.at[v].size = 1;
		for (uint32_t other = 0; other < v; other++) {
			if (!graph->at[v][other])
				continue;
			to[neighbours[v].n] = other;
			likeness[neighbours[v].n++] = (uint16_t)graph->at[v][other];
		}
		neighbours[v].to = to;
		neighbours[v].likeness = likeness;
	}
	return link_average(arena, &vectors, neighbours, least, 1, (size_t)1 << 28);
}

TEST_IN_ARENA(joins_while_the_mean_is_enough)
{
	/* 0 and 1 are much alike; 2 is half like 0 and unlike 1: a quarter in the mean. */
	struct graph graph = {3, {{0}, {60000}, {LIKENESS_ONE / 2 + 1, 0}}};
	const uint32_t *clusters = link_graph(arena, &graph, .25);

	assert_int_equal(clusters[1], 0);
	assert_int_equal(clusters[2], 0);
	assert_int_equal(link_graph(arena, &graph, .26)[2], 2);
}

TEST_IN_ARENA(does_not_chain)
{
	struct graph graph = {4, {{0}, {26000}, {0, 26000}, {0, 0, 26000}}};
	const uint32_t *clusters = link_graph(arena, &graph, .3);

	assert_int_equal(clusters[0], 0);
	assert_int_equal(clusters[1], 0);
	assert_int_equal(clusters[2], 2);
	assert_int_equal(clusters[3], 2);
}

static double mean_between(const struct graph *graph, const uint32_t *cluster, uint32_t x, uint32_t y)
{
	double sum = 0, pairs = 0;

	for (uint32_t v = 0; v < graph->n; v++)
		for (uint32_t w = 0; w < graph->n; w++)
			if (cluster[v] == x && cluster[w] == y) {
				sum += graph->at[v > w ? v : w][v > w ? w : v] / (double)LIKENESS_ONE;
				pairs++;
			}
	return pairs > 0 ? sum / pairs : 0;
}

/* All pairs looked at before each joining: clumsy and plain. */
static void link_plainly(const struct graph *graph, double least, uint32_t *cluster)
{
	for (uint32_t v = 0; v < graph->n; v++)
		cluster[v] = v;
	for (;;) {
		double best = least;
		uint32_t a = UINT32_MAX, b = 0;
		for (uint32_t x = 0; x < graph->n; x++)
			for (uint32_t y = x + 1; y < graph->n; y++)
				if (mean_between(graph, cluster, x, y) >= best) {
					best = mean_between(graph, cluster, x, y);
					a = x;
					b = y;
				}
		if (a == UINT32_MAX)
			return;
		for (uint32_t v = 0; v < graph->n; v++)
			cluster[v] = cluster[v] == b ? a : cluster[v];
	}
}

TEST_IN_ARENA(agrees_with_the_plain_method)
{
	uint64_t state = 7;

	for (int round = 0; round < 300; round++) {
		struct graph graph = {.n = 2 + (size_t)round % 15};
		uint32_t plain[16];
		for (size_t v = 0; v < graph.n; v++)
			for (size_t w = 0; w < v; w++) {
				state = hash_mix(state, v + w);
				graph.at[v][w] = state % 3 ? (unsigned)(state >> 48) : 0;
			}
		const uint32_t *clusters = link_graph(arena, &graph, .4);
		link_plainly(&graph, .4, plain);
		for (size_t v = 0; v < graph.n; v++)
			assert_int_equal(clusters[v], plain[v]);
	}
}

TEST_IN_ARENA(equals_weigh_by_their_number)
{
	struct vector at[] = {{.size = 3}, {.size = 1}, {.size = 1}};
	struct vectors vectors = {.at = at, .n = 3};
	static const uint32_t first[] = {0}, second[] = {1};
	static const uint16_t half[] = {LIKENESS_ONE / 2};
	const struct neighbours neighbours[] = {{0}, {first, half, 1}, {second, half, 1}};
	const uint32_t *clusters = link_average(arena, &vectors, neighbours, .3, 1, (size_t)1 << 28);

	/* 1 joins the three, or 2 does with 1; which is a tie. What cannot be is all five: 2 is like one of four. */
	assert_false(clusters[1] == 0 && clusters[2] == 0);
	assert_true(clusters[1] == 0 || clusters[2] == 1);
}

/* Many components over several tasks and threads. */
TEST_IN_ARENA(threads_change_nothing)
{
	enum { N = 9000 };
	struct vectors vectors = {.at = arena_array(arena, N, struct vector), .n = N};
	struct neighbours *neighbours = arena_array(arena, N, struct neighbours);
	uint64_t state = 3;

	for (uint32_t v = 0; v < N; v++) {
		vectors.at[v].size = 1;
		uint32_t *to = arena_array(arena, 8, uint32_t);
		uint16_t *likeness = arena_array(arena, 8, uint16_t);
		for (uint32_t i = 1; i <= 8 && i <= v; i++) {
			state = hash_mix(state, i);
			if (state % 3 || v / 1000 != (v - i) / 1000)
				continue;
			to[neighbours[v].n] = v - i;
			likeness[neighbours[v].n++] = (uint16_t)(state >> 32);
		}
		neighbours[v].to = to;
		neighbours[v].likeness = likeness;
	}
	const uint32_t *one = link_average(arena, &vectors, neighbours, .2, 1, (size_t)1 << 28);
	const uint32_t *four = link_average(arena, &vectors, neighbours, .2, 4, (size_t)1 << 28);
	size_t joined = 0;
	for (uint32_t v = 0; v < N; v++) {
		assert_int_equal(one[v], four[v]);
		assert_true(one[v] <= v && one[one[v]] == one[v]);
		joined += one[v] != v;
	}
	assert_true(joined > N / 4 && joined < N);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(joins_while_the_mean_is_enough), cmocka_unit_test(does_not_chain),
	    cmocka_unit_test(agrees_with_the_plain_method),   cmocka_unit_test(equals_weigh_by_their_number),
	    cmocka_unit_test(threads_change_nothing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
