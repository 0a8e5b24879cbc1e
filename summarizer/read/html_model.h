/* The fitted figures of the choice of blocks; html_model.c says where they come from. */
#ifndef READ_HTML_MODEL_H
#define READ_HTML_MODEL_H

#include "read/html_terms.h"

enum { HTML_TREE_DEPTH = 3 };

/* One tree: each level asks one question of the row; the answers, first level highest, number the leaf. */
struct html_decision {
	unsigned char term[HTML_TREE_DEPTH];
	float over[HTML_TREE_DEPTH]; /* yes: the term's figure is over this */
	float leaf[1 << HTML_TREE_DEPTH];
};

struct html_forest {
	float bias;
	size_t n;
	const struct html_decision *at;
};

extern const struct html_forest html_forest_first, html_forest_second; /* over HTML_TERMS, over HTML_CONTEXT_TERMS */

/* The sum of the trees' leaves through the logistic function: 0 ... 1. */
float html_forest_score(const struct html_forest *forest, const float *row);

#endif
