/*
 * Words of a stretch of text. A word is a run of letters, digits and marks; where a script has no blanks between words
 * (Han, kana, Thai, Lao, Khmer, Burmese) each two neighbouring characters are one, a lone character too. ASCII is read
 * eight bytes at a time; a word with any other letter is read again by code points. Lower case is the simple mapping.
 */
#include "language/word_scan.h"

#include "base/eight.h"

#include <utf8proc.h>

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

/* Letters with their marks apart ("e" and U+0301) become one, as everybody else writes them (Unicode's form C). */
static size_t compose(char *lower, size_t len)
{
	utf8proc_int32_t runes[WORD_FORM_MAX];
	struct ng_text text = {lower, len};
	utf8proc_ssize_t n = 0;
	size_t step, end = 0;

	for (size_t at = 0; at < len; at += step) {
		uint32_t rune = read_rune(text, at, &step);
		runes[n++] = (utf8proc_int32_t)rune;
	}
	n = utf8proc_normalize_utf32(runes, n, UTF8PROC_COMPOSE | UTF8PROC_STABLE);
	for (utf8proc_ssize_t i = 0; i < n; i++)
		end += utf8_encode((uint32_t)runes[i], lower + end);
	return end;
}

size_t word_lower(const struct word_scanner *scanner, struct ng_text word, char *lower)
{
	size_t len = 0, step;
	bool apart = false;

	for (size_t at = 0; at < word.len && len + 4 <= WORD_FORM_MAX; at += step) {
		uint32_t rune = read_rune(word, at, &step);
		apart |= rune >= 0x300 && rune < 0x370;
		if (is_silent(rune))
			continue;
		len += utf8_encode(rune < 0x800 ? scanner->lower[rune] : rune_lower(rune), lower + len);
	}
	return apart ? compose(lower, len) : len;
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
	uint64_t hash = 0;
	size_t at = 0;

	for (; len - at >= 8; at += 8)
		hash = eight_hash(hash, eight_load(lower + at));
	hash = eight_hash(hash, eight_load_few(lower + at, len - at));
	add_word(run->arena, run->words, start, end, eight_hash_end(hash, len), flags);
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

/* The ASCII word at `from`, if that is all it is; the byte to go on at. 0: bytes beyond ASCII follow. */
static inline size_t scan_ascii(const struct run *run, size_t from)
{
	const char *text = run->text.at;
	uint64_t hash = 0, small = 0, capitals = 0, digits = 0;
	size_t at = from, many = 0, n;
	bool first_capital = false;

	do {
		size_t left = run->text.len - at;
		uint64_t bytes = left >= 8 ? eight_load(text + at) : eight_load_few(text + at, left);
		struct eight is = eight_classify(bytes);
		uint64_t ends = ~(is.letters | is.digits) & EIGHT_TOPS;
		n = ends ? eight_before(ends) : 8;
		if (n < 8 && is.high >> 8 * n & 0x80)
			return 0;
		uint64_t word = eight_low(n);
		if (at == from)
			first_capital = is.capitals & word & 0x80;
		capitals = is.capitals & word;
		many += capitals ? (capitals & (capitals - 1)) ? 2 : 1 : 0;
		small |= is.letters & ~is.capitals & word;
		digits |= is.digits & word;
		if (at - from + n <= WORD_FORM_MAX - 8)
			hash = eight_hash(hash, (bytes | EIGHT_CASE) & word);
		at += n;
	} while (n == 8);
	if (at == from)
		return at + 1;
	size_t len = at - from <= WORD_FORM_MAX - 8 ? at - from : WORD_FORM_MAX;
	add_word(run->arena, run->words, from, at, eight_hash_end(hash, len),
		 flags_of(small, many, digits, first_capital));
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
