/*
 * Words of a stretch of text. A word is a run of letters, digits and marks; where a script has no blanks between words
 * (Han, kana, Thai, Lao, Khmer, Burmese) each two neighbouring characters are one, a lone character too. ASCII is read
 * by a table; a word with any other letter is read again by code points. Lower case is the simple mapping.
 */
#include "language/word_scan.h"

#include <string.h>

enum { SMALL = 1, CAPITAL = 2, DIGIT = 4, HIGH = 8 }; /* of a byte; 0: of no word */

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

/*
 * The hash of a form, byte by byte: eight are gathered, then mixed in. It is the cache's key alone, no figure that
 * leaves the reader.
 */
struct form_hash {
	uint64_t sum, gathered;
	size_t len;
};

static inline void hash_byte(struct form_hash *hash, unsigned char byte)
{
	hash->gathered = hash->gathered << 8 | byte;
	if (++hash->len % 8)
		return;
	hash->sum = (hash->sum ^ hash->gathered) * 0x9e3779b97f4a7c15u;
	hash->sum ^= hash->sum >> 29;
	hash->gathered = 0;
}

static inline uint64_t hash_end(const struct form_hash *hash)
{
	uint64_t sum = (hash->sum ^ hash->gathered ^ (uint64_t)hash->len << 56) * 0xbf58476d1ce4e5b9u;

	sum ^= sum >> 32;
	sum *= 0x94d049bb133111ebu;
	return sum ^ sum >> 29;
}

static inline void add_word(struct arena *arena, struct words *words, size_t start, size_t end, uint64_t hash,
			    uint8_t flags)
{
	if (words->n == words->room)
		words->at = arena_room(arena, words->at, words->n, &words->room, sizeof *words->at);
	words->at[words->n++] =
	    (struct word){.start = (uint32_t)start, .end = (uint32_t)end, .stem = hash, .flags = flags};
}

static uint8_t flags_of(bool small, size_t capitals, bool digits, bool first_capital)
{
	unsigned flags = digits ? WORD_NUMBER : 0;

	flags |= first_capital ? WORD_CAPITAL : 0;
	flags |= capitals > 1 && !small ? WORD_SHOUT : 0;
	return (uint8_t)flags;
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
	struct form_hash hash = {0};

	for (size_t i = 0; i < len; i++)
		hash_byte(&hash, (unsigned char)lower[i]);
	add_word(run->arena, run->words, start, end, hash_end(&hash), flags);
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
	size_t capitals = 0;
	bool small = false, digits = false, first_capital = false;
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
		small |= class == RUNE_LOWER || class == RUNE_LETTER;
		digits |= class == RUNE_DIGIT;
	}
	if (end > start)
		add_form(run, start, end, flags_of(small, capitals, digits, first_capital));
	if (at < run->text.len) {
		uint32_t rune = read_rune(run->text, at, &len);
		return is_unsegmented(rune) && rune_is_word(rune) ? scan_unsegmented(run, at) : at + len;
	}
	return at;
}

static size_t count_capitals(const char *at, size_t len)
{
	size_t n = 0;

	for (size_t i = 0; i < len; i++)
		n += byte_class[(unsigned char)at[i]] == CAPITAL;
	return n;
}

/* The ASCII word at `from`, if that is all it is; the byte after it. 0: bytes beyond ASCII follow. */
static inline size_t scan_ascii(const struct run *run, size_t from)
{
	const unsigned char *bytes = (const unsigned char *)run->text.at;
	struct form_hash hash = {0};
	unsigned seen = 0, class = 0;
	size_t at = from, end = run->text.len,
	       counted = end - from < WORD_FORM_MAX - 3 ? end : from + WORD_FORM_MAX - 3;

	for (; at < counted && (class = byte_class[bytes[at]]) & (SMALL | CAPITAL | DIGIT); at++) {
		seen |= class;
		hash_byte(&hash, bytes[at] | 0x20); /* lower case of a letter; digits have the bit */
	}
	for (; at < end && at >= counted && (class = byte_class[bytes[at]]) & (SMALL | CAPITAL | DIGIT); at++)
		seen |= class;
	if (at < end && class == HIGH)
		return 0;
	if (at == from)
		return at + 1;
	size_t capitals = seen & SMALL ? 0 : count_capitals(run->text.at + from, at - from);
	add_word(run->arena, run->words, from, at, hash_end(&hash),
		 flags_of(seen & SMALL, capitals, seen & DIGIT, byte_class[bytes[from]] == CAPITAL));
	return at + 1;
}

void word_scan(const struct word_scanner *scanner, struct arena *arena, struct ng_text text, uint32_t start,
	       uint32_t end, struct words *words)
{
	struct run run = {scanner, arena, text_slice(text, 0, end), words};

	for (size_t at = start; at < run.text.len;) {
		size_t next = scan_ascii(&run, at);
		at = next ? next : scan_runes(&run, at);
	}
}
