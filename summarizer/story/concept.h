/* Concepts: what a summary should tell, each with a learned value. */
#ifndef STORY_CONCEPT_H
#define STORY_CONCEPT_H

#include "story/rank.h"
#include "story/rows.h"

enum concept_term {
	CONCEPT_ONE,
	CONCEPT_DENSITY,
	CONCEPT_ROWS,
	CONCEPT_DOCUMENTS,
	CONCEPT_OPENS,
	CONCEPT_PLACE_1,
	CONCEPT_PLACE_3,
	CONCEPT_PLACE_8,
	CONCEPT_DEPTH,
	CONCEPT_TITLE,
	CONCEPT_TITLES,
	CONCEPT_SALIENCE,
	CONCEPT_SALIENCE_MAX,
	CONCEPT_CAPITAL,
	CONCEPT_NUMBER,
	CONCEPT_LETTERS,
	CONCEPT_IDF,
	CONCEPT_PAIR,
	CONCEPT_PAIR_ROWS,
	CONCEPT_PAIR_PLACE_3,
	CONCEPT_PAIR_STOP,
	CONCEPT_PAIR_RARER,
	CONCEPT_PAIR_COMMONER,
	CONCEPT_TERMS
};

/* A content stem, or two neighbouring stems of which one is a content stem. */
struct concept {
	uint32_t stems[2]; /* the second is IDS_NONE for one stem */
	double value;      /* 0 ... 1: worth telling */
	double terms[CONCEPT_TERMS];
};

struct span_of {
	size_t start, end;
};

struct concepts {
	struct concept *at;
	size_t n;
	uint32_t *of_rows; /* the concepts of row i: of_rows[rows[i].start] to of_rows[rows[i].end] */
	struct span_of *rows;
	uint32_t *holders; /* the rows of concept i: holders[held[i].start] to holders[held[i].end] */
	struct span_of *held;
};

/* Needs RANK_SALIENCE; fills RANK_CONCEPT_SALIENCE. */
struct concepts *concepts_make(struct arena *arena, const struct rows *rows, struct ranked *at);
/* Gives concepts their value by the weights; fills RANK_CONCEPT_STEMS and RANK_CONCEPT_PAIRS. */
void concepts_value(struct concepts *concepts, const double *weights, size_t n_rows, struct ranked *at);

#endif
