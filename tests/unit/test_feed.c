/* Feeds in every dialect: titles, links, dates, authors, texts; broken ones; what is none. */
#include "reading.h"

#include "read/feed.h"

#define RSS(items)                                                                                                     \
	"<rss version='2.0'><channel><title>Quayside Post</title><link>https://post.example/</link>" items             \
	"</channel></rss>"

TEST_IN_ARENA(reads_rss_2)
{
	struct article article = reading_one(
	    arena, &feed_reader,
	    "<?xml version='1.0'?>\n<rss version='2.0' xmlns:content='http://purl.org/rss/1.0/modules/content/'"
	    " xmlns:dc='http://purl.org/dc/elements/1.1/' xmlns:media='http://search.yahoo.com/mrss/'><channel>"
	    "<title>Quayside Post</title><link>https://post.example/</link><language>en-gb</language>"
	    "<image><title>Logo</title><url>l.png</url><link>https://logo.example/</link></image>"
	    "<pubDate>Wed, 18 Mar 2026 00:00:00 GMT</pubDate>"
	    "<item><title>Harbour &amp;amp; ferry &lt;b&gt;open&lt;/b&gt;</title><link>https://post.example/1</link>"
	    "<guid isPermaLink='false'>post-1</guid><pubDate>Tue, 17 Mar 2026 08:40:00 +0100</pubDate>"
	    "<dc:creator>Ada Quill</dc:creator><dc:creator>Bo Reed</dc:creator>"
	    "<category>Ports</category><category>Trade</category>"
	    "<media:content url='a.jpg'><media:title>A picture</media:title><media:credit role='photographer'>Cy Vane"
	    "</media:credit><media:description>The quay.</media:description></media:content>"
	    "<media:title>Not the title</media:title>"
	    "<description>In short.</description>"
	    "<content:encoded><![CDATA[<p>The harbour opened &amp; the ferry left.</p>]]></content:encoded></item>"
	    "</channel></rss>");

	assert_text_equal(article.title, "Harbour & ferry open");
	assert_text_equal(article.url, "https://post.example/1");
	assert_text_equal(article.id, "post-1");
	assert_text_equal(article.site, "Quayside Post");
	assert_text_equal(article.author, "Ada Quill, Bo Reed");
	assert_text_equal(article.section, "Ports");
	assert_text_equal(article.language, "en-gb");
	assert_text_equal(published_of(arena, &article), "2026-03-17T08:40:00+01:00");
	assert_int_equal(article.published_from, FROM_FEED);
	assert_within(article.text, "The harbour opened & the ferry left.");
}

TEST_IN_ARENA(reads_atom)
{
	struct articles articles = reading_of(
	    arena, &feed_reader,
	    TEXT(
		"<feed xmlns='http://www.w3.org/2005/Atom' xml:lang='de' xml:base='https://post.example/a/'>"
		"<title type='html'>Quay "
		"&lt;i&gt;Post&lt;/i&gt;</title><id>urn:f</id><updated>2026-03-18T00:00:00Z</updated>"
		"<link rel='self' href='feed.xml'/><link href='/'/><author><name>Desk</name><email>d@e</email></author>"
		"<entry><title type='text'>1 &lt; 2</title><link rel='enclosure' href='a.mp3'/>"
		"<link type='application/json' href='a.json'/><link type='text/html' href='../b'/><id>urn:1</id>"
		"<updated>2026-03-17T09:00:00Z</updated><published>2026-03-16T08:00:00Z</published>"
		"<category term='x' label='Ports'/><author><name>Ada Quill</name></author>"
		"<contributor><name>Cy Vane</name></contributor><summary>Short.</summary>"
		"<content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'><p>The <em>ferry</em> left &amp; came"
		" back.<br/>Twice.</p></div></content></entry>"
		"<entry xml:lang='fr'><title>Second</title><id>https://post.example/2</id><updated>2026-03-15</updated>"
		"<source><title>Other Paper</title><id>urn:o</id><updated>2020-01-01</updated></source>"
		"<content src='x.pdf' type='application/pdf'>no</content><summary "
		"type='html'>&lt;p&gt;Told.</summary></entry>"
		"</feed>"));
	const struct article *first = &articles.at[0], *second = &articles.at[1];

	assert_int_equal(articles.n, 2);
	assert_text_equal(first->title, "1 < 2");
	assert_text_equal(first->url, "https://post.example/b");
	assert_text_equal(first->author, "Ada Quill");
	assert_text_equal(first->section, "Ports");
	assert_text_equal(first->site, "Quay Post");
	assert_text_equal(first->language, "de");
	assert_text_equal(published_of(arena, first), "2026-03-16T08:00:00Z");
	assert_within(first->text, "The ferry left & came back.");
	assert_text_equal(second->url, "https://post.example/2");
	assert_text_equal(second->author, "Desk");
	assert_text_equal(second->site, "Other Paper");
	assert_text_equal(second->language, "fr");
	assert_text_equal(published_of(arena, second), "2026-03-15");
	assert_within(second->text, "Told.");
}

