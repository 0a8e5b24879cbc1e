/*
 * The readers with each of their allocations failing, once and for good: they say "out of memory" or give the very same
 * articles, never fewer or shorter ones; they do not crash, print nothing, and no block of memory is left. Mail is not
 * among them: GLib, which gmime stands on, ends the program when there is no memory. Of a page blocks may be left:
 * libxml2 loses one of its own when it has no memory for a parser. Nor does it give up when memory never comes back
 * (2.9.14 waits in htmlParseDocument()), so that for a page each allocation fails once only.
 */
#include "reading.h"

#include "failmalloc.h"

#include "read/feed.h"
#include "read/html.h"
#include "read/warc.h"

#include <unistd.h>

static const char head[] =
    "<?xml version='1.0'?><rss><channel><title>Quayside Post</title><link>https://post.example/</link>";
static const char item[] =
    "<item xml:base='b/'><title>Caf&#233; &amp;amp; <b>quay</b></title><link>1</link><dc:creator>Ada Quill</dc:creator>"
    "<dc:creator>Bo Reed</dc:creator><pubDate>Tue, 17 Mar 2026 08:40:00 GMT</pubDate><category>Ports</category>"
    "<description>The ferry &amp;amp; its crew were late.</description></item>";
enum { ITEMS = 300 };

/* The head and many items: large enough for more than one block of an arena. */
static char rss[sizeof head + ITEMS * sizeof item];

static int make_rss(void **state)
{
	(void)state;
	memcpy(rss, head, sizeof head - 1);
	for (size_t i = 0; i < ITEMS; i++)
		memcpy(rss + sizeof head - 1 + i * (sizeof item - 1), item, sizeof item - 1);
	return 0;
}

static const char atom[] = "<feed xmlns='http://www.w3.org/2005/Atom' xml:lang='en'><title type='html'>Quay "
			   "&lt;i&gt;Post&lt;/i&gt;</title><entry>"
			   "<title type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'>A "
			   "<em>b</em></div></title><link href='https://q.example/1'"
			   "/><published>2026-03-17T08:40:00Z</published><author><name>Ada "
			   "Quill</name></author><source><title>Other</title></source>"
			   "<content type='text'>Plain &lt;words&gt;.</content></entry></feed>";

static const char json_feed[] =
    "{\"version\":\"https://jsonfeed.org/version/"
    "1\",\"title\":\"Quay\",\"items\":[{\"id\":\"1\",\"title\":\"T\\u00e9\","
    "\"url\":\"https://post.example/1\",\"content_text\":\"The ferry was late on Monday.\"}]}";

static const char warc[] =
    "WARC/1.0\r\nWARC-Type: conversion\r\nWARC-Target-URI: https://post.example/1\r\nWARC-Date: "
    "2026-03-18T10:00:00Z\r\n"
    "Content-Type: text/plain\r\nContent-Length: 29\r\n\r\nThe ferry was late on Monday.\r\n\r\n";

static const char page[] =
    "<!DOCTYPE html><html lang='en'><head><title>Ferry late | Quay</title><meta property='og:title' content='Ferry "
    "late'>"
    "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"datePublished\":\"2026-03-17T08:40:00Z\"}</script>"
    "</head><body><nav><a href='/'>Home</a> <a href='/n'>News</a></nav><article><h1>Ferry late</h1>"
    "<p>The ferry to Orlen was late on Monday, the harbour office said, because of fog over the sound.</p>"
    "<ul><li>It had 40 people on board &amp; two dogs.</li></ul><p>Nobody was <b>hurt</b>, and it ran again at noon, "
    "as the caf&eacute; on the quay knew before all others did.</p></article><footer>Imprint</footer></body></html>";

