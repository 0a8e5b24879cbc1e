/*
 * Character references. In: text and the place of an '&'. Out: the code point it names. Names are HTML 4's, from
 * libxml2's table, and XML's &apos;: feeds use them without the DTD that would declare them.
 * Refuses: entities a DTD declares; they stay as written.
 */
#include "read/feed_entity.h"

#include "base/utf8.h"

#include <libxml/HTMLparser.h>
#include <string.h>

enum { LONGEST_NAME = 10, LARGEST_RUNE = 0x10ffff };

/* What windows-1252 has in the place of the C1 controls (WHATWG encoding standard, index windows-1252). */
static const uint16_t windows_1252[32] = {
    0x20ac, 0x81,   0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x8d,   0x017d, 0x8f,   0x90,   0x2018, 0x2019, 0x201c, 0x201d, 0x2022,
    0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0x9d,   0x017e, 0x0178,
};

static int digit_of(char c, uint32_t base)
{
	char low = (char)(c | 0x20);

	if (c >= '0' && c <= '9')
		return c - '0';
	return base == 16 && low >= 'a' && low <= 'f' ? low - 'a' + 10 : -1;
}

/* After "&#"; the length so far is 2. */
static size_t numeric(struct ng_text text, size_t at, uint32_t *rune)
{
	size_t from = at + 2;
	uint32_t base = from < text.len && (text.at[from] | 0x20) == 'x' ? 16 : 10, value = 0;

	from += base == 16;
	size_t end = from;
	for (int digit; end < text.len && (digit = digit_of(text.at[end], base)) >= 0; end++)
		if (value <= LARGEST_RUNE)
			value = value * base + (uint32_t)digit;
	if (end == from)
		return 0;
	if (value >= 0x80 && value < 0xa0)
		value = windows_1252[value - 0x80];
	if (value == 0 || value > LARGEST_RUNE || (value >= 0xd800 && value < 0xe000))
		value = 0xfffd;
	*rune = value;
	return end - at + (end < text.len && text.at[end] == ';');
}

size_t feed_entity(struct ng_text text, size_t at, uint32_t *rune)
{
	char name[LONGEST_NAME + 1] = "";
	size_t n = 0;

	if (at + 1 < text.len && text.at[at + 1] == '#')
		return numeric(text, at, rune);
	for (size_t i = at + 1; i < text.len && n < LONGEST_NAME; i++, n++) {
		char low = (char)(text.at[i] | 0x20);
		if (!(low >= 'a' && low <= 'z') && digit_of(text.at[i], 10) < 0)
			break;
		name[n] = text.at[i];
	}
	if (n == 0 || at + 1 + n >= text.len || text.at[at + 1 + n] != ';')
		return 0;
	if (strcmp(name, "apos") == 0) {
		*rune = '\'';
		return n + 2;
	}
	const htmlEntityDesc *entity = htmlEntityLookup((const xmlChar *)name);
	if (!entity)
		return 0;
	*rune = entity->value;
	return n + 2;
}

void feed_entities_put(struct buf *buf, struct ng_text text)
{
	size_t at = 0;

	while (at < text.len) {
		const char *next = memchr(text.at + at, '&', text.len - at);
		size_t run = next ? (size_t)(next - text.at) : text.len;
		buf_put(buf, text_slice(text, at, run));
		if (run == text.len)
			return;
		uint32_t rune;
		size_t length = feed_entity(text, run, &rune);
		if (length)
			buf_rune(buf, rune);
		else
			buf_byte(buf, '&');
		at = run + (length ? length : 1);
	}
}
