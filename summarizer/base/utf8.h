/* UTF-8: decoding, and classes and case over utf8proc; ASCII from a table, inline. */
#ifndef BASE_UTF8_H
#define BASE_UTF8_H

#include "base/buf.h"

enum rune_class {
	RUNE_OTHER,
	RUNE_UPPER,
	RUNE_LOWER,
	RUNE_LETTER /* caseless */,
	RUNE_DIGIT,
	RUNE_MARK,
	RUNE_SPACE,
	RUNE_PUNCT
};

/* What the functions below answer with beyond ASCII. */
extern const unsigned char rune_ascii_class[128];
size_t utf8_decode_more(struct ng_text text, size_t at, uint32_t *rune);
enum rune_class rune_class_more(uint32_t rune);
bool rune_is_space_more(uint32_t rune);

/*
 * Decodes the code point at text.at[at], at < text.len; returns its length in bytes (1 and U+FFFD for a malformed
 * byte).
 */
static inline size_t utf8_decode(struct ng_text text, size_t at, uint32_t *rune)
{
	*rune = (unsigned char)text.at[at];
	return *rune < 0x80 ? 1 : utf8_decode_more(text, at, rune);
}
/* Writes the code point as UTF-8, up to four bytes; returns its length. */
size_t utf8_encode(uint32_t rune, char *at);
/* Start of the code point before `at` (at > 0), and the code point. */
size_t utf8_before(struct ng_text text, size_t at, uint32_t *rune);

bool utf8_valid(struct ng_text text); /* valid and free of NUL */
/* The text itself when valid; else a copy with U+FFFD for each malformed run and each NUL (Unicode 3.9, best practice).
 */
struct ng_text utf8_repair(struct arena *arena, struct ng_text text);

static inline enum rune_class rune_class(uint32_t rune)
{
	return rune < 0x80 ? (enum rune_class)rune_ascii_class[rune] : rune_class_more(rune);
}
/* All of Unicode's white space, also U+00A0, U+200B, U+FEFF. */
static inline bool rune_is_space(uint32_t rune)
{
	return rune < 0x80 ? rune_ascii_class[rune] == RUNE_SPACE : rune_is_space_more(rune);
}
uint32_t rune_lower(uint32_t rune);
bool rune_is_word(uint32_t rune);   /* letter, digit or mark */
bool rune_is_cjk(uint32_t rune);    /* Han, Hiragana, Katakana, Hangul is not among them */
bool rune_is_unsafe(uint32_t rune); /* C0 but \t \n, DEL, C1, bidi controls U+202A-E U+2066-9, U+FEFF, noncharacters */

void utf8_lower(struct buf *buf, struct ng_text text); /* appends the text in lower case (simple mapping) */
/* Appends the text in canonical decomposition, without marks, in lower case: for comparing and for slugs. */
void utf8_fold(struct buf *buf, struct ng_text text);
/* Appends with each run of white space as one blank, trimmed. */
void utf8_squeeze(struct buf *buf, struct ng_text text);
/* Width helper for terminals and 72-column text: number of code points that are no marks. */
size_t utf8_width(struct ng_text text);

#endif
