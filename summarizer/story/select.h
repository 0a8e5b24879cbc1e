/* From ranked sentences to a summary within a budget. */
#ifndef STORY_SELECT_H
#define STORY_SELECT_H

#include "story/rank.h"

struct rank_budget {
	size_t words, sentences; /* neither is ever passed; 0: no bound */
	bool reader;             /* what a reader needs: see select.c */
	const bool *skip;        /* by place in the ranking: never taken; NULL: all may be */
};

/* It was taken for having the most of score - repetition + news - no_verb. */
struct chosen {
	uint32_t document, sentence;
	uint32_t turn; /* the first taken is 0 */
	double score;
	double repetition; /* likeness to one taken before, weighted */
	double no_verb;    /* for readers: what a sentence without a verb costs */
	double news;       /* value of the concepts it told first, by its length, weighted */
};
/* Why a row of the ranking is not among them, as things stand at the end. */
enum left_for {
	LEFT_NOT,     /* it is */
	LEFT_SKIPPED, /* the budget's skip */
	LEFT_UNREADABLE,
	LEFT_LEANS,   /* on a sentence that was not taken */
	LEFT_REPEATS, /* what is told */
	LEFT_TOO_LONG,
	LEFT_WORTH_LESS
};
struct choice {
	struct chosen *at; /* in reading order */
	size_t n;
	const enum left_for *left; /* of each row */
};

/* `documents`: those that were ranked. */
struct choice rank_select(struct arena *arena, const struct document *documents, const struct ranking *ranking,
			  const struct rank_budget *budget);

#endif
