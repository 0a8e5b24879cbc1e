/* Sets of 4-word shingles, for how much of a text stands in another. */
#ifndef READ_SHINGLES_H
#define READ_SHINGLES_H

#include "base/arena.h"

struct shingles {
	uint64_t *slots; /* 0: free */
	size_t n_slots;  /* a power of two; 0: the set is empty */
};

struct shingles shingles_of(struct arena *arena, const uint64_t *words, size_t n);
/* Share of the words' shingles that are in the set; 0 for fewer than 4 words. */
double shingles_share(const struct shingles *set, const uint64_t *words, size_t n);

#endif
