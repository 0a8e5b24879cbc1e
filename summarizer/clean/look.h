/* What one line looks like by itself: its length, its words, its ends, the phrases in it. */
#ifndef CLEAN_LOOK_H
#define CLEAN_LOOK_H

#include "clean/lexicon.h"
#include "clean/line.h"

enum look_flag {
	LOOK_STOPPED = 1 << 0,  /* ends like a sentence: a stop, perhaps inside marks or before a closing bracket */
	LOOK_ELLIPSIS = 1 << 1, /* ends in dots */
	LOOK_COLON = 1 << 2,    /* ends in a colon */
	LOOK_QUESTION = 1 << 3,
	LOOK_BULLET = 1 << 4,
	LOOK_BRACKETS = 1 << 5, /* all of it stands in brackets */
	LOOK_QUOTED = 1 << 6,   /* opens with a quotation mark */
	LOOK_LOWER = 1 << 7,    /* its first letter is a small one */
	LOOK_BAR = 1 << 8,      /* holds | */
	LOOK_COPYRIGHT = 1 << 9,
	LOOK_ADDRESS = 1 << 10,     /* holds a URL or a mail address */
	LOOK_HANDLE = 1 << 11,      /* holds @name or #name */
	LOOK_SLASH = 1 << 12,       /* a / between words */
	LOOK_MARKUP = 1 << 13,      /* { } < > = ; as no prose has them */
	LOOK_DATE = 1 << 14,        /* names a day: month and number, or 3/4/2023 */
	LOOK_CLOCK = 1 << 15,       /* names a time of day */
	LOOK_INNER_STOP = 1 << 16,  /* a sentence ends in it before its end */
	LOOK_SHOUT = 1 << 17,       /* no small letter */
	LOOK_NUMBERED = 1 << 18,    /* begins with a number and a dot or bracket */
	LOOK_ARROW = 1 << 19,       /* ends in or begins with an arrow, or reads a > b */
	LOOK_DASH_NAME = 1 << 20,   /* begins with a dash and a capital: who said it */
	LOOK_INNER_QUOTE = 1 << 21, /* marks of quotation inside */
	LOOK_RULE = 1 << 22,        /* nothing but three and more of - _ * = #: a break */
	LOOK_ALL_DATE = 1 << 23     /* nothing but a date or a time and words that stand with one */
};

enum { LOOK_HASHED = 160 };

struct look {
	uint32_t flags;
	uint32_t words;           /* a CJK character counts half */
	uint16_t seen;            /* words looked at: all, or those at both ends of a long line */
	uint16_t cased, capitals; /* of these: in a script with cases; with a capital */
	uint16_t stops, numbers;  /* stop words; numbers */
	uint16_t glued;           /* a capital right after a small letter, "fileRead" */
	uint8_t cue[CUES];        /* enum cue_place */
	uint8_t covered;          /* words in phrases that speak for noise, percent of those seen */
	uint64_t hash;            /* of its words, without case and marks; 0: longer than LOOK_HASHED bytes */
	uint64_t first, last;     /* its first and last word; 0: it has none */
	uint32_t first_word;      /* its content words in the word list of all lines */
	uint32_t n_words;
};

struct look_words {
	uint64_t *at;
	size_t n, room;
};

/* Appends the line's content words (no stop words, numbers neither) to `words`. */
struct look look_at(struct arena *arena, const struct lexicon *lexicon, struct ng_text text, const struct line *line,
		    struct look_words *words);

#endif
