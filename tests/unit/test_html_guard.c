/* The guard in front of libxml2: what goes, what stays, what is bounded. */
#include "page.h"

static struct ng_text guarded(struct arena *arena, struct ng_text page)
{
	struct ng_text markup = html_guard(page_context(arena), page).markup;

	assert_true(text_starts(markup, TEXT(HTML_BOM)));
	return text_slice(markup, strlen(HTML_BOM), markup.len);
}

static struct ng_text repeated(struct arena *arena, const char *head, const char *part, size_t n, const char *tail)
{
	struct buf buf = buf_new(arena, SIZE_MAX);

	buf_puts(&buf, head);
	for (size_t i = 0; i < n; i++)
		buf_puts(&buf, part);
	buf_puts(&buf, tail);
	return buf_text(&buf);
}

TEST_IN_ARENA(keeps_and_drops)
{
	static const struct {
		const char *page, *markup;
	} cases[] = {
	    {"<p>one</p>", "<p>one</p>"},
	    {"<P CLASS=x onclick=\"a>b\" style=\"color:red\">one</P>", "<P CLASS=\"x\">one</P>"},
	    {"a<script>if (a<b) c=\"</p>\"</script>b", "a b"},
	    {"a<SCRIPT>x</ScRiPt >b", "a b"},
	    {"a<style>p{}</style>b<svg><text>no</text></svg>c", "a b c"},
	    {"a<!-- <p> -->b<!DOCTYPE html>c<?xml version=\"1.0\"?>d", "abcd"},
	    {"a<!-- never closed > b", "a b"},
	    {"a < b <3 c", "a &lt; b &lt;3 c"},
	    {"<div style='DISPLAY : none'>x</div>", "<div hidden=\"\">x</div>"},
	    {"<div style='visibility:hidden'>x</div>", "<div hidden=\"\">x</div>"},
	    {"<div style='display:block'>x</div>", "<div>x</div>"},
	    {"<a href='x' class='say \"hi\"'>l</a>", "<a class='say \"hi\"'>l</a>"},
	    {"<a class=\"never closed>l</a>", "<a class=\"never closed\">l</a>"},
	    {"<p class=a/b>x</p>", "<p class=\"a/b\">x</p>"},
	    {"x</div></p>y", "xy"},
	    {"<br/>x<br>", "<br>x<br>"},
	    {"a<script>never closed <p>x", "a"},
	    {"a<svg>never closed <p>x", "a never closed <p>x"},
	    {"<p", "<p>"},
	    {"<p class", "<p class=\"\">"},
	    {"<", "&lt;"},
	    {"", ""},
	};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct ng_text markup = guarded(arena, text_of(cases[i].page));
		if (!text_equal(markup, text_of(cases[i].markup)))
			fail_msg("%s: got %.*s", cases[i].page, TEXT_ARGS(markup));
	}
}

TEST_IN_ARENA(scripts)
{
	struct html_source source =
	    html_guard(page_context(arena), TEXT("<script>a</script><script type=\"application/ld+json\">{}</script>"));

	assert_int_equal(source.scripts.n, 2);
	assert_text_equal(source.scripts.at[0].text, "a");
	assert_false(source.scripts.at[0].linked_data);
	assert_text_equal(source.scripts.at[1].text, "{}");
	assert_true(source.scripts.at[1].linked_data);
}

TEST_IN_ARENA(bounds)
{
	struct ng_text deep = guarded(arena, repeated(arena, "", "<div>", 5000, "x"));
	struct ng_text many = guarded(arena, repeated(arena, "<p ", "class=a ", 5000, ">"));
	struct ng_text large = guarded(arena, repeated(arena, "<p class=\"", "\xc3\xa9", 50000, "\">"));

	assert_int_equal(deep.len, HTML_OPEN * 5 + (5000 - HTML_OPEN) + 1);
	assert_int_equal(many.len, 2 + HTML_ATTRIBUTES * 10 + 1);
	/* a character is never cut in two */
	assert_true(large.len <= HTML_ATTRIBUTE + 12 && large.len >= HTML_ATTRIBUTE + 8);
	assert_true(((large.len - 12) & 1) == 0);
}

static void too_many(void *data)
{
	struct arena *arena = data;

	html_guard(page_context(arena), repeated(arena, "", "<p>", HTML_ELEMENTS + 1, ""));
}

TEST_IN_ARENA(elements)
{
	struct ng_error error;

	assert_false(arena_try(arena, too_many, arena, &error));
	assert_int_equal(error.status, NG_BAD_INPUT);
	assert_non_null(strstr(error.what, "more than 100000 HTML elements"));
}

TEST_IN_ARENA(charsets)
{
	assert_text_equal(html_declared_charset(TEXT("<meta charset=\"koi8-r\">")), "koi8-r");
	assert_text_equal(html_declared_charset(TEXT("<meta content='text/html; charset = GBK'>")), "GBK");
	assert_text_equal(html_declared_charset(TEXT("<?xml version='1.0' encoding='euc-jp'?>")), "euc-jp");
	assert_text_equal(html_declared_charset(TEXT("the charset of a page <meta charset=latin1>")), "latin1");
	assert_text_equal(html_declared_charset(TEXT("charset")), "");
	assert_text_equal(html_declared_charset(repeated(arena, "", "x", 9000, "charset=utf-8")), "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(keeps_and_drops), cmocka_unit_test(scripts),  cmocka_unit_test(bounds),
	    cmocka_unit_test(elements),        cmocka_unit_test(charsets),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
