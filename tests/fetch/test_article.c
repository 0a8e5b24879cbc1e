/* Articles of feeds and pages, charsets of answers, names of files. */
#include "unit/test.h"

#include "fetch/article.h"
#include "fetch/document_file.h"

#define SENTENCE           "The harbour office of Ostwick said on Tuesday that the quay will be looked at again in spring. "
#define ITEM(fields, text) "<item>" fields "<description>" text "</description></item>"
#define RSS(items)         "<rss version=\"2.0\"><channel><title>Ostwick Courier</title>" items "</channel></rss>"
#define LINK               "<link>https://a.example/1#top</link>"

static struct document document(struct ng_text url, struct ng_text type, struct ng_text body)
{
	return (struct document){.url = url, .final = url, .type = type, .body = body, .asked = 1773734400};
}

TEST_IN_ARENA(reads_feeds_in_order)
{
	struct problems problems = {0};
	struct document feeds[] = {
	    document(TEXT("https://a.example/f"), TEXT(""),
		     TEXT(RSS(ITEM(LINK "<guid>g1</guid>", SENTENCE) ITEM("<guid>g2</guid>", "It goes on ...")))),
	    document(TEXT("https://b.example/f"), TEXT(""), TEXT("<html>no feed</html>")),
	    document(TEXT("https://c.example/f"), TEXT(""), TEXT("")),
	    document(TEXT("https://d.example/f"), TEXT(""), TEXT(RSS(ITEM("<title>T</title>", SENTENCE)))),
	};
	struct feed_articles articles = articles_of_feeds(arena, feeds, 4, 50, &problems);

	assert_int_equal(articles.n, 3);
	assert_int_equal(articles.at[0].feed, 0);
	assert_text_equal(articles.at[0].key, "https://a.example/1");
	assert_text_equal(json_text(articles.at[0].record, "site"), "Ostwick Courier");
	assert_text_equal(json_text(articles.at[0].record, "source"), "");
	assert_false(articles.at[0].teaser);
	assert_text_equal(articles.at[1].key, "https://a.example/f g2");
	assert_true(articles.at[1].teaser);
	assert_int_equal(articles.at[2].feed, 3);
	assert_true(text_starts(articles.at[2].key, TEXT("https://d.example/f ")));
	assert_int_equal(problems.n, 1);
	assert_string_equal(problems.at[0].where, "https://b.example/f");
}

/* An entry with neither link nor id keeps its key when others come before it. */
TEST_IN_ARENA(keys_do_not_move)
{
	struct problems problems = {0};
	struct document before = document(TEXT("https://a.example/f"), TEXT(""), TEXT(RSS(ITEM("", SENTENCE))));
	struct document after =
	    document(TEXT("https://a.example/f"), TEXT(""), TEXT(RSS(ITEM("", "It is new.") ITEM("", SENTENCE))));
	struct feed_articles first = articles_of_feeds(arena, &before, 1, 0, &problems);
	struct feed_articles second = articles_of_feeds(arena, &after, 1, 0, &problems);

	assert_true(text_equal(first.at[0].key, second.at[1].key));
	assert_false(text_equal(first.at[0].key, second.at[0].key));
}

TEST_IN_ARENA(tells_teasers)
{
	static const char *const items[] = {RSS(ITEM(LINK, SENTENCE "[...]")), RSS(ITEM(LINK, SENTENCE "\xe2\x80\xa6")),
					    RSS(ITEM(LINK, SENTENCE)), RSS(ITEM(LINK, ""))};
	static const bool teaser[] = {true, true, false, true};
	struct problems problems = {0};

	for (size_t i = 0; i < 4; i++) {
		struct document feed = document(TEXT("https://a.example/f"), TEXT(""), text_of(items[i]));
		struct feed_articles articles = articles_of_feeds(arena, &feed, 1, sizeof SENTENCE - 2, &problems);
		assert_int_equal(articles.n, 1);
		assert_int_equal(articles.at[0].teaser, teaser[i]);
	}
}

#define PAGE(text)                                                                                                     \
	"<html><head><title>T</title></head><body><article><p>" SENTENCE SENTENCE "</p><p>" text                       \
	"</p></article></body></html>"

TEST_IN_ARENA(reads_pages)
{
	struct problems problems = {0};
	struct document pages[] = {
	    document(TEXT("https://a.example/1"), TEXT("text/html; charset=iso-8859-1"),
		     TEXT(PAGE("At the caf\xe9 nobody was surprised by that."))),
	    {.url = TEXT("")},
	    document(TEXT("https://a.example/2"), TEXT("application/pdf"), TEXT("%PDF-1.4")),
	    document(TEXT("https://a.example/3"), TEXT("text/html"), TEXT("")),
	    document(TEXT("https://a.example/4"), TEXT("text/html"), TEXT(PAGE("At the quay it was quiet."))),
	};
	const struct json **records = articles_of_pages(arena, pages, 5, &problems);

	assert_non_null(records[0]);
	assert_true(text_find(json_text(records[0], "text"), TEXT("caf\xc3\xa9"), 0) <
		    json_text(records[0], "text").len);
	assert_text_equal(json_text(records[0], "url"), "https://a.example/1");
	assert_text_equal(json_text(records[0], "published"), "");
	assert_null(records[1]);
	assert_null(records[2]);
	assert_null(records[3]);
	assert_true(text_find(json_text(records[4], "text"), TEXT("quiet"), 0) < json_text(records[4], "text").len);
	assert_int_equal(problems.n, 2);
	assert_string_equal(problems.at[0].where, "https://a.example/3"); /* the library's own words come first */
	assert_string_equal(problems.at[1].where, "https://a.example/2");
}

