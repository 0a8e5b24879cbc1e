/* Doubtful names: words that only open sentences, and May and Will. */
#include "test.h"

#include "quote.h"
#include "story/name.h"
#include "story/name_settle.h"

static bool is_name(struct arena *arena, const char *code, const char *words, const char *word)
{
	struct quote_text text = test_quote_text(arena, code, words);

	names_settle(&text);
	return name_word(&text.tokens.at[test_token(&text, word)]);
}

TEST_IN_ARENA(openers_are_no_names)
{
	assert_false(is_name(arena, "en", "Rain fell. Outside it was dark.", "Outside"));
	assert_false(is_name(arena, "en", "Rain fell. “Nobody came,” she said.", "Nobody"));
	assert_true(is_name(arena, "en", "Dorin left. Later they saw Dorin again.", "Dorin"));
	assert_true(is_name(arena, "en", "Dorin said no.", "Dorin"));
	assert_true(is_name(arena, "en", "Harbour Authority staff left.", "Harbour"));
	assert_true(is_name(arena, "en", "Ann left.", "Ann"));
}

TEST_IN_ARENA(may_is_a_month_or_a_minister)
{
	assert_false(is_name(arena, "en", "It opens in May for good.", "May"));
	assert_false(is_name(arena, "en", "May was cold.", "May"));
	assert_true(is_name(arena, "en", "Then Theresa May left.", "May"));
	assert_true(is_name(arena, "en", "On Monday Mrs May left.", "May"));
	assert_true(is_name(arena, "en", "In the House May said no.", "May"));
	assert_true(is_name(arena, "en", "“It is over,” Will wrote.", "Will"));
	assert_false(is_name(arena, "en", "Will it open?", "Will"));
}

TEST_IN_ARENA(articles_may_be_part_of_a_name)
{
	assert_true(is_name(arena, "fr", "Hier, selon Le Pen, rien.", "Le"));
	assert_false(is_name(arena, "fr", "Le maire est venu.", "Le"));
}

TEST_IN_ARENA(german_openers_stay)
{
	assert_true(is_name(arena, "de", "Experten sagten nein.", "Experten"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(openers_are_no_names),
	    cmocka_unit_test(may_is_a_month_or_a_minister),
	    cmocka_unit_test(articles_may_be_part_of_a_name),
	    cmocka_unit_test(german_openers_stay),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
