/* Which sentences tell a story: TextRank at the centre of one linear scorer with named terms. */
#ifndef STORY_RANK_H
#define STORY_RANK_H

#include "language/word.h"

/* The terms of a sentence's score; rank_term_name() says them in words. Most lie in 0 ... 1. */
enum rank_term {
	RANK_SALIENCE, /* (TextRank + cosine with the centroid) x place x title x length */
	RANK_COMMON,   /* cosine with the words that many documents share */
	RANK_TITLE,    /* cosine with the titles */
	RANK_LEAD,     /* cosine with the openings of the documents */
	RANK_SUPPORT,  /* best cosine with another document's sentence */
	RANK_OPENS,    /* first of its document */
	RANK_PLACE_3,  /* exp(-place / 3, 8, 20) */
	RANK_PLACE_8,
	RANK_PLACE_20,
	RANK_DEPTH,         /* place / last place */
	RANK_LAST,          /* last of four or more */
	RANK_LENGTH,        /* ln(words) / 4 */
	RANK_SHORT,         /* words under 8 */
	RANK_LONG,          /* words over 35 */
	RANK_FREQUENCY,     /* mean frequency of its content words */
	RANK_NOVEL,         /* share of words its document has not used before */
	RANK_SEEN,          /* share of words another sentence has */
	RANK_LIKE_PREVIOUS, /* cosine with its neighbours */
	RANK_LIKE_NEXT,
	RANK_QUOTES,
	RANK_OPENS_QUOTE,
	RANK_QUESTION,
	RANK_FIRST_PERSON, /* I, we, you */
	RANK_NUMBERS,
	RANK_CAPITALS,         /* share of words, the first apart */
	RANK_CONCEPT_SALIENCE, /* mean salience of its concepts */
	RANK_CONCEPT_STEMS,    /* sum of the values of its stems, */
	RANK_CONCEPT_PAIRS,    /* and of its pairs of stems */
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
