/*
 * Weights. In: counted features. Out: (1 + ln count) x idf, pairs of words at .35 (0 in titles without text), divided
 * by the vector's length (Salton and Buckley 1988). idf = ln((N + n + 1) / (F + f + .5)) over a background of N
 * documents, F of them with the feature, and n vectors, f of them with it: it serves from two articles on. Weights are
 * 16-bit fractions, so that cosines are sums of whole numbers, the same in any order.
 */
#include "story/cluster_weight.h"

#include <math.h>

#include "base/pool.h"

static const double pair_weight = .35;
enum { TASK_VECTORS = 512, BATCH_LEAST = 16, BATCH_MOST = 500 };
static const double common_share = .25, common_factor = 1.2; /* of a batch; and what is left of such a word */

static double weight_of(const struct weighing *weighing, const struct item *item, uint32_t feature, uint16_t counted,
			uint32_t vectors_with)
{
	double count = counted & FEATURE_COUNT_MOST, all = (double)weighing->vectors->n;
	struct idf_background background =
	    idf_background(weighing->idf, item->language, feature, counted >> FEATURE_COUNT_BITS);
	double idf = log((background.documents + all + 1) / (background.with + vectors_with + .5));

	/* A name that much of a day carries tells no two of its stories together, however rare it is elsewhere. */
	if (all >= BATCH_LEAST && all <= BATCH_MOST && vectors_with > common_share * all)
		idf = fmin(idf, common_factor * log((all + 1) / (vectors_with + .5)));

	return (feature & FEATURE_PAIR ? (item->n_words ? pair_weight : 0) : 1) * (1 + log(count)) *
	       (idf > 0 ? idf : 0);
}

/* For the features of one item. */
struct scales {
	uint32_t *keys, *lists, *numbers;
	double *weights;
};

/* Passes without a branch, each over all features: what they wait for in memory overlaps. */
static void look_up(const struct weighing *weighing, const struct item *item, const struct scales *scales)
{
	feature_keys_find_all(&weighing->counts.keys, item->features, item->n_features, scales->keys);
	for (uint32_t i = 0; i < item->n_features; i++) {
		uint32_t key = scales->keys[i];
		scales->lists[i] = key == FEATURE_NONE ? 1 : weighing->counts.lists[key];
		scales->numbers[i] = key == FEATURE_NONE ? 0 : weighing->numbers[key];
	}
}

static void weigh(const struct weighing *weighing, size_t v, const struct scales *scales)
{
	const struct item *item = weighing->items[v];
	struct vector *vector = &weighing->vectors->at[v];
	double squares = 0;

	look_up(weighing, item, scales);
	for (uint32_t i = 0; i < item->n_features; i++) {
		double weight = weight_of(weighing, item, item->features[i], item->counts[i], scales->lists[i]);
		squares += weight * weight;
		if (scales->keys[i] == FEATURE_NONE || weight <= 0)
			continue;
		item->features[vector->n] = scales->numbers[i];
		scales->weights[vector->n++] = weight;
	}
	vector->features = item->features;
	vector->weights = item->counts;
	for (uint32_t i = 0; i < vector->n; i++)
		item->counts[i] = (uint16_t)(scales->weights[i] / sqrt(squares) * WEIGHT_ONE + .5);
}

static void weigh_task(void *shared, void *own, size_t task, struct arena *keep, struct arena *scratch)
{
	const struct weighing *weighing = shared;
	size_t first = task * TASK_VECTORS, end = first + TASK_VECTORS, most = 0;

	(void)own;
	(void)keep;
	end = end < weighing->vectors->n ? end : weighing->vectors->n;
	for (size_t v = first; v < end; v++)
		most = weighing->items[v]->n_features > most ? weighing->items[v]->n_features : most;
	struct scales scales = {arena_array(scratch, most, uint32_t), arena_array(scratch, most, uint32_t),
				arena_array(scratch, most, uint32_t), arena_array(scratch, most, double)};
	for (size_t v = first; v < end; v++)
		weigh(weighing, v, &scales);
}

void vectors_weigh(struct arena *arena, struct weighing *weighing, unsigned jobs, size_t memory_cap)
{
	size_t n_tasks = (weighing->vectors->n + TASK_VECTORS - 1) / TASK_VECTORS;

	pool_run(arena, jobs, memory_cap,
		 &(struct pool_job){.shared = weighing, .run = weigh_task, .n_tasks = n_tasks});
}
