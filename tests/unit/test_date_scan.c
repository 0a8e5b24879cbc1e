/* Tokens: what is one, what joins it to the one before, and what digits can be. */
#include "test.h"

#include "language/date_scan.h"

static struct date_tables *english(struct arena *arena)
{
	static const struct resources data = {.built_in = resource_data};
	return date_tables_load(arena, &data, TEXT("en"));
}

static struct date_tokens scan(struct arena *arena, const struct date_tables *tables, struct ng_text text)
{
	struct date_tokens tokens = {0};
	date_scan(arena, tables, text, 0, (uint32_t)text.len, &tokens);
	return tokens;
}

static bool is(const struct date_token *token, enum date_class class)
{
	return token->classes & CLASS_BIT(class);
}

TEST_IN_ARENA(joins_tell_what_stands_between)
{
	struct date_tokens t = scan(arena, english(arena), TEXT("May 3, 2020; mid-June\nMonday\n\nFriday xx Sunday"));
	static const enum date_join joins[] = {JOIN_BREAK,  JOIN_BLANK, JOIN_COMMA, JOIN_BREAK,
					       JOIN_HYPHEN, JOIN_BLANK, JOIN_BREAK, JOIN_BREAK};
	assert_int_equal(t.n, 8);
	for (size_t i = 0; i < t.n; i++)
		assert_int_equal(t.at[i].join, joins[i]);
}

TEST_IN_ARENA(the_longest_phrase_is_one_token)
{
	const struct date_tables *tables = english(arena);
	struct ng_text text = TEXT("the day before yesterday's vote and New Year\xe2\x80\x99s Day");
	struct date_tokens t = scan(arena, tables, text);
	assert_true(is(&t.at[0], IS_TODAY));
	assert_int_equal(date_token_number(tables, &t.at[0], IS_TODAY), -2);
	assert_text_equal(text_slice(text, t.at[0].start, t.at[0].end), "the day before yesterday");
	assert_true(is(&t.at[t.n - 1], IS_HOLIDAY));
	assert_int_equal(t.at[t.n - 1].end, text.len);
}

TEST_IN_ARENA(number_words_run_together)
{
	static const struct {
		const char *text;
		int32_t number;
	} cases[] = {{"twenty-five", 25},
		     {"nineteen ninety-eight", 1998},
		     {"two thousand and sixteen", 2016},
		     {"two hundred", 200},
		     {"twenty-first", 21},
		     {"nineteen hundred ninety three", 1993}};
	const struct date_tables *tables = english(arena);
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct date_tokens t = scan(arena, tables, text_of(cases[i].text));
		assert_int_equal(t.n, 1);
		assert_int_equal(t.at[0].number, cases[i].number);
	}
	assert_int_equal(scan(arena, tables, TEXT("twenty and four")).n, 3);
	assert_int_equal(scan(arena, tables, TEXT("five twenty")).n, 2);
}

TEST_IN_ARENA(a_capital_makes_a_month_of_may)
{
	const struct date_tables *tables = english(arena);
	struct date_tokens t = scan(arena, tables, TEXT("may May"));
	assert_false(is(&t.at[0], IS_MONTH));
	assert_true(is(&t.at[1], IS_MONTH));
}

TEST_IN_ARENA(dots_belong_to_abbreviations)
{
	struct ng_text text = TEXT("Sept. 3 at 5 p.m. on June. 4");
	struct date_tokens t = scan(arena, english(arena), text);
	assert_text_equal(text_slice(text, t.at[0].start, t.at[0].end), "Sept.");
	assert_text_equal(text_slice(text, t.at[4].start, t.at[4].end), "p.m.");
	assert_text_equal(text_slice(text, t.at[6].start, t.at[6].end), "June");
	assert_int_equal(t.at[7].join, JOIN_BREAK);
}

TEST_IN_ARENA(digits_by_shape)
{
	static const struct {
		const char *text;
		enum date_class class;
		int32_t number;
		size_t len;
	} cases[] = {
	    {"2023-03-21 x", IS_FULL_DATE, 19437, 10},
	    {"2023-03-21T08:40:05.5+01:00", IS_FULL_DATE, 19437, 27},
	    {"20230321", IS_FULL_DATE, 19437, 8},
	    {"21/3/2023", IS_NUMERIC_DATE, 2103, 9},
	    {"21/3 ", IS_SHORT_DATE, 2103, 4},
	    {"08:40:05", IS_CLOCK, 840, 8},
	    {"10:30-11:30", IS_CLOCK, 1030, 5},
	    {"8.40", IS_DOT_CLOCK, 840, 4},
	    {"1990s", IS_DECADE, 1990, 5},
	    {"3rd", IS_ORDINAL, 3, 3},
	    {"1998-99", IS_YEAR, 1998, 4},
	    {"1998-11", IS_YEAR_MONTH, 199811, 7},
	    {"1,200", IS_NUMBER, 1200, 5},
	    {"5pm", IS_HOUR, 5, 1},
	};
	const struct date_tables *tables = english(arena);
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct date_token token = {0};
		assert_true(date_scan_digits(tables, text_of(cases[i].text), 0, &token));
		assert_true(is(&token, cases[i].class));
		assert_int_equal(token.number, cases[i].number);
		assert_int_equal(token.end, cases[i].len);
	}
}

TEST_IN_ARENA(digits_that_are_no_dates)
{
	static const char *const cases[] = {"2023-02-30", "1.2.3.4", "12%",     "123456789",
					    "3:99",       "999/99",  "1/2/3/4", "12345"};
	const struct date_tables *tables = english(arena);
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct date_tokens t = scan(arena, tables, text_of(cases[i]));
		for (size_t k = 0; k < t.n; k++)
			assert_false(is(&t.at[k], IS_FULL_DATE) || is(&t.at[k], IS_CLOCK) ||
				     is(&t.at[k], IS_SHORT_DATE) || is(&t.at[k], IS_NUMERIC_DATE));
	}
	assert_int_equal(scan(arena, tables, TEXT("$1990")).n, 0);
	assert_int_equal(scan(arena, tables,
			      TEXT("\xe2\x82\xac"
				   "1990"))
			     .n,
			 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(joins_tell_what_stands_between), cmocka_unit_test(the_longest_phrase_is_one_token),
	    cmocka_unit_test(number_words_run_together),      cmocka_unit_test(a_capital_makes_a_month_of_may),
	    cmocka_unit_test(dots_belong_to_abbreviations),   cmocka_unit_test(digits_by_shape),
	    cmocka_unit_test(digits_that_are_no_dates)};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
