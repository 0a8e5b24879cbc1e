/* The pull reader: its events on good XML, how it mends broken XML, namespaces, and what it never does. */
#include "test.h"

#include "read/feed_xml.h"

/* The events in short: <name for an open, /name for a close, 'text'. */
static void put_events(struct buf *buf, struct feed_xml *xml)
{
	while (feed_xml_next(xml)) {
		if (xml->kind == FEED_XML_TEXT) {
			buf_byte(buf, '\'');
			buf_put(buf, xml->text);
			buf_byte(buf, '\'');
			continue;
		}
		buf_byte(buf, xml->kind == FEED_XML_OPEN ? '<' : '/');
		buf_put(buf, feed_xml_top(xml)->name);
	}
}

static struct ng_text events(struct arena *arena, const char *text)
{
	struct feed_xml xml = feed_xml_new(arena, text_of(text), 20);
	struct buf buf = buf_new(arena, 1 << 20);

	put_events(&buf, &xml);
	return buf_text(&buf);
}

static void check(struct arena *arena, const char *const (*cases)[2], size_t n)
{
	for (size_t i = 0; i < n; i++)
		assert_text(events(arena, cases[i][0]), text_of(cases[i][1]), cases[i][0], (int)i);
}

TEST_IN_ARENA(reads_what_is_well_formed)
{
	static const char *const cases[][2] = {
	    {"<a/>", "<a/a"},
	    {"<a></a >", "<a/a"},
	    {"\xef\xbb\xbf<?xml version='1.0'?><!DOCTYPE a><a>x</a>", "<a'x'/a"},
	    {"<a><b c='1'/>y</a>", "<a<b/b'y'/a"},
	    {"<a><!-- <b> -- -->x<?php <b> ?>y</a>", "<a'x''y'/a"},
	    {"<a><![CDATA[<b>&amp;]]]]><![CDATA[>]]></a>", "<a'<b>&amp;]]''>'/a"},
	    {"<a>&lt;b&gt; &#233;</a>", "<a'<b> \xc3\xa9'/a"},
	    {"<a b='>' c=\"/>\">x</a>", "<a'x'/a"},
	    {"<\xc3\xa9l\xc3\xa9ment/>", "<\xc3\xa9l\xc3\xa9ment/\xc3\xa9l\xc3\xa9ment"},
	};

	check(arena, cases, sizeof cases / sizeof *cases);
}

TEST_IN_ARENA(mends_what_is_not)
{
	static const char *const cases[][2] = {
	    {"<a><b>x<c></b>y</a>", "<a<b'x'<c/c/b'y'/a"},
	    {"<a>x</b></a>", "<a'x'/a"},
	    {"<a><b>x", "<a<b'x'/b/a"},
	    {"<a>1 < 2 & 3 <3</a>", "<a'1 < 2 & 3 <3'/a"},
	    {"<a <b>x</a>", "<a<b'x'/b/a"},
	    {"<a b=c d>x</a>", "<a'x'/a"},
	    {"<a b=\"c>x</a>", "<a'x'/a"},
	    {"<a><![CDATA[x", "<a'x'/a"},
	    {"<a><!-- x", "<a/a"},
	    {"<a", "<a/a"},
	    {"<a/><b/>", "<a/a<b/b"},
	    {"</a>x", "'x'"},
	    {"<A>x</a>", "<A'x'/A"},
	    {"", ""},
	    {"<", "'<'"},
	    {"<!DOCTYPE a [ <!ENTITY x \"]>\"> <!-- ' --> ]><a>&x;</a>", "<a'&x;'/a"},
	};

	check(arena, cases, sizeof cases / sizeof *cases);
}

