/* The key quotes of a story: gate, then centrality, outlets, prominence; one a speaker, the same quote once. */
#ifndef STORY_KEY_QUOTE_H
#define STORY_KEY_QUOTE_H

#include "language/word.h"

struct key_quote {
	uint32_t document, quote; /* the one printed: the longest cut, verbatim */
	double score;
	uint32_t *documents; /* all that carry it, the printed one first */
	size_t n_documents;
};
struct key_quotes {
	struct key_quote *at; /* best first */
	size_t n;
};

struct key_quotes key_quotes_choose(struct arena *arena, const struct document *documents, size_t n, size_t most);

#endif
