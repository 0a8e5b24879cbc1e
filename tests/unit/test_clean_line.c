/* Lines: trimmed, counted, put together where a text was wrapped. */
#include "test.h"

#include "base/buf.h"
#include "clean/line.h"

/* The lines, "/" before each and "//" where a blank line stands before it; newlines inside as "~". */
static struct ng_text written(struct arena *arena, struct ng_text text)
{
	struct lines lines = lines_find(arena, text);
	struct buf buf = buf_new(arena, SIZE_MAX);

	for (size_t i = 0; i < lines.n; i++) {
		buf_puts(&buf, lines.at[i].gap ? "//" : "/");
		for (uint32_t at = lines.at[i].start; at < lines.at[i].end; at++)
			buf_byte(&buf, text.at[at] == '\n' ? '~' : text.at[at]);
	}
	return buf_text(&buf);
}

TEST_IN_ARENA(lines_and_gaps)
{
	assert_text_equal(written(arena, TEXT("")), "");
	assert_text_equal(written(arena, TEXT("\n \n\t\n")), "");
	assert_text_equal(written(arena, TEXT("one\ntwo\n\nthree")), "/one/two//three");
	assert_text_equal(written(arena, TEXT("\xef\xbb\xbf one \xc2\xa0\n\xe3\x80\x80\ntwo\xe2\x80\x8b")),
			  "/one//two");
}

TEST_IN_ARENA(wrapped_paragraphs)
{
	/* filled to 50 columns */
	assert_text_equal(
	    written(arena, TEXT("The ferry to Orlen ran again on Tuesday after nine\n"
				"days in the yard, and the harbour office said that\n"
				"its engine had failed in a storm that nobody had\n"
				"seen coming.\n\n"
				"The council meets on Thursday to talk of the money\n"
				"for the ferry, for its crew and for a new pier too\n"
				"and the captain will speak.\n"
				"What comes next\n"
				"Nobody knows.\n")),
	    "/The ferry to Orlen ran again on Tuesday after nine~days in the yard, and the harbour office said "
	    "that~its engine had failed in a storm that nobody had~seen coming."
	    "//The council meets on Thursday to talk of the money~for the ferry, for its crew and for a new pier "
	    "too~and the captain will speak./What comes next/Nobody knows.");
}

TEST_IN_ARENA(lists_are_not_wrapped_text)
{
	/* as narrow as wrapped text, but with room to spare at the ends of its lines */
	struct ng_text text =
	    TEXT("Ferry runs again\nBridge of Tarnow closes for a year or even for longer\nMarket\n"
		 "Bakery in Lund to close\nLibrary opens\nTen walks for this spring and for the summer\n");
	struct lines lines = lines_find(arena, text);

	assert_false(lines_wrapped(text, &lines));
	assert_int_equal(lines.n, 6);
}

TEST_IN_ARENA(paragraphs_as_lines_are_not_wrapped_text)
{
	struct ng_text text = TEXT(
	    "The ferry to Orlen ran again on Tuesday after nine days in the yard, and the harbour office said that its "
	    "engine had failed in a storm.\nThe council meets on Thursday to talk of the money for the ferry, and the "
	    "captain of the ferry will be heard, too, as will its crew.\nNobody knows what comes next for the "
	    "ferry.\n");

	assert_int_equal(lines_find(arena, text).n, 3);
}

TEST_IN_ARENA(bullets_end_a_paragraph)
{
	struct ng_text text = TEXT("  * The ferry to Orlen ran again on Tuesday after nine\n"
				   "    days in the yard, and the harbour office said that\n"
				   "    its engine had failed in a storm that nobody had\n"
				   "    seen coming, which the crew denied at once and in\n"
				   "    public, too.\n"
				   "  * Another ferry to Orlen, which is older, ran on all\n"
				   "    days.\n");
	struct lines lines = lines_find(arena, text);

	assert_int_equal(lines.n, 2);
	assert_true(text_ends(text_slice(text, lines.at[0].start, lines.at[0].end), TEXT("public, too.")));
	assert_true(text_starts(text_slice(text, lines.at[1].start, lines.at[1].end), TEXT("* Another")));
}

static void bullets(void **state)
{
	(void)state;
	assert_int_equal(line_bullet(TEXT("* one"), 0, 5), 2);
	assert_int_equal(line_bullet(TEXT("\xe2\x80\xa2   one"), 0, 9), 6);
	assert_int_equal(line_bullet(TEXT("-one"), 0, 4), 0);
	assert_int_equal(line_bullet(TEXT("*"), 0, 1), 1);
	assert_int_equal(line_bullet(TEXT(""), 0, 0), 0);
}

TEST_IN_ARENA(the_rest_is_one_line)
{
	struct buf buf = buf_new(arena, SIZE_MAX);

	for (int i = 0; i < LINE_LIMIT + 100; i++)
		buf_puts(&buf, "x\n");
	struct lines lines = lines_find(arena, buf_text(&buf));
	assert_int_equal(lines.n, LINE_LIMIT);
	assert_int_equal(lines.at[LINE_LIMIT - 1].end, buf.len - 1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(lines_and_gaps),
	    cmocka_unit_test(wrapped_paragraphs),
	    cmocka_unit_test(lists_are_not_wrapped_text),
	    cmocka_unit_test(paragraphs_as_lines_are_not_wrapped_text),
	    cmocka_unit_test(bullets_end_a_paragraph),
	    cmocka_unit_test(bullets),
	    cmocka_unit_test(the_rest_is_one_line),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
