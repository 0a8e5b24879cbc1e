/* What a sentence's face tells. */
#include "test.h"

#include "story.h"
#include "story/rank_terms.h"

static double term_of(struct arena *arena, const char *sentence, enum rank_term term)
{
	struct document document = TEST_DOCUMENT(arena, "", sentence);
	struct ranked at[1] = {0};

	terms_surface(rows_collect(arena, &document, 1, 100), &document, at);
	return at[0].terms[term];
}

TEST_IN_ARENA(quotations)
{
	assert_true(term_of(arena,
			    "He called it \xe2\x80\x9c"
			    "fine\xe2\x80\x9d.",
			    RANK_QUOTES) == 1);
	assert_true(term_of(arena, "\"Fine\", he said.", RANK_OPENS_QUOTE) == 1);
	assert_true(term_of(arena, "He said \"fine\".", RANK_OPENS_QUOTE) == 0);
	assert_true(term_of(arena, "The dog's bowl.", RANK_QUOTES) == 0);
	assert_true(term_of(arena, "'Fine', he said.", RANK_OPENS_QUOTE) == 1);
	assert_true(term_of(arena, "\xc2\xab Bien \xc2\xbb, he said.", RANK_QUOTES) == 1);
}

TEST_IN_ARENA(questions_numbers_capitals_and_flagged_words)
{
	assert_true(term_of(arena, "Who pays?", RANK_QUESTION) == 1);
	assert_true(term_of(arena, "The 3 of 40 left in 1999 with 7.", RANK_NUMBERS) == 1);
	assert_true(term_of(arena, "The 3 left.", RANK_NUMBERS) > .3 &&
		    term_of(arena, "The 3 left.", RANK_NUMBERS) < .4);
	assert_true(term_of(arena, "Mayor Anna Berg left.", RANK_CAPITALS) == .5);
	assert_true(term_of(arena, "The mayor and we left.", RANK_FIRST_PERSON) == 1);
}

TEST_IN_ARENA(an_empty_sentence_has_no_face)
{
	for (size_t t = 0; t < RANK_TERMS; t++)
		assert_true(term_of(arena, "", t) == 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(quotations),
	    cmocka_unit_test(questions_numbers_capitals_and_flagged_words),
	    cmocka_unit_test(an_empty_sentence_has_no_face),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
