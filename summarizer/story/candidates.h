/* Which articles are alike: likenesses of pairs above a floor, found without comparing all with all. */
#ifndef STORY_CANDIDATES_H
#define STORY_CANDIDATES_H

#include "story/cluster_vector.h"

/* The earlier vectors a vector is like, in no order. Likeness: cosine x exp(-days / 7), LIKENESS_ONE for 1. */
struct neighbours {
	const uint32_t *to;
	const uint16_t *likeness;
	uint32_t n;
};
enum { LIKENESS_ONE = UINT16_MAX };

/* One entry a vector; pairs below `floor` (0 ... 1) are left out. */
const struct neighbours *candidates_find(struct arena *arena, const struct vectors *vectors, double floor,
					 unsigned jobs, size_t memory_cap);

#endif
