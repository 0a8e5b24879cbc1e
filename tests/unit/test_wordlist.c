/* Data files: sections, comments, values, words, and the lines that are refused. */
#include "test.h"

#include "base/wordlist.h"

TEST_IN_ARENA(reads_lines)
{
	struct wordlist list =
	    wordlist_read(arena,
			  TEXT("\xef\xbb\xbf# a comment\r\nfree entry\r\n\n[ first ]\n  two words \t a value \n"
			       "#no\n[second]\n \nlast\t"),
			  "x.txt", WORDLIST_LINES);

	assert_int_equal(list.n, 3);
	assert_text_equal(list.at[0].section, "");
	assert_text_equal(list.at[0].entry, "free entry");
	assert_text_equal(list.at[0].value, "");
	assert_int_equal(list.at[0].line, 2);
	assert_text_equal(list.at[1].section, "first");
	assert_text_equal(list.at[1].entry, "two words");
	assert_text_equal(list.at[1].value, "a value");
	assert_int_equal(list.at[1].line, 5);
	assert_text_equal(list.at[2].section, "second");
	assert_text_equal(list.at[2].entry, "last");
	assert_int_equal(list.at[2].line, 9);
}

TEST_IN_ARENA(reads_words)
{
	struct wordlist list = wordlist_read(arena, TEXT("a  b c\nd\n\nq r\t7 8\n"), "x.txt", WORDLIST_WORDS);

	assert_int_equal(list.n, 6);
	assert_text_equal(list.at[0].entry, "a");
	assert_text_equal(list.at[2].entry, "c");
	assert_int_equal(list.at[2].line, 1);
	assert_text_equal(list.at[3].entry, "d");
	assert_text_equal(list.at[4].entry, "q");
	assert_text_equal(list.at[4].value, "7 8");
	assert_text_equal(list.at[5].value, "7 8");
}

TEST_IN_ARENA(an_empty_file_has_no_entries)
{
	assert_int_equal(wordlist_read(arena, TEXT(""), "x.txt", WORDLIST_LINES).n, 0);
	assert_int_equal(wordlist_read(arena, TEXT("# only\n"), "x.txt", WORDLIST_WORDS).n, 0);
}

struct attempt {
	struct arena *arena;
	struct ng_text bytes;
};

static void read_attempt(void *data)
{
	struct attempt *attempt = data;

	wordlist_read(attempt->arena, attempt->bytes, "en/x.txt", WORDLIST_LINES);
}

TEST_IN_ARENA(names_the_line_it_refuses)
{
	struct ng_error error = {0};
	struct attempt open = {arena, TEXT("a\n[open\nb\n")}, latin = {arena, TEXT("a\nb\ncaf\xe9\n")};

	assert_false(arena_try(arena, read_attempt, &open, &error));
	assert_int_equal(error.status, NG_CONFIG);
	assert_string_equal(error.where, "en/x.txt");
	assert_int_equal(error.line, 2);
	assert_false(arena_try(arena, read_attempt, &latin, &error));
	assert_int_equal(error.status, NG_CONFIG);
	assert_int_equal(error.line, 3);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(reads_lines),
	    cmocka_unit_test(reads_words),
	    cmocka_unit_test(an_empty_file_has_no_entries),
	    cmocka_unit_test(names_the_line_it_refuses),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
