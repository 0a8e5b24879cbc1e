/* Concepts: what a summary should tell, each with a learned value. */
#ifndef STORY_CONCEPT_H
#define STORY_CONCEPT_H

#include "story/rank.h"
#include "story/rows.h"

enum concept_term {
	CONCEPT_ONE,
	CONCEPT_DENSITY,   /* ln(1 + 10 x share of rows that have it) */
	CONCEPT_ROWS,      /* ln(rows that have it) */
	CONCEPT_DOCUMENTS, /* share of documents; 0 in a story of one */
	CONCEPT_OPENS,     /* share of documents whose first sentence has it */
	CONCEPT_PLACE_1,   /* exp(-place / 1, 3, 8) at its earliest */
	CONCEPT_PLACE_3,
	CONCEPT_PLACE_8,
	CONCEPT_DEPTH,    /* mean depth */
	CONCEPT_TITLE,    /* a title has it */
	CONCEPT_TITLES,   /* share of titles that have it */
	CONCEPT_SALIENCE, /* ln(1 + salience of its rows) */
	CONCEPT_SALIENCE_MAX,
	CONCEPT_CAPITAL, /* share of its stems seen with a capital inside a sentence */
	CONCEPT_NUMBER,
	CONCEPT_LETTERS, /* letters / 10, 1 at most */
	CONCEPT_IDF,
	CONCEPT_PAIR, /* 1 for a pair; the next three are 0 for one stem */
	CONCEPT_PAIR_ROWS,
	CONCEPT_PAIR_PLACE_3,
	CONCEPT_PAIR_STOP, /* one of the two is a stop word */
	CONCEPT_TERMS
};

/* A content stem, or two neighbouring stems of which one is a content stem. */
struct concept {
	uint32_t stems[2]; /* the second is IDS_NONE for one stem */
	double value;      /* 0 ... 1: worth telling */
	double terms[CONCEPT_TERMS];
};

struct range {
	size_t start, end;
};

struct concepts {
	struct concept *at;
	size_t n;
	uint32_t *of_rows; /* the concepts of row i: of_rows[rows[i].start] to of_rows[rows[i].end] */
	struct range *rows;
	uint32_t *holders; /* the rows of concept i: holders[held[i].start] to holders[held[i].end] */
	struct range *held;
};

/* Needs RANK_SALIENCE; fills RANK_CONCEPT_SALIENCE. */
struct concepts *concepts_make(struct arena *arena, const struct rows *rows, struct ranked *at);
/* Gives concepts their value by the weights; fills RANK_CONCEPT_STEMS and RANK_CONCEPT_PAIRS. */
void concepts_value(struct concepts *concepts, const double *weights, size_t n_rows, struct ranked *at);

#endif
