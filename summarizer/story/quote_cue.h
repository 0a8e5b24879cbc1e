/* Attribution: the words before or after a quotation that tell who speaks. */
#ifndef STORY_QUOTE_CUE_H
#define STORY_QUOTE_CUE_H

#include "story/quote_phrase.h"

struct attribution {
	bool found;
	struct phrase speaker; /* kind NONE: a verb of speech without a subject */
	struct ng_text cue;
	bool guessed; /* the verb is no verb of speech that is known */
	bool outlet;  /* "according to X", "X reported": X may only pass it on */
};

/* `comma`: the quotation ends with one, so that a verb close by is a verb of speech. */
struct attribution quote_cue_right(const struct clause *clause, bool comma);
/* `colon`: the clause ends with one. */
struct attribution quote_cue_left(const struct clause *clause, bool colon);
/* A parenthesis within the quotation: « La loi, dit le maire, est juste. » */
struct attribution quote_cue_inside(const struct clause *clause);
/* Reported speech: who speaks in a clause without a quotation. */
struct attribution quote_cue_reported(const struct clause *clause, bool weak);

#endif
