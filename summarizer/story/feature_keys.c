/*
 * Sorted features with an index of buckets by their first bits. In: keys in ascending order. Out: places of keys.
 * Features are hashes, so a bucket holds one or two; where somebody made words whose hashes agree, halving keeps a
 * look-up at the logarithm of the bucket.
 */
#include "story/feature_keys.h"

struct feature_keys feature_keys(struct arena *arena, const uint32_t *sorted, size_t n)
{
	struct feature_keys keys = {.at = sorted, .n = (uint32_t)n, .shift = 31};

	while (keys.shift > 8 && (n >> (32 - keys.shift)) > 0)
		keys.shift--;
	size_t n_buckets = (size_t)1 << (32 - keys.shift);
	keys.first = arena_array(arena, n_buckets + 1, uint32_t);
	for (size_t bucket = 0, i = 0; bucket <= n_buckets; bucket++) {
		while (i < n && sorted[i] >> keys.shift < bucket)
			i++;
		keys.first[bucket] = (uint32_t)i;
	}
	return keys;
}

uint32_t feature_keys_find(const struct feature_keys *keys, uint32_t key)
{
	uint32_t low = keys->first[key >> keys->shift], high = keys->first[(key >> keys->shift) + 1];

	while (low < high) {
		uint32_t middle = low + (high - low) / 2;
		if (keys->at[middle] < key)
			low = middle + 1;
		else
			high = middle;
	}
	return low < keys->n && keys->at[low] == key ? low : FEATURE_NONE;
}
