/* Where words are, and the hash of each in lower case. */
#ifndef LANGUAGE_WORD_SCAN_H
#define LANGUAGE_WORD_SCAN_H

#include "base/utf8.h"
#include "language/word.h"

/* Bytes of a word in lower case that count; what a longer word has beyond does not tell it from others. */
enum { WORD_FORM_MAX = 128 };

/* Class and lower case of U+0080 to U+07FF, asked of utf8proc once. */
struct word_scanner {
	uint8_t class[0x800];
	uint16_t lower[0x800];
};

void word_scanner_init(struct word_scanner *scanner);

/*
 * Appends the words of text[start, end): `stem` is the hash of the word's lower case for now, `flags` those of its
 * writing: number, capital, shout.
 */
void word_scan(const struct word_scanner *scanner, struct arena *arena, struct ng_text text, uint32_t start,
	       uint32_t end, struct words *words);

/* Writes a word in lower case, WORD_FORM_MAX bytes at most; returns how many. */
size_t word_lower(const struct word_scanner *scanner, struct ng_text word, char *lower);

#endif
