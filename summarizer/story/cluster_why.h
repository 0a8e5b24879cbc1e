/* Why articles are one story: how alike each two of them are, and the words that make them so. */
#ifndef STORY_CLUSTER_WHY_H
#define STORY_CLUSTER_WHY_H

#include "story/cluster_likeness.h"

enum { WHY_WORDS = 6 };

/* A feature that two articles share; parts of all shared features add up to the cosine. */
struct why_word {
	uint32_t feature;
	double part;
};

struct why_pair {
	uint32_t one, other; /* places in `chosen` */
	double cosine;
	double likeness; /* of the whole: cosine, days, weekdays */
	int32_t days;    /* apart; NG_NO_DAY: one has no day */
	struct why_word words[WHY_WORDS];
	size_t n_words; /* the heaviest first */
};

struct why_pairs {
	struct why_pair *at; /* in order of `one` and `other` */
	size_t n;
};

/* All pairs of the chosen items, which are originals. */
struct why_pairs cluster_why(struct arena *arena, const struct clustering *clustering, const uint32_t *chosen,
			     size_t n);

#endif
