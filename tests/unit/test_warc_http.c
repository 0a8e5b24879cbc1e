/* Stored responses: fields, types, chunks and codings, and bodies whose coding was undone already. */
#include "test.h"

#include "read/warc_http.h"

static struct warc_http read_good(struct arena *arena, const char *bytes)
{
	struct warc_http http;

	assert_true(warc_http_read(arena, text_of(bytes), 1000, &http));
	return http;
}

TEST_IN_ARENA(reads_a_response)
{
	struct warc_http http = read_good(
	    arena, "HTTP/1.1 200 OK\r\ncontent-type:  text/html ; Charset=\"utf-8\"; x=y\r\nA: b\r\n\r\n<p>words");

	assert_int_equal(http.status, 200);
	assert_text_equal(http.type, "text/html");
	assert_text_equal(http.charset, "utf-8");
	assert_text_equal(http.body, "<p>words");
	http = read_good(arena, "HTTP/2 404\nA: b\n\nno\r\n\r\nmore");
	assert_int_equal(http.status, 404);
	assert_text_equal(http.type, "");
	assert_text_equal(http.body, "no\r\n\r\nmore");
}

TEST_IN_ARENA(joins_chunks)
{
	static const char *const cases[][2] = {
	    {"5\r\nwords\r\n0\r\n\r\n", "words"},
	    {"3;x=y\r\nwor\r\n2 \r\nds\r\n0\r\nTrailer: a\r\n\r\n", "words"},
	    {"A\r\n0123456789\r\n", "0123456789"},
	    {"ff\r\ncut", "cut"},
	    {"<p>not chunked", "<p>not chunked"},
	    {"5 words of text\n", "5 words of text\n"},
	    {"", ""},
	};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct ng_text bytes =
		    arena_format(arena, "HTTP/1.1 200 OK\r\nTransfer-Encoding: Chunked\r\n\r\n%s", cases[i][0]);
		assert_text(read_good(arena, bytes.at).body, text_of(cases[i][1]), __FILE__, (int)i);
	}
}

TEST_IN_ARENA(takes_bodies_decoded_already)
{
	static const char *const codings[] = {"gzip", "deflate", "br", "identity", "x-none", "gzip, br"};

	for (size_t i = 0; i < sizeof codings / sizeof *codings; i++) {
		struct ng_text bytes =
		    arena_format(arena, "HTTP/1.1 200 OK\r\nContent-Encoding: %s\r\n\r\n \n<p>words", codings[i]);
		assert_text(text_trim(read_good(arena, bytes.at).body), TEXT("<p>words"), codings[i], (int)i);
	}
	assert_text_equal(read_good(arena, "HTTP/1.1 200 OK\r\nContent-Encoding: br\r\n\r\n\x8b\x02").body, "");
}

TEST_IN_ARENA(refuses_what_is_no_response)
{
	static const char *const cases[] = {"", "HTTP/", "HTTP/1.1", "HTTP/1.1 20", "GET / HTTP/1.1\r\n\r\n", "<html>"};
	struct warc_http http;

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		if (warc_http_read(arena, text_of(cases[i]), 1000, &http))
			fail_msg("%s", cases[i]);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(reads_a_response),
	    cmocka_unit_test(joins_chunks),
	    cmocka_unit_test(takes_bodies_decoded_already),
	    cmocka_unit_test(refuses_what_is_no_response),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