TEST_IN_ARENA(reads_rdf_and_old_dialects)
{
	struct article article = reading_one(
	    arena, &feed_reader,
	    "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://purl.org/rss/1.0/'"
	    " xmlns:dc='http://purl.org/dc/elements/1.1/'><channel "
	    "rdf:about='x'><title>Quay</title><link>https://q.example/"
	    "</link><items><rdf:Seq><rdf:li "
	    "resource='y'/></rdf:Seq></items></channel><image><title>Logo</title></image>"
	    "<item rdf:about='y'><title>Ferry</title><link>https://q.example/1</link><dc:date>2026-03-17</dc:date>"
	    "<dc:subject>Ports</dc:subject><description>Left.</description></item></rdf:RDF>");

	assert_text_equal(article.title, "Ferry");
	assert_text_equal(article.site, "Quay");
	assert_text_equal(article.section, "Ports");
	assert_text_equal(published_of(arena, &article), "2026-03-17");
	article =
	    reading_one(arena, &feed_reader,
			"<Channel xmlns='http://purl.org/net/rss1.1#'><title>Q</title><items><item><title>T</title>"
			"<link>http://q.example/</link></item></items></Channel>");
	assert_text_equal(article.title, "T");
	article =
	    reading_one(arena, &feed_reader,
			"<feed version='0.3' xmlns='http://purl.org/atom/ns#'><title>Q</title><entry><title>T</title>"
			"<issued>2003-12-13T08:29:29-04:00</issued><modified>2003-12-14</modified>"
			"<content type='text/html' mode='escaped'>&lt;p&gt;Words.&lt;/p&gt;</content></entry></feed>");
	assert_text_equal(published_of(arena, &article), "2003-12-13T08:29:29-04:00");
	assert_within(article.text, "Words.");
}

TEST_IN_ARENA(knows_html_however_it_is_escaped)
{
	static const char *const bodies[] = {
	    "&lt;p&gt;The &lt;b&gt;quay&lt;/b&gt; &amp;amp; sea&lt;/p&gt;",
	    "<![CDATA[<p>The <b>quay</b> &amp; sea</p>]]>",
	    "&amp;lt;p&amp;gt;The &amp;lt;b&amp;gt;quay&amp;lt;/b&amp;gt; &amp;amp;amp; sea&amp;lt;/p&amp;gt;",
	    "<![CDATA[&lt;p&gt;The &lt;b&gt;quay&lt;/b&gt; &amp;amp; sea&lt;/p&gt;]]>",
	    "<p>The <b>quay</b> &amp; sea</p>",
	    "The quay &amp; sea",
	    "The quay & sea",
	    "The quay &amp;amp; sea",
	};

	for (size_t i = 0; i < sizeof bodies / sizeof *bodies; i++) {
		struct ng_text feed = arena_format(arena, RSS("<item><description>%s</description></item>"), bodies[i]);
		struct article article = reading_one(arena, &feed_reader, feed.at);
		assert_text(text_trim(article.text), TEXT("The quay & sea"), bodies[i], (int)i);
	}
}

TEST_IN_ARENA(resolves_links)
{
	static const char *const cases[][2] = {
	    {"<item><link>/1</link></item>", "https://post.example/1"},
	    {"<item xml:base='https://b.example/x/'><link>1</link></item>", "https://b.example/x/1"},
	    {"<item><guid>https://post.example/g</guid></item>", "https://post.example/g"},
	    {"<item><guid isPermaLink='false'>https://post.example/g</guid></item>", ""},
	    {"<item><link>https://post.example/a?b=1&c=2</link></item>", "https://post.example/a?b=1&c=2"},
	    {"<item><link>https://t.example/</link><feedburner:origLink>https://o.example/</feedburner:origLink></"
	     "item>",
	     "https://o.example/"},
	    {"<item><atom:link href='https://s.example/' rel='self'/><link>https://l.example/</link></item>",
	     "https://l.example/"},
	    {"<item><link>javascript:alert(1)</link></item>", ""},
	};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct ng_text feed = arena_format(arena, RSS("%s"), cases[i][0]);
		struct article article = reading_one(arena, &feed_reader, feed.at);
		assert_text(article.url, text_of(cases[i][1]), cases[i][0], (int)i);
	}
}

