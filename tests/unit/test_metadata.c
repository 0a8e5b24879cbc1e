/* What pages say of themselves, and in which order it is believed. */
#include "page.h"

TEST_IN_ARENA(fields)
{
	const struct metadata *metadata = metadata_of(
	    arena,
	    TEXT("<html lang=en-GB><head><title>Ferry sinks off Oban - Harbour Post</title>"
		 "<meta property='og:site_name' content='Harbour Post'><meta name=author content='Ann Bell'>"
		 "<meta property=article:section content=Scotland><link rel=canonical href='https://harbour.example/1'>"
		 "<meta name=Description content=' Nobody was hurt. '></head><body><h1>Ferry sinks off Oban</h1>"));

	assert_text_equal(metadata->title, "Ferry sinks off Oban");
	assert_text_equal(metadata->site, "Harbour Post");
	assert_text_equal(metadata->author, "Ann Bell");
	assert_text_equal(metadata->section, "Scotland");
	assert_text_equal(metadata->language, "en-GB");
	assert_text_equal(metadata->canonical, "https://harbour.example/1");
	assert_text_equal(metadata->description, "Nobody was hurt.");
	assert_false(metadata->title_cut);
}

TEST_IN_ARENA(titles)
{
	static const struct {
		const char *page, *title;
		bool cut;
	} cases[] = {
	    {"<title>Harbour Post</title><h1>Ferry sinks</h1>", "Harbour Post", false},
	    {"<h1>Ferry sinks</h1>", "Ferry sinks", false},
	    {"<meta property=og:title content='Ferry sinks off the co...'><title>Ferry sinks off the coast of Mull - "
	     "Post</title>",
	     "Ferry sinks off the coast of Mull", false},
	    {"<title>Ferry sinks off the co...</title>", "Ferry sinks off the co...", true},
	    {"<title>Ferry sinks off the co\xe2\x80\xa6</title><h1>Ferry sinks off the coast</h1>",
	     "Ferry sinks off the coast", false},
	    {"<meta property=og:title content='Our newsletter, every morning'><title>Ferry sinks off Oban</title>",
	     "Ferry sinks off Oban", false},
	    {"<meta property=og:title content='Bell &amp;amp; Carr'><title>Bell &amp; Carr | x</title>", "Bell & Carr",
	     false},
	    {"<svg><title>icon</title></svg><title>Ferry sinks</title>", "Ferry sinks", false},
	    {"", "", false},
	};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		const struct metadata *metadata = metadata_of(arena, text_of(cases[i].page));
		assert_text(metadata->title, text_of(cases[i].title), __FILE__, (int)i);
		assert_int_equal(metadata->title_cut, cases[i].cut);
	}
}

TEST_IN_ARENA(authors)
{
	static const struct {
		const char *page, *author;
	} cases[] = {
	    {"<p class=byline>By Ann Bell</p>", "Ann Bell"},
	    {"<p class=byline>By Ann Bell | Harbour Post</p>", "Ann Bell"},
	    {"<p class=byline>By Ann Bell 17 March 2026</p>", "Ann Bell"},
	    {"<p class=byline>By Ann Bell March 17, 2026</p>", "Ann Bell"},
	    {"<p class=author>About us all</p><a rel=author>Ann Bell</a>", "Ann Bell"},
	    {"<span itemprop=author>Ann Bell</span><a rel=author>Bo Carr</a>", "Ann Bell"},
	    {"<meta name=author content='https://social.example/ann'><p class=byline>by Ann Bell</p>", "Ann Bell"},
	    {"<p class=byline>A byline that goes on for so many words that it is a sentence</p>", ""},
	    {"<p>By Ann Bell</p>", ""},
	    {"<p class=byline>By Ann May</p>", "Ann May"},
	};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		assert_text(metadata_of(arena, text_of(cases[i].page))->author, text_of(cases[i].author), __FILE__,
			    (int)i);
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(fields), cmocka_unit_test(titles),
					   cmocka_unit_test(authors)};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
