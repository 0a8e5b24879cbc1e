/*
 * data/LANG/sentences.txt: words by section. An entry with a capital only matches a word with a capital (Mass, Sat).
 * An entry "-str" matches the end of a longer token. On top of it LANG/sentences-local.txt, a user's own additions in
 * the same form; data/LANG/stopwords.txt is read too.
 */
#ifndef LANGUAGE_SENTENCE_TABLES_H
#define LANGUAGE_SENTENCE_TABLES_H

#include "language/sentence.h"

/* clang-format off */
enum sentence_section {
	IN_ALWAYS = 1,             /* abbreviations that never end a sentence: Mr */
	IN_BEFORE_CAPITAL = 2,     /* ... that end one only before a starter: Corp */
	IN_BEFORE_NUMBER = 4,      /* ... that end none before a number: No */
	IN_ENDS = 8,               /* ... that may end one before any capital: etc */
	IN_ENDS_BEFORE_QUOTE = 16, /* ... before a quotation: Inc */
	IN_STARTERS = 32,          /* words that open sentences and, with a capital, little else: The */
	IN_SPEECH = 64,            /* said */
	IN_CLAUSE = 128,           /* after a word of speech these show that no quotation is meant: that */
	IN_NO_QUESTION = 256,      /* starters that go on after a name's question mark: Guess Who? was fun */
	IN_MONTHS = 512,
	IN_WORDS = 1024,           /* look like abbreviations, are none */
	IN_NAMES_WITH_STOP = 2048, /* yahoo! */
	IN_TIMES = 4096,           /* a.m */
	IN_GREETINGS = 8192,       /* Dear */
	IN_CLOSINGS = 16384,       /* regards */
	IN_STOP_WORDS = 32768,     /* of the language: they open sentences as starters do, where a capital tells */
	IN_AFTER_TIMES = 65536     /* go on with a time: 8 p.m. Monday, 8 p.m. EST */
};
enum sentence_option {
	ORDINAL_PERIOD = 1,   /* 3. is "third" */
	COLON_STOP = 2,       /* Armenian */
	DOT_NOT_STOP = 4,
	GREEK_QUESTION = 8,   /* ; asks */
	LOWER_START = 16,     /* sentences may begin in lower case */
	SLAVIC_DIALOGUE = 32, /* a dash after a stop inside a quotation goes on with it */
	ELISION = 64,         /* l'ing. is ing. */
	PRONOUN_I = 128,      /* the word I has a capital anywhere */
	SHORT_WORDS = 256     /* a letter beyond ASCII is a word, no initial */
};
/* clang-format on */

struct sentence_tables {
	struct table words; /* lower case -> sections; << 32: only with a capital */
	unsigned options;
};

#endif
