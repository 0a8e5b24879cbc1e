/* The sentences of a story that compete, as rows of numbered stems: what the terms of a rank are made from. */
#ifndef STORY_ROWS_H
#define STORY_ROWS_H

#include "language/word.h"

struct stem {
	uint32_t n_rows;      /* rows it stands in */
	uint32_t n_documents; /* documents it stands in */
	uint32_t n_titles;    /* titles it stands in */
	uint32_t count;       /* in all rows */
	double idf;           /* ln((rows + 1) / (n_rows + .5)) */
	uint8_t letters;      /* of the first form seen */
	bool stop, number;
	bool capital; /* somewhere inside a sentence */
};

/* A content stem of one row. */
struct cell {
	uint32_t stem, count;
	double weight; /* count x idf, divided by the row's norm */
};

struct row {
	uint32_t document, sentence;
	uint32_t place, places; /* of the sentence in its document, and of how many */
	uint32_t n_words;       /* between blanks, as readers count; character pairs where a language has no blanks */
	uint32_t n_content;     /* words that are no stop words */
	const uint32_t *stems;  /* of all words, in order */
	size_t n_stems;
	struct cell *cells; /* distinct content stems, in order of first sight */
	size_t n_cells;
	double norm; /* length of the vector of count x idf */
};

struct title {
	const uint32_t *stems;
	size_t n_stems;
};

struct rows {
	struct row *at;
	size_t n;
	struct stem *stems;
	size_t n_stems;
	struct title *titles; /* one a document; stems that no row has are left out */
	size_t n_documents;
};

struct rows *rows_collect(struct arena *arena, const struct document *documents, size_t n, size_t limit);

#endif