static const struct work {
	const char *name;
	const struct reader *reader;
	struct ng_text record;
	bool libxml; /* its own faults are not ours */
} works[] = {
    {"rss", &feed_reader, {rss, sizeof head - 1 + ITEMS *(sizeof item - 1)}, false},
    {"atom", &feed_reader, {atom, sizeof atom - 1}, false},
    {"json feed", &feed_reader, {json_feed, sizeof json_feed - 1}, false},
    {"warc", &warc_reader, {warc, sizeof warc - 1}, false},
    {"page", &html_reader, {page, sizeof page - 1}, true},
};
enum { WORKS = sizeof works / sizeof *works, CAP = 1 << 28 };

/* A run in an arena of its own. The articles are kept as a hash, so that nothing of the run lives on. */
struct outcome {
	bool done;
	uint64_t result;
	struct ng_error error;
	unsigned long calls;
	long left;
};

static uint64_t hash_of(const struct articles *articles)
{
	uint64_t hash = articles->n;

	for (size_t i = 0; i < articles->n; i++) {
		const struct article *article = &articles->at[i];
		const struct ng_text fields[] = {article->title, article->url,  article->author,
						 article->site,  article->text, article->section};
		for (size_t k = 0; k < sizeof fields / sizeof *fields; k++)
			hash = hash_mix(hash, text_hash(fields[k]));
		hash = hash_mix(hash, (uint64_t)article->published.day);
		hash = hash_mix(hash, article->blocks.n);
	}
	return hash;
}

static struct outcome run_failing(const struct work *work, unsigned long at, bool forever)
{
	struct outcome outcome = {.error = {.status = NG_INTERNAL}};
	long live = failmalloc_live();
	struct reading reading;

	failmalloc_arm(at, forever);
	struct arena *arena = arena_new(CAP);
	if (arena) {
		outcome.done = reading_try(arena, work->reader, work->record, &reading);
		outcome.error = reading.error;
		outcome.result = outcome.done ? hash_of(&reading.articles) : 0;
	}
	arena_free(arena);
	outcome.calls = failmalloc_calls();
	failmalloc_arm(0, false);
	outcome.left = failmalloc_live() - live;
	return outcome;
}

static void check(const struct work *work, bool forever)
{
	run_failing(work, 0, false); /* what libraries keep from the first time on */
	struct outcome whole = run_failing(work, 0, false), outcome;
	unsigned long at = 0;

	assert_true(whole.done);
	assert_int_equal(whole.left, 0);
	do {
		outcome = run_failing(work, ++at, forever);
		if (outcome.left && !work->libxml)
			fail_msg("%s: allocation %lu failed and %ld blocks are left", work->name, at, outcome.left);
		if (outcome.done && outcome.result != whole.result)
			fail_msg("%s: allocation %lu failed and the articles are others", work->name, at);
		if (!outcome.done && outcome.error.status != NG_INTERNAL)
			fail_msg("%s: allocation %lu: %s", work->name, at, outcome.error.what);
	} while (outcome.calls >= at);
	assert_true(outcome.done);
	print_message("%s: %lu allocations, each failed%s\n", work->name, at - 1, forever ? " with all after it" : "");
}

/* What the readers print meanwhile goes to a file, which must stay empty. */
static void check_all(bool forever)
{
	FILE *printed = tmpfile();
	int standard_error = dup(STDERR_FILENO);

	assert_non_null(printed);
	assert_int_equal(dup2(fileno(printed), STDERR_FILENO), STDERR_FILENO);
	for (size_t i = 0; i < WORKS; i++)
		if (!forever || !works[i].libxml)
			check(&works[i], forever);
	dup2(standard_error, STDERR_FILENO);
	close(standard_error);
	assert_int_equal(fseek(printed, 0, SEEK_END), 0);
	assert_int_equal(ftell(printed), 0);
	fclose(printed);
}

static void test_each_allocation_fails_once(void **state)
{
	(void)state;
	check_all(false);
}

static void test_each_allocation_fails_with_all_after_it(void **state)
{
	(void)state;
	check_all(true);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_each_allocation_fails_once),
	    cmocka_unit_test(test_each_allocation_fails_with_all_after_it),
	};

	return cmocka_run_group_tests(tests, make_rss, NULL);
}
