/* A sorted list of features that is looked up by their first bits: no hash table, so nothing can be made to collide. */
#ifndef STORY_FEATURE_KEYS_H
#define STORY_FEATURE_KEYS_H

#include "base/arena.h"

#define FEATURE_NONE UINT32_MAX

struct feature_keys {
	const uint32_t *at; /* ascending, all different */
	uint32_t n;
	uint32_t *first; /* of each bucket: keys of the same first bits; one more entry ends the last */
	unsigned shift;  /* a key's bucket is key >> shift */
};

struct feature_keys feature_keys(struct arena *arena, const uint32_t *sorted, size_t n); /* borrows `sorted` */
/* Index of the key, FEATURE_NONE when it is not there. */
uint32_t feature_keys_find(const struct feature_keys *keys, uint32_t key);
/* The same for many, which costs less each. `found` may not overlap `wanted`. */
void feature_keys_find_all(const struct feature_keys *keys, const uint32_t *restrict wanted, size_t n,
			   uint32_t *restrict found);

#endif
