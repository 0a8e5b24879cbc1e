/* The best sentence of a day: what both kinds of candidates have in common, no repeats, none that does not fit. */
#include "test.h"

#include "story.h"
#include "story/timeline_pick.h"

static const char *const storm[] = {
    "A storm tore the roof off the school in Alder on Monday.",
    "The storm took the roof of the Alder school and broke trees on Monday.",
    "A lottery winner from the coast bought a blue boat on Monday.",
    "Alder counts the damage after the storm took the roof of its school.",
    "Short one on Monday.",
};

static size_t pick(struct arena *arena, struct document *document, bool digest, struct pick_list naming,
		   struct pick_list published, struct pick *picks, size_t most)
{
	struct timeline_options options = {.from = NG_NO_DAY, .to = NG_NO_DAY, .today = NG_NO_DAY, .digest = digest};
	struct language *language = arena_new_of(arena, struct language);
	*language = test_language;
	language->discourse = table_new(arena);
	document->language = language;
	const struct rows *rows = rows_collect(arena, document, 1, 100);
	return picker_day(picker_new(arena, document, rows, &options), naming, published, picks, most);
}

TEST_IN_ARENA(takes_what_most_tell)
{
	struct document document = test_document(arena, "", storm, 5);
	static const uint32_t naming[] = {0, 1, 2, 4}, leads[] = {3};
	struct pick picks[4];
	size_t n = pick(arena, &document, false, (struct pick_list){naming, 4}, (struct pick_list){leads, 1}, picks, 1);
	assert_int_equal(n, 1);
	assert_int_not_equal(picks[0].row, 2);
	assert_true(picks[0].score > 0 && picks[0].score <= 1.000001);
}

TEST_IN_ARENA(short_sentences_never_fit)
{
	struct document document = test_document(arena, "", storm, 5);
	static const uint32_t naming[] = {4};
	struct pick picks[1];
	assert_int_equal(pick(arena, &document, false, (struct pick_list){naming, 1}, (struct pick_list){0}, picks, 1),
			 0);
}

TEST_IN_ARENA(a_second_sentence_tells_something_else)
{
	struct document document = TEST_DOCUMENT(arena, "", "A storm tore the roof off the school in Alder on Monday.",
						 "A storm tore the roof off the Alder school on Monday.",
						 "Pupils had left the building an hour before the wind came.");
	static const uint32_t naming[] = {0, 1, 2};
	struct pick picks[3];
	size_t n = pick(arena, &document, false, (struct pick_list){naming, 3}, (struct pick_list){0}, picks, 3);
	assert_int_equal(n, 2);
	assert_true(picks[0].row < 2);
	assert_int_equal(picks[1].row, 2);
}

TEST_IN_ARENA(an_unlike_lead_is_no_candidate_in_a_digest)
{
	struct document document = test_document(arena, "", storm, 5);
	static const uint32_t naming[] = {0}, leads[] = {2};
	struct pick picks[2];
	struct pick_list dated = {naming, 1}, undated = {leads, 1};
	assert_int_equal(pick(arena, &document, true, dated, undated, picks, 2), 1);
	assert_int_equal(picks[0].row, 0);
	assert_int_equal(pick(arena, &document, false, dated, undated, picks, 2), 2);
}

TEST_IN_ARENA(empty_lists_give_nothing)
{
	struct document document = test_document(arena, "", storm, 5);
	struct pick picks[1];
	assert_int_equal(pick(arena, &document, false, (struct pick_list){0}, (struct pick_list){0}, picks, 1), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(takes_what_most_tell), cmocka_unit_test(short_sentences_never_fit),
	    cmocka_unit_test(a_second_sentence_tells_something_else),
	    cmocka_unit_test(an_unlike_lead_is_no_candidate_in_a_digest), cmocka_unit_test(empty_lists_give_nothing)};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
