/* The languages: tables loaded once from data/LANG/, read-only afterwards and shared by all threads. */
#ifndef LANGUAGE_LANGUAGE_H
#define LANGUAGE_LANGUAGE_H

#include "base/wordlist.h"
#include "read/article.h"

struct sentence_tables;
struct date_tables;

struct language {
	struct ng_text code;    /* "en"; "und" for a language without tables */
	const char *stemmer;    /* libstemmer's name of the algorithm; NULL: no stemming */
	bool segmented;         /* false: no blanks between words (Chinese, Japanese, Thai): character bigrams */
	struct table stop;      /* stop words, lower case */
	struct table discourse; /* lower-case words and phrases of data/LANG/discourse.txt: WORD_LEANS, ... */
	struct sentence_tables *sentences;
	struct date_tables *dates; /* never NULL; empty where a language has none */
};

struct languages;
struct languages *languages_load(struct arena *arena, const struct resources *data);

/* The language of a code ("en", "en-GB", "EN_us"); the tables of "und" when unknown, never NULL. */
const struct language *language_of(const struct languages *languages, struct ng_text code);
size_t languages_count(const struct languages *languages);
const struct language *languages_at(const struct languages *languages, size_t index);

/*
 * Identifies the language of a text by stop words and character n-grams, over its first 4 KiB. "und" when there is
 * no evidence. An article's own word (metadata) wins before this is asked.
 */
const struct language *language_identify(const struct languages *languages, struct ng_text text);

#endif