TEST_IN_ARENA(takes_writers_from_credits_only)
{
	struct article article = reading_one(
	    arena, &feed_reader,
	    RSS("<item><media:credit role='photographer'>Cy Vane</media:credit>"
		"<media:credit role='reporter'>Ada Quill</media:credit><author>d@e.example</author></item>"));

	assert_text_equal(article.author, "Ada Quill");
}

/* The end tag of a title's bold word, an item's end, the end of all: nothing else is lost. */
TEST_IN_ARENA(reads_broken_feeds)
{
	struct articles articles = reading_of(
	    arena, &feed_reader,
	    TEXT(RSS("<item><title>One <b>two</title><link>http://a.example/1</link><item><title>Three & four</title>"
		     "<link>http://a.example/2</link></item><item><title>F&uuml;nf</title><link>http://a.example/3")));

	assert_int_equal(articles.n, 3);
	assert_text_equal(articles.at[0].title, "One two");
	assert_text_equal(articles.at[0].url, "http://a.example/1");
	assert_text_equal(articles.at[1].title, "Three & four");
	assert_text_equal(articles.at[1].url, "http://a.example/2");
	assert_text_equal(articles.at[2].title, "F\xc3\xbcnf");
}

static void check_cut(struct arena *arena, struct ng_text whole)
{
	struct articles all = reading_of(arena, &feed_reader, whole);

	for (size_t length = 0; length < whole.len; length++) {
		struct arena_mark mark = arena_mark(arena);
		struct ng_text cut = arena_copy(arena, text_slice(whole, 0, length));
		struct reading reading;
		if (reading_try(arena, &feed_reader, cut, &reading)) {
			assert_true(reading.articles.n <= all.n);
			for (size_t i = 0; i + 1 < reading.articles.n; i++)
				assert_true(text_equal(reading.articles.at[i].title, all.at[i].title) &&
					    text_equal(reading.articles.at[i].url, all.at[i].url) &&
					    text_equal(reading.articles.at[i].text, all.at[i].text));
		} else {
			assert_int_equal(reading.error.status, NG_BAD_INPUT);
		}
		arena_reset(arena, mark);
	}
}

/* Cut at every byte: refused or read, and the entries before the last are as in the whole. */
TEST_IN_ARENA(reads_feeds_cut_anywhere)
{
	check_cut(arena,
		  TEXT("<?xml version='1.0' encoding='utf-8'?><!DOCTYPE rss [<!ENTITY a 'b'>]>" RSS(
		      "<item><title>F&#xfc;nf &amp; <![CDATA[<b>six</b>]]></title><guid>https://post.example/1</guid>"
		      "<description>&lt;p>The quay &amp;amp; sea.&lt;/p></description></item><!-- a comment -->"
		      "<item><title>Caf\xc3\xa9</title><link>/2</link><content:encoded><![CDATA[<p>One<br>two]]>"
		      "</content:encoded></item><item xml:base='https://b.example/'><title>Last</title></item>")));
	check_cut(
	    arena,
	    TEXT("<a:feed xmlns:a='http://www.w3.org/2005/Atom' xmlns='http://www.w3.org/1999/xhtml'><a:title>Q"
		 "</a:title><a:entry><a:title type='xhtml'><div>A <b>b</b></div></a:title><a:link href='https://"
		 "q.example/1'/><a:content type='xhtml'><div><p>One<br/>two</p></div></a:content></a:entry><a:entry>"
		 "<a:title>Two</a:title></a:entry></a:feed>"));
	check_cut(
	    arena,
	    TEXT("{\"version\":\"https://jsonfeed.org/version/1\",\"items\":[{\"id\":\"1\",\"title\":\"\\u00e9\"},"
		 "{\"id\":\"2\",\"content_html\":\"<p>One.\"}]}"));
}

TEST_IN_ARENA(falls_back_to_the_summary)
{
	struct article article =
	    reading_one(arena, &feed_reader,
			RSS("<item><content:encoded>&lt;img "
			    "src='a.png'&gt;</content:encoded><description>Words.</description></item>"));

	assert_within(article.text, "Words.");
}

