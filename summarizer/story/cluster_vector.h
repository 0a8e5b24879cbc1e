/* Items to vectors: tf-idf weights of length 1, features numbered by falling document frequency. */
#ifndef STORY_CLUSTER_VECTOR_H
#define STORY_CLUSTER_VECTOR_H

#include "story/cluster.h"

/* One or more originals of one day with the very same features. */
struct vector {
	uint32_t *features; /* numbers of features that another vector has too */
	uint16_t *weights;  /* WEIGHT_ONE: the whole length of the vector */
	uint32_t n;
	uint32_t size;    /* originals */
	int32_t day;      /* NG_NO_DAY: unknown */
	uint8_t weekdays; /* named at the beginning; bit 0 is Monday */
	bool title_only;  /* no body */
};
enum { WEIGHT_ONE = UINT16_MAX };

struct vectors {
	struct vector *at; /* by day, undated ones last; ties by item order */
	size_t n;
	uint32_t *of;          /* of each item that is an original: its vector */
	uint32_t *frequencies; /* of each number: how many vectors have it */
	size_t n_features;
	bool widened;                     /* titles alone have words of others too: cluster_widen.h */
	const uint32_t *hashes, *numbers; /* features as items have them, and the number of each */
};

/* Overwrites the features and counts of the originals. */
const struct vectors *vectors_make(struct arena *arena, const struct idf_tables *idf, const struct item *items,
				   size_t n, const struct membership *members, const struct cluster_options *options);

#endif
