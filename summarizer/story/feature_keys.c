/*
 * Sorted features with an index of buckets by their first bits. In: keys in ascending order. Out: places of keys.
 * Features are hashes, so a bucket holds one or two; where somebody made words whose hashes agree, halving keeps a
 * look-up at the logarithm of the bucket. Many are looked up in short passes without branches to guess, so that the
 * waits for memory overlap.
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

void feature_keys_find_all(const struct feature_keys *keys, const uint32_t *restrict wanted, size_t n,
			   uint32_t *restrict found)
{
	enum { STEPS = 4 };
	uint32_t last = keys->n - 1;

	if (keys->n == 0) {
		for (size_t i = 0; i < n; i++)
			found[i] = FEATURE_NONE;
		return;
	}
	for (size_t i = 0; i < n; i++)
		found[i] = keys->first[wanted[i] >> keys->shift];
	for (size_t i = 0; i < n; i++) {
		uint32_t at = found[i] < last ? found[i] : last;
		for (int step = 0; step < STEPS;
		     step++) /* keys of later buckets are larger: there is no end to watch */
			at += at < last && keys->at[at] < wanted[i];
		found[i] = at;
	}
	for (size_t i = 0; i < n; i++) {
		uint32_t key = keys->at[found[i]];
		if (key < wanted[i]) /* a crowded bucket */
			found[i] = feature_keys_find(keys, wanted[i]);
		else if (key != wanted[i])
			found[i] = FEATURE_NONE;
	}
}
