/* Patterns: options, alternatives, joins and context in the trie; which of several wins; and tables that are refused.
 */
#include "test.h"

#include "language/date_match.h"
#include "language/date_resolve.h"

#define WORDS                                                                                                          \
	"[month]\nmay\t5\njune\t6\n[weekday]\nmonday\t1\n[which]\nlast\tlast\n[unit]\nweek\tweek\n[part]"              \
	"\nnight\tNI\n[patterns]\n"

static struct date_tables *load(struct arena *arena, const char *table)
{
	struct resource *files = arena_array(arena, 2, struct resource);
	struct resources data = {.built_in = files};
	files[0] = (struct resource){"xx/dates.txt", (const unsigned char *)table, strlen(table)};
	return date_tables_load(arena, &data, TEXT("xx"));
}

/* The resolvers' arguments of all patterns that match from the first token on, best first: "a b". */
static struct ng_text matches(struct arena *arena, const struct date_tables *tables, const char *text)
{
	struct date_tokens tokens = {0};
	struct date_found found;
	struct buf out = buf_new(arena, 1000);
	struct ng_text whole = text_of(text);
	date_scan(arena, tables, whole, 0, (uint32_t)whole.len, &tokens);
	date_patterns_at(tables, tokens.at, tokens.n, &found);
	for (size_t i = 0; i < found.n; i++) {
		struct date_match match;
		date_match_of(tables, tokens.at, found.at[i], &match);
		buf_format(&out, "%s%.*s:%u-%u", i == 0 ? "" : " ", TEXT_ARGS(match.argument), (unsigned)match.first,
			   (unsigned)match.last);
	}
	return buf_text(&out);
}

TEST_IN_ARENA(options_and_alternatives)
{
	const struct date_tables *tables = load(arena, WORDS "(the) WEEKDAY|MONTH (of last) PART\tday a\n");
	assert_text_equal(matches(arena, tables, "monday night"), "a:0-2");
	assert_text_equal(matches(arena, tables, "the may night"), "a:0-3");
	assert_text_equal(matches(arena, tables, "the june of last night"), "a:0-5");
	assert_text_equal(matches(arena, tables, "the june of night"), "");
	assert_text_equal(matches(arena, tables, "night"), "");
}

TEST_IN_ARENA(the_longest_then_the_first_wins)
{
	const struct date_tables *tables =
	    load(arena, WORDS "WEEKDAY\tday a\nWEEKDAY PART\tday b\nWEEKDAY night\tday c\n");
	assert_text_equal(matches(arena, tables, "monday night"), "b:0-2 c:0-2 a:0-1");
	assert_text_equal(matches(arena, tables, "monday week"), "a:0-1");
}

TEST_IN_ARENA(joins_must_be_allowed)
{
	const struct date_tables *tables =
	    load(arena, WORDS "WEEKDAY PART\tday a\nMONTH -PART\tday b\nUNIT ,PART\tday c\n");
	assert_text_equal(matches(arena, tables, "monday-night"), "");
	assert_text_equal(matches(arena, tables, "may-night"), "b:0-2");
	assert_text_equal(matches(arena, tables, "may, night"), "");
	assert_text_equal(matches(arena, tables, "week, night"), "c:0-2");
	assert_text_equal(matches(arena, tables, "week. night"), "");
}

TEST_IN_ARENA(context_is_no_part_of_it)
{
	const struct date_tables *tables = load(arena, WORDS "^on WEEKDAY ^in\tday a\n");
	assert_text_equal(matches(arena, tables, "on monday in"), "a:1-2");
	assert_text_equal(matches(arena, tables, "on monday night"), "");
}

TEST_IN_ARENA(a_match_knows_what_stands_for_what)
{
	const struct date_tables *tables = load(arena, WORDS "WHICH UNIT of MONTH\tday a\n");
	struct ng_text text = TEXT("last week of june");
	struct date_tokens tokens = {0};
	struct date_found found;
	struct date_match match;
	date_scan(arena, tables, text, 0, (uint32_t)text.len, &tokens);
	date_patterns_at(tables, tokens.at, tokens.n, &found);
	date_match_of(tables, tokens.at, found.at[0], &match);
	assert_true(match.has == (CLASS_BIT(IS_WHICH) | CLASS_BIT(IS_UNIT) | CLASS_BIT(IS_MONTH)));
	assert_ptr_equal(match.at[IS_MONTH], &tokens.at[3]);
	assert_int_equal(date_token_number(tables, match.at[IS_MONTH], IS_MONTH), 6);
}

struct attempt {
	struct arena *arena;
	const char *table;
};

static void try_load(void *data)
{
	struct attempt *attempt = data;
	load(attempt->arena, attempt->table);
}

TEST_IN_ARENA(bad_tables_are_refused_with_their_line)
{
	static const char *const bad[] = {
	    "[patterns]\nMONTHH\tday\n",
	    "[patterns]\nMONTH\tdaybreak\n",
	    "[patterns]\n,(,the) MONTH\tday\n",
	    "[patterns]\nMONTH\n",
	    "[months]\nmay\t5\n",
	    "[which]\nlast\tlatest\n",
	    "[settings]\nhours\t24\n",
	    "[month]\nmay\t13\n",
	    "[weekday]\nmonday\t0\n",
	    "[unit]\nday\tdays\n",
	    "[today]\ntonight\tnight\n",
	};
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
		struct ng_error error = {0};
		struct attempt attempt = {arena, bad[i]};
		assert_false(arena_try(arena, try_load, &attempt, &error));
		assert_int_equal(error.status, NG_CONFIG);
		assert_int_equal(error.line, 2);
	}
}

TEST_IN_ARENA(a_pattern_of_too_many_readings_is_refused)
{
	struct ng_error error = {0};
	struct attempt attempt = {arena, "[patterns]\n(a|b) (c|d) (e|f) (g|h) (i|j) (k|l) (m|n)\tday\n"};
	assert_false(arena_try(arena, try_load, &attempt, &error));
	assert_int_equal(error.status, NG_CONFIG);
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(options_and_alternatives),
					   cmocka_unit_test(the_longest_then_the_first_wins),
					   cmocka_unit_test(joins_must_be_allowed),
					   cmocka_unit_test(context_is_no_part_of_it),
					   cmocka_unit_test(a_match_knows_what_stands_for_what),
					   cmocka_unit_test(bad_tables_are_refused_with_their_line),
					   cmocka_unit_test(a_pattern_of_too_many_readings_is_refused)};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