TEST_IN_ARENA(reads_any_charset)
{
	struct article article =
	    reading_one(arena, &feed_reader,
			"<?xml version='1.0' encoding='ISO-8859-1'?>" RSS("<item><title>Caf\xe9</title></item>"));

	assert_text_equal(article.title, "Caf\xc3\xa9");
}

TEST_IN_ARENA(reads_json_feed)
{
	struct article article =
	    reading_one(arena, &feed_reader,
			"{\"version\":\"https://jsonfeed.org/version/"
			"1.1\",\"title\":\"Quay\",\"home_page_url\":\"https://q.example/\","
			"\"items\":[{\"id\":1,\"url\":\"/x\",\"title\":\"Ferry\",\"content_html\":\"<p>It "
			"left.</p>\",\"content_text\":\"no\","
			"\"date_published\":\"2026-03-17T08:40:00+01:00\",\"authors\":[{\"name\":\"Ada "
			"Quill\"}],\"tags\":[\"Ports\"]}]}");

	assert_text_equal(article.id, "1");
	assert_text_equal(article.url, "https://q.example/x");
	assert_text_equal(article.title, "Ferry");
	assert_text_equal(article.site, "Quay");
	assert_text_equal(article.author, "Ada Quill");
	assert_text_equal(article.section, "Ports");
	assert_text_equal(published_of(arena, &article), "2026-03-17T08:40:00+01:00");
	assert_within(article.text, "It left.");
}

TEST_IN_ARENA(says_why_it_refuses)
{
	static const char *const cases[][2] = {
	    {"<opml version='2.0'><body><outline xmlUrl='x'/></body></opml>", "OPML"},
	    {"<html><body>no</body></html>", "<html>"},
	    {"<title>x</title>", "<title>"},
	    {"", "no element"},
	    {"words", "no element"},
	    {"{\"version\":\"https://jsonfeed.org/version/1\"}", "items"},
	};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct reading reading;
		if (reading_try(arena, &feed_reader, text_of(cases[i][0]), &reading))
			fail_msg("%s", cases[i][0]);
		assert_int_equal(reading.error.status, NG_BAD_INPUT);
		if (!strstr(reading.error.what, cases[i][1]))
			fail_msg("%s: %s", cases[i][0], reading.error.what);
	}
}

TEST_IN_ARENA(knows_a_feed_when_it_sees_one)
{
	static const char *const feeds[] = {
	    "<rss>",
	    " \n<?xml version='1.0'?>\n<!-- x <a> --><!DOCTYPE rss>\n<rss version='2.0'>",
	    "<feed xmlns='x'>",
	    "\xef\xbb\xbf<rdf:RDF x='y'>",
	    "<opml>",
	    "<atom:feed>",
	    "{\"version\": \"https://jsonfeed.org/version/1\"",
	};
	static const char *const others[] = {"",          "<html><body><rss>", "<!DOCTYPE html><html>", "text <rss>",
					     "{\"a\":1}", "<feedback>",        "From: a\n\n<rss>"};

	for (size_t i = 0; i < sizeof feeds / sizeof *feeds; i++)
		if (!feed_reader.sniff(text_of(feeds[i]), TEXT("x")))
			fail_msg("%s", feeds[i]);
	for (size_t i = 0; i < sizeof others / sizeof *others; i++)
		if (feed_reader.sniff(text_of(others[i]), TEXT("x")))
			fail_msg("%s", others[i]);
	assert_true(feed_reader.sniff(TEXT("\xff\xfe<\0r\0s\0s\0>\0"), TEXT("x")));
	assert_true(feed_reader.sniff(TEXT(""), TEXT("x.atom")));
	(void)arena;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(reads_rss_2),
	    cmocka_unit_test(reads_atom),
	    cmocka_unit_test(reads_rdf_and_old_dialects),
	    cmocka_unit_test(knows_html_however_it_is_escaped),
	    cmocka_unit_test(resolves_links),
	    cmocka_unit_test(takes_writers_from_credits_only),
	    cmocka_unit_test(reads_broken_feeds),
	    cmocka_unit_test(reads_feeds_cut_anywhere),
	    cmocka_unit_test(falls_back_to_the_summary),
	    cmocka_unit_test(reads_any_charset),
	    cmocka_unit_test(reads_json_feed),
	    cmocka_unit_test(says_why_it_refuses),
	    cmocka_unit_test(knows_a_feed_when_it_sees_one),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
