/* Terms by family: place, length, likeness, words; and that degenerate rows give numbers. */
#include "test.h"

#include <math.h>

#include "story.h"
#include "story/rank_terms.h"

static bool near(double a, double b)
{
	return fabs(a - b) < 1e-6;
}

TEST_IN_ARENA(place_is_counted_in_the_own_document)
{
	struct document documents[] = {
	    TEST_DOCUMENT(arena, "", "One.", "Two.", "Three.", "Four.", "Five."),
	    TEST_DOCUMENT(arena, "", "Six.", "Seven.", "Eight."),
	};
	const struct rows *rows = rows_collect(arena, documents, 2, 100);
	struct ranked at[8] = {0};

	terms_place(rows, at);
	assert_true(at[0].terms[RANK_OPENS] == 1 && at[1].terms[RANK_OPENS] == 0 && at[5].terms[RANK_OPENS] == 1);
	assert_true(near(at[6].terms[RANK_PLACE_3], exp(-1 / 3.)));
	assert_true(at[4].terms[RANK_DEPTH] == 1 && near(at[6].terms[RANK_DEPTH], .5));
	assert_true(at[4].terms[RANK_LAST] == 1);
	assert_true(at[7].terms[RANK_LAST] == 0); /* too short an article to have an ending */
}

TEST_IN_ARENA(a_lone_sentence_has_no_depth)
{
	struct document document = TEST_DOCUMENT(arena, "", "One.");
	struct ranked at[1] = {0};

	terms_place(rows_collect(arena, &document, 1, 100), at);
	assert_true(at[0].terms[RANK_DEPTH] == 0);
}

TEST_IN_ARENA(length_counts_words_and_is_bounded)
{
	struct buf text = buf_new(arena, 1 << 20);
	for (int i = 0; i < 1000; i++)
		buf_puts(&text, "a ");
	const char *const sentences[] = {"One two three four.", arena_string(arena, buf_text(&text)), ""};
	struct document document = test_document(arena, "", sentences, 3);
	struct ranked at[3] = {0};

	terms_length(rows_collect(arena, &document, 1, 100), at);
	assert_true(near(at[0].terms[RANK_SHORT], .5) && near(at[0].terms[RANK_LENGTH], log(4) / 4));
	assert_true(near(at[1].terms[RANK_LONG], 45 / 35.) && at[1].terms[RANK_SHORT] == 0);
	assert_true(at[2].terms[RANK_LENGTH] == 0 && at[2].terms[RANK_SHORT] == 1);
}

TEST_IN_ARENA(likeness_to_titles_openings_and_other_documents)
{
	struct document documents[] = {
	    TEST_DOCUMENT(arena, "Bridge closed", "Harmouth council closed its bridge.", "Cats sleep.", "Dogs bark.",
			  "Ships sail."),
	    TEST_DOCUMENT(arena, "", "Ships sail."),
	};
	const struct rows *rows = rows_collect(arena, documents, 2, 100);
	struct ranked at[5] = {0};

	terms_likeness(arena, rows, graph_make(arena, rows), at);
	assert_true(near(at[0].terms[RANK_TITLE], 2 / sqrt(5 * 2)));
	assert_true(at[1].terms[RANK_TITLE] == 0);
	assert_true(near(at[3].terms[RANK_SUPPORT], 1) && at[0].terms[RANK_SUPPORT] == 0);
	assert_true(near(at[4].terms[RANK_LEAD], 1));
	assert_true(at[1].terms[RANK_LEAD] > 0 && at[1].terms[RANK_LEAD] < at[4].terms[RANK_LEAD]);
	for (size_t i = 0; i < 5; i++)
		assert_true(at[i].terms[RANK_SALIENCE] > 0 && at[i].terms[RANK_SALIENCE] <= 1);
}

TEST_IN_ARENA(novelty_is_of_the_own_document)
{
	struct document documents[] = {
	    TEST_DOCUMENT(arena, "", "Harmouth flood.", "Harmouth market."),
	    TEST_DOCUMENT(arena, "", "Harmouth parade."),
	};
	const struct rows *rows = rows_collect(arena, documents, 2, 100);
	struct ranked at[3] = {0};

	terms_words(arena, rows, graph_make(arena, rows), at);
	assert_true(at[0].terms[RANK_NOVEL] == 1 && near(at[1].terms[RANK_NOVEL], .5) && at[2].terms[RANK_NOVEL] == 1);
	assert_true(near(at[1].terms[RANK_SEEN], .5));
	assert_true(at[0].terms[RANK_LIKE_NEXT] > 0 && at[0].terms[RANK_LIKE_NEXT] == at[1].terms[RANK_LIKE_PREVIOUS]);
	assert_true(at[1].terms[RANK_LIKE_NEXT] == 0 && at[2].terms[RANK_LIKE_PREVIOUS] == 0);
	assert_true(at[0].terms[RANK_FREQUENCY] == 1);
}

static void scaling_leaves_zeros_alone(void **state)
{
	struct ranked at[2] = {0};

	(void)state;
	terms_scale(at, 2, RANK_LEAD);
	assert_true(at[0].terms[RANK_LEAD] == 0);
	at[1].terms[RANK_LEAD] = 4;
	at[0].terms[RANK_LEAD] = 1;
	terms_scale(at, 2, RANK_LEAD);
	assert_true(at[0].terms[RANK_LEAD] == .25 && at[1].terms[RANK_LEAD] == 1);
	terms_scale(at, 0, RANK_LEAD);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(place_is_counted_in_the_own_document),
	    cmocka_unit_test(a_lone_sentence_has_no_depth),
	    cmocka_unit_test(length_counts_words_and_is_bounded),
	    cmocka_unit_test(likeness_to_titles_openings_and_other_documents),
	    cmocka_unit_test(novelty_is_of_the_own_document),
	    cmocka_unit_test(scaling_leaves_zeros_alone),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
