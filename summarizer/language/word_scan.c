/*
 * Words of a stretch of text. A word is a run of letters, digits and marks; where a script has no blanks between words
 * (Han, kana, Thai, Lao, Khmer, Burmese) each two neighbouring characters are one, a lone character too. ASCII is read
 * by a table; a word with any other letter is read again by code points. Lower case is the simple mapping.
 */
#include "language/word_scan.h"

#include <string.h>

enum { NONE, SMALL, CAPITAL, DIGIT, HIGH }; /* of a byte */

/* clang-format off */
static const uint8_t byte_class[256] = {
    ['0'] = DIGIT, DIGIT, DIGIT, DIGIT, DIGIT, DIGIT, DIGIT, DIGIT, DIGIT, DIGIT,
    ['A'] = CAPITAL, CAPITAL, CAPITAL, CAPITAL, CAPITAL, CAPITAL, CAPITAL, CAPITAL, CAPITAL, CAPITAL, CAPITAL, CAPITAL,
    CAPITAL, CAPITAL, CAPITAL, CAPITAL, CAPITAL, CAPITAL, CAPITAL, CAPITAL, CAPITAL, CAPITAL, CAPITAL, CAPITAL, CAPITAL,
    CAPITAL,
    ['a'] = SMALL, SMALL, SMALL, SMALL, SMALL, SMALL, SMALL, SMALL, SMALL, SMALL, SMALL, SMALL, SMALL, SMALL, SMALL,
    SMALL, SMALL, SMALL, SMALL, SMALL, SMALL, SMALL, SMALL, SMALL, SMALL, SMALL,
    [0x80] = HIGH, HIGH, HIGH, HIGH, HIGH, HIGH, HIGH, HIGH, HIGH, HIGH, HIGH, HIGH, HIGH, HIGH, HIGH, HIGH,
    HIGH, HIGH, HIGH, HIGH, HIGH, HIGH, HIGH, HIGH, HIGH, HIGH, HIGH, HIGH, HIGH, HIGH, HIGH, HIGH,
    HIGH, HIGH, HIGH, HIGH, HIGH, HIGH, HIGH, HIGH, HIGH, HIGH, HIGH, HIGH, HIGH, HIGH, HIGH, HIGH,
    HIGH, HIGH, HIGH, HIGH, HIGH, HIGH, HIGH, HIGH, HIGH, HIGH, HIGH, HIGH, HIGH, HIGH, HIGH, HIGH,
    HIGH, HIGH, HIGH, HIGH, HIGH, HIGH, HIGH, HIGH, HIGH, HIGH, HIGH, HIGH, HIGH, HIGH, HIGH, HIGH,
    HIGH, HIGH, HIGH, HIGH, HIGH, HIGH, HIGH, HIGH, HIGH, HIGH, HIGH, HIGH, HIGH, HIGH, HIGH, HIGH,
    HIGH, HIGH, HIGH, HIGH, HIGH, HIGH, HIGH, HIGH, HIGH, HIGH, HIGH, HIGH, HIGH, HIGH, HIGH, HIGH,
    HIGH, HIGH, HIGH, HIGH, HIGH, HIGH, HIGH, HIGH, HIGH, HIGH, HIGH, HIGH, HIGH, HIGH, HIGH, HIGH,
};
/* clang-format on */

void word_scanner_init(struct word_scanner *scanner)
{
	for (uint32_t rune = 0; rune < 0x800; rune++) {
		uint32_t lower = rune_lower(rune);
		scanner->class[rune] = (uint8_t)rune_class(rune);
		scanner->lower[rune] = (uint16_t)(lower < 0x800 ? lower : rune);
	}
}

/* Scripts written without blanks between words. */
static bool is_unsegmented(uint32_t rune)
{
	return rune >= 0xe00 && (rune < 0xf00 || (rune >= 0x1000 && rune < 0x10a0) ||
				 (rune >= 0x1780 && rune < 0x1800) || rune_is_cjk(rune));
}

/* The code point at `at`; only that of valid UTF-8 of one or two bytes is read here. */
static uint32_t read_rune(struct ng_text text, size_t at, size_t *len)
{
	unsigned char first = (unsigned char)text.at[at];
	uint32_t rune;

	*len = 1;
	if (first < 0x80)
		return first;
	if (first >= 0xc2 && first < 0xe0 && at + 1 < text.len && ((unsigned char)text.at[at + 1] & 0xc0) == 0x80) {
		*len = 2;
		return (uint32_t)(first & 0x1f) << 6 | ((unsigned char)text.at[at + 1] & 0x3f);
	}
	*len = utf8_decode(text, at, &rune);
	return rune;
}

static enum rune_class class_of(const struct word_scanner *scanner, uint32_t rune)
{
	return rune < 0x800 ? (enum rune_class)scanner->class[rune] : rune_class(rune);
}

/* Seen in writing only: the soft hyphen, the Arabic tatweel. */
static bool is_silent(uint32_t rune)
{
	return rune == 0xad || rune == 0x640;
}

/* What may stand inside a word without being a letter: soft hyphen, zero-width joiner and non-joiner. */
static bool is_inside(uint32_t rune)
{
	return rune == 0xad || rune == 0x200c || rune == 0x200d;
}

size_t word_encode(uint32_t rune, char *at)
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

