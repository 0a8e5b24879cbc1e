/* Named terms that speak for or against a line being noise; weights.c has what each weighs. */
#ifndef CLEAN_TERMS_H
#define CLEAN_TERMS_H

#include "clean/page.h"

enum { LENGTHS = 7, CUE_FORMS = 4, NOISE_CUES = CUE_NOTE + 1 };

/* clang-format off */
enum term {
	TERM_ONE,
	TERM_OPEN,                          /* without a stop, by length */
	TERM_STOPPED = TERM_OPEN + LENGTHS, /* with one */
	TERM_CUE = TERM_STOPPED + LENGTHS,  /* each cue: inside a short line, inside a long one, first, alone */
	TERM_COVERED = TERM_CUE + NOISE_CUES * CUE_FORMS, /* share of its words in cues */
	/* Marks in it, as enum look_flag has them; a date and a time only in short lines. */
	TERM_ELLIPSIS, TERM_COLON, TERM_QUESTION, TERM_BULLET, TERM_BRACKETS, TERM_QUOTED, TERM_LOWER, TERM_BAR,
	TERM_COPYRIGHT, TERM_ADDRESS, TERM_HANDLE, TERM_SLASH, TERM_MARKUP, TERM_DATE, TERM_CLOCK, TERM_INNER_STOP,
	TERM_SHOUT, TERM_NUMBERED, TERM_ARROW, TERM_DASH_NAME, TERM_INNER_QUOTE, TERM_GLUED, TERM_NO_WORD,
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
	TERM_BY_CREDIT, TERM_OF_CREDIT,               /* a line of credit comes next, came before */
	TERM_NEXT_CUE, TERM_LAST_CUE, TERM_UNDER_CUE, /* a cue does; no prose since one that introduces other articles */
	TERMS
};

/* Terms of the second pass, from what the first thought of all lines. */
enum second_term {
	SECOND_ONE,
	SECOND_OWN,                                   /* the line's own logit of the first pass, -6 ... 6 */
	SECOND_LAST, SECOND_NEXT, SECOND_BOTH,        /* odds of the line before, after; their product; ends are noise */
	SECOND_LAST_3, SECOND_NEXT_3,                 /* mean over three lines before, after */
	SECOND_AFTER, SECOND_BEFORE,                  /* no body follows; none came before */
	SECOND_LITTLE_AFTER, /* less than a twentieth of the body does */
	SECONDS
};
/* clang-format on */

/* terms[TERMS] of line i. */
void terms_first(const struct page *page, size_t i, double *terms);
/* The second pass's terms of all lines, n x SECONDS, from the logits of the first. */
double *terms_second(struct arena *arena, const struct page *page, const double *logits);

#endif
