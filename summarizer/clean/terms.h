/* Named terms that speak for or against a line being noise; weights.c has what each weighs. */
#ifndef CLEAN_TERMS_H
#define CLEAN_TERMS_H

#include "clean/page.h"

enum { PLACES = 4, PLACE_LENGTHS = 4, LENGTHS = 7, CUE_FORMS = 7 /* see cue_form() */, NOISE_CUES = CUE_NOTE + 1 };

/* clang-format off */
enum term {
	TERM_ONE,
	TERM_OPEN,                          /* without a stop, by length */
	TERM_STOPPED = TERM_OPEN + LENGTHS, /* with one */
	TERM_CUE = TERM_STOPPED + LENGTHS,  /* each cue: inside, at the end, first without and with a stop, as label, alone */
	TERM_COVERED = TERM_CUE + NOISE_CUES * CUE_FORMS, /* share of its words in cues */
	/* Marks in it, as enum look_flag has them; a date and a time only in short lines. */
	TERM_ELLIPSIS, TERM_COLON, TERM_QUESTION, TERM_BULLET, TERM_BRACKETS, TERM_QUOTED, TERM_LOWER, TERM_BAR,
	TERM_COPYRIGHT, TERM_ADDRESS, TERM_HANDLE, TERM_SLASH, TERM_MARKUP, TERM_DATE, TERM_CLOCK, TERM_ALL_DATE, TERM_INNER_STOP,
	TERM_SHOUT, TERM_NUMBERED, TERM_ARROW, TERM_DASH_NAME, TERM_INNER_QUOTE, TERM_GLUED, TERM_NO_WORD, TERM_RULE,
	TERM_NUMBERS,                                 /* share of numbers */
	TERM_CAPITALS, TERM_NAMES,                    /* share of capitals; two to six words, all with one */
	TERM_FEW_STOPS, TERM_NO_STOPS,                /* stop words, against the article's own share */
	TERM_TITLE, TERM_TITLE_LIKE,                  /* the headline or its start; share of words in it */
	TERM_REPEAT,                                  /* the article has this line again */
	TERM_KNOWN, TERM_STRANGE, TERM_STRANGE_PROSE, /* share of its words the article's prose has elsewhere; almost none */
	/* Where it stands: at an end, outside all prose, three lines and more after it; beside prose. */
	TERM_FIRST, TERM_LAST, TERM_BEFORE, TERM_AFTER, TERM_FAR_AFTER, TERM_FIRST_PROSE, TERM_LAST_PROSE,
	TERM_AFTER_PROSE, TERM_BEFORE_PROSE, TERM_BETWEEN_PROSE,
	TERM_RUN_2, TERM_RUN_3, TERM_RUN_6,           /* lines in a row that are no prose: two, three to five, more */
	TERM_AFTER_COLON, TERM_LIKE_LAST,             /* as long as its neighbours, all without a stop */
	TERM_RUNNING, TERM_LOUD,                                    /* open, long, few capitals; no small letter in seven words and more */
	TERM_PLACED,                                  /* without a stop: before, alone in, together in, after prose; by length */
	TERM_BY_CREDIT = TERM_PLACED + PLACES * PLACE_LENGTHS, TERM_OF_CREDIT,               /* a line of credit comes next, came before */
	TERM_NEXT_CUE, TERM_LAST_CUE, TERM_UNDER_CUE, TERM_UNDER_CUE_PROSE, TERM_PARALLEL, /* a cue does; no prose since one that introduces other articles */
	TERMS
};
/* clang-format on */

/* The term of a cue that stands in a line at that place. */
enum term term_of_cue(const struct look *look, enum cue cue);
/* terms[TERMS] of line i. */
void terms_of(const struct page *page, size_t i, double *terms);

#endif
