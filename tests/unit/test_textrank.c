/* The graph and its ranks: symmetry, known values, and inputs without any edge. */
#include "test.h"

#include <math.h>

#include "story.h"
#include "story/textrank.h"

static double cosine_of(const struct graph *graph, size_t i, size_t j)
{
	for (size_t e = graph->first[i]; e < graph->first[i + 1]; e++)
		if (graph->edges[e].to == j)
			return graph->edges[e].cosine;
	return 0;
}

TEST_IN_ARENA(cosines_are_symmetric_and_by_hand)
{
	struct document document =
	    TEST_DOCUMENT(arena, "", "Harmouth flood.", "Harmouth market.", "Quiet evening.", "Flood harmouth.");
	const struct rows *rows = rows_collect(arena, &document, 1, 100);
	const struct graph *graph = graph_make(arena, rows);
	double harmouth = log(5 / 3.5), flood = log(5 / 2.5), market = log(5 / 1.5);
	double expected = harmouth * harmouth / sqrt(harmouth * harmouth + flood * flood) /
			  sqrt(harmouth * harmouth + market * market);

	assert_true(fabs(cosine_of(graph, 0, 1) - expected) < 1e-6);
	assert_true(fabs(cosine_of(graph, 0, 3) - 1) < 1e-6);
	assert_true(cosine_of(graph, 1, 0) == cosine_of(graph, 0, 1));
	assert_true(cosine_of(graph, 0, 2) == 0);
	assert_int_equal(graph->first[3] - graph->first[2], 0);
	assert_int_equal(graph->first[4], 6);
}

TEST_IN_ARENA(what_many_say_ranks_above_what_one_says)
{
	struct document document = TEST_DOCUMENT(arena, "", "Quiet evening elsewhere.", "Harmouth flood.",
						 "Harmouth market.", "Flood market.", "Harmouth flood market.");
	const struct rows *rows = rows_collect(arena, &document, 1, 100);
	const double *rank = textrank(arena, graph_make(arena, rows), rows);

	assert_true(rank[1] > rank[0]);
	assert_true(rank[4] > rank[0]);
}

TEST_IN_ARENA(another_document_counts_four_times)
{
	struct document documents[] = {
	    TEST_DOCUMENT(arena, "", "Harmouth flood rises.", "Flood warning late.", "Harmouth closed today."),
	    TEST_DOCUMENT(arena, "", "Warning late sent."),
	};
	const struct rows *rows = rows_collect(arena, documents, 2, 100);
	const double *rank = textrank(arena, graph_make(arena, rows), rows);
	/* Of the two that echo the first sentence, the one echoed elsewhere wins although its place is the same or
	 * worse. */
	assert_true(rank[1] > rank[2]);
}

TEST_IN_ARENA(without_edges_the_place_decides)
{
	struct document document = TEST_DOCUMENT(arena, "", "Alpha beta.", "Gamma delta.", "Epsilon zeta.");
	const struct rows *rows = rows_collect(arena, &document, 1, 100);
	const double *rank = textrank(arena, graph_make(arena, rows), rows);

	assert_true(fabs(rank[0] - 1) < 1e-6);
	assert_true(fabs(rank[1] - exp(-1 / 8.)) < 1e-6);
	assert_true(fabs(rank[2] - exp(-2 / 8.)) < 1e-6);
}

TEST_IN_ARENA(rows_without_words_and_no_rows_give_numbers)
{
	struct document document = TEST_DOCUMENT(arena, "", "...", "the", "");
	const struct rows *rows = rows_collect(arena, &document, 1, 100);
	const double *rank = textrank(arena, graph_make(arena, rows), rows);
	const struct rows *none = rows_collect(arena, NULL, 0, 100);

	for (size_t i = 0; i < 3; i++)
		assert_true(rank[i] > 0 && rank[i] <= 1);
	textrank(arena, graph_make(arena, none), none);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(cosines_are_symmetric_and_by_hand),
	    cmocka_unit_test(what_many_say_ranks_above_what_one_says),
	    cmocka_unit_test(another_document_counts_four_times),
	    cmocka_unit_test(without_edges_the_place_decides),
	    cmocka_unit_test(rows_without_words_and_no_rows_give_numbers),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
