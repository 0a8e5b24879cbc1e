/* Inflating: members one after another, cut and broken ones, every wrapping, the limit. */
#include "test.h"

#include "base/buf.h"
#include "read/warc_inflate.h"

#include <zlib.h>

enum { GZIP = 15 + 16, ZLIB = 15, BARE = -15 };

static struct ng_text deflated(struct arena *arena, struct ng_text bytes, int wrap)
{
	z_stream stream = {0};
	size_t room = bytes.len + 1000;
	char *into = arena_alloc(arena, room, 1);

	assert_int_equal(deflateInit2(&stream, 6, Z_DEFLATED, wrap, 8, Z_DEFAULT_STRATEGY), Z_OK);
	stream.next_in = (z_const Bytef *)bytes.at;
	stream.avail_in = (uInt)bytes.len;
	stream.next_out = (Bytef *)into;
	stream.avail_out = (uInt)room;
	assert_int_equal(deflate(&stream, Z_FINISH), Z_STREAM_END);
	struct ng_text made = {into, stream.total_out};
	deflateEnd(&stream);
	return made;
}

static struct ng_text joined(struct arena *arena, struct ng_text a, struct ng_text b)
{
	struct buf buf = buf_new(arena, 1 << 24);

	buf_put(&buf, a);
	buf_put(&buf, b);
	return buf_text(&buf);
}

TEST_IN_ARENA(ends_members_where_they_end)
{
	struct ng_text one = deflated(arena, TEXT("one"), GZIP), two = deflated(arena, TEXT("two two two"), GZIP);
	struct ng_text both = joined(arena, one, two);

	assert_true(warc_is_gzip(both, 0));
	assert_false(warc_is_gzip(both, 1));
	assert_int_equal(warc_member_end(both, 0), one.len);
	assert_int_equal(warc_member_end(both, one.len), both.len);
	for (size_t length = 3; length < two.len; length++)
		assert_int_equal(warc_member_end(text_slice(two, 0, length), 0), 0);
}

TEST_IN_ARENA(passes_over_broken_members)
{
	struct ng_text broken = TEXT("\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03\xff\xff\xff\xff\xff");
	struct ng_text both = joined(arena, broken, deflated(arena, TEXT("two"), GZIP));

	assert_int_equal(warc_member_end(both, 0), broken.len);
	assert_int_equal(warc_member_end(broken, 0), 0);
}

TEST_IN_ARENA(inflates_every_wrapping)
{
	struct ng_text words = TEXT("words and words and words");
	struct ng_text member = deflated(arena, words, GZIP);

	assert_text_equal(warc_inflate(arena, member, 1000), "words and words and words");
	assert_text_equal(warc_inflate(arena, deflated(arena, words, ZLIB), 1000), "words and words and words");
	assert_text_equal(warc_inflate(arena, deflated(arena, words, BARE), 1000), "words and words and words");
	assert_text_equal(warc_inflate(arena, joined(arena, member, member), 1000),
			  "words and words and wordswords and words and words");
	assert_true(text_starts(TEXT("words and words"), warc_inflate(arena, text_slice(member, 0, 15), 1000)));
	assert_text_equal(warc_inflate(arena, TEXT(""), 1000), "");
}

TEST_IN_ARENA(peeks)
{
	char start[5];
	struct ng_text member = deflated(arena, TEXT("WARC/1.0"), GZIP);

	assert_int_equal(warc_peek(member, start, sizeof start), 5);
	assert_memory_equal(start, "WARC/", 5);
	assert_int_equal(warc_peek(deflated(arena, TEXT("ab"), GZIP), start, sizeof start), 2);
	assert_int_equal(warc_peek(TEXT("\x1f\x8b\x08"), start, sizeof start), 0);
}

struct attempt {
	struct arena *arena;
	struct ng_text bytes;
	size_t most;
};

static void run(void *data)
{
	struct attempt *attempt = data;

	warc_inflate(attempt->arena, attempt->bytes, attempt->most);
}

TEST_IN_ARENA(keeps_the_limit)
{
	char *zeros = arena_alloc(arena, 1 << 20, 1);
	struct attempt attempt = {arena, deflated(arena, (struct ng_text){zeros, 1 << 20}, GZIP), 1 << 20};
	struct ng_error error = {0};

	assert_true(arena_try(arena, run, &attempt, &error));
	attempt.most--;
	assert_false(arena_try(arena, run, &attempt, &error));
	assert_int_equal(error.status, NG_BAD_INPUT);
	assert_non_null(strstr(error.what, "limit of 1048575"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(ends_members_where_they_end),
	    cmocka_unit_test(passes_over_broken_members),
	    cmocka_unit_test(inflates_every_wrapping),
	    cmocka_unit_test(peeks),
	    cmocka_unit_test(keeps_the_limit),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
