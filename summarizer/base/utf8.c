/*
 * UTF-8. In: slices. Out: code points and their classes; repaired, lower-cased, folded and squeezed copies.
 * ASCII is answered from a table and by plain loops; utf8proc (Unicode data) is asked for the rest only, because it
 * costs ten times as much a byte. Malformed bytes: one U+FFFD for each maximal subpart (Unicode 15, section 3.9,
 * table 3-7); so does the decoder, byte by byte. Lower case is the simple mapping: one code point for one.
 */
#include "base/utf8.h"

#include <string.h>
#include <utf8proc.h>

enum { OTH = RUNE_OTHER, UPP = RUNE_UPPER, LOW = RUNE_LOWER, DIG = RUNE_DIGIT, SPC = RUNE_SPACE, PUN = RUNE_PUNCT };

const unsigned char rune_ascii_class[128] = {
    OTH, OTH, OTH, OTH, OTH, OTH, OTH, OTH, OTH, SPC, SPC, SPC, SPC, SPC, OTH, OTH, /* control */
    OTH, OTH, OTH, OTH, OTH, OTH, OTH, OTH, OTH, OTH, OTH, OTH, OTH, OTH, OTH, OTH, /* control */
    SPC, PUN, PUN, PUN, OTH, PUN, PUN, PUN, PUN, PUN, PUN, OTH, PUN, PUN, PUN, PUN, /*  !"#$%&'()*+,-./ */
    DIG, DIG, DIG, DIG, DIG, DIG, DIG, DIG, DIG, DIG, PUN, PUN, OTH, OTH, OTH, PUN, /* 0123456789:;<=>? */
    PUN, UPP, UPP, UPP, UPP, UPP, UPP, UPP, UPP, UPP, UPP, UPP, UPP, UPP, UPP, UPP, /* @ABC */
    UPP, UPP, UPP, UPP, UPP, UPP, UPP, UPP, UPP, UPP, UPP, PUN, PUN, PUN, OTH, PUN, /* ...Z[\]^_ */
    OTH, LOW, LOW, LOW, LOW, LOW, LOW, LOW, LOW, LOW, LOW, LOW, LOW, LOW, LOW, LOW, /* `abc */
    LOW, LOW, LOW, LOW, LOW, LOW, LOW, LOW, LOW, LOW, LOW, PUN, OTH, PUN, OTH, OTH, /* ...z{|}~ DEL */
};

/* The sequence at p: its length, or, when it is malformed, that of its maximal subpart. `left` > 0, *p >= 0x80. */
static size_t sequence(const unsigned char *p, size_t left, bool *whole)
{
	unsigned char lead = p[0], low = 0x80, high = 0xbf;
	size_t need = lead < 0xc2 || lead > 0xf4 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;

	if (lead == 0xe0)
		low = 0xa0;
	else if (lead == 0xed)
		high = 0x9f;
	else if (lead == 0xf0)
		low = 0x90;
	else if (lead == 0xf4)
		high = 0x8f;
	size_t n = 1;
	for (; n < need && n < left && p[n] >= low && p[n] <= high; n++) {
		low = 0x80;
		high = 0xbf;
	}
	*whole = need > 1 && n == need;
	return n;
}

size_t utf8_decode_more(struct ng_text text, size_t at, uint32_t *rune)
{
	const unsigned char *p = (const unsigned char *)text.at + at;
	bool whole;
	size_t n = sequence(p, text.len - at, &whole);

	*rune = 0xfffd;
	if (!whole)
		return 1;
	*rune = p[0] & (0x7fu >> n);
	for (size_t i = 1; i < n; i++)
		*rune = *rune << 6 | (p[i] & 0x3fu);
	return n;
}

size_t utf8_encode(uint32_t rune, char *at)
{
	if (rune < 0x80) {
		at[0] = (char)rune;
		return 1;
	}
	if (rune < 0x800) {
		at[0] = (char)(0xc0 | rune >> 6);
		at[1] = (char)(0x80 | (rune & 0x3f));
		return 2;
	}
	size_t len = rune < 0x10000 ? 3 : 4;
	for (size_t i = len; i-- > 1; rune >>= 6)
		at[i] = (char)(0x80 | (rune & 0x3f));
	at[0] = (char)((len == 3 ? 0xe0 : 0xf0) | rune);
	return len;
}

