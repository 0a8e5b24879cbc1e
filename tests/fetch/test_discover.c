/* Feeds that pages name. */
#include "unit/test.h"

#include "base/buf.h"
#include "fetch/discover.h"

static const struct {
	const char *page, *feed;
} cases[] = {
    {"<link rel=\"alternate\" type=\"application/rss+xml\" href=\"/feed.xml\">", "https://a.example/feed.xml"},
    {"<LINK HREF='b?x=1&amp;y=2' TYPE='application/atom+xml; charset=utf-8' REL='home alternate'/>",
     "https://a.example/news/b?x=1&y=2"},
    {"<link rel=alternate type=application/feed+json href=https://b.example/f>", "https://b.example/f"},
    {"<link\nrel = \"alternate\"\n\ttype=\n\"application/rss+xml\" title=\"a > b\" href=\" f \">",
     "https://a.example/news/f"},
    {"<link rel=stylesheet href=x><link rel=alternate type=application/rss+xml href=f>", "https://a.example/news/f"},
    {"<link rel=alternate hreflang=de href=/de><link rel=alternate type=text/html href=x>", ""},
    {"<link rel=alternate type=application/rss+xml>", ""},
    {"<link rel=alternate type=application/rss+xml href=\"javascript:alert(1)\">", ""},
    {"<link rel=alternate type=application/rss+xml href=\"mailto:a@b.example\">", ""},
    {"<linkrel=alternate type=application/rss+xml href=f>", ""},
    {"<link", ""},
    {"<link rel=\"alternate", ""},
    {"<link rel=alternate type=application/rss+xml href=\"f", "https://a.example/news/f"},
    {"<link = = =><link rel=alternate type=application/rss+xml href=f", "https://a.example/news/f"},
    {"", ""},
};

TEST_IN_ARENA(finds_feeds)
{
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct ng_text feed =
		    discover_feed(arena, text_of(cases[i].page), TEXT("https://a.example/news/index.html"));
		if (!text_equal(feed, text_of(cases[i].feed)))
			fail_msg("case %zu: %.*s", i, TEXT_ARGS(feed));
	}
}

/* A page of nothing but link tags that never end is looked at in a moment. */
TEST_IN_ARENA(is_not_quadratic)
{
	enum { TAGS = 20000 };
	struct buf page = buf_new(arena, SIZE_MAX);

	for (size_t i = 0; i < TAGS; i++)
		buf_puts(&page, "<link a=\"\" ");
	assert_text_equal(discover_feed(arena, buf_text(&page), TEXT("https://a.example/")), "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(finds_feeds),
	    cmocka_unit_test(is_not_quadratic),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
