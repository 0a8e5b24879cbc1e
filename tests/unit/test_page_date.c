/* The day of publication: which source wins, what is never believed. */
#include "page.h"

#define ARTICLE(head, body)                                                                                            \
	"<html lang=en-GB><head>" head "</head><body><h1>Ferry sinks off Oban</h1>" body "<p>It "                      \
	"sank.</p></body></html>"
#define DATA(members) "<script type='application/ld+json'>{\"@type\":\"NewsArticle\"," members "}</script>"

TEST_IN_ARENA(sources)
{
	static const struct {
		const char *page, *published;
		enum published_from from;
	} cases[] = {
	    {ARTICLE(DATA("\"datePublished\":\"2026-03-17T08:40:00+01:00\",\"dateModified\":\"2026-03-19\""), ""),
	     "2026-03-17T08:40:00+01:00", FROM_JSON_LD},
	    {ARTICLE(DATA("\"datePublished\":\"2026-03-17\"") "<meta property='article:published_time' "
							      "content='2026-03-18'>",
		     ""),
	     "2026-03-17", FROM_JSON_LD},
	    {ARTICLE("<meta property='article:published_time' content='2026-03-17T08:40Z'>"
		     "<meta property='article:modified_time' content='2026-03-19'>",
		     ""),
	     "2026-03-17T08:40:00Z", FROM_META},
	    {ARTICLE("<link rel=canonical href='https://harbour.example/2026/03/17/ferry'>", "<p>18 March 2026</p>"),
	     "2026-03-17", FROM_URL},
	    {ARTICLE("", "<time datetime='2026-03-17T08:40'>yesterday</time>"), "2026-03-17T08:40:00", FROM_TIME},
	    {ARTICLE("", "<time class=updated datetime='2026-03-19'></time><time class=published "
			 "datetime='2026-03-17'></time>"),
	     "2026-03-17", FROM_TIME},
	    {ARTICLE("", "<p class=date>17 March 2026, 8:40</p>"), "2026-03-17T08:40:00", FROM_TEXT},
	    {ARTICLE("", "<p>Posted on 17 March 2026</p>"), "2026-03-17", FROM_TEXT},
	    /* the day alone borrows its hour */
	    {ARTICLE(DATA("\"datePublished\":\"2026-03-17\""), "<time datetime='2026-03-17T08:40+01:00'></time>"),
	     "2026-03-17T08:40:00+01:00", FROM_JSON_LD},
	    /* a teaser's day in an aside, farther than the article's own in plain text */
	    {ARTICLE("", "<p class=date>17 March 2026</p><aside><p class=date>19 March 2026</p></aside>"), "2026-03-17",
	     FROM_TEXT},
	    {ARTICLE("",
		     "<div class=related-list><p class=time>15 March 2026</p></div><p class=date>17 March 2026</p>"),
	     "2026-03-17", FROM_TEXT},
	    {ARTICLE("<meta property='article:modified_time' content='2026-03-19'>", "<p>Posted on 17 March 2026</p>"),
	     "2026-03-17", FROM_TEXT},
	    /* after the day the file was written, and before the web */
	    {ARTICLE(DATA("\"datePublished\":\"2027-03-17\""), "<p>17 March 2026</p>"), "2026-03-17", FROM_TEXT},
	    {ARTICLE(DATA("\"datePublished\":\"1970-01-01T00:00:00Z\""), "<p>17 March 2026</p>"), "2026-03-17",
	     FROM_TEXT},
	    {ARTICLE("<script>var page = {\"publishDate\": \"2026-03-17 08:40\"}</script>", ""), "2026-03-17T08:40:00",
	     FROM_TEXT},
	    {ARTICLE("<meta property='og:image' content='https://harbour.example/img/20260317/a.jpg'>", ""),
	     "2026-03-17", FROM_URL},
	    /* a stamp in UTC, the hour shown on the page: the publisher's day and zone */
	    {ARTICLE(DATA("\"datePublished\":\"2026-03-18T01:40:00Z\""), "<p class=date>17 March 2026, 9:40 p.m.</p>"),
	     "2026-03-17T21:40:00-04:00", FROM_JSON_LD},
	    {ARTICLE("", ""), "", FROM_NOWHERE},
	};
	int32_t file_day = day_of((struct civil){2026, 4, 1});

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		const struct article *article = read_page(arena, text_of(cases[i].page), file_day);
		struct buf buf = buf_new(arena, 64);
		stamp_put(&buf, article->published);
		if (!text_equal(buf_text(&buf), text_of(cases[i].published)) ||
		    article->published_from != cases[i].from)
			fail_msg("%zu: %.*s from %s", i, TEXT_ARGS(buf_text(&buf)),
				 published_from_name(article->published_from));
	}
}

/* What the record says already is not looked for. */
TEST_IN_ARENA(given)
{
	struct articles articles = {0};
	struct article record = {.title = TEXT("Given"),
				 .published = {day_of((struct civil){2026, 3, 1}), -1, ZONE_NONE},
				 .published_from = FROM_RECORD};

	html_read_page(page_context(arena), TEXT(ARTICLE(DATA("\"datePublished\":\"2026-03-17\""), "")), TEXT("utf-8"),
		       &record, &articles);
	assert_int_equal(articles.n, 1);
	assert_text_equal(articles.at->title, "Given");
	assert_int_equal(articles.at->published.day, record.published.day);
	assert_int_equal(articles.at->published_from, FROM_RECORD);
	assert_text_equal(articles.at->language, "en-GB");
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(sources), cmocka_unit_test(given)};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
