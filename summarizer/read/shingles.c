/* Shingles (Broder 1997) of four words, as hashes in an open-addressing set at most half full. Linear. */
#include "read/shingles.h"

enum { WIDTH = 4 };

static uint64_t shingle_at(const uint64_t *words)
{
	uint64_t hash = words[0];

	for (int i = 1; i < WIDTH; i++)
		hash = hash_mix(hash, words[i]);
	return hash | 1;
}

struct shingles shingles_of(struct arena *arena, const uint64_t *words, size_t n)
{
	struct shingles set = {0};

	if (n < WIDTH)
		return set;
	for (set.n_slots = 16; set.n_slots < n * 2;)
		set.n_slots *= 2;
	set.slots = arena_array(arena, set.n_slots, uint64_t);
	for (size_t i = 0; i + WIDTH <= n; i++) {
		uint64_t key = shingle_at(words + i);
		size_t slot = (size_t)(key >> 7) & (set.n_slots - 1);
		while (set.slots[slot] && set.slots[slot] != key)
			slot = (slot + 1) & (set.n_slots - 1);
		set.slots[slot] = key;
	}
	return set;
}

double shingles_share(const struct shingles *set, const uint64_t *words, size_t n)
{
	size_t found = 0;

	if (n < WIDTH || set->n_slots == 0)
		return 0;
	for (size_t i = 0; i + WIDTH <= n; i++) {
		uint64_t key = shingle_at(words + i);
		size_t slot = (size_t)(key >> 7) & (set->n_slots - 1);
		while (set->slots[slot] && set->slots[slot] != key)
			slot = (slot + 1) & (set->n_slots - 1);
		found += set->slots[slot] == key;
	}
	return (double)found / (double)(n - WIDTH + 1);
}
