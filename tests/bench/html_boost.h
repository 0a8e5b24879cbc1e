/* Boosted oblivious trees over rows of figures, as html_model.c holds them; for fitting only. */
#ifndef HTML_BOOST_H
#define HTML_BOOST_H

#include "read/html_model.h"

struct rows {
	size_t n, terms;
	float *at;               /* n x terms */
	float *label, *weight;   /* 0 or 1; at least 0 */
	const signed char *sign; /* of each term: 1 more never lowers the score, -1 never raises it, 0 free */
};

struct boosting {
	size_t trees;
	double rate, ridge, least; /* learning rate; penalty on leaves; weight a leaf must have to be split off */
	double rows, terms;        /* shares of rows and terms a tree sees */
};

/* The same rows, options and seed give the same forest. Its trees are the arena's. */
struct html_forest boost(struct arena *arena, const struct rows *rows, const struct boosting *options, uint64_t *seed);

#endif
