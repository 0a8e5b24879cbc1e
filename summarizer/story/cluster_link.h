/* Sparse average-link: likenesses of pairs to clusters. */
#ifndef STORY_CLUSTER_LINK_H
#define STORY_CLUSTER_LINK_H

#include "story/candidates.h"

/*
 * For each vector the lowest vector of its cluster. Clusters join while the mean likeness over all their pairs, 0 for
 * pairs that have none, is at least `least` (0 ... 1), best first.
 */
const uint32_t *link_average(struct arena *arena, const struct vectors *vectors, const struct neighbours *neighbours,
			     double least, unsigned jobs, size_t memory_cap);

#endif
