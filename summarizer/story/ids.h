/* Numbers for 64-bit keys, in order of first sight. */
#ifndef STORY_IDS_H
#define STORY_IDS_H

#include "base/arena.h"

#define IDS_NONE UINT32_MAX

struct ids {
	uint64_t *keys;
	size_t n, room;
	uint32_t *slots; /* number + 1; 0: free */
	size_t n_slots;  /* a power of two */
};

uint32_t ids_put(struct arena *arena, struct ids *ids, uint64_t key);
uint32_t ids_get(const struct ids *ids, uint64_t key); /* IDS_NONE: never put */

#endif
