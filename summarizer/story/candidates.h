/* Which articles are alike: likenesses of pairs above a floor, found without comparing all with all. */
#ifndef STORY_CANDIDATES_H
#define STORY_CANDIDATES_H

#include "story/cluster_likeness.h"

/* The earlier vectors a vector is like, in no order. LIKENESS_ONE for 1. */
struct neighbours {
	const uint32_t *to;
	const uint16_t *likeness;
	uint32_t n;
};
enum { LIKENESS_ONE = UINT16_MAX };

/* One entry a vector; pairs below the floor are left out. */
const struct neighbours *candidates_find(struct arena *arena, const struct vectors *vectors,
					 const struct likeness *likeness, unsigned jobs, size_t memory_cap);

#endif
