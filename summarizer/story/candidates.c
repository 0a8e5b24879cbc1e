/*
 * Pairs of articles that are alike. In: vectors by day. Out: for each vector the earlier ones above the floor.
 * Only the 24 heaviest features of a vector are posted and looked up (.05 % of the pairs are lost), none that too many
 * vectors have; postings stand in order of days, so a look-up ends at the day from which on even equal texts are too
 * far apart. What the heaviest features promise decides who is compared in full. Vectors share the work by blocks.
 */
#include "story/candidates.h"

#include "base/pool.h"
#include "story/candidates_posted.h"

enum { BLOCK = 256, SUM_SHIFT = 8 };
static const double promise = .21; /* of the floor: what the heaviest features of pairs above it add up to */

/* Cosines are sums of products of weights, each shifted right by SUM_SHIFT: this is 1. */
#define COSINE_ONE ((double)WEIGHT_ONE * WEIGHT_ONE / (1 << SUM_SHIFT))

struct seeking {
	const struct vectors *vectors;
	const struct posted *posted;
	uint32_t *window; /* of each vector: the first one that can be near enough in days */
	double hopeless;  /* a sum of promises below this comes up to nothing, whatever the days say */
	const struct likeness *likeness;
	struct neighbours *neighbours;
};

/* One thread's. */
struct seeker {
	uint16_t *row;        /* weight of each feature in the vector looked up */
	uint32_t *promised;   /* of each other vector: the sum over heavy features */
	uint32_t *candidates; /* those with such a sum */
	uint32_t *to;
	uint16_t *likeness;
};

static void *open_seeker(void *shared, struct arena *arena)
{
	const struct vectors *vectors = ((struct seeking *)shared)->vectors;
	struct seeker *seeker = arena_new_of(arena, struct seeker);

	seeker->row = arena_array(arena, vectors->n_features, uint16_t);
	seeker->promised = arena_array(arena, vectors->n, uint32_t);
	seeker->candidates = arena_array(arena, vectors->n, uint32_t);
	seeker->to = arena_array(arena, vectors->n, uint32_t);
	seeker->likeness = arena_array(arena, vectors->n, uint16_t);
	return seeker;
}

/* The first posting that is in the window. */
static uint32_t begin_of(const struct posted *posted, uint32_t feature, uint32_t window)
{
	uint32_t low = posted->first[feature], high = posted->first[feature + 1];

	if (low < high && posted->vectors[low] >= window)
		return low;
	while (low < high) {
		uint32_t middle = low + (high - low) / 2;
		if (posted->vectors[middle] < window)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* Earlier vectors in the window that share a heavy feature. */
static uint32_t look_up(const struct seeking *seeking, struct seeker *seeker, uint32_t v)
{
	const struct vector *vector = &seeking->vectors->at[v];
	const struct posted *posted = seeking->posted;
	uint32_t n = 0;

	for (uint32_t i = 0; i < posted->n_heavy[v]; i++) {
		uint32_t feature = vector->features[i], weight = vector->weights[i];
		uint32_t end = posted->first[feature + 1];
		for (uint32_t p = begin_of(posted, feature, seeking->window[v]); p < end; p++) {
			uint32_t other = posted->vectors[p];
			if (other >= v)
				break;
			if (!seeker->promised[other])
				seeker->candidates[n++] = other;
			seeker->promised[other] += (weight * posted->weights[p] >> SUM_SHIFT) + 1;
		}
	}
	return n;
}

static double cosine(const uint16_t *row, const struct vector *vector)
{
	uint64_t sum = 0;

	for (uint32_t i = 0; i < vector->n; i++)
		sum += (uint32_t)row[vector->features[i]] * vector->weights[i];
	return (double)sum / ((double)WEIGHT_ONE * WEIGHT_ONE);
}

static void seek(const struct seeking *seeking, struct seeker *seeker, uint32_t v, struct arena *keep)
{
	const struct vector *vector = &seeking->vectors->at[v];
	struct neighbours *neighbours = &seeking->neighbours[v];
	uint32_t n_candidates = look_up(seeking, seeker, v), n = 0;

	for (uint32_t i = 0; i < vector->n; i++)
		seeker->row[vector->features[i]] = vector->weights[i];
	for (uint32_t c = 0; c < n_candidates; c++) {
		uint32_t other = seeker->candidates[c];
		const struct vector *candidate = &seeking->vectors->at[other];
		double sum = seeker->promised[other], promised = sum / COSINE_ONE;
		seeker->promised[other] = 0;
		if (sum < seeking->hopeless ||
		    likeness_of(seeking->likeness, vector, candidate, promised) < promise * seeking->likeness->floor)
			continue;
		double likeness = likeness_of(seeking->likeness, vector, candidate, cosine(seeker->row, candidate));
		if (likeness < seeking->likeness->floor)
			continue;
		seeker->to[n] = other;
		seeker->likeness[n++] = (uint16_t)(likeness * LIKENESS_ONE + .5);
	}
	for (uint32_t i = 0; i < vector->n; i++)
		seeker->row[vector->features[i]] = 0;
	uint32_t *to = arena_array(keep, n, uint32_t);
	uint16_t *likeness = arena_array(keep, n, uint16_t);
	for (uint32_t i = 0; i < n; i++) {
		to[i] = seeker->to[i];
		likeness[i] = seeker->likeness[i];
	}
	*neighbours = (struct neighbours){to, likeness, n};
}

static void seek_block(void *shared, void *own, size_t task, struct arena *keep, struct arena *scratch)
{
	const struct seeking *seeking = shared;
	size_t end = (task + 1) * BLOCK < seeking->vectors->n ? (task + 1) * BLOCK : seeking->vectors->n;

	(void)scratch;
	for (size_t v = task * BLOCK; v < end; v++)
		seek(seeking, own, (uint32_t)v, keep);
}

/* The window of each vector; returns the largest number of vectors in one. */
static size_t set_windows(struct seeking *seeking)
{
	const struct vectors *vectors = seeking->vectors;
	size_t most = 0;

	for (size_t v = 0, first = 0; v < vectors->n; v++) {
		while (vectors->at[v].day != NG_NO_DAY &&
		       (int64_t)vectors->at[v].day - vectors->at[first].day > seeking->likeness->reach)
			first++;
		seeking->window[v] = vectors->at[v].day == NG_NO_DAY ? 0 : (uint32_t)first;
		most = v + 1 - seeking->window[v] > most ? v + 1 - seeking->window[v] : most;
	}
	return most;
}

const struct neighbours *candidates_find(struct arena *arena, const struct vectors *vectors,
					 const struct likeness *likeness, unsigned jobs, size_t memory_cap)
{
	struct seeking seeking = {.vectors = vectors, .likeness = likeness};

	seeking.window = arena_array(arena, vectors->n, uint32_t);
	seeking.hopeless = promise * likeness->floor / likeness_most(likeness) * COSINE_ONE * .999;
	seeking.neighbours = arena_array(arena, vectors->n, struct neighbours);
	seeking.posted = posted_make(arena, vectors, set_windows(&seeking));
	pool_run(arena, jobs, memory_cap,
		 &(struct pool_job){.shared = &seeking,
				    .open = open_seeker,
				    .run = seek_block,
				    .n_tasks = (vectors->n + BLOCK - 1) / BLOCK});
	return seeking.neighbours;
}
