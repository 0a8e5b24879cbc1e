/*
 * Slices. In: borrowed bytes. Out: borrowed bytes and answers about them; nothing here allocates.
 * The hash is multiply-and-fold over 8-byte words (after wyhash's mixing step), read byte by byte in little-endian
 * order so that it is the same on every machine; it is no defence against chosen collisions, tables bound their probes.
 */
#include "base/text.h"

#include <string.h>

struct ng_text text_of(const char *string)
{
	return (struct ng_text){string ? string : "", string ? strlen(string) : 0};
}

struct ng_text text_slice(struct ng_text text, size_t start, size_t end)
{
	if (end > text.len)
		end = text.len;
	if (start > end)
		start = end;
	return (struct ng_text){start ? text.at + start : text.at, end - start}; /* NULL + 0 is undefined */
}

static bool is_blank(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

struct ng_text text_trim(struct ng_text text)
{
	while (text.len && is_blank(text.at[0])) {
		text.at++;
		text.len--;
	}
	while (text.len && is_blank(text.at[text.len - 1]))
		text.len--;
	return text;
}

bool text_equal(struct ng_text a, struct ng_text b)
{
	return a.len == b.len && (a.len == 0 || memcmp(a.at, b.at, a.len) == 0);
}

static char lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c + ('a' - 'A')) : c;
}

bool text_equal_fold(struct ng_text a, struct ng_text b)
{
	if (a.len != b.len)
		return false;
	for (size_t i = 0; i < a.len; i++)
		if (lower(a.at[i]) != lower(b.at[i]))
			return false;
	return true;
}

int text_compare(struct ng_text a, struct ng_text b)
{
	size_t n = a.len < b.len ? a.len : b.len;
	int order = n ? memcmp(a.at, b.at, n) : 0;

	return order ? order : (a.len > b.len) - (a.len < b.len);
}

bool text_starts(struct ng_text text, struct ng_text prefix)
{
	return text.len >= prefix.len && text_equal(text_slice(text, 0, prefix.len), prefix);
}

bool text_ends(struct ng_text text, struct ng_text suffix)
{
	return text.len >= suffix.len && text_equal(text_slice(text, text.len - suffix.len, text.len), suffix);
}

size_t text_find(struct ng_text text, struct ng_text needle, size_t from)
{
	if (needle.len == 0)
		return from <= text.len ? from : text.len;
	while (from + needle.len <= text.len) {
		const char *hit = memchr(text.at + from, needle.at[0], text.len - needle.len + 1 - from);
		if (!hit)
			break;
		if (memcmp(hit, needle.at, needle.len) == 0)
			return (size_t)(hit - text.at);
		from = (size_t)(hit - text.at) + 1;
	}
	return text.len;
}

size_t text_find_fold(struct ng_text text, struct ng_text needle, size_t from)
{
	for (; from + needle.len <= text.len; from++)
		if (text_equal_fold(text_slice(text, from, from + needle.len), needle))
			return from;
	return text.len;
}

bool text_cut(struct ng_text *rest, char at, struct ng_text *field)
{
	if (!rest->at)
		return false;
	const char *hit = rest->len ? memchr(rest->at, at, rest->len) : NULL;
	if (!hit) {
		*field = *rest;
		*rest = (struct ng_text){NULL, 0};
		return true;
	}
	*field = (struct ng_text){rest->at, (size_t)(hit - rest->at)};
	rest->len -= field->len + 1;
	rest->at = hit + 1;
	return true;
}

uint64_t hash_mix(uint64_t a, uint64_t b)
{
	a ^= b + 0x9e3779b97f4a7c15u + (a << 6) + (a >> 2);
	a ^= a >> 32;
	a *= 0xd6e8feb86659fd93u;
	a ^= a >> 32;
	a *= 0xd6e8feb86659fd93u;
	return a ^ (a >> 32);
}

static uint64_t word_at(const unsigned char *p, size_t n)
{
	uint64_t word = 0;

	for (size_t i = 0; i < n; i++)
		word |= (uint64_t)p[i] << (8 * i);
	return word;
}

uint64_t text_hash(struct ng_text text)
{
	const unsigned char *p = (const unsigned char *)text.at;
	size_t left = text.len;
	uint64_t hash = 0x243f6a8885a308d3u ^ text.len;

	for (; left >= 8; left -= 8, p += 8)
		hash = hash_mix(hash, word_at(p, 8));
	return hash_mix(hash, word_at(p, left));
}
