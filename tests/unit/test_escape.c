/* Escaping for HTML, XML, URLs, JSON, terminals, plain text and file names. */
#include "test.h"

#include "base/escape.h"
#include "base/json.h"

#define NASTY "a\x01\x1b[31m\x7f\xc2\x85\xe2\x80\xae\xef\xbb\xbf\xef\xbf\xbez\xff!"

static struct ng_text escaped(struct arena *arena, void (*escape)(struct buf *, struct ng_text), struct ng_text text)
{
	struct buf buf = buf_new(arena, 1 << 20);

	buf_puts(&buf, "|");
	escape(&buf, text);
	return text_slice(buf_text(&buf), 1, SIZE_MAX);
}

TEST_IN_ARENA(for_html)
{
	assert_text_equal(escaped(arena, escape_html, TEXT("")), "");
	assert_text_equal(escaped(arena, escape_html, TEXT("<a href=\"x\">Tom & 'Jo'</a>\n\t\xc3\xa9")),
			  "&lt;a href=&quot;x&quot;&gt;Tom &amp; &#39;Jo&#39;&lt;/a&gt;\n\t\xc3\xa9");
	assert_text_equal(escaped(arena, escape_html, TEXT("{{x}}{%y%}")), "&#123;&#123;x&#125;&#125;&#123;%y%&#125;");
	assert_text_equal(escaped(arena, escape_html, TEXT(NASTY)), "a[31mz\xef\xbf\xbd!");
}

TEST_IN_ARENA(for_xml)
{
	assert_text_equal(escaped(arena, escape_xml, TEXT("<&>\"' {}\xe2\x80\xa8")),
			  "&lt;&amp;&gt;&quot;&#39; {}\xe2\x80\xa8");
	assert_text_equal(escaped(arena, escape_xml, TEXT(NASTY)), "a[31mz\xef\xbf\xbd!");
}

TEST_IN_ARENA(for_urls)
{
	assert_text_equal(escaped(arena, escape_url, TEXT("https://example.org/a?b=c&d=%20e%2#f")),
			  "https://example.org/a?b=c&amp;d=%20e%252#f");
	assert_text_equal(escaped(arena, escape_url, TEXT("http://x/caf\xc3\xa9'\"<>(){}|\\^`")),
			  "http://x/caf%C3%A9%27%22%3C%3E%28%29%7B%7D%7C%5C%5E%60");
	assert_text_equal(escaped(arena, escape_url, TEXT("http://[::1]/%")), "http://[::1]/%25");
	assert_text_equal(escaped(arena, escape_url, TEXT("mailto:a@example.org")), "mailto:a@example.org");
	assert_text_equal(escaped(arena, escape_url, TEXT("javascript:alert(1)")), "");
	assert_text_equal(escaped(arena, escape_url, TEXT("http://x y")), "");
	assert_text_equal(escaped(arena, escape_url, TEXT("")), "");
}

TEST_IN_ARENA(for_json)
{
	assert_text_equal(
	    escaped(arena, escape_json, TEXT("\"\\/\n\t\r\xc3\xa9\xf0\x9f\x98\x80\xe2\x80\xa8\xe2\x80\xa9")),
	    "\\\"\\\\/\\n\\t\\r\xc3\xa9\xf0\x9f\x98\x80\\u2028\\u2029");
	assert_text_equal(escaped(arena, escape_json, TEXT(NASTY)),
			  "a\\u0001\\u001b[31m\\u007f\\u0085\\u202e\\ufeff\\ufffez\xef\xbf\xbd!");
	assert_text_equal(escaped(arena, escape_json, TEXT("\xf0\x9f\xbf\xbe")), "\\ud83f\\udffe");
}

/* Every code point comes back from its own JSON. */
TEST_IN_ARENA(json_loses_nothing)
{
	struct arena_mark mark = arena_mark(arena);

	for (uint32_t rune = 1; rune <= 0x10ffff; rune += rune < 0x3000 ? 1 : 997, arena_reset(arena, mark)) {
		struct buf text = buf_new(arena, 100), json = buf_new(arena, 100);
		buf_rune(&text, rune);
		json_put_string(&json, buf_text(&text));
		assert_true(text_equal(json_parse(arena, buf_text(&json), 1)->text, buf_text(&text)));
	}
}

TEST_IN_ARENA(for_terminals_and_plain_text)
{
	assert_text_equal(escaped(arena, escape_terminal,
				  TEXT("a\nb\tc\rd\xe2\x80\xa8"
				       "e")),
			  "a b cd e");
	assert_text_equal(escaped(arena, escape_terminal, TEXT(NASTY)), "a[31mz\xef\xbf\xbd!");
	assert_text_equal(escaped(arena, escape_plain, TEXT("a\nb\tc\rd<&{")), "a\nb\tcd<&{");
	assert_text_equal(escaped(arena, escape_plain, TEXT(NASTY)), "a[31mz\xef\xbf\xbd!");
}

static struct ng_text slug(struct arena *arena, struct ng_text text, size_t max)
{
	struct buf buf = buf_new(arena, 1000);

	buf_puts(&buf, "2026-");
	slug_put(&buf, text, max);
	return text_slice(buf_text(&buf), 5, SIZE_MAX);
}

TEST_IN_ARENA(slugs)
{
	assert_text_equal(slug(arena, TEXT("Mayor: \xe2\x80\x9cWe don\xe2\x80\x99t know\xe2\x80\x9d!"), 60),
			  "mayor-we-dont-know");
	assert_text_equal(slug(arena,
			       TEXT("\xc3\x85rhus, Stra\xc3\x9f"
				    "e & \xc5\x81\xc3\xb3"
				    "d\xc5\xba"),
			       60),
			  "arhus-strasse-lodz");
	assert_text_equal(slug(arena, TEXT("../../etc/passwd\n"), 60), "etc-passwd");
	assert_text_equal(slug(arena, TEXT("one two three"), 13), "one-two-three");
	assert_text_equal(slug(arena, TEXT("one two three"), 12), "one-two");
	assert_text_equal(slug(arena, TEXT("one two three"), 7), "one-two");
	assert_text_equal(slug(arena, TEXT("one twothreefour"), 12), "one-twothree");
	assert_text_equal(slug(arena, TEXT("a very-"), 1), "a");
	assert_text_equal(slug(arena, TEXT("stra\xc3\x9f"), 5), "stras");
	assert_text_equal(slug(arena, TEXT(""), 60), "story");
	assert_text_equal(slug(arena, TEXT("\xe6\x97\xa5\xe6\x9c\xac"), 60), "story");
	assert_text_equal(slug(arena, TEXT("---"), 3), "sto");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(for_html),
	    cmocka_unit_test(for_xml),
	    cmocka_unit_test(for_urls),
	    cmocka_unit_test(for_json),
	    cmocka_unit_test(json_loses_nothing),
	    cmocka_unit_test(for_terminals_and_plain_text),
	    cmocka_unit_test(slugs),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
