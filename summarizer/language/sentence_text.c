/*
 * Characters for the segmenter. In: a text and a place in it. Out: code points, what they can do (enum mark), the word
 * before or after a place with its sections. ASCII is answered from tables; nothing looks further than WORD_BYTES but
 * over white space.
 */
#include "language/sentence_text.h"

#include "language/word_scan.h"

/* clang-format off */
static const uint16_t ascii_marks[128] = {
    ['.'] = MARK_STOP, ['!'] = MARK_STOP, ['?'] = MARK_STOP, [';'] = MARK_STOP,
    ['"'] = MARK_CLOSE | MARK_OPEN | MARK_QUOTE, ['\''] = MARK_CLOSE | MARK_OPEN,
    [')'] = MARK_CLOSE, [']'] = MARK_CLOSE, ['}'] = MARK_CLOSE, ['('] = MARK_OPEN, ['['] = MARK_OPEN, ['{'] = MARK_OPEN,
    ['-'] = MARK_DASH,
};
static const struct {
	uint32_t rune;
	uint16_t marks;
} other_marks[] = {
    {0xa1, MARK_OPEN}, {0xab, MARK_OPEN | MARK_QUOTE | MARK_LEFT}, {0xbb, MARK_CLOSE | MARK_QUOTE | MARK_RIGHT},
    {0xbf, MARK_OPEN}, {0x37e, MARK_STOP}, {0x589, MARK_STOP | MARK_WIDE}, {0x61f, MARK_STOP}, {0x6d4, MARK_STOP},
    {0x964, MARK_WIDE}, {0x965, MARK_WIDE}, {0x104a, MARK_WIDE}, {0x104b, MARK_WIDE}, {0x1362, MARK_WIDE},
    {0x1367, MARK_WIDE}, {0x1368, MARK_WIDE}, {0x166e, MARK_WIDE}, {0x17d4, MARK_WIDE}, {0x17d5, MARK_WIDE},
    {0x1803, MARK_WIDE}, {0x2013, MARK_DASH}, {0x2014, MARK_DASH}, {0x2015, MARK_DASH}, {0x2018, MARK_OPEN},
    {0x2019, MARK_CLOSE}, {0x201a, MARK_OPEN}, {0x201c, MARK_OPEN | MARK_QUOTE},
    {0x201d, MARK_CLOSE | MARK_QUOTE | MARK_RIGHT}, {0x201e, MARK_OPEN | MARK_QUOTE | MARK_LEFT},
    {0x201f, MARK_OPEN | MARK_QUOTE | MARK_LEFT}, {0x2022, MARK_BULLET}, {0x2023, MARK_BULLET}, {0x2026, MARK_STOP},
    {0x2033, MARK_CLOSE}, {0x2039, MARK_OPEN | MARK_QUOTE}, {0x203a, MARK_CLOSE | MARK_QUOTE | MARK_RIGHT},
    {0x203c, MARK_STOP}, {0x2043, MARK_BULLET}, {0x2047, MARK_STOP}, {0x2048, MARK_STOP}, {0x2049, MARK_STOP},
    {0x25a0, MARK_BULLET}, {0x25aa, MARK_BULLET}, {0x25ba, MARK_BULLET}, {0x25cf, MARK_BULLET}, {0x25e6, MARK_BULLET},
    {0x3002, MARK_WIDE}, {0x3008, MARK_OPEN | MARK_QUOTE | MARK_LEFT | MARK_CJK},
    {0x3009, MARK_CLOSE | MARK_QUOTE | MARK_RIGHT | MARK_CJK}, {0x300a, MARK_OPEN | MARK_QUOTE | MARK_LEFT | MARK_CJK},
    {0x300b, MARK_CLOSE | MARK_QUOTE | MARK_RIGHT | MARK_CJK}, {0x300c, MARK_OPEN | MARK_QUOTE | MARK_LEFT | MARK_CJK},
    {0x300d, MARK_CLOSE | MARK_QUOTE | MARK_RIGHT | MARK_CJK}, {0x300e, MARK_OPEN | MARK_QUOTE | MARK_LEFT | MARK_CJK},
    {0x300f, MARK_CLOSE | MARK_QUOTE | MARK_RIGHT | MARK_CJK}, {0x3010, MARK_OPEN}, {0x3011, MARK_CLOSE},
    {0xff01, MARK_WIDE}, {0xff08, MARK_OPEN}, {0xff09, MARK_CLOSE}, {0xff0e, MARK_WIDE}, {0xff1f, MARK_WIDE},
    {0xff3b, MARK_OPEN}, {0xff3d, MARK_CLOSE}, {0xff5b, MARK_OPEN}, {0xff5d, MARK_CLOSE}, {0xff61, MARK_WIDE},
};
/* clang-format on */