size_t utf8_before(struct ng_text text, size_t at, uint32_t *rune)
{
	for (size_t back = 1; back <= 4 && back <= at; back++) {
		if (((unsigned char)text.at[at - back] & 0xc0) == 0x80)
			continue;
		if (utf8_decode(text_slice(text, 0, at), at - back, rune) == back)
			return at - back;
		break;
	}
	*rune = 0xfffd;
	return at - 1;
}

/* The end of the run of ASCII without NUL that starts at `at`; eight bytes at a time. */
static size_t plain_run(struct ng_text text, size_t at)
{
	const uint64_t tops = 0x8080808080808080u, ones = 0x0101010101010101u;
	uint64_t word;

	for (; text.len - at >= sizeof word; at += sizeof word) {
		memcpy(&word, text.at + at, sizeof word);
		if ((word | (word - ones)) & tops)
			break;
	}
	while (at < text.len && (unsigned char)(text.at[at] - 1) < 0x7f)
		at++;
	return at;
}

/* The end of the longest valid run that starts at `at`. */
static size_t valid_run(struct ng_text text, size_t at)
{
	bool whole = true;

	while ((at = plain_run(text, at)) < text.len && text.at[at]) {
		size_t n = sequence((const unsigned char *)text.at + at, text.len - at, &whole);
		if (!whole)
			break;
		at += n;
	}
	return at;
}

bool utf8_valid(struct ng_text text)
{
	return valid_run(text, 0) == text.len;
}

struct ng_text utf8_repair(struct arena *arena, struct ng_text text)
{
	size_t valid = valid_run(text, 0);

	if (valid == text.len)
		return text;
	struct buf buf = buf_new(arena, SIZE_MAX);
	for (size_t at = 0; at < text.len; valid = valid_run(text, at)) {
		buf_put(&buf, text_slice(text, at, valid));
		at = valid;
		if (at == text.len)
			break;
		bool whole;
		buf_rune(&buf, 0xfffd);
		at += text.at[at] ? sequence((const unsigned char *)text.at + at, text.len - at, &whole) : 1;
	}
	return buf_text(&buf);
}

enum rune_class rune_class_more(uint32_t rune)
{
	if (rune >= 0x2010 && rune <= 0x2027) /* dashes, quotation marks, dots */
		return RUNE_PUNCT;
	if (rune_is_space_more(rune))
		return RUNE_SPACE;
	switch (utf8proc_category((utf8proc_int32_t)rune)) {
	case UTF8PROC_CATEGORY_LU:
	case UTF8PROC_CATEGORY_LT:
		return RUNE_UPPER;
	case UTF8PROC_CATEGORY_LL:
		return RUNE_LOWER;
	case UTF8PROC_CATEGORY_LM:
	case UTF8PROC_CATEGORY_LO:
		return RUNE_LETTER;
	case UTF8PROC_CATEGORY_ND:
		return RUNE_DIGIT;
	case UTF8PROC_CATEGORY_MN:
	case UTF8PROC_CATEGORY_MC:
	case UTF8PROC_CATEGORY_ME:
		return RUNE_MARK;
	case UTF8PROC_CATEGORY_PC:
	case UTF8PROC_CATEGORY_PD:
	case UTF8PROC_CATEGORY_PS:
	case UTF8PROC_CATEGORY_PE:
	case UTF8PROC_CATEGORY_PI:
	case UTF8PROC_CATEGORY_PF:
	case UTF8PROC_CATEGORY_PO:
		return RUNE_PUNCT;
	default:
		return RUNE_OTHER;
	}
}

uint32_t rune_lower(uint32_t rune)
{
	if (rune < 0x80)
		return rune_ascii_class[rune] == RUNE_UPPER ? rune + ('a' - 'A') : rune;
	return (uint32_t)utf8proc_tolower((utf8proc_int32_t)rune);
}

bool rune_is_space_more(uint32_t rune)
{
	return rune == 0x85 || rune == 0xa0 || rune == 0x1680 || (rune >= 0x2000 && rune <= 0x200b) || rune == 0x2028 ||
	       rune == 0x2029 || rune == 0x202f || rune == 0x205f || rune == 0x3000 || rune == 0xfeff;
}

