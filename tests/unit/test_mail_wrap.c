/* Text of 72 columns. */
#include "test.h"

#include "base/utf8.h"
#include "render/mail_wrap.h"

static void check(struct arena *arena, size_t width, const char *text, const char *expected)
{
	struct buf out = buf_new(arena, 1 << 16);

	mail_wrap(&out, text_of(text), width);
	assert_text(buf_text(&out), text_of(expected), __FILE__, __LINE__);
}

TEST_IN_ARENA(lines_break_at_blanks)
{
	check(arena, 10, "one two three four\n", "one two\nthree four\n");
	check(arena, 10, "one two th\n", "one two th\n");
	check(arena, 10, "one two thr\n", "one two\nthr\n");
	check(arena, 10, "short\n", "short\n");
	check(arena, 10, "no end", "no end\n");
	check(arena, 10, "one  two\n", "one two\n");
	check(arena, 10, "", "");
}

TEST_IN_ARENA(long_words_stay_whole)
{
	check(arena, 10, "see https://harbour.example/a now\n", "see\nhttps://harbour.example/a\nnow\n");
}

TEST_IN_ARENA(lists_and_indented_lines_hang)
{
	check(arena, 12, "  - one two three\n", "  - one two\n    three\n");
	check(arena, 12, "  [1] one two\n", "  [1] one\n      two\n");
	check(arena, 12, " 10. one two\n", " 10. one two\n");
	check(arena, 12, "    one two three\n", "    one two\n    three\n");
	check(arena, 12, "1. one two three\n", "1. one two\nthree\n");
	check(arena, 12, "  notmark. two three\n", "  notmark.\n  two three\n");
}

TEST_IN_ARENA(blank_lines_become_one)
{
	check(arena, 10, "\n\none\n\n \n\ntwo\n\n", "one\n\ntwo\n\n");
}

TEST_IN_ARENA(width_counts_what_is_seen)
{
	check(arena, 6, "ééé ééé\n", "ééé\nééé\n");
	check(arena, 7, "ééé ééé\n", "ééé ééé\n");
	check(arena, 7, "e\xcc\x81\xcc\x81\xcc\x81 12345\n", "e\xcc\x81\xcc\x81\xcc\x81 12345\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(lines_break_at_blanks),         cmocka_unit_test(long_words_stay_whole),
	    cmocka_unit_test(lists_and_indented_lines_hang), cmocka_unit_test(blank_lines_become_one),
	    cmocka_unit_test(width_counts_what_is_seen),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
