/* The bounds before cmark: what passes unchanged, what is parted, what is refused by name. */
#include "test.h"

#include "base/buf.h"
#include "read/markdown_bound.h"

TEST_IN_ARENA(leaves_usual_texts)
{
	static const char *const cases[] = {
	    "# Head\n\nWords *here*.\n\n- a\n  - b\n    - c\n\n> > quote\n\n1. one\n10) ten\n",
	    "---\n\n* * *\n\n- - -\n",
	    "\t\t\t\t\t\t\t\t\t\tcode far to the right\n",
	};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct ng_text bound = markdown_bound(arena, text_of(cases[i]), 64);
		assert_text(text_trim(bound), text_trim(text_of(cases[i])), __FILE__, (int)i);
	}
}

static size_t longest_paragraph(struct ng_text text)
{
	struct ng_text line;
	size_t longest = 0, length = 0;

	while (text_cut(&text, '\n', &line)) {
		length = line.len ? length + line.len + 1 : 0;
		longest = length > longest ? length : longest;
	}
	return longest;
}

TEST_IN_ARENA(parts_long_paragraphs_at_blanks)
{
	struct buf words = buf_new(arena, 1 << 20), lines = buf_new(arena, 1 << 20), word = buf_new(arena, 1 << 20);

	for (int i = 0; i < 20000; i++) {
		buf_puts(&words, "word ");
		buf_puts(&lines, "words\n");
		buf_puts(&word, "\xc3\xa9");
	}
	struct ng_text bound = markdown_bound(arena, buf_text(&words), 64);
	assert_in_range(longest_paragraph(bound), 4096, 8193);
	assert_true(text_find(bound, TEXT("wor\n"), 0) == bound.len);
	assert_in_range(longest_paragraph(markdown_bound(arena, buf_text(&lines), 64)), 4096, 8193);
	bound = markdown_bound(arena, buf_text(&word), 64);
	assert_in_range(longest_paragraph(bound), 4096, 8193);
	for (size_t at = 0; (at = text_find(bound, TEXT("\n"), at)) < bound.len; at++)
		assert_true(at == 0 || bound.at[at - 1] == '\n' || bound.at[at - 1] == '\xa9');
}

struct attempt {
	struct arena *arena;
	struct ng_text text;
	size_t depth;
};

static void run(void *data)
{
	struct attempt *attempt = data;

	markdown_bound(attempt->arena, attempt->text, attempt->depth);
}

static bool refused(struct arena *arena, struct ng_text text, size_t depth, const char *limit)
{
	struct attempt attempt = {arena, text, depth};
	struct ng_error error = {0};

	if (arena_try(arena, run, &attempt, &error))
		return false;
	assert_int_equal(error.status, NG_BAD_INPUT);
	if (!strstr(error.what, limit))
		fail_msg("%s", error.what);
	return true;
}

static struct ng_text repeated(struct arena *arena, const char *what, size_t n)
{
	struct buf buf = buf_new(arena, 1 << 22);

	for (size_t i = 0; i < n; i++)
		buf_puts(&buf, what);
	return buf_text(&buf);
}

TEST_IN_ARENA(names_the_limit_it_keeps)
{
	assert_false(refused(arena, repeated(arena, ">", 32), 64, ""));
	assert_true(refused(arena, repeated(arena, ">", 33), 64, "limit of 32"));
	assert_true(refused(arena, repeated(arena, "> ", 40), 64, "limit of 32"));
	assert_true(refused(arena, repeated(arena, "1. ", 40), 64, "limit of 32"));
	assert_true(refused(arena, repeated(arena, ">", 9), 8, "limit of 8"));
	struct ng_text deep = arena_format(arena, "%*s- a", 80, "");
	assert_true(refused(arena, deep, 64, "limit of 32"));
	assert_false(refused(arena, repeated(arena, "a b\n", 1 << 18), 64, ""));
	assert_true(refused(arena, repeated(arena, "a b\n", (1 << 18) + 1), 64, "limit of 1048576"));
}

TEST_IN_ARENA(cuts_pieces_at_paragraphs)
{
	struct buf buf = buf_new(arena, 1 << 22);
	size_t at = 0, pieces = 0;

	assert_int_equal(markdown_piece_end(TEXT("short\n\ntext\n"), 0), 12);
	buf_puts(&buf, "- a list\n\n```\n");
	for (int i = 0; i < 20000; i++)
		buf_puts(&buf, "code\n\n");
	buf_puts(&buf, "```\n\nParagraph.\n\n");
	size_t paragraph = text_find(buf_text(&buf), TEXT("Paragraph"), 0);
	assert_int_equal(markdown_piece_end(buf_text(&buf), 0), paragraph);
	for (int i = 0; i < 20000; i++)
		buf_puts(&buf, "A paragraph.\n\n");
	for (; at < buf.len; pieces++) {
		size_t end = markdown_piece_end(buf_text(&buf), at);
		assert_true(end > at && end <= buf.len && end - at < 3 << 16);
		at = end;
	}
	assert_in_range(pieces, 4, 8);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(leaves_usual_texts),
	    cmocka_unit_test(parts_long_paragraphs_at_blanks),
	    cmocka_unit_test(names_the_limit_it_keeps),
	    cmocka_unit_test(cuts_pieces_at_paragraphs),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