bool rune_is_word(uint32_t rune)
{
	enum rune_class class = rune_class(rune);

	return class >= RUNE_UPPER && class <= RUNE_MARK;
}

bool rune_is_cjk(uint32_t rune)
{
	if (rune < 0x2e80)
		return false;
	return rune <= 0x2fdf || rune == 0x3005 || rune == 0x3007 || (rune >= 0x3021 && rune <= 0x3029) ||
	       (rune >= 0x3038 && rune <= 0x303b) || (rune >= 0x3041 && rune <= 0x309f) ||
	       (rune >= 0x30a1 && rune <= 0x30ff && rune != 0x30fb) || (rune >= 0x31f0 && rune <= 0x31ff) ||
	       (rune >= 0x3400 && rune <= 0x4dbf) || (rune >= 0x4e00 && rune <= 0x9fff) ||
	       (rune >= 0xf900 && rune <= 0xfaff) || (rune >= 0xff66 && rune <= 0xff9f) ||
	       (rune >= 0x20000 && rune <= 0x3fffd);
}

bool rune_is_unsafe(uint32_t rune)
{
	if (rune < 0xa0)
		return (rune < 0x20 && rune != '\t' && rune != '\n') || rune >= 0x7f;
	return (rune >= 0x202a && rune <= 0x202e) || (rune >= 0x2066 && rune <= 0x2069) || rune == 0xfeff ||
	       (rune >= 0xfdd0 && rune <= 0xfdef) || (rune & 0xfffe) == 0xfffe;
}

/* Appends text[at, end), all ASCII, in lower case. */
static void put_ascii_lower(struct buf *buf, struct ng_text text, size_t at, size_t end)
{
	size_t from = buf->len;

	buf_put(buf, text_slice(text, at, end));
	for (size_t i = from; i < buf->len; i++)
		if (buf->at[i] >= 'A' && buf->at[i] <= 'Z')
			buf->at[i] = (char)(buf->at[i] + ('a' - 'A'));
}

void utf8_lower(struct buf *buf, struct ng_text text)
{
	for (size_t at = 0; at < text.len;) {
		uint32_t rune;
		size_t end = plain_run(text, at);
		put_ascii_lower(buf, text, at, end);
		if (end == text.len)
			return;
		at = end + utf8_decode(text, end, &rune);
		buf_rune(buf, rune_lower(rune));
	}
}

/* Appends the base letters of one code point beyond ASCII. */
static void put_folded(struct buf *buf, uint32_t rune)
{
	utf8proc_int32_t parts[16];
	int boundary = 0;
	utf8proc_ssize_t n = utf8proc_decompose_char((utf8proc_int32_t)rune, parts, 16,
						     UTF8PROC_DECOMPOSE | UTF8PROC_STRIPMARK, &boundary);

	for (utf8proc_ssize_t i = 0; i < n && i < 16; i++)
		buf_rune(buf, rune_lower((uint32_t)parts[i]));
}

void utf8_fold(struct buf *buf, struct ng_text text)
{
	for (size_t at = 0; at < text.len;) {
		uint32_t rune;
		size_t end = plain_run(text, at);
		put_ascii_lower(buf, text, at, end);
		if (end == text.len)
			return;
		at = end + utf8_decode(text, end, &rune);
		put_folded(buf, rune);
	}
}

void utf8_squeeze(struct buf *buf, struct ng_text text)
{
	size_t start = 0, from = buf->len;
	bool in_space = true;

	for (size_t at = 0, next; at <= text.len; at = next) {
		uint32_t rune = ' ';
		next = at < text.len ? at + utf8_decode(text, at, &rune) : at + 1;
		bool space = rune_is_space(rune);
		if (space && !in_space) {
			if (buf->len > from)
				buf_byte(buf, ' ');
			buf_put(buf, text_slice(text, start, at));
		} else if (!space && in_space) {
			start = at;
		}
		in_space = space;
	}
}

size_t utf8_width(struct ng_text text)
{
	size_t width = 0;

	for (size_t at = 0; at < text.len;) {
		uint32_t rune;
		at += utf8_decode(text, at, &rune);
		width += rune_class(rune) != RUNE_MARK;
	}
	return width;
}