unsigned mark_of(uint32_t rune)
{
	size_t low = 0, high = sizeof other_marks / sizeof *other_marks;

	if (rune < 0x80)
		return ascii_marks[rune];
	while (low < high) {
		size_t middle = (low + high) / 2;
		if (other_marks[middle].rune == rune)
			return other_marks[middle].marks;
		if (other_marks[middle].rune < rune)
			low = middle + 1;
		else
			high = middle;
	}
	return 0;
}

uint32_t sentence_rune_before(struct ng_text text, size_t at, size_t low, size_t *start)
{
	uint32_t rune;

	*start = at;
	if (at <= low)
		return 0;
	if ((unsigned char)text.at[at - 1] < 0x80) {
		*start = at - 1;
		return (unsigned char)text.at[at - 1];
	}
	*start = low + utf8_before(text_slice(text, low, at), at - low, &rune);
	return rune;
}

enum rune_class sentence_class(uint32_t rune)
{
	enum rune_class class = rune_class(rune);

	return class == RUNE_PUNCT ? RUNE_OTHER : class;
}

size_t sentence_skip(struct ng_text text, size_t at, unsigned *lines)
{
	*lines = 0;
	while (at < text.len) {
		unsigned char byte = (unsigned char)text.at[at];
		uint32_t rune;
		size_t len = 1;
		if (byte >= 0x80) {
			len = utf8_decode(text, at, &rune);
			if (!rune_is_space(rune))
				break;
			*lines += rune == 0x2028 || rune == 0x2029 ? 2 : 0;
		} else if (byte == '\n') {
			++*lines;
		} else if (byte != ' ' && byte != '\t' && byte != '\r') {
			break;
		}
		at += len;
	}
	return at;
}

static bool is_apostrophe(uint32_t rune)
{
	return rune == '\'' || rune == 0x2019;
}

size_t sentence_word_end(struct ng_text text, size_t at)
{
	size_t end = at;

	while (end < text.len && end - at < WORD_BYTES) {
		size_t len;
		uint32_t rune = sentence_rune(text, end, &len);
		if (!rune_is_word(rune) && !(is_apostrophe(rune) && end > at))
			break;
		end += len;
	}
	return end;
}

size_t sentence_token_start(struct ng_text text, size_t at, size_t low)
{
	size_t start = at, before, further;

	if (at - low > WORD_BYTES)
		low = at - WORD_BYTES;
	for (; start > low; start = before) {
		uint32_t rune = sentence_rune_before(text, start, low, &before);
		if (is_apostrophe(rune)) { /* after a letter it is an apostrophe, else a quotation mark */
			if (before <= low || !rune_is_word(sentence_rune_before(text, before, low, &further)))
				break;
		} else if (rune_is_space(rune) || rune == '/' || mark_of(rune) & (MARK_OPEN | MARK_CLOSE) ||
			   (rune != '-' && mark_of(rune) & MARK_DASH)) {
			break;
		}
	}
	return start;
}

static void count_rune(struct sentence_word *word, uint32_t rune)
{
	enum rune_class class = rune_class(rune);

	word->runes++;
	word->letters += class == RUNE_UPPER || class == RUNE_LOWER || class == RUNE_LETTER || class == RUNE_MARK;
	word->digits += class == RUNE_DIGIT;
	word->dots += rune == '.';
	word->all_capitals &= rune >= 'A' && rune <= 'Z';
	if (word->runes == 1)
		word->first = class;
}

void sentence_word_of(const struct sentence_tables *tables, struct ng_text text, size_t start, size_t end,
		      struct sentence_word *word)
{
	*word = (struct sentence_word){.start = start, .end = end, .all_capitals = end > start};
	for (size_t at = start; at < end && word->len + 4 <= WORD_ROOM;) {
		size_t len;
		uint32_t rune = sentence_rune(text, at, &len);
		count_rune(word, rune);
		word->len += utf8_encode(rune == 0x2019 ? '\'' : rune_lower(rune), word->lower + word->len);
		at += len;
	}
	const struct table_entry *entry = table_get(&tables->words, (struct ng_text){word->lower, word->len});
	if (entry) {
		word->any_sections = (uint32_t)entry->value;
		word->sections = word->any_sections | (word->first == RUNE_UPPER ? (uint32_t)(entry->value >> 32) : 0);
	}
}
