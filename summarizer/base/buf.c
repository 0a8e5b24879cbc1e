/* Capped growing buffer. In: bytes. Out: one run of bytes in the arena. Refuses: more than the cap. */
#include "base/buf.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

struct buf buf_new(struct arena *arena, size_t cap)
{
	return (struct buf){.arena = arena, .cap = cap};
}

static char *reserve(struct buf *buf, size_t more)
{
	if (more > buf->cap - buf->len)
		arena_fail(buf->arena, NG_BAD_INPUT, TEXT(""), 0, "output is over its limit of %zu bytes", buf->cap);
	if (buf->len + more > buf->room) {
		size_t room = buf->room ? buf->room * 2 : 256;
		if (room < buf->len + more)
			room = buf->len + more;
		char *at = arena_alloc(buf->arena, room, 1);
		if (buf->len)
			memcpy(at, buf->at, buf->len);
		buf->at = at;
		buf->room = room;
	}
	return buf->at + buf->len;
}

void buf_put(struct buf *buf, struct ng_text text)
{
	if (!text.len)
		return;
	memcpy(reserve(buf, text.len), text.at, text.len);
	buf->len += text.len;
}

void buf_puts(struct buf *buf, const char *literal)
{
	buf_put(buf, text_of(literal));
}

void buf_byte(struct buf *buf, char byte)
{
	*reserve(buf, 1) = byte;
	buf->len++;
}

void buf_rune(struct buf *buf, uint32_t c)
{
	if (c > 0x10ffff || (c >= 0xd800 && c <= 0xdfff))
		c = 0xfffd;
	if (c < 0x80) {
		buf_byte(buf, (char)c);
		return;
	}
	if (c < 0x800) {
		buf_byte(buf, (char)(0xc0 | c >> 6));
	} else {
		if (c < 0x10000) {
			buf_byte(buf, (char)(0xe0 | c >> 12));
		} else {
			buf_byte(buf, (char)(0xf0 | c >> 18));
			buf_byte(buf, (char)(0x80 | (c >> 12 & 0x3f)));
		}
		buf_byte(buf, (char)(0x80 | (c >> 6 & 0x3f)));
	}
	buf_byte(buf, (char)(0x80 | (c & 0x3f)));
}

void buf_format(struct buf *buf, const char *format, ...)
{
	va_list args, again;

	va_start(args, format);
	va_copy(again, args);
	int length = vsnprintf(NULL, 0, format, args);
	va_end(args);
	if (length < 0) {
		va_end(again);
		arena_fail(buf->arena, NG_INTERNAL, TEXT(""), 0, "a text cannot be formatted");
	}
	vsnprintf(reserve(buf, (size_t)length + 1), (size_t)length + 1, format, again);
	va_end(again);
	buf->len += (size_t)length;
}

void buf_cut(struct buf *buf, size_t len)
{
	if (len < buf->len)
		buf->len = len;
}

struct ng_text buf_text(const struct buf *buf)
{
	return (struct ng_text){buf->at, buf->len};
}
