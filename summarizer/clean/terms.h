/* Named terms that speak for or against a line being noise; weights.c has what each weighs. */
#ifndef CLEAN_TERMS_H
#define CLEAN_TERMS_H

#include "clean/page.h"

enum { LENGTHS = 7, CUE_FORMS = 4, NOISE_CUES = CUE_NOTE + 1 };

enum term {
	TERM_ONE,
	TERM_OPEN,                          /* without a stop, by length */
	TERM_STOPPED = TERM_OPEN + LENGTHS, /* with one */
	TERM_CUE = TERM_STOPPED + LENGTHS,  /* each cue: inside a short line, inside a long one, first, alone */
	TERM_COVERED = TERM_CUE + NOISE_CUES * CUE_FORMS, /* share of its words in cues */
	TERM_ELLIPSIS,
	TERM_COLON,
	TERM_QUESTION,
	TERM_BULLET,
	TERM_BRACKETS,
	TERM_QUOTED,
	TERM_LOWER,
	TERM_BAR,
	TERM_COPYRIGHT,
	TERM_ADDRESS,
	TERM_HANDLE,
	TERM_SLASH,
	TERM_MARKUP,
	TERM_DATE,  /* a date in a short line */
	TERM_CLOCK, /* a time in a short line */
	TERM_INNER_STOP,
	TERM_SHOUT,
	TERM_NUMBERED,
	TERM_ARROW,
	TERM_DASH_NAME,
	TERM_INNER_QUOTE,
	TERM_GLUED,
	TERM_NO_WORD,
	TERM_NUMBERS,   /* share of numbers */
	TERM_CAPITALS,  /* share of capitals, of three words and more */
	TERM_NAMES,     /* all words have capitals, two to six of them */
	TERM_FEW_STOPS, /* stop words, against the article's own share */
	TERM_NO_STOPS,
	TERM_TITLE,      /* the headline, or the start of it */
	TERM_TITLE_LIKE, /* share of its words in the headline */
	TERM_REPEAT,     /* the article has this line again */
	TERM_KNOWN,      /* share of its words the article's prose has elsewhere */
	TERM_STRANGE,    /* almost none of them */
	TERM_STRANGE_PROSE,
	TERM_FIRST,
	TERM_LAST,
	TERM_BEFORE,    /* before all prose */
	TERM_AFTER,     /* after all prose */
	TERM_FAR_AFTER, /* three lines and more after it */
	TERM_FIRST_PROSE,
	TERM_LAST_PROSE,
	TERM_RUN_2, /* lines that are no prose in a row: two, three to five, more */
	TERM_RUN_3,
	TERM_RUN_6,
	TERM_AFTER_PROSE,
	TERM_BEFORE_PROSE,
	TERM_BETWEEN_PROSE,
	TERM_AFTER_COLON,
	TERM_BY_CREDIT, /* a line of credit comes next */
	TERM_OF_CREDIT, /* one came before */
	TERM_NEXT_CUE,  /* a cue of noise comes next */
	TERM_LAST_CUE,  /* one came before */
	TERM_UNDER_CUE, /* no prose since a line that introduces other articles */
	TERM_LIKE_LAST, /* as long as its neighbours, which have no stop either */
	TERMS
};

/* Terms of the second pass, from what the first thought of all lines. */
enum second_term {
	SECOND_ONE,
	SECOND_OWN,  /* the line's own logit of the first pass, -6 ... 6 */
	SECOND_LAST, /* how probably the line before, after is noise; the ends of a text are noise */
	SECOND_NEXT,
	SECOND_BOTH,   /* the product of these two */
	SECOND_LAST_3, /* mean over three lines before, after */
	SECOND_NEXT_3,
	SECOND_AFTER,        /* no body follows */
	SECOND_BEFORE,       /* none came before */
	SECOND_LITTLE_AFTER, /* share of the body after it is under 5 % */
	SECONDS
};

/* terms[TERMS] of line i. */
void terms_first(const struct page *page, size_t i, double *terms);
/* The second pass's terms of all lines, n x SECONDS, from the logits of the first. */
double *terms_second(struct arena *arena, const struct page *page, const double *logits);

#endif
