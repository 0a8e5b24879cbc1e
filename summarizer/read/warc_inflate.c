/*
 * Inflating. In: gzip, zlib or deflate bytes. Out: where a member ends, or what it holds. Each record of a .warc.gz is
 * a member of its own (ISO 28500, annex D), so an archive streams member by member. Refuses: more than the caller's
 * limit; trusts no length the bytes state.
 */
#include "read/warc_inflate.h"

#include "base/buf.h"

#include <zlib.h>

enum { STEP = 1 << 15, LARGEST_MEMBER = 1 << 27, ANY_WRAP = 15 + 32, NO_WRAP = -15 };

bool warc_is_gzip(struct ng_text bytes, size_t at)
{
	return text_equal(text_slice(bytes, at, at + 3), TEXT("\x1f\x8b\x08"));
}

/* Gives zlib the next bytes; avail_in is 32 bits wide. */
static void feed(z_stream *stream, struct ng_text *left)
{
	size_t n = left->len < STEP ? left->len : STEP;

	if (stream->avail_in || !n)
		return;
	stream->next_in = (z_const Bytef *)left->at;
	stream->avail_in = (uInt)n;
	*left = text_slice(*left, n, left->len);
}

size_t warc_peek(struct ng_text bytes, char *into, size_t size)
{
	z_stream stream = {0};

	if (inflateInit2(&stream, ANY_WRAP) != Z_OK)
		return 0;
	feed(&stream, &bytes);
	stream.next_out = (Bytef *)into;
	stream.avail_out = (uInt)size;
	inflate(&stream, Z_NO_FLUSH);
	inflateEnd(&stream);
	return size - stream.avail_out;
}

size_t warc_member_end(struct ng_text bytes, size_t at)
{
	unsigned char into[STEP];
	z_stream stream = {0};
	struct ng_text left = text_slice(bytes, at, bytes.len);
	int result = inflateInit2(&stream, ANY_WRAP);

	if (result != Z_OK)
		return 0;
	while (result == Z_OK && stream.total_out <= LARGEST_MEMBER) {
		feed(&stream, &left);
		stream.next_out = into;
		stream.avail_out = sizeof into;
		result = inflate(&stream, Z_NO_FLUSH);
	}
	size_t used = stream.total_in;
	inflateEnd(&stream);
	if (result == Z_STREAM_END)
		return at + used;
	if (result == Z_BUF_ERROR)
		return 0;
	size_t next = text_find(bytes, TEXT("\x1f\x8b\x08"), at + 3);
	return next == bytes.len ? 0 : next;
}

static void end_stream(void *stream)
{
	inflateEnd(stream);
}

static _Noreturn void refuse(struct arena *arena, size_t most)
{
	arena_fail(arena, NG_BAD_INPUT, TEXT(""), 0, "inflates to more than the limit of %zu bytes (record_bytes)",
		   most);
}

/* One member into `buf`; what is left of the bytes. Nothing is put when they do not inflate that way. */
static struct ng_text inflate_member(struct arena *arena, struct ng_text bytes, int wrap, struct buf *buf, size_t most)
{
	unsigned char into[STEP];
	z_stream *stream = arena_new_of(arena, z_stream);
	struct ng_text left = bytes;
	int result = inflateInit2(stream, wrap);

	if (result != Z_OK)
		arena_fail(arena, NG_INTERNAL, TEXT(""), 0, "out of memory");
	arena_adopt(arena, stream, end_stream);
	while (result == Z_OK) {
		feed(stream, &left);
		stream->next_out = into;
		stream->avail_out = sizeof into;
		result = inflate(stream, Z_NO_FLUSH);
		size_t got = sizeof into - stream->avail_out;
		if (got > most - buf->len)
			refuse(arena, most);
		buf_put(buf, (struct ng_text){(const char *)into, got});
	}
	size_t used = stream->total_in;
	arena_release(arena, stream);
	return result == Z_STREAM_END ? text_slice(bytes, used, bytes.len) : TEXT("");
}

/* Room to take at once: the size a gzip member ends with, within what deflate can make of so many bytes. */
static size_t stated_size(struct ng_text bytes, size_t most)
{
	enum { BEST_RATIO = 1032 };
	const unsigned char *end = (const unsigned char *)bytes.at + bytes.len;

	if (bytes.len < 4)
		return 0;
	size_t stated = (size_t)end[-4] | (size_t)end[-3] << 8 | (size_t)end[-2] << 16 | (size_t)end[-1] << 24;

	if (stated > bytes.len * BEST_RATIO)
		return 0;
	return stated < most ? stated : most;
}

struct ng_text warc_inflate(struct arena *arena, struct ng_text bytes, size_t most)
{
	struct buf buf = buf_new(arena, SIZE_MAX);

	if (!warc_is_gzip(bytes, 0)) {
		inflate_member(arena, bytes, ANY_WRAP, &buf, most);
		if (!buf.len)
			inflate_member(arena, bytes, NO_WRAP, &buf, most);
		return buf_text(&buf);
	}
	buf.room = stated_size(bytes, most);
	buf.at = arena_alloc(arena, buf.room, 1);
	while (warc_is_gzip(bytes, 0))
		bytes = inflate_member(arena, bytes, ANY_WRAP, &buf, most);
	return buf_text(&buf);
}