size_t word_lower(const struct word_scanner *scanner, struct ng_text word, char *lower)
{
	size_t len = 0, step;

	for (size_t at = 0; at < word.len && len + 4 <= WORD_FORM_MAX; at += step) {
		uint32_t rune = read_rune(word, at, &step);
		if (is_silent(rune))
			continue;
		len += word_encode(rune < 0x800 ? scanner->lower[rune] : rune_lower(rune), lower + len);
	}
	return len;
}

/* Set in every byte of an ASCII word this gives its lower case: digits have the bit already. */
static const uint64_t ascii_lower = 0x2020202020202020u;

/* The hash of a form; `bits` are set in each eight bytes of it. */
static uint64_t form_hash(const char *at, size_t len, uint64_t bits)
{
	uint64_t hash = 0x243f6a8885a308d3u + len, word;

	for (; len >= 8; len -= 8, at += 8) {
		memcpy(&word, at, 8);
		hash = (hash ^ (word | bits)) * 0x9e3779b97f4a7c15u;
		hash ^= hash >> 29;
	}
	word = 0;
	memcpy(&word, at, len);
	hash = (hash ^ (word | bits)) * 0xbf58476d1ce4e5b9u;
	hash ^= hash >> 32;
	hash *= 0x94d049bb133111ebu;
	return hash ^ hash >> 29;
}

static void add_word(struct arena *arena, struct words *words, size_t start, size_t end, uint64_t hash, uint8_t flags)
{
	struct word *word = array_add(arena, words);

	word->start = (uint32_t)start;
	word->end = (uint32_t)end;
	word->stem = hash;
	word->flags = flags;
}

static uint8_t flags_of(unsigned small, unsigned capitals, unsigned digits, bool first_capital)
{
	uint8_t flags = digits ? WORD_NUMBER : 0;

	if (first_capital)
		flags |= WORD_CAPITAL;
	if (capitals > 1 && !small)
		flags |= WORD_SHOUT;
	return flags;
}

struct run {
	const struct word_scanner *scanner;
	struct arena *arena;
	struct ng_text text; /* up to the end of the stretch */
	struct words *words;
};

static void add_form(const struct run *run, size_t start, size_t end, uint8_t flags)
{
	char lower[WORD_FORM_MAX];
	size_t len = word_lower(run->scanner, text_slice(run->text, start, end), lower);

	add_word(run->arena, run->words, start, end, form_hash(lower, len, 0), flags);
}

/* Character bigrams from `at` on; the end of the run. Marks belong to the character before them. */
static size_t scan_unsegmented(const struct run *run, size_t at)
{
	size_t before = at, middle = at, len, units = 0;

	while (at < run->text.len) {
		uint32_t rune = read_rune(run->text, at, &len);
		bool mark = class_of(run->scanner, rune) == RUNE_MARK;
		if (!is_unsegmented(rune) || (!mark && !rune_is_word(rune)))
			break;
		if (!mark || !units) {
			if (units >= 2)
				add_form(run, before, at, 0);
			before = units ? middle : at;
			middle = at;
			units++;
		}
		at += len;
	}
	if (units)
		add_form(run, before, at, 0);
	return at;
}

/* A run of ASCII letters, digits and bytes beyond ASCII from `at` on; where to go on. */
static size_t scan_runes(const struct run *run, size_t at)
{
	unsigned small = 0, capitals = 0, digits = 0;
	bool first_capital = false;
	size_t start = at, end = at, len;

	for (; at < run->text.len; at += len) {
		uint32_t rune = read_rune(run->text, at, &len);
		enum rune_class class = class_of(run->scanner, rune);
		if (is_inside(rune) && at > start)
			continue;
		if (class < RUNE_UPPER || class > RUNE_MARK || is_unsegmented(rune))
			break;
		end = at + len;
		first_capital |= class == RUNE_UPPER && at == start;
		capitals += class == RUNE_UPPER;
		small += class == RUNE_LOWER || class == RUNE_LETTER;
		digits += class == RUNE_DIGIT;
	}
	if (end > start)
		add_form(run, start, end, flags_of(small, capitals, digits, first_capital));
	if (at < run->text.len) {
		uint32_t rune = read_rune(run->text, at, &len);
		return is_unsegmented(rune) && rune_is_word(rune) ? scan_unsegmented(run, at) : at + len;
	}
	return at;
}

void word_scan(const struct word_scanner *scanner, struct arena *arena, struct ng_text text, uint32_t start,
	       uint32_t end, struct words *words)
{
	struct run run = {scanner, arena, text_slice(text, 0, end), words};
	const char *bytes = text.at;

	for (size_t at = start; at < run.text.len;) {
		unsigned seen[HIGH + 1] = {0};
		size_t from = at;
		uint8_t class;
		while (at < run.text.len && (class = byte_class[(unsigned char)bytes[at]]) != NONE && class != HIGH) {
			seen[class]++;
			at++;
		}
		if (at < run.text.len && byte_class[(unsigned char)bytes[at]] == HIGH) {
			at = scan_runes(&run, from);
			continue;
		}
		if (at > from) {
			size_t len = at - from < WORD_FORM_MAX - 3 ? at - from : WORD_FORM_MAX - 3;
			add_word(arena, words, from, at, form_hash(bytes + from, len, ascii_lower),
				 flags_of(seen[SMALL], seen[CAPITAL], seen[DIGIT],
					  byte_class[(unsigned char)bytes[from]] == CAPITAL));
		}
		at++;
	}
}
