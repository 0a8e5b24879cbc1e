/*
 * Document expansion (Singhal and Pereira 1999) for titles without text. In: vectors and which are alike. Out: each
 * dated title as itself plus a quarter of the sum of the 30 titles most like it, weighted by their likeness, of length
 * 1 again. Two titles of a large story need not share a word then, if others say both. Titles without days are left
 * alone: what is like them may be of any year. Measured on annotated headlines of one day and of many: more of each
 * large story is found, and no more strangers are joined in small ones.
 */
#include "story/cluster_widen.h"

#include <math.h>

#include "base/pool.h"
#include "base/sort.h"

static const double share = .25, likeness_least = .1;
enum { NEAREST_MOST = 30, BLOCK = 256 };

struct near {
	uint32_t vector;
	uint32_t times; /* as many equal titles */
	double likeness;
};

struct near_list {
	struct near *at;
	size_t n, room;
};

struct widening {
	const struct vectors *vectors;
	struct near_list *near;
	struct vector *widened;
};

/* One thread's. */
struct widener {
	double *row; /* weight of each feature */
	uint32_t *features;
};

static bool is_title(const struct vector *vector)
{
	return vector->title_only && vector->day != NG_NO_DAY;
}

bool vectors_have_titles(const struct vectors *vectors)
{
	size_t n = 0;

	for (size_t v = 0; v < vectors->n && n < 2; v++)
		n += is_title(&vectors->at[v]);
	return n == 2;
}

static int by_likeness(const void *a, const void *b, void *context)
{
	const struct near *x = a, *y = b;

	(void)context;
	if (x->likeness != y->likeness)
		return x->likeness > y->likeness ? -1 : 1;
	return (x->vector > y->vector) - (x->vector < y->vector);
}

/* Neighbours both ways; a title that stands there several times is near itself. */
static struct near_list *find_near(struct arena *arena, const struct vectors *vectors,
				   const struct neighbours *neighbours, const struct likeness *likeness)
{
	struct near_list *near = arena_array(arena, vectors->n, struct near_list);

	for (uint32_t v = 0; v < vectors->n; v++) {
		const struct vector *vector = &vectors->at[v];
		if (!is_title(vector))
			continue;
		if (vector->size > 1)
			*array_add(arena, &near[v]) = (struct near){v, vector->size - 1, 1};
		for (uint32_t i = 0; i < neighbours[v].n; i++) {
			uint32_t other = neighbours[v].to[i];
			double value = neighbours[v].likeness[i] / (double)LIKENESS_ONE / likeness->titles;
			if (!is_title(&vectors->at[other]) || value < likeness_least)
				continue;
			*array_add(arena, &near[v]) = (struct near){other, vectors->at[other].size, value};
			*array_add(arena, &near[other]) = (struct near){v, vector->size, value};
		}
	}
	return near;
}

static double squares_of(const struct vector *vector)
{
	double sum = 0;

	for (uint32_t i = 0; i < vector->n; i++)
		sum += (double)vector->weights[i] * vector->weights[i];
	return sum / ((double)WEIGHT_ONE * WEIGHT_ONE);
}

/* Adds a vector to the row; returns the square of what it has in features of its own, which have no number. */
static double add(struct widener *widener, uint32_t *n, const struct vector *vector, double factor)
{
	double own = 1 - squares_of(vector);

	for (uint32_t i = 0; i < vector->n; i++) {
		if (widener->row[vector->features[i]] == 0)
			widener->features[(*n)++] = vector->features[i];
		widener->row[vector->features[i]] += factor * vector->weights[i];
	}
	return own > 0 ? factor * factor * own : 0;
}

static void widen(const struct widening *widening, struct widener *widener, uint32_t v, struct arena *keep)
{
	const struct near_list *near = &widening->near[v];
	const struct vector *vector = &widening->vectors->at[v];
	struct vector *widened = &widening->widened[v];
	double squares;
	uint32_t n = 0, left = NEAREST_MOST;

	squares = add(widener, &n, vector, 1);
	for (size_t i = 0; i < near->n && left; i++) {
		uint32_t times = near->at[i].times < left ? near->at[i].times : left;
		squares +=
		    add(widener, &n, &widening->vectors->at[near->at[i].vector], share * times * near->at[i].likeness);
		left -= times;
	}
	for (uint32_t i = 0; i < n; i++) {
		double weight = widener->row[widener->features[i]] / WEIGHT_ONE;
		squares += weight * weight;
	}
	widened->features = arena_array(keep, n, uint32_t);
	widened->weights = arena_array(keep, n, uint16_t);
	widened->n = n;
	for (uint32_t i = 0; i < n; i++) {
		double *weight = &widener->row[widener->features[i]];
		widened->features[i] = widener->features[i];
		widened->weights[i] = (uint16_t)(*weight / sqrt(squares) + .5);
		*weight = 0;
	}
}

static void *open_widener(void *shared, struct arena *arena)
{
	const struct vectors *vectors = ((struct widening *)shared)->vectors;
	struct widener *widener = arena_new_of(arena, struct widener);

	widener->row = arena_array(arena, vectors->n_features, double);
	widener->features = arena_array(arena, vectors->n_features, uint32_t);
	return widener;
}

static void widen_block(void *shared, void *own, size_t task, struct arena *keep, struct arena *scratch)
{
	struct widening *widening = shared;
	size_t end = (task + 1) * BLOCK < widening->vectors->n ? (task + 1) * BLOCK : widening->vectors->n;

	for (size_t v = task * BLOCK; v < end; v++) {
		struct near_list *near = &widening->near[v];
		if (!near->n)
			continue;
		sort_stable(scratch, near->at, near->n, sizeof *near->at, by_likeness, NULL);
		widen(widening, own, (uint32_t)v, keep);
	}
}

static uint32_t *count_frequencies(struct arena *arena, const struct vectors *vectors)
{
	uint32_t *frequencies = arena_array(arena, vectors->n_features, uint32_t);

	for (size_t v = 0; v < vectors->n; v++)
		for (uint32_t i = 0; i < vectors->at[v].n; i++)
			frequencies[vectors->at[v].features[i]]++;
	return frequencies;
}

const struct vectors *vectors_widen(struct arena *arena, const struct vectors *vectors,
				    const struct neighbours *neighbours, const struct likeness *likeness, unsigned jobs,
				    size_t memory_cap)
{
	struct vectors *widened = arena_new_of(arena, struct vectors);
	struct widening widening = {.vectors = vectors, .near = find_near(arena, vectors, neighbours, likeness)};

	*widened = *vectors;
	widened->widened = true;
	widening.widened = widened->at = arena_array(arena, vectors->n, struct vector);
	for (size_t v = 0; v < vectors->n; v++)
		widened->at[v] = vectors->at[v];
	pool_run(arena, jobs, memory_cap,
		 &(struct pool_job){.shared = &widening,
				    .open = open_widener,
				    .run = widen_block,
				    .n_tasks = (vectors->n + BLOCK - 1) / BLOCK});
	widened->frequencies = count_frequencies(arena, widened);
	return widened;
}
