/* Feeds as other people's parsers see them: Atom and RSS by libxml2, JSON Feed by our reader. */
#include "briefing.h"
#include "test_folder.h"

#include "render/feed.h"

#include <libxml/parser.h>
#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>

static int make_themes(void **state)
{
	if (enter_folder(state) || mkdir("stories", 0777) || mkdir("nowhere", 0777))
		return -1;
	make_file("stories/theme.conf", TEXT("[feed]\nentries\tstories\n[site]\nbase\thttps://sheet.example/day\n"));
	make_file("nowhere/theme.conf", TEXT("[site]\nbase\tsheet.example\n"));
	return 0;
}

static struct feed open_feed(struct arena *arena, const char *folder)
{
	struct render_options resources = {.theme = {.built_in = resource_templates, .folder = folder}};
	struct theme theme = theme_open(arena, &resources);
	struct feed feed = feed_open(arena, &theme);
	struct ng_briefing *today = day_briefing(arena), *before = day_briefing(arena);

	before->day--;
	today->title = TEXT("Sheet & <Co>");
	feed_add(&feed, today);
	feed_add(&feed, before);
	return feed;
}

static xmlXPathContextPtr parse(struct arena *arena, struct ng_text bytes)
{
	xmlDocPtr doc = xmlReadMemory(bytes.at, (int)bytes.len, NULL, NULL, XML_PARSE_NONET | XML_PARSE_NOERROR);
	xmlXPathContextPtr context;

	arena_adopt(arena, doc, (void (*)(void *))xmlFreeDoc);
	context = arena_adopt(arena, xmlXPathNewContext(doc), (void (*)(void *))xmlXPathFreeContext);
	xmlXPathRegisterNs(context, (const xmlChar *)"a", (const xmlChar *)"http://www.w3.org/2005/Atom");
	return context;
}

static void check(xmlXPathContextPtr context, const char *path, const char *expected)
{
	xmlXPathObjectPtr found = xmlXPathEvalExpression((const xmlChar *)path, context);
	xmlChar *text = xmlXPathCastToString(found);

	xmlXPathFreeObject(found);
	assert_text(text_of((const char *)text), text_of(expected), path, 1);
	xmlFree(text);
}

static const char headline[] = "Larkhaven closes its harbour after a second crane begins to lean";

TEST_IN_ARENA(atom)
{
	struct feed feed = open_feed(arena, NULL);
	struct buf out = buf_new(arena, 1 << 24);

	feed_put_atom(&feed, &out);
	xmlXPathContextPtr context = parse(arena, buf_text(&out));
	check(context, "count(/a:feed/a:entry)", "2");
	check(context, "/a:feed/a:id", "tag:nutgraf.localhost,2026:briefings");
	check(context, "/a:feed/a:title", "Sheet & <Co>");
	check(context, "/a:feed/a:updated", "2026-03-17T00:00:00Z");
	check(context, "/a:feed/a:link[@rel='self']/@href", "https://nutgraf.localhost/feed.xml");
	check(context, "/a:feed/a:entry[1]/a:id", "tag:nutgraf.localhost,2026-03-17:briefing");
	check(context, "/a:feed/a:entry[2]/a:id", "tag:nutgraf.localhost,2026-03-16:briefing");
	check(context, "/a:feed/a:entry[1]/a:title", arena_format(arena, "Tuesday 17 March 2026: %s", headline).at);
	check(context, "/a:feed/a:entry[1]/a:link/@href", "https://nutgraf.localhost/2026/03/17/");
	check(context, "/a:feed/a:entry[1]/a:summary", "Nachtzüge kehren auf die Auetalbahn zurück");
	check(context, "contains(/a:feed/a:entry[1]/a:content[@type='html'], '<blockquote>“We asked')", "true");
}

TEST_IN_ARENA(rss)
{
	struct feed feed = open_feed(arena, NULL);
	struct buf out = buf_new(arena, 1 << 24);

	feed_put_rss(&feed, &out);
	xmlXPathContextPtr context = parse(arena, buf_text(&out));
	check(context, "/rss/@version", "2.0");
	check(context, "count(/rss/channel/item)", "2");
	check(context, "/rss/channel/title", "Sheet & <Co>");
	check(context, "/rss/channel/a:link/@href", "https://nutgraf.localhost/rss.xml");
	check(context, "/rss/channel/item[2]/pubDate", "Mon, 16 Mar 2026 00:00:00 +0000");
	check(context, "/rss/channel/item[2]/guid[@isPermaLink='false']", "tag:nutgraf.localhost,2026-03-16:briefing");
}

TEST_IN_ARENA(json_feed)
{
	struct feed feed = open_feed(arena, NULL);
	struct buf out = buf_new(arena, 1 << 24);

	feed_put_json(&feed, &out);
	const struct json *json = json_parse(arena, buf_text(&out), 8), *item = json_member(json, "items")->first;
	assert_text_equal(json_text(json, "version"), "https://jsonfeed.org/version/1.1");
	assert_text_equal(json_text(json, "title"), "Sheet & <Co>");
	assert_int_equal(json_member(json, "items")->n, 2);
	assert_text_equal(json_text(item, "date_published"), "2026-03-17T00:00:00Z");
	assert_text_equal(json_text(item, "url"), "https://nutgraf.localhost/2026/03/17/");
	assert_true(text_starts(json_text(item, "content_html"), TEXT("<p>6 stories from 43 articles")));
}

TEST_IN_ARENA(an_entry_for_each_story)
{
	struct feed feed = open_feed(arena, "stories");
	struct buf out = buf_new(arena, 1 << 24);
	struct ng_text slug = day_briefing(arena)->stories[0].slug;

	feed_put_atom(&feed, &out);
	xmlXPathContextPtr context = parse(arena, buf_text(&out));
	check(context, "count(/a:feed/a:entry)", "8");
	check(context, "/a:feed/a:entry[1]/a:title", headline);
	check(context, "/a:feed/a:entry[1]/a:id",
	      arena_format(arena, "tag:sheet.example,2026-03-17:%.*s", TEXT_ARGS(slug)).at);
	check(context, "/a:feed/a:entry[1]/a:link/@href",
	      arena_format(arena, "https://sheet.example/day/2026/03/17/#%.*s", TEXT_ARGS(slug)).at);
}

static void open_nowhere(void *arena)
{
	open_feed(arena, "nowhere");
}

TEST_IN_ARENA(a_site_has_an_address)
{
	struct ng_error error = {0};

	assert_false(arena_try(arena, open_nowhere, arena, &error));
	assert_int_equal(error.status, NG_CONFIG);
	assert_string_equal(error.what, "[site] base: an address like https://news.example is wanted");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(atom),
	    cmocka_unit_test(rss),
	    cmocka_unit_test(json_feed),
	    cmocka_unit_test(an_entry_for_each_story),
	    cmocka_unit_test(a_site_has_an_address),
	};

	return cmocka_run_group_tests(tests, make_themes, leave_folder);
}
