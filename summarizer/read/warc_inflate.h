/* gzip and deflate (RFC 1950-1952) by zlib, bounded. */
#ifndef READ_WARC_INFLATE_H
#define READ_WARC_INFLATE_H

#include "base/arena.h"

bool warc_is_gzip(struct ng_text bytes, size_t at);
/* The first bytes of what the gzip member holds; returns how many, at most `size`. */
size_t warc_peek(struct ng_text bytes, char *into, size_t size);
/*
 * Where the gzip member that starts at `at` ends; 0: its end is not among the bytes. A member that is broken, or
 * holds more than 128 MiB, ends at the next one's start.
 */
size_t warc_member_end(struct ng_text bytes, size_t at);
/*
 * What the bytes hold: gzip members one after another, zlib, or bare deflate. Cut or broken in the middle: what came
 * before. Jumps with NG_BAD_INPUT past `most` bytes.
 */
struct ng_text warc_inflate(struct arena *arena, struct ng_text bytes, size_t most);

#endif
