/* Archives: which records are articles, where records end, and the day a page was fetched. */
#include "reading.h"

#include "read/warc.h"

#define PAGE                                                                                                           \
	"<html><head><title>Ferry late</title></head><body><p>The ferry to the island was late on Monday, the "        \
	"council "                                                                                                     \
	"said, and nobody could say why.</p><p>It came back in the evening, when the storm was over and the harbour "  \
	"calm."                                                                                                        \
	"</p></body></html>"

static struct ng_text record(struct arena *arena, const char *kind, const char *type, const char *block)
{
	return arena_format(arena,
			    "WARC/1.0\r\nWARC-Type: %s\r\nWARC-Target-URI: <https://post.example/1>\r\n"
			    "WARC-Date: 2026-03-18T10:00:00Z\r\nWARC-Record-ID: <urn:uuid:1>\r\nContent-Type: %s\r\n"
			    "Content-Length: %zu\r\n\r\n%s\r\n\r\n",
			    kind, type, strlen(block), block);
}

TEST_IN_ARENA(reads_pages)
{
	static const char *const cases[][3] = {
	    {"response", "application/http; msgtype=response",
	     "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" PAGE},
	    {"resource", "text/html; charset=utf-8", PAGE},
	    {"conversion", "text/plain", "The ferry to the island was late on Monday, the council said."},
	};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct articles articles =
		    reading_of(arena, &warc_reader, record(arena, cases[i][0], cases[i][1], cases[i][2]));
		assert_int_equal(articles.n, 1);
		assert_text_equal(articles.at[0].url, "https://post.example/1");
		assert_text_equal(articles.at[0].id, "urn:uuid:1");
		assert_within(articles.at[0].text, "The ferry to the island was late on Monday");
	}
}

TEST_IN_ARENA(passes_over_the_rest)
{
	static const char *const cases[][3] = {
	    {"warcinfo", "application/warc-fields", "software: x"},
	    {"request", "application/http; msgtype=request", "GET / HTTP/1.1\r\n\r\n"},
	    {"response", "application/http", "HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\n" PAGE},
	    {"response", "application/http", "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\nx"},
	    {"revisit", "application/http", "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"},
	    {"metadata", "text/plain", "x: y"},
	};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		assert_int_equal(
		    reading_of(arena, &warc_reader, record(arena, cases[i][0], cases[i][1], cases[i][2])).n, 0);
}

TEST_IN_ARENA(ends_records_where_they_end)
{
	struct ng_text one = record(arena, "request", "text/plain", "WARC/1.0 in a block\r\n\r\nWARC/1.0");
	struct ng_text both = arena_format(arena, "%.*sjunk\r\n%.*s", TEXT_ARGS(one), TEXT_ARGS(one));

	assert_int_equal(warc_reader.record_end(both, 0), one.len);
	assert_int_equal(warc_reader.record_end(both, one.len), one.len + 6);
	for (size_t length = 10; length < one.len - 4; length++)
		assert_int_equal(warc_reader.record_end(text_slice(one, 0, length), 0), length);
}

TEST_IN_ARENA(keeps_the_pages_beside_one_it_cannot_read)
{
	struct ng_text good = record(arena, "resource", "text/html", PAGE);
	struct ng_text bad = record(arena, "response", "application/http",
				    "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: br\r\n\r\n\x8b");
	struct reading reading;

	assert_int_equal(
	    reading_of(arena, &warc_reader, arena_format(arena, "%.*s%.*s", TEXT_ARGS(good), TEXT_ARGS(bad))).n, 1);
	assert_false(reading_try(arena, &warc_reader, bad, &reading));
	assert_non_null(strstr(reading.error.what, "https://post.example/1"));
	assert_false(reading_try(arena, &warc_reader, TEXT("no archive"), &reading));
	assert_int_equal(reading.error.status, NG_BAD_INPUT);
}

/* A page that says it was published after it was fetched is not believed. */
TEST_IN_ARENA(believes_no_day_after_the_fetch)
{
	static const char *const days[] = {"2026-03-17", "2026-05-01"};

	for (int i = 0; i < 2; i++) {
		struct ng_text page = arena_format(
		    arena, "<html><head><meta property='article:published_time' content='%sT08:00:00Z'></head><body>%s",
		    days[i], PAGE);
		struct articles articles =
		    reading_of(arena, &warc_reader, record(arena, "resource", "text/html", page.at));
		assert_int_equal(articles.n, 1);
		bool believed = articles.at[0].published.day != NG_NO_DAY;
		assert_int_equal(believed, i == 0);
	}
}

TEST_IN_ARENA(knows_an_archive_when_it_sees_one)
{
	assert_true(warc_reader.sniff(TEXT("WARC/1.1\r\n"), TEXT("x")));
	assert_true(warc_reader.sniff(TEXT(""), TEXT("x.warc")));
	assert_false(warc_reader.sniff(TEXT("WARCRAFT"), TEXT("x")));
	assert_false(warc_reader.sniff(TEXT("\x1f\x8b\x08"), TEXT("x.gz")));
	(void)arena;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(reads_pages),
	    cmocka_unit_test(passes_over_the_rest),
	    cmocka_unit_test(ends_records_where_they_end),
	    cmocka_unit_test(keeps_the_pages_beside_one_it_cannot_read),
	    cmocka_unit_test(believes_no_day_after_the_fetch),
	    cmocka_unit_test(knows_an_archive_when_it_sees_one),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
