/*
 * Postings of heavy features. In: vectors. Out: for each feature the vectors that have it among their 24 heaviest.
 * A feature that more than a hundredth of the vectors in reach have, and more than 1,000, leads to too many and is not
 * posted; below 20,000 vectors all may be.
 */
#include "story/candidates_posted.h"

enum { HEAVY = 24, FREE_BELOW = 20000, CAP_LEAST = 1000, CAP_SHARE = 100 };

/* How many vectors may have a feature, of those in a window; then of all. */
static double frequency_cap(const struct vectors *vectors, size_t window)
{
	double cap = (double)window / CAP_SHARE;

	if (window < FREE_BELOW)
		return (double)vectors->n;
	return (cap > CAP_LEAST ? cap : CAP_LEAST) * (double)vectors->n / (double)window;
}

static void swap_features(struct vector *vector, uint32_t a, uint32_t b)
{
	uint32_t feature = vector->features[a];
	uint16_t weight = vector->weights[a];

	vector->features[a] = vector->features[b];
	vector->weights[a] = vector->weights[b];
	vector->features[b] = feature;
	vector->weights[b] = weight;
}

/* Heavier first, of equals the rarer. */
static uint64_t heaviness(const struct vector *vector, uint32_t i)
{
	return (uint64_t)vector->weights[i] << 32 | vector->features[i];
}

/* Moves the HEAVY heaviest of the first n > HEAVY to the front (Hoare's selection). */
static void select_heaviest(struct vector *vector, uint32_t n)
{
	int64_t low = 0, high = (int64_t)n - 1;

	while (low < high) {
		uint64_t pivot = heaviness(vector, (uint32_t)(low + (high - low) / 2));
		int64_t a = low, b = high;
		while (a <= b) {
			while (heaviness(vector, (uint32_t)a) > pivot)
				a++;
			while (heaviness(vector, (uint32_t)b) < pivot)
				b--;
			if (a <= b)
				swap_features(vector, (uint32_t)a++, (uint32_t)b--);
		}
		if (HEAVY - 1 <= b)
			high = b;
		else if (HEAVY - 1 >= a)
			low = a;
		else
			return;
	}
}

static uint8_t front_heavy(const struct vectors *vectors, struct vector *vector, double cap)
{
	uint32_t n = 0;

	for (uint32_t i = 0; i < vector->n; i++)
		if (vectors->frequencies[vector->features[i]] <= cap)
			swap_features(vector, n++, i);
	if (n <= HEAVY)
		return (uint8_t)n;
	select_heaviest(vector, n);
	return HEAVY;
}

const struct posted *posted_make(struct arena *arena, const struct vectors *vectors, size_t window)
{
	struct posted *posted = arena_new_of(arena, struct posted);
	double cap = frequency_cap(vectors, window);
	uint32_t sum = 0;

	posted->n_heavy = arena_array(arena, vectors->n, uint8_t);
	posted->first = arena_array(arena, vectors->n_features + 2, uint32_t);
	for (size_t v = 0; v < vectors->n; v++) {
		posted->n_heavy[v] = front_heavy(vectors, &vectors->at[v], cap);
		for (uint32_t i = 0; i < posted->n_heavy[v]; i++)
			posted->first[vectors->at[v].features[i] + 2]++;
	}
	for (size_t f = 0; f < vectors->n_features; f++)
		posted->first[f + 2] += posted->first[f + 1];
	sum = posted->first[vectors->n_features + 1];
	posted->vectors = arena_array(arena, sum, uint32_t);
	posted->weights = arena_array(arena, sum, uint16_t);
	for (size_t v = 0; v < vectors->n; v++)
		for (uint32_t i = 0; i < posted->n_heavy[v]; i++) {
			uint32_t at = posted->first[vectors->at[v].features[i] + 1]++;
			posted->vectors[at] = (uint32_t)v;
			posted->weights[at] = vectors->at[v].weights[i];
		}
	return posted;
}
