/*
 * Eight bytes of text at a time, in plain C: which of them are ASCII letters and digits, and a hash over them. The
 * first byte is the lowest, so that all answers are the same on machines of either byte order.
 */
#ifndef BASE_EIGHT_H
#define BASE_EIGHT_H

#include <stddef.h>
#include <stdint.h>

#define EIGHT_ONES 0x0101010101010101u
#define EIGHT_TOPS 0x8080808080808080u
#define EIGHT_CASE 0x2020202020202020u /* tells the cases of ASCII letters apart; digits have it set */

static inline uint64_t eight_load(const char *text)
{
	const unsigned char *at = (const unsigned char *)text;

	return (uint64_t)at[0] | (uint64_t)at[1] << 8 | (uint64_t)at[2] << 16 | (uint64_t)at[3] << 24 |
	       (uint64_t)at[4] << 32 | (uint64_t)at[5] << 40 | (uint64_t)at[6] << 48 | (uint64_t)at[7] << 56;
}

/* Fewer than eight bytes, then zeros. */
static inline uint64_t eight_load_few(const char *at, size_t n)
{
	uint64_t bytes = 0;

	for (size_t i = 0; i < n; i++)
		bytes |= (uint64_t)(unsigned char)at[i] << 8 * i;
	return bytes;
}

/* In each byte its highest bit: is it an ASCII letter, a capital, a digit; is it beyond ASCII? */
struct eight {
	uint64_t letters, capitals, digits, high;
};

static inline struct eight eight_classify(uint64_t bytes)
{
	uint64_t low = bytes & ~EIGHT_TOPS, lower = low | EIGHT_CASE;
	struct eight is = {.high = bytes & EIGHT_TOPS};

	/* adding 0x80 - c carries into the highest bit from c on */
	is.letters =
	    (lower + EIGHT_ONES * (0x80 - 'a')) & ~(lower + EIGHT_ONES * (0x80 - 'z' - 1)) & EIGHT_TOPS & ~is.high;
	is.digits = (low + EIGHT_ONES * (0x80 - '0')) & ~(low + EIGHT_ONES * (0x80 - '9' - 1)) & EIGHT_TOPS & ~is.high;
	is.capitals = is.letters & ~(bytes << 2);
	return is;
}

/* How many of the lowest bytes come before the first whose highest bit is set; some is. */
static inline size_t eight_before(uint64_t mask)
{
	uint64_t first = mask >> 7, below = (first & (~first + 1)) - 1;

	return (size_t)(((below & EIGHT_ONES) * EIGHT_ONES) >> 56);
}

/* The lowest n bytes, n <= 8. */
static inline uint64_t eight_low(size_t n)
{
	return n == 8 ? ~(uint64_t)0 : ((uint64_t)1 << 8 * n) - 1;
}

static inline uint64_t eight_hash(uint64_t hash, uint64_t bytes)
{
	hash = (hash ^ bytes) * 0x9e3779b97f4a7c15u;
	return hash ^ hash >> 29;
}

static inline uint64_t eight_hash_end(uint64_t hash, size_t len)
{
	hash = (hash ^ len) * 0xbf58476d1ce4e5b9u;
	hash ^= hash >> 32;
	hash *= 0x94d049bb133111ebu;
	return hash ^ hash >> 29;
}

#endif
