/* Texts of feeds: what is HTML and what only looks so, titles as lines, names of persons. */
#include "test.h"

#include "read/feed_text.h"

TEST_IN_ARENA(knows_tags_from_signs)
{
	static const char *const with[] = {"<p>a", "a<br/>", "x</b>", "<A HREF='y'>", "<h2 class=z>", "<img\nsrc=x>"};
	static const char *const without[] = {"",   "I <3 you", "List<int>", "a < b > c", "<jane@example.org>",
					      "<p", "<pp>",     "&lt;p&gt;", "<h7>"};

	for (size_t i = 0; i < sizeof with / sizeof *with; i++)
		if (!feed_has_tags(text_of(with[i])))
			fail_msg("%s", with[i]);
	for (size_t i = 0; i < sizeof without / sizeof *without; i++)
		if (feed_has_tags(text_of(without[i])))
			fail_msg("%s", without[i]);
	(void)arena;
}

TEST_IN_ARENA(makes_one_line)
{
	static const char *const cases[][2] = {
	    {" Two\n  words ", "Two words"},
	    {"<b>H</b>ello &amp; <i>bye</i>", "Hello & bye"},
	    {"First<br/>second", "First second"},
	    {"Tom &amp;amp; Jo", "Tom & Jo"},
	    {"&lt;b&gt;Bold&lt;/b&gt; words", "Bold words"},
	    {"I &lt;3 it", "I <3 it"},
	    {"caf&amp;eacute;", "caf\xc3\xa9"},
	};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		assert_text(feed_line(arena, text_of(cases[i][0]), FEED_GUESS), text_of(cases[i][1]), cases[i][0],
			    (int)i);
}

TEST_IN_ARENA(keeps_tags_that_are_text)
{
	assert_text_equal(feed_line(arena, TEXT("Use <b> &amp; <i>"), FEED_PLAIN), "Use <b> & <i>");
	assert_text_equal(feed_line(arena, TEXT("<code>&lt;p&gt;x</code> &amp;amp;"), FEED_XHTML), "<p>x &amp;");
}

TEST_IN_ARENA(unescapes_what_was_escaped_twice)
{
	assert_text_equal(feed_html(arena, TEXT("&lt;p&gt;A &amp;amp; B&lt;/p&gt;")), "<p>A &amp; B</p>");
	assert_text_equal(feed_html(arena, TEXT("<p>&lt;p&gt; is a tag</p>")), "<p>&lt;p&gt; is a tag</p>");
	assert_text_equal(feed_html(arena, TEXT("A &amp; B")), "A &amp; B");
}

TEST_IN_ARENA(finds_the_name_of_a_person)
{
	static const char *const cases[][2] = {
	    {"jane@example.org (Jane Doe)", "Jane Doe"},
	    {"Jane Doe <jane@example.org>", "Jane Doe"},
	    {"By Jane Doe", "Jane Doe"},
	    {"jane@example.org", ""},
	    {"Jane Doe (Reuters)", "Jane Doe (Reuters)"},
	    {" Jane\n Doe ", "Jane Doe"},
	    {"Byron Doe", "Byron Doe"},
	    {"mailto:Jane%20Doe%40example.org", ""},
	    {"jane@example.org ()", ""},
	};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		assert_text(feed_person(arena, text_of(cases[i][0])), text_of(cases[i][1]), cases[i][0], (int)i);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(knows_tags_from_signs),      cmocka_unit_test(makes_one_line),
	    cmocka_unit_test(keeps_tags_that_are_text),   cmocka_unit_test(unescapes_what_was_escaped_twice),
	    cmocka_unit_test(finds_the_name_of_a_person),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
