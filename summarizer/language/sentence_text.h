/* Characters and words as the segmenter sees them. All look-behind and look-ahead is bounded by WORD_BYTES. */
#ifndef LANGUAGE_SENTENCE_TEXT_H
#define LANGUAGE_SENTENCE_TEXT_H

#include <string.h>

#include "base/utf8.h"
#include "language/sentence_tables.h"

/* clang-format off */
enum mark {
	MARK_STOP = 1,     /* ends a sentence where white space or the end follows */
	MARK_WIDE = 2,     /* ends a sentence with or without white space: CJK, danda ... */
	MARK_CLOSE = 4, MARK_OPEN = 8, MARK_QUOTE = 16, MARK_BULLET = 32, MARK_DASH = 64,
	MARK_RIGHT = 128, MARK_LEFT = 256, /* a quotation mark that mostly closes, or opens, by its shape */
	MARK_CJK = 512
};
/* clang-format on */
enum { WORD_BYTES = 40, WORD_ROOM = 64 };

/* A word before or after a stop, in lower case, with the sections of the tables it stands in. */
struct sentence_word {
	size_t start, end; /* bytes of the text */
	char lower[WORD_ROOM];
	size_t len;
	unsigned runes, letters, digits, dots;
	enum rune_class first; /* of the first code point */
	bool all_capitals;     /* ASCII letters, all capitals */
	uint32_t sections;     /* as written */
	uint32_t any_sections; /* of those entries that ask for no capital */
};

unsigned mark_of(uint32_t rune); /* bits of enum mark */

/* The code point at `at`, its length in *len; 0 and 0 at the end. */
static inline uint32_t sentence_rune(struct ng_text text, size_t at, size_t *len)
{
	uint32_t rune = 0;

	*len = at < text.len;
	if (!*len || (unsigned char)text.at[at] < 0x80)
		return *len ? (unsigned char)text.at[at] : 0;
	*len = utf8_decode(text, at, &rune);
	return rune;
}
/* The code point before `at`, its first byte in *start; 0 at `low`. */
uint32_t sentence_rune_before(struct ng_text text, size_t at, size_t low, size_t *start);
enum rune_class sentence_class(uint32_t rune); /* 0 is RUNE_OTHER */

/* The first byte that is no white space; *lines: how many lines were ended. */
size_t sentence_skip(struct ng_text text, size_t at, unsigned *lines);
/* The end of the letters, digits, marks and inner apostrophes at `at`. */
size_t sentence_word_end(struct ng_text text, size_t at);
/* The start of what runs up to `at` without white space, quotation marks, long dashes. */
size_t sentence_token_start(struct ng_text text, size_t at, size_t low);
void sentence_word_of(const struct sentence_tables *tables, struct ng_text text, size_t start, size_t end,
		      struct sentence_word *word);

static inline char byte_at(struct ng_text text, size_t at) /* NUL at the end */
{
	return at < text.len ? text.at[at] : '\0';
}

static inline bool one_of(char byte, const char *set)
{
	return byte && strchr(set, byte);
}

#endif
