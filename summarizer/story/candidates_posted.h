/* Which vectors have which heavy features. Part of candidates. */
#ifndef STORY_CANDIDATES_POSTED_H
#define STORY_CANDIDATES_POSTED_H

#include "story/cluster_vector.h"

struct posted {
	uint8_t *n_heavy;  /* of each vector: its first features, as many, are its heaviest */
	uint32_t *first;   /* of each feature: its postings; one more entry ends the last */
	uint32_t *vectors; /* ascending within a feature */
	uint16_t *weights;
};

/* Moves each vector's heaviest features to its front. `window`: the most vectors one vector is looked up among. */
const struct posted *posted_make(struct arena *arena, const struct vectors *vectors, size_t window);

#endif
