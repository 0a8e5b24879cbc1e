/* What languages_load() makes, and what languages are told apart by. */
#ifndef LANGUAGE_LANGUAGE_TABLES_H
#define LANGUAGE_LANGUAGE_TABLES_H

#include "language/language.h"

/* Scripts that part languages from each other; all others are SCRIPT_NONE. */
/* clang-format off */
enum script {
	SCRIPT_NONE, SCRIPT_LATIN, SCRIPT_GREEK, SCRIPT_CYRILLIC, SCRIPT_ARMENIAN, SCRIPT_HEBREW, SCRIPT_ARABIC,
	SCRIPT_DEVANAGARI, SCRIPT_BENGALI, SCRIPT_TAMIL, SCRIPT_THAI, SCRIPT_LAO, SCRIPT_MYANMAR, SCRIPT_KHMER,
	SCRIPT_HANGUL, SCRIPT_KANA, SCRIPT_HAN, SCRIPTS
};
/* clang-format on */

enum { IDENTIFIED_MAX = 64 }; /* languages beyond that many are never identified */

/* A language has a trigram among its most frequent. */
struct trigram_use {
	uint32_t next; /* index + 1; 0: the last */
	uint16_t language, weight;
};

struct language_profiles {
	struct table words;          /* stop word -> bits of the languages that have it */
	struct table trigrams;       /* -> index + 1 into uses */
	uint64_t of_script[SCRIPTS]; /* bits of the languages written in it */
	struct {
		struct trigram_use *at;
		size_t n, room;
	} uses;
};

/* The first is "und". */
struct languages {
	struct language *at;
	size_t n, room;
	struct language_profiles profiles;
};

enum script script_of(uint32_t rune);
/* data/LANG/trigrams.txt of all languages, and their stop words. */
void language_profiles_load(struct arena *arena, const struct resources *data, struct languages *languages);

#endif
