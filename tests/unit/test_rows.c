/* Rows: which sentences compete under a limit, what is counted, and the vectors. */
#include "test.h"

#include <math.h>

#include "story.h"
#include "story/rows.h"

TEST_IN_ARENA(counts_stems_over_rows_documents_and_titles)
{
	struct document documents[] = {
	    TEST_DOCUMENT(arena, "Flood flood in Harmouth", "The flood hit Harmouth.", "A flood, a flood!"),
	    TEST_DOCUMENT(arena, "Sandbags", "Harmouth counts sandbags."),
	};
	const struct rows *rows = rows_collect(arena, documents, 2, 100);
	const struct row *second = &rows->at[1];
	const struct stem *flood = &rows->stems[second->cells[0].stem];

	assert_int_equal(rows->n, 3);
	assert_int_equal(second->n_cells, 1);
	assert_int_equal(second->cells[0].count, 2);
	assert_int_equal(second->n_content, 2);
	assert_int_equal(second->n_words, 4);
	assert_int_equal(flood->n_rows, 2);
	assert_int_equal(flood->count, 3);
	assert_int_equal(flood->n_documents, 1);
	assert_int_equal(flood->n_titles, 1);
	assert_false(flood->capital);
	assert_int_equal(rows->titles[0].n_stems, 2);
	assert_true(fabs(flood->idf - log(4 / 2.5)) < 1e-12);
	assert_true(fabs(second->cells[0].weight - 1) < 1e-12);
}

TEST_IN_ARENA(a_capital_counts_inside_a_sentence_only)
{
	struct document document = TEST_DOCUMENT(arena, "", "Rivers rose at Harmouth.", "He left.");
	const struct rows *rows = rows_collect(arena, &document, 1, 100);

	assert_false(rows->stems[rows->at[0].stems[0]].capital);
	assert_true(rows->stems[rows->at[0].stems[3]].capital);
}

TEST_IN_ARENA(words_are_what_stands_between_blanks)
{
	struct document document = TEST_DOCUMENT(arena, "", "  Well-known   e.g.\tone\xc2\xa0two -- ", " ");
	const struct rows *rows = rows_collect(arena, &document, 1, 100);

	assert_int_equal(rows->at[0].n_words, 5);
	assert_int_equal(rows->at[1].n_words, 0);
}

static const char *const lines[] = {"One.", "Two.", "Three.", "Four.", "Five.", "Six."};

TEST_IN_ARENA(a_limit_takes_from_all_documents_alike)
{
	struct document documents[] = {test_document(arena, "", lines, 6), test_document(arena, "", lines, 1),
				       test_document(arena, "", lines, 6)};
	const struct rows *rows = rows_collect(arena, documents, 3, 8);

	assert_int_equal(rows->n, 7);
	assert_int_equal(rows->at[2].place, 2);
	assert_int_equal(rows->at[2].places, 6);
	assert_int_equal(rows->at[3].document, 1);
	assert_int_equal(rows->at[6].document, 2);
	assert_int_equal(rows->at[6].place, 2);
}

TEST_IN_ARENA(more_documents_than_the_limit_keep_one_sentence_each)
{
	struct document documents[5];

	for (size_t i = 0; i < 5; i++)
		documents[i] = test_document(arena, "", lines, 6);
	const struct rows *rows = rows_collect(arena, documents, 5, 3);
	assert_int_equal(rows->n, 3);
	assert_int_equal(rows->at[2].document, 2);
}

TEST_IN_ARENA(takes_nothing_from_nothing)
{
	struct document empty = {.language = &test_language};

	assert_int_equal(rows_collect(arena, NULL, 0, 10)->n, 0);
	assert_int_equal(rows_collect(arena, &empty, 1, 10)->n, 0);
	assert_int_equal(rows_collect(arena, &empty, 1, 0)->n, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(counts_stems_over_rows_documents_and_titles),
	    cmocka_unit_test(a_capital_counts_inside_a_sentence_only),
	    cmocka_unit_test(words_are_what_stands_between_blanks),
	    cmocka_unit_test(a_limit_takes_from_all_documents_alike),
	    cmocka_unit_test(more_documents_than_the_limit_keep_one_sentence_each),
	    cmocka_unit_test(takes_nothing_from_nothing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
