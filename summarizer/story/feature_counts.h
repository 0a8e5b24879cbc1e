/* Which 32-bit hashes stand in two lists or more, and in how many. Hashes in one list alone can match nothing. */
#ifndef STORY_FEATURE_COUNTS_H
#define STORY_FEATURE_COUNTS_H

#include "story/feature_keys.h"

/* Different hashes, in any order. */
struct hash_list {
	const uint32_t *at;
	uint32_t n;
};

struct feature_counts {
	struct feature_keys keys;
	uint32_t *lists; /* of each key: how many lists have it, 2 or more */
};

/* Linear; shares the work among `jobs` threads without changing the answer. */
struct feature_counts feature_counts(struct arena *arena, const struct hash_list *lists, size_t n, unsigned jobs,
				     size_t memory_cap);

#endif
