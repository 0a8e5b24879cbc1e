/* Runs of capitals: where the title ends, roles before a name, last words. */
#include "test.h"

#include "quote.h"
#include "story/name.h"

/* The run is the whole text; what name_start() takes for the name. */
static struct ng_text name_of(struct arena *arena, const char *words)
{
	struct quote_text text = test_quote_text(arena, "en", words);
	const struct quote_token *run[16];

	assert_true(text.tokens.n <= 16);
	for (size_t i = 0; i < text.tokens.n; i++)
		run[i] = &text.tokens.at[i];
	size_t start = name_start(run, text.tokens.n);
	return text_slice(text.text, run[start]->start, run[text.tokens.n - 1]->end);
}

TEST_IN_ARENA(titles_end_where_names_begin)
{
	assert_text_equal(name_of(arena, "Mayor Jane Hollis"), "Jane Hollis");
	assert_text_equal(name_of(arena, "White House Press Secretary Tom Reed"), "Tom Reed");
	assert_text_equal(name_of(arena, "Mr. Reed"), "Reed");
	assert_text_equal(name_of(arena, "Dorin Loyalist Jane Hollis"), "Jane Hollis");
	assert_text_equal(name_of(arena, "Walton's Jane Hollis"), "Jane Hollis");
	assert_text_equal(name_of(arena, "Mary Ann Lee"), "Mary Ann Lee");
}

TEST_IN_ARENA(organisations_are_whole)
{
	assert_text_equal(name_of(arena, "White House"), "White House");
	assert_text_equal(name_of(arena, "Walton Harbour Ministry"), "Walton Harbour Ministry");
	assert_text_equal(name_of(arena, "Senate Judiciary Committee"), "Senate Judiciary Committee");
}

static struct ng_text role_of(struct arena *arena, const char *words, const char *run, const char *name)
{
	struct quote_text text = test_quote_text(arena, "en", words);
	const struct quote_token *at = text.tokens.at, *head = &at[test_token(&text, name)];
	const struct quote_token *role = name_role(at, &at[test_token(&text, run)], head);

	return role == head ? TEXT("") : text_slice(text.text, role->start, head[-1].end);
}

TEST_IN_ARENA(roles_reach_as_far_as_they_go)
{
	assert_text_equal(role_of(arena, "On Monday White House spokesman John Lane", "John", "John"),
			  "White House spokesman");
	assert_text_equal(role_of(arena, "met U.S. Secretary of State Ann Lee", "State", "Ann"),
			  "U.S. Secretary of State");
	assert_text_equal(role_of(arena, "this photo shows Russian President Ivan Dorin", "Russian", "Ivan"),
			  "Russian President");
	assert_text_equal(role_of(arena, "the longtime campaign adviser Tom Reed", "Tom", "Tom"),
			  "longtime campaign adviser");
	assert_text_equal(role_of(arena, "then Ann Lee", "Ann", "Ann"), "");
	assert_text_equal(role_of(arena, "said Mayor Ann Lee", "Mayor", "Ann"), "Mayor");
}

static void last_and_first_words(void **state)
{
	(void)state;
	assert_text_equal(name_last_word(TEXT("Tom Reed")), "Reed");
	assert_text_equal(name_last_word(TEXT("Tom Reed, Jr.")), "Reed");
	assert_text_equal(name_last_word(TEXT("Tom Reed III")), "Reed");
	assert_text_equal(name_last_word(TEXT("Reed")), "Reed");
	assert_text_equal(name_last_word(TEXT("Jr.")), "Jr.");
	assert_text_equal(name_last_word(TEXT("")), "");
	assert_text_equal(name_first_word(TEXT("Tom Reed")), "Tom");
}

TEST_IN_ARENA(weekdays_and_openers_are_no_names)
{
	struct quote_text text = test_quote_text(arena, "en", "Ann Monday The said");

	assert_true(name_word(&text.tokens.at[0]));
	assert_false(name_word(&text.tokens.at[1]));
	assert_false(name_word(&text.tokens.at[2]));
	assert_false(name_word(&text.tokens.at[3]));
	assert_int_equal(name_gender(&text.tokens.at[0]), GENDER_FEMALE);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(titles_end_where_names_begin),      cmocka_unit_test(organisations_are_whole),
	    cmocka_unit_test(roles_reach_as_far_as_they_go),     cmocka_unit_test(last_and_first_words),
	    cmocka_unit_test(weekdays_and_openers_are_no_names),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
