/* Pairs that are alike: against comparing all with all, across days, with equals and with features all share. */
#include "test.h"

#include <math.h>

#include "items.h"
#include "story/candidates.h"
#include "story/candidates_posted.h"

/* An item of chosen stems, each once. */
static struct item item_of(struct arena *arena, int32_t day, const uint32_t *stems, uint32_t n)
{
	struct item item = {.day = day, .n_words = n, .n_features = n};

	item.features = arena_array(arena, n, uint32_t);
	item.counts = arena_array(arena, n, uint16_t);
	for (uint32_t i = 0; i < n; i++) {
		item.features[i] = feature_of_stem(hash_mix(5, stems[i]));
		item.counts[i] = 8 << FEATURE_COUNT_BITS | 1;
	}
	return item;
}

static const struct vectors *vectors_of(struct arena *arena, struct item *items, size_t n)
{
	struct membership *members = arena_array(arena, n, struct membership);
	const struct cluster_options options = {
	    .tightness = 1, .today = NG_NO_DAY, .jobs = 1, .memory_cap = (size_t)1 << 28};

	for (size_t i = 0; i < n; i++)
		members[i].original = (uint32_t)i;
	return vectors_make(arena, idf_tables_load(arena, &test_no_data), items, n, members, &options);
}

static double cosine(struct arena *arena, const struct vectors *vectors, size_t a, size_t b)
{
	struct arena_mark mark = arena_mark(arena);
	double *row = arena_array(arena, vectors->n_features, double), sum = 0;

	for (uint32_t i = 0; i < vectors->at[a].n; i++)
		row[vectors->at[a].features[i]] = vectors->at[a].weights[i] / (double)WEIGHT_ONE;
	for (uint32_t i = 0; i < vectors->at[b].n; i++)
		sum += row[vectors->at[b].features[i]] * vectors->at[b].weights[i] / (double)WEIGHT_ONE;
	arena_reset(arena, mark);
	return sum;
}

/* Twenty stories with words of their own among common ones. */
static struct item *stories(struct arena *arena, size_t n, int32_t days)
{
	struct item *items = arena_array(arena, n, struct item);
	uint64_t state = 11;

	for (size_t i = 0; i < n; i++) {
		uint32_t stems[30];
		for (uint32_t w = 0; w < 30; w++) {
			state = hash_mix(state, w);
			stems[w] = w < 12 ? 5000 + (uint32_t)(i % 20) * 40 + w * 3 + (uint32_t)(state % 3)
					  : w * 50 + (uint32_t)(state >> 40) % 50;
		}
		items[i] = item_of(arena, days ? (int32_t)(state >> 33) % days : NG_NO_DAY, stems, 30);
	}
	return items;
}

static void agrees(struct arena *arena, int32_t days)
{
	enum { N = 300 };
	const struct vectors *vectors = vectors_of(arena, stories(arena, N, days), N);
	struct likeness likeness = likeness_for(vectors, 1);
	const struct neighbours *neighbours = candidates_find(arena, vectors, &likeness, 1, (size_t)1 << 28);
	size_t expected = 0, found = 0;

	for (uint32_t v = 0; v < vectors->n; v++) {
		for (uint32_t i = 0; i < neighbours[v].n; i++) {
			uint32_t other = neighbours[v].to[i];
			double value = likeness_of(&likeness, &vectors->at[v], &vectors->at[other],
						   cosine(arena, vectors, v, other));
			assert_true(other < v);
			assert_true(fabs(value - neighbours[v].likeness[i] / (double)LIKENESS_ONE) < 1e-4);
			assert_true(value >= likeness.floor - 1e-4);
			found++;
		}
		for (uint32_t other = 0; other < v; other++)
			expected += likeness_of(&likeness, &vectors->at[v], &vectors->at[other],
						cosine(arena, vectors, v, other)) >= likeness.floor;
	}
	assert_true(expected > 200);
	assert_true((double)found >= .98 * (double)expected && found <= expected);
}

TEST_IN_ARENA(finds_what_comparing_all_finds)
{
	agrees(arena, 0);
	agrees(arena, 10);
}

TEST_IN_ARENA(orders_vectors_by_day_undated_last_and_puts_equals_together)
{
	static const uint32_t a[] = {1, 2, 3}, b[] = {1, 4};
	struct item items[] = {item_of(arena, NG_NO_DAY, a, 3), item_of(arena, 9, a, 3), item_of(arena, 7, b, 2),
			       item_of(arena, 9, a, 3)};
	const struct vectors *vectors = vectors_of(arena, items, 4);

	assert_int_equal(vectors->n, 3);
	assert_int_equal(vectors->at[0].day, 7);
	assert_int_equal(vectors->at[1].day, 9);
	assert_int_equal(vectors->at[1].size, 2);
	assert_int_equal(vectors->at[2].day, NG_NO_DAY);
	assert_int_equal(vectors->of[1], vectors->of[3]);
	/* Stem 1 stands in all three, 4 in one alone: no feature; the most frequent has the lowest number. */
	assert_int_equal(vectors->n_features, 3);
	assert_int_equal(vectors->frequencies[0], 3);
	assert_int_equal(vectors->at[0].n, 1);
	assert_int_equal(vectors->at[0].features[0], 0);
}

TEST_IN_ARENA(a_vector_has_the_length_one)
{
	enum { WORDS = 400 };
	uint32_t stems[WORDS];
	for (uint32_t i = 0; i < WORDS; i++)
		stems[i] = i;
	struct item items[] = {item_of(arena, 1, stems, WORDS), item_of(arena, 2, stems, WORDS)};
	const struct vectors *vectors = vectors_of(arena, items, 2);

	assert_true(fabs(cosine(arena, vectors, 0, 1) - 1) < 1e-3);
}

/* Also where weights and numbers are the same, which no article makes. */
TEST_IN_ARENA(the_heaviest_features_come_first)
{
	enum { N = 200, HEAVY = 24 };
	uint32_t frequencies[N];
	uint64_t state = 1;

	for (size_t i = 0; i < N; i++)
		frequencies[i] = 1;
	for (unsigned kinds = 1; kinds <= 1000; kinds *= 10) {
		uint32_t features[N];
		uint16_t weights[N], lightest = UINT16_MAX;
		for (uint32_t i = 0; i < N; i++) {
			state = hash_mix(state, i);
			features[i] = kinds < 1000 ? 0 : i;
			weights[i] = (uint16_t)(state % kinds);
		}
		struct vector vector = {.features = features, .weights = weights, .n = N, .size = 1};
		struct vectors vectors = {.at = &vector, .n = 1, .frequencies = frequencies, .n_features = N};
		assert_int_equal(posted_make(arena, &vectors, 1)->n_heavy[0], HEAVY);
		for (size_t i = 0; i < HEAVY; i++)
			lightest = weights[i] < lightest ? weights[i] : lightest;
		for (size_t i = HEAVY; i < N; i++)
			assert_true(weights[i] <= lightest);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(finds_what_comparing_all_finds),
	    cmocka_unit_test(orders_vectors_by_day_undated_last_and_puts_equals_together),
	    cmocka_unit_test(a_vector_has_the_length_one),
	    cmocka_unit_test(the_heaviest_features_come_first),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
