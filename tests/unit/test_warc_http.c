/* Stored responses: fields, types, chunks and codings, and bodies whose coding was undone already. */
#include "test.h"

#include "base/buf.h"
#include "read/warc_brotli.h"
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

TEST_IN_ARENA(undoes_codings)
{
	const struct {
		const char *header;
		struct ng_text body;
		const char *is, *unread;
	} cases[] = {
	    {"br",
	     TEXT("\x1b\x34\x00\xf8\x45\x27\x47\xfa\x79\x80\x2d\xd0\x84\x1e\xb5\x6a\xb7\xba\x91\x4d\x54\xd9\x47\x37"
		  "\x60\x82\x0f\xd8\xd0\x2f\x02\x23\x15\xa5\x67\xa6\x9a\x63\x58\x01"),
	     "<p>words of the ferry of Orlen, of the ferry of Orlen", ""},
	    {"BR", TEXT("\x1b\x34\x00\xf8"), "", ""}, /* cut */
	    {"zstd", TEXT("\x28\xb5\x2f\xfd"), "", "zstd"},
	    {"x-odd, identity", TEXT("words"), "", "x-odd"},
	};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct buf bytes = buf_new(arena, 1000);
		struct warc_http http;
		buf_format(&bytes, "HTTP/1.1 200 OK\r\nContent-Encoding: %s\r\n\r\n", cases[i].header);
		buf_put(&bytes, cases[i].body);
		assert_true(warc_http_read(arena, buf_text(&bytes), 1000, &http));
		assert_text(http.body, text_of(cases[i].is), cases[i].header, (int)i);
		assert_text(http.unread, text_of(cases[i].unread), cases[i].header, (int)i);
	}
}

/* 13 bytes that hold 5,000. */
static void inflate_too_much(void *data)
{
	warc_brotli(data, TEXT("\x1b\x87\x13\xf8\x25\xf0\xe2\xb1\x40\x20\x68\x01\x00"), 4999);
}

TEST_IN_ARENA(brotli_is_bounded)
{
	struct ng_error error;

	assert_int_equal(warc_brotli(arena, TEXT("\x1b\x87\x13\xf8\x25\xf0\xe2\xb1\x40\x20\x68\x01\x00"), 5000).len,
			 5000);
	assert_false(arena_try(arena, inflate_too_much, arena, &error));
	assert_int_equal(error.status, NG_BAD_INPUT);
	assert_non_null(strstr(error.what, "record_bytes"));
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
	    cmocka_unit_test(undoes_codings),
	    cmocka_unit_test(brotli_is_bounded),
	    cmocka_unit_test(refuses_what_is_no_response),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
