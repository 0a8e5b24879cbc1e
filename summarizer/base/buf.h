/* A buffer that grows in an arena up to a cap named at birth; past it the arena's guard is taken. */
#ifndef BASE_BUF_H
#define BASE_BUF_H

#include "base/arena.h"

struct buf {
	struct arena *arena;
	char *at;
	size_t len, room, cap;
};

struct buf buf_new(struct arena *arena, size_t cap); /* cap in bytes */
void buf_put(struct buf *buf, struct ng_text text);
void buf_puts(struct buf *buf, const char *literal);
void buf_byte(struct buf *buf, char byte);
void buf_rune(struct buf *buf, uint32_t code_point); /* as UTF-8; U+FFFD for what is no scalar value */
void buf_format(struct buf *buf, const char *format, ...) __attribute__((format(printf, 2, 3)));
void buf_cut(struct buf *buf, size_t len);      /* shortens; the memory stays for reuse */
struct ng_text buf_text(const struct buf *buf); /* good until the next write */

#endif