TEST_IN_ARENA(binds_namespaces_where_they_hold)
{
	struct feed_xml xml =
	    feed_xml_new(arena, TEXT("<a xmlns='u:1' xmlns:p='u:2'><p:b xmlns='u:3'><c/></p:b><c/><q:d/></a>"), 20);
	static const char *const expected[] = {"u:1", "u:2", "u:3", "u:1", ""};
	size_t n = 0;

	while (feed_xml_next(&xml))
		if (xml.kind == FEED_XML_OPEN)
			assert_text(feed_xml_top(&xml)->space, text_of(expected[n++]), __FILE__, __LINE__);
	assert_int_equal(n, 5);
}

TEST_IN_ARENA(carries_base_and_language_inward)
{
	struct feed_xml xml = feed_xml_new(
	    arena, TEXT("<a xml:base='http://h/x/' xml:lang='de'><b xml:base='y/'/><c xml:lang=''/></a>"), 20);

	feed_xml_next(&xml);
	feed_xml_next(&xml);
	assert_text_equal(feed_xml_top(&xml)->base, "http://h/x/y/");
	assert_text_equal(feed_xml_top(&xml)->language, "de");
	feed_xml_next(&xml);
	feed_xml_next(&xml);
	assert_text_equal(feed_xml_top(&xml)->base, "http://h/x/");
	assert_text_equal(feed_xml_top(&xml)->language, "");
}

TEST_IN_ARENA(gives_attributes_decoded)
{
	struct feed_xml xml = feed_xml_new(arena, TEXT("<a x = 'a &amp; \"b\"' Y=\"'\" z=1 w/>"), 20);

	feed_xml_next(&xml);
	assert_text_equal(feed_xml_attribute(&xml, "x"), "a & \"b\"");
	assert_text_equal(feed_xml_attribute(&xml, "y"), "'");
	assert_text_equal(feed_xml_attribute(&xml, "z"), "1");
	assert_text_equal(feed_xml_attribute(&xml, "w"), "");
	assert_text_equal(feed_xml_attribute(&xml, "v"), "");
	assert_int_equal(xml.attributes.n, 4);
}

struct attempt {
	struct arena *arena;
	struct ng_text bytes;
};

static void run(void *data)
{
	struct attempt *attempt = data;
	struct feed_xml xml = feed_xml_new(attempt->arena, attempt->bytes, 20);

	while (feed_xml_next(&xml))
		;
}

TEST_IN_ARENA(refuses_depth_over_the_limit)
{
	struct ng_error error = {0};
	struct attempt attempt = {arena, TEXT("<a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a>")};

	assert_true(arena_try(arena, run, &attempt, &error));
	attempt.bytes = TEXT("<a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><b/>");
	assert_false(arena_try(arena, run, &attempt, &error));
	assert_int_equal(error.status, NG_BAD_INPUT);
	assert_non_null(strstr(error.what, "limit of 20"));
}

/* Whatever byte a text ends at, what was opened is closed, and nothing before that byte is lost. */
TEST_IN_ARENA(closes_a_text_cut_anywhere)
{
	static const char whole[] =
	    "<?xml version='1.0'?><r x:y='1 &lt; 2'><!--c--><i a=\"b\"/>t &amp; u<![CDATA[<d>]]></r>";

	for (size_t length = 0; length < sizeof whole; length++) {
		struct feed_xml xml = feed_xml_new(arena, (struct ng_text){whole, length}, 20);
		size_t opened = 0, closed = 0;
		while (feed_xml_next(&xml)) {
			opened += xml.kind == FEED_XML_OPEN;
			closed += xml.kind == FEED_XML_CLOSE;
		}
		assert_int_equal(opened, closed);
		assert_int_equal(xml.open.n, 0);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(reads_what_is_well_formed),        cmocka_unit_test(mends_what_is_not),
	    cmocka_unit_test(binds_namespaces_where_they_hold), cmocka_unit_test(carries_base_and_language_inward),
	    cmocka_unit_test(gives_attributes_decoded),         cmocka_unit_test(refuses_depth_over_the_limit),
	    cmocka_unit_test(closes_a_text_cut_anywhere),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