static struct json *record(struct arena *arena, const char *title, const char *site, const char *text)
{
	struct json *record = json_new(arena, JSON_OBJECT);

	json_set(record, "title", json_string(arena, text_of(title)));
	json_set(record, "site", json_string(arena, text_of(site)));
	json_set(record, "text", json_string(arena, text_of(text)));
	return record;
}

TEST_IN_ARENA(joins_feed_and_page)
{
	struct json *feed = record(arena, "T", "", "Short."), *page = record(arena, "U", "S", "Long enough.");
	const struct json *joined = record_join(arena, feed, page);

	assert_text_equal(json_text(joined, "title"), "T");
	assert_text_equal(json_text(joined, "site"), "S");
	assert_text_equal(json_text(joined, "text"), "Long enough.");
	assert_ptr_equal(record_join(arena, page, feed), page);
}

static struct ng_text bytes_of(struct arena *arena, const char *kind, const char *body)
{
	struct document answer = {.type = text_of(kind), .body = text_of(body)};

	return document_bytes(arena, &answer);
}

TEST_IN_ARENA(keeps_charsets)
{
	assert_text_equal(bytes_of(arena, "text/html; charset=windows-1251", "\xcf\xf0"),
			  "\xef\xbb\xbf\xd0\x9f\xd1\x80");
	assert_text_equal(bytes_of(arena, "text/html;Charset=\"ISO-8859-1\"", "\xe9"), "\xef\xbb\xbf\xc3\xa9");
	assert_text_equal(bytes_of(arena, "text/html", "\xe9"), "\xe9");
	assert_text_equal(bytes_of(arena, "text/html; charset=UTF-8", "\xe9"), "\xe9");
	assert_text_equal(bytes_of(arena, "text/html; charset=iso-8859-1", "\xef\xbb\xbf\xc3\xa9"),
			  "\xef\xbb\xbf\xc3\xa9");
	assert_text_equal(
	    bytes_of(arena, "text/xml; charset=iso-8859-1", "<?xml version='1.0' encoding='utf-8'?>\xc3\xa9"),
	    "<?xml version='1.0' encoding='utf-8'?>\xc3\xa9");
	assert_text_equal(bytes_of(arena, "text/xml; charset=iso-8859-1", "<?xml version='1.0'?>\xe9"),
			  "\xef\xbb\xbf<?xml version='1.0'?>\xc3\xa9");
	assert_text_equal(bytes_of(arena, "text/html; charset=no-such-charset", "\xe9"), "\xe9");
	assert_text_equal(bytes_of(arena, "text/html; charset=../../etc/passwd", "\xe9"), "\xe9");
	assert_text_equal(bytes_of(arena, "text/html; charset=us-ascii", "\xe9"), "\xe9");
	assert_text_equal(bytes_of(arena, "text/html; charset=", "\xe9"), "\xe9");
}

static void expect_path(struct arena *arena, const char *url, bool is_page, struct ng_text expected)
{
	struct document document = {.url = text_of(url), .body = TEXT("<rss/>")};
	struct ng_text path = document_path(arena, "out", &document, is_page);

	if (!text_starts(path, expected))
		fail_msg("%s goes to %.*s", url, TEXT_ARGS(path));
	for (size_t i = sizeof "out/" - 1; i < path.len; i++)
		assert_non_null(strchr("abcdefghijklmnopqrstuvwxyz0123456789-./", path.at[i]));
	assert_int_equal(text_find(path, TEXT(".."), 0), path.len);
}

TEST_IN_ARENA(names_files)
{
	struct document json = {.url = TEXT("https://a.example/f"), .body = TEXT(" {\"version\":1}")};

	expect_path(arena, "https://News.Example/World/Feed.xml", false, TEXT("out/news.example/world-feed-xml-"));
	expect_path(arena, "https://a.example", true, TEXT("out/a.example/index-"));
	expect_path(arena, "https://a.example/../../etc/passwd", true, TEXT("out/a.example/etc-passwd-"));
	expect_path(arena, "https://../x", true, TEXT("out/-"));
	expect_path(arena, "https://.hidden/x", true, TEXT("out/-hidden/x-"));
	expect_path(arena, "https://a..b/x", true, TEXT("out/a.-b/x-"));
	expect_path(arena, "https://[::1]:8080/x", true, TEXT("out/---1-/x-"));
	expect_path(arena, "https://a.example/\xe6\x97\xa5\xe6\x9c\xac", true, TEXT("out/a.example/"));
	assert_true(text_ends(document_path(arena, "out", &json, false), TEXT(".json")));
	assert_true(text_ends(document_path(arena, "out", &json, true), TEXT(".warc")));
	struct document first = {.url = TEXT("https://a.example/?a")}, second = {.url = TEXT("https://a.example/?b")};
	assert_false(text_equal(document_path(arena, "o", &first, true), document_path(arena, "o", &second, true)));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(reads_feeds_in_order), cmocka_unit_test(keys_do_not_move),
	    cmocka_unit_test(tells_teasers),        cmocka_unit_test(reads_pages),
	    cmocka_unit_test(joins_feed_and_page),  cmocka_unit_test(keeps_charsets),
	    cmocka_unit_test(names_files),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
