/* Weights of vectors, shared among threads. Part of cluster_vector. */
#ifndef STORY_CLUSTER_WEIGHT_H
#define STORY_CLUSTER_WEIGHT_H

#include "story/cluster_vector.h"
#include "story/feature_counts.h"

struct weighing {
	const struct idf_tables *idf;
	const struct item **items; /* of each vector */
	struct feature_counts counts;
	const uint32_t *numbers; /* of each key of `counts` */
	struct vectors *vectors;
};

/* Sets features, weights and n of each vector; they take the place of the items' features and counts. */
void vectors_weigh(struct arena *arena, struct weighing *weighing, unsigned jobs, size_t memory_cap);

#endif
