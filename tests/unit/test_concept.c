/* Concepts: which there are, who holds them, their terms and value. */
#include "test.h"

#include <math.h>

#include "story.h"
#include "story/concept.h"
#include "story/ids.h"
#include "story/rank_terms.h"

struct made {
	const struct rows *rows;
	struct concepts *concepts;
	struct ranked *at;
};

static struct made make(struct arena *arena, const struct document *documents, size_t n)
{
	struct made made = {.rows = rows_collect(arena, documents, n, 100)};

	made.at = arena_array(arena, made.rows->n, struct ranked);
	terms_place(made.rows, made.at);
	terms_likeness(arena, made.rows, graph_make(arena, made.rows), made.at);
	made.concepts = concepts_make(arena, made.rows, made.at);
	return made;
}

TEST_IN_ARENA(content_stems_and_pairs_with_one)
{
	struct document document = TEST_DOCUMENT(arena, "", "Mayor of the town.", "Of the mayor of the town.");
	struct made made = make(arena, &document, 1);
	size_t pairs = 0;

	/* mayor, town; mayor+of, the+town; the+mayor; never of+the */
	assert_int_equal(made.concepts->n, 5);
	for (size_t i = 0; i < made.concepts->n; i++)
		pairs += made.concepts->at[i].stems[1] != IDS_NONE;
	assert_int_equal(pairs, 3);
}

TEST_IN_ARENA(holders_are_the_rows_that_have_it)
{
	struct document document = TEST_DOCUMENT(arena, "", "Flood.", "Market.", "Flood, flood.");
	struct made made = make(arena, &document, 1);
	const struct concepts *concepts = made.concepts;

	assert_int_equal(concepts->held[0].end - concepts->held[0].start, 2);
	assert_int_equal(concepts->holders[concepts->held[0].start], 0);
	assert_int_equal(concepts->holders[concepts->held[0].start + 1], 2);
	assert_int_equal(concepts->rows[2].end - concepts->rows[2].start, 2); /* flood, flood+flood */
}

TEST_IN_ARENA(terms_of_titles_documents_and_places)
{
	struct document documents[] = {
	    TEST_DOCUMENT(arena, "Harmouth flood", "Quiet evening.", "Harmouth flood."),
	    TEST_DOCUMENT(arena, "Flood", "Flood in Harmouth."),
	};
	struct made made = make(arena, documents, 2);
	const struct concept *pair = NULL, *flood = NULL;

	for (size_t i = 0; i < made.concepts->n; i++) {
		const struct concept *concept = &made.concepts->at[i];
		if (concept->stems[0] == made.rows->at[1].stems[1] && concept->stems[1] == IDS_NONE)
		flood = concept;
		if (concept->stems[0] == made.rows->at[1].stems[0] && concept->stems[1] == made.rows->at[1].stems[1])
		pair = concept;
	}
	assert_true(flood && pair);
	assert_true(flood->terms[CONCEPT_TITLES] == 1 && pair->terms[CONCEPT_TITLES] == .5);
	assert_true(pair->terms[CONCEPT_TITLE] == 1);
	assert_true(flood->terms[CONCEPT_DOCUMENTS] == 1 && pair->terms[CONCEPT_DOCUMENTS] == .5);
	assert_true(flood->terms[CONCEPT_PLACE_3] == 1 && fabs(pair->terms[CONCEPT_PLACE_1] - exp(-1)) < 1e-12);
	assert_true(flood->terms[CONCEPT_OPENS] == .5 && pair->terms[CONCEPT_OPENS] == 0);
	assert_true(flood->terms[CONCEPT_PAIR] == 0 && pair->terms[CONCEPT_PAIR] == 1);
}

TEST_IN_ARENA(value_is_a_probability)
{
	struct document document = TEST_DOCUMENT(arena, "", "Flood in Harmouth.", "Harmouth.");
	struct made made = make(arena, &document, 1);
	double weights[CONCEPT_TERMS] = {0};

	concepts_value(made.concepts, weights, made.rows->n, made.at);
	assert_true(made.concepts->at[0].value == .5);
	assert_true(made.at[0].terms[RANK_CONCEPT_STEMS] == 1 && made.at[1].terms[RANK_CONCEPT_STEMS] == .5);
	assert_true(made.at[0].terms[RANK_CONCEPT_PAIRS] == 1 && made.at[1].terms[RANK_CONCEPT_PAIRS] == 0);
	weights[CONCEPT_ONE] = -1e9;
	concepts_value(made.concepts, weights, made.rows->n, made.at);
	assert_true(made.concepts->at[0].value == 0);
	assert_true(made.at[0].terms[RANK_CONCEPT_STEMS] == 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(content_stems_and_pairs_with_one),
	    cmocka_unit_test(holders_are_the_rows_that_have_it),
	    cmocka_unit_test(terms_of_titles_documents_and_places),
	    cmocka_unit_test(value_is_a_probability),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
