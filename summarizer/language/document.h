/* An article with everything the language rooms find in it. Arrays live in one arena with the article. */
#ifndef LANGUAGE_DOCUMENT_H
#define LANGUAGE_DOCUMENT_H

#include "language/language.h"

/* Bytes [start, end) of the article's text; of a body, list or quote block; never over a block's border. */
struct sentence {
	uint32_t start, end;
	uint32_t block;
	uint32_t first_word, n_words; /* in document->words */
};

enum word_flag {
	WORD_STOP = 1,
	WORD_NUMBER = 2 /* holds a digit */,
	WORD_CAPITAL = 4 /* first letter */,
	WORD_SHOUT = 8 /* all capitals, 2+ letters */,
	/* From language->discourse: what a word tells of its sentence, whatever the topic. */
	WORD_LEANS = 16 /* opening a sentence, it points back: he, but, such */,
	WORD_FIRST_PERSON = 32 /* I, we, you */,
	WORD_SAYS = 64,
	WORD_COURTESY = 128 /* Mr, Frau: before a surname */
};

/* A word (Unicode letters, digits, marks; inner apostrophes and hyphens end it) or, in CJK, a character bigram. */
struct word {
	uint32_t start, end;
	uint64_t stem; /* hash of the stem in lower case, 's cut off: equal words are equal stems everywhere */
	uint8_t flags;
};

enum date_type { DATE_DATE, DATE_TIME, DATE_DURATION, DATE_SET };

/* A temporal expression (TIMEX3), resolved against the publication day. */
struct date {
	uint32_t start, end;
	enum date_type type;
	char value[32];                  /* TIMEX3 value; ends in NUL */
	enum ng_granularity granularity; /* of a DATE or TIME with a calendar value */
	int32_t day;                     /* first day of the value; NG_NO_DAY: none (PAST_REF, a duration) */
	uint32_t sentence;               /* index; UINT32_MAX: in none */
	bool relative;                   /* resolved against the publication day */
};

/* A direct quotation. Slices point into the article's text, or into `full` names put together in the arena. */
struct quote {
	uint32_t start, end;    /* inside the marks */
	uint32_t sentence;      /* the sentence it starts in; UINT32_MAX: in none */
	struct ng_text speaker; /* full name where the article has it; empty: unknown */
	struct ng_text role;    /* "White House spokesman"; empty: none */
	struct ng_text cue;     /* "said" */
	const char *how;        /* the rule that fired: a static word */
	double confidence;      /* 0 ... 1, from measured precision of the rule */
	bool key;               /* passes the key-quote gate */
};

struct document {
	struct article article;
	const struct language *language;
	int32_t anchor; /* the day relative dates are resolved against; NG_NO_DAY: none */
	struct sentence *sentences;
	size_t n_sentences;
	struct word *words;
	size_t n_words;
	struct word *title_words; /* of article.title: start and end lie in it */
	size_t n_title_words;
	struct date *dates;
	size_t n_dates;
	struct quote *quotes;
	size_t n_quotes;
};

#endif
