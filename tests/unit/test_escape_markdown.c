/* Markdown escaping: cmark renders exactly the text, wherever it stands; no template engine sees a mark of its own. */
#include "test.h"

#include "base/escape.h"

#include <cmark.h>
#include <stdlib.h>

/* The text of rendered HTML between two tags: cmark writes only these four entities. */
static struct ng_text unescaped(struct arena *arena, struct ng_text html)
{
	static const char *const entities[][2] = {{"&amp;", "&"}, {"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}};
	struct buf buf = buf_new(arena, 1 << 20);

	for (size_t at = 0, length; at < html.len; at += length) {
		struct ng_text here = text_slice(html, at, at + 1);
		length = 1;
		for (size_t i = 0; i < 4; i++) {
			if (!text_starts(text_slice(html, at, html.len), text_of(entities[i][0])))
				continue;
			here = text_of(entities[i][1]);
			length = strlen(entities[i][0]);
		}
		buf_put(&buf, here);
	}
	return buf_text(&buf);
}

/* Markdown around the text, and the HTML around it in what cmark makes of that. */
static const struct {
	const char *before, *after, *html_before, *html_after;
} places[] = {
    {"", "", "<p>", "</p>\n"},
    {"# ", "\n", "<h1>", "</h1>\n"},
    {"- ", "\n", "<ul>\n<li>", "</li>\n</ul>\n"},
    {"> ", "\n", "<blockquote>\n<p>", "</p>\n</blockquote>\n"},
    {"**x", "x**", "<p><strong>x", "x</strong></p>\n"},
    {"[a", "a](http://x)", "<p><a href=\"http://x\">a", "a</a></p>\n"},
    {"a", "[b](http://x)", "<p>a", "<a href=\"http://x\">b</a></p>\n"},
    {"para\n\n", "\n\npara", "<p>para</p>\n<p>", "</p>\n<p>para</p>\n"},
};

static void check(struct arena *arena, struct ng_text text)
{
	struct arena_mark mark = arena_mark(arena);
	struct buf expected = buf_new(arena, 1 << 20);

	escape_terminal(&expected, text);
	for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
		struct buf buf = buf_new(arena, 1 << 20);
		if (!expected.len && i > 1) /* an empty item or paragraph is rendered otherwise, or not at all */
			continue;
		buf_puts(&buf, places[i].before);
		size_t from = buf.len;
		escape_markdown(&buf, text);
		struct ng_text markdown = text_slice(buf_text(&buf), from, SIZE_MAX);
		assert_int_equal(text_find(markdown, TEXT("{"), 0), markdown.len);
		assert_int_equal(text_find(markdown, TEXT("\n"), 0), markdown.len);
		buf_puts(&buf, places[i].after);
		char *html = cmark_markdown_to_html(buf.at ? buf.at : "", buf.len, CMARK_OPT_DEFAULT);
		struct ng_text inside = text_of(html), before = text_of(places[i].html_before),
			       after = text_of(places[i].html_after);
		if (expected.len == 0 && i == 0) {
			assert_string_equal(html, "");
		} else {
			if (!text_starts(inside, before) || !text_ends(inside, after))
				fail_msg("place %zu: \"%.*s\" gave %s", i, (int)buf.len, buf.at, html);
			inside = unescaped(arena, text_slice(inside, before.len, inside.len - after.len));
			if (!text_equal(inside, buf_text(&expected)))
				fail_msg("place %zu: \"%.*s\" gave %s", i, (int)buf.len, buf.at, html);
		}
		free(html);
	}
	arena_reset(arena, mark);
}

TEST_IN_ARENA(renders_nasty_texts_as_they_are)
{
	static const char *const texts[] = {
	    "",
	    "plain words, nothing else.",
	    "# heading",
	    "#",
	    "title #",
	    "title ##",
	    "title \\##",
	    "- item",
	    "-",
	    "+ item",
	    "* item",
	    "1. item",
	    "123456789) item",
	    "2026. A year",
	    "1.",
	    "---",
	    "- - -",
	    "***",
	    "___",
	    "===",
	    "> quote",
	    ">",
	    "```",
	    "~~~ fence",
	    "    code",
	    "  two",
	    "trailing  ",
	    "trailing \\",
	    " ",
	    "    ",
	    "<script>alert(1)</script>",
	    "<!-- no -->",
	    "<http://x>",
	    "</p>",
	    "<?php",
	    "a <b> c",
	    "[link](http://x)",
	    "![image](http://x)",
	    "wow!",
	    "[ref]: http://x",
	    "[ref]",
	    "[^1]: note",
	    "](http://evil)",
	    "*em* **strong** _em_ __strong__",
	    "snake_case_name",
	    "2*3*4",
	    "`code` ``",
	    "\\",
	    "\\\\",
	    "\\*not em\\*",
	    "AT&T",
	    "&amp; &#123; &#x7b; &copy &copy;",
	    "&",
	    "a&b",
	    "& alone",
	    "&amp",
	    "&lt",
	    "{{ site.title }} {% include x %} {{< ref >}}",
	    "}} %}",
	    "| a | b |",
	    "~~struck~~",
	    ": definition",
	    "a\nb",
	    "a  \nb",
	    "a\n===",
	    "a\n\n# b",
	    "a\tb",
	    "\tcode",
	    "a\r\nb",
	    "line\nbreak\n",
	    "caf\xc3\xa9 \xe2\x80\x9cquoted\xe2\x80\x9d \xf0\x9f\x98\x80",
	    "\xc2\xa0nbsp\xc2\xa0",
	    "\xe3\x80\x80wide",
	    "bidi\xe2\x80\xae \x1b[31m",
	    "\"'",
	    "http://example.org www.example.org a@example.org",
	};

	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		check(arena, text_of(texts[i]));
	check(arena, TEXT("a\xff"
			  "b"));
}

TEST_IN_ARENA(renders_random_texts_as_they_are)
{
	static const char *const atoms[] = {
	    "a",  "b", " ", "  ", "\n", "\t", "#", "-", "+", "*",   "_",    "`",  "~",    "=",        ">",
	    "<",  "[", "]", "(",  ")",  "!",  "&", ";", "#", "\\",  "|",    "{",  "}",    "%",        "1",
	    "12", ".", ":", "/",  "\"", "'",  "^", "$", "@", "amp", "http", "&#", "x7b;", "\xc3\xa9", "\xc2\xa0"};
	uint32_t random = 2026;

	for (int i = 0; i < 20000; i++) {
		char text[64] = "";
		random = random * 1664525 + 1013904223;
		for (uint32_t n = (random >> 16) % 10; n-- > 0;) {
			random = random * 1664525 + 1013904223;
			strcat(text, atoms[(random >> 16) % (sizeof atoms / sizeof *atoms)]);
		}
		check(arena, text_of(text));
	}
}

TEST_IN_ARENA(stays_readable)
{
	struct buf buf = buf_new(arena, 1000);

	escape_markdown(&buf, TEXT("\"We don't know,\" she said (twice) - $5.50 & more; AT&T, 50% + 3 = ok? Yes!.."));
	assert_text_equal(buf_text(&buf),
			  "\"We don't know,\" she said (twice) - $5.50 & more; AT&T, 50% + 3 = ok? Yes!..");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(renders_nasty_texts_as_they_are),
	    cmocka_unit_test(renders_random_texts_as_they_are),
	    cmocka_unit_test(stays_readable),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
