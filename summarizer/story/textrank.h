/* TextRank: sentences vote for those they are like. */
#ifndef STORY_TEXTRANK_H
#define STORY_TEXTRANK_H

#include "story/rows.h"

struct edge {
	uint32_t to;
	float cosine;
};

/* Rows as nodes, cosines above 0 as edges, both ways; those of row i are edges[first[i]] to edges[first[i + 1]], by
 * `to`. */
struct graph {
	size_t n;
	size_t *first;
	struct edge *edges;
};

struct graph *graph_make(struct arena *arena, const struct rows *rows);
/* Personalised PageRank of each row, the largest 1; all 0 without rows. */
double *textrank(struct arena *arena, const struct graph *graph, const struct rows *rows);

#endif
