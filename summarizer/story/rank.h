/* Which sentences tell a story: TextRank at the centre of one linear scorer with named terms. */
#ifndef STORY_RANK_H
#define STORY_RANK_H

#include "language/word.h"

/* The terms of a sentence's score; rank_term_name() says them in words. Most lie in 0 ... 1. */
enum rank_term {
	RANK_SALIENCE,
	RANK_COMMON,
	RANK_TITLE,
	RANK_LEAD,
	RANK_SUPPORT, /* likeness */
	RANK_OPENS,
	RANK_PLACE_3,
	RANK_PLACE_8,
	RANK_PLACE_20,
	RANK_DEPTH,
	RANK_LAST, /* place */
	RANK_LENGTH,
	RANK_SHORT,
	RANK_LONG, /* length */
	RANK_FREQUENCY,
	RANK_NOVEL,
	RANK_SEEN,
	RANK_LIKE_PREVIOUS,
	RANK_LIKE_NEXT, /* words */
	RANK_QUOTES,
	RANK_OPENS_QUOTE,
	RANK_QUESTION,
	RANK_LEANS,
	RANK_SAYS,
	RANK_FIRST_PERSON, /* surface */
	RANK_NUMBERS,
	RANK_CAPITALS,
	RANK_CONCEPT_SALIENCE,
	RANK_CONCEPT_STEMS,
	RANK_CONCEPT_PAIRS, /* concepts */
	RANK_TERMS
};

/* One candidate sentence: its score is the sum of weight x term. */
struct ranked {
	uint32_t document, sentence;
	double score;
	double terms[RANK_TERMS];
};

struct rank_weights;
struct ranking {
	struct ranked *at; /* in order of document and sentence */
	size_t n;
	const struct rank_weights *weights;
	const struct rows *rows; /* for select.c: what the terms were made from */
	const struct graph *graph;
	struct concepts *concepts;
};

/*
 * documents: those with a vote (copies left out), in canonical order, with sentences and words. A story of more than
 * `limit` sentences is ranked by the first sentences of each document.
 */
struct ranking rank_sentences(struct arena *arena, const struct document *documents, size_t n, size_t limit);
const char *rank_term_name(enum rank_term term);
double rank_term_weight(const struct ranking *ranking, enum rank_term term);

#endif
