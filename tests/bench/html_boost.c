/*
 * Gradient boosting under the log loss with Newton leaves (Friedman 2001) of oblivious trees: one question a level,
 * found by the largest gain over all leaves at once on figures put into at most BINS bins. Where a term's sign is
 * known, pairs of leaves that break it are pooled. In: rows. Out: a forest.
 */
#include "html_boost.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { BINS = 32, DEPTH = HTML_TREE_DEPTH, LEAVES = 1 << HTML_TREE_DEPTH, POOLINGS = 6 };

struct side {
	double gradient, hessian;
};

struct booster {
	const struct rows *rows;
	const struct boosting *options;
	uint64_t *seed;
	unsigned char *bin; /* n x terms */
	float (*cut)[BINS];
	size_t *cuts; /* of each term */
	double *score, *gradient, *hessian;
	unsigned char *leaf;
	bool *seen, *asked; /* rows and terms of the tree being grown */
};

static bool chance(struct booster *booster, double share)
{
	*booster->seed = hash_mix(*booster->seed, 0x5eed);
	return (double)(*booster->seed >> 11) / 9007199254740992. < share;
}

static int order_floats(const void *a, const void *b)
{
	float x = *(const float *)a, y = *(const float *)b;

	return (x > y) - (x < y);
}

/* Cuts between values at even ranks. */
static void find_cuts(struct booster *booster, float *values, size_t term)
{
	const struct rows *rows = booster->rows;
	size_t n = 0;

	for (size_t i = 0; i < rows->n; i++)
		values[i] = rows->at[i * rows->terms + term];
	qsort(values, rows->n, sizeof *values, order_floats);
	for (size_t q = 1; q < BINS; q++) {
		size_t i = rows->n * q / BINS;
		float here = values[i];
		while (i < rows->n && values[i] == here)
			i++;
		if (i < rows->n && (n == 0 || here > booster->cut[term][n - 1]))
			booster->cut[term][n++] = (here + values[i]) / 2;
	}
	booster->cuts[term] = n;
	for (size_t i = 0; i < rows->n; i++) {
		size_t bin = 0;
		while (bin < n && rows->at[i * rows->terms + term] > booster->cut[term][bin])
			bin++;
		booster->bin[i * rows->terms + term] = (unsigned char)bin;
	}
}

static double value_of(struct side side, double ridge)
{
	return side.gradient / (side.hessian + ridge);
}

static double gain_of(struct side side, double value, double ridge)
{
	return 2 * value * side.gradient - value * value * (side.hessian + ridge);
}

/* The best gain of a question on `term` over all leaves of this level; its cut in *best. */
static double best_cut(const struct booster *booster, size_t term, size_t leaves, size_t *best)
{
	const struct rows *rows = booster->rows;
	double ridge = booster->options->ridge, highest = -1;
	struct side bins[LEAVES][BINS] = {{{0, 0}}}, below[LEAVES] = {{0, 0}}, all[LEAVES] = {{0, 0}};

	for (size_t i = 0; i < rows->n; i++)
		if (booster->seen[i]) {
			struct side *side = &bins[booster->leaf[i]][booster->bin[i * rows->terms + term]];
			side->gradient += booster->gradient[i];
			side->hessian += booster->hessian[i];
		}
	for (size_t leaf = 0; leaf < leaves; leaf++)
		for (size_t bin = 0; bin <= booster->cuts[term]; bin++) {
			all[leaf].gradient += bins[leaf][bin].gradient;
			all[leaf].hessian += bins[leaf][bin].hessian;
		}
	for (size_t cut = 0; cut < booster->cuts[term]; cut++) {
		double gain = 0;
		bool splits = false;
		for (size_t leaf = 0; leaf < leaves; leaf++) {
			below[leaf].gradient += bins[leaf][cut].gradient;
			below[leaf].hessian += bins[leaf][cut].hessian;
			struct side over = {all[leaf].gradient - below[leaf].gradient,
					    all[leaf].hessian - below[leaf].hessian};
			double low = value_of(below[leaf], ridge), high = value_of(over, ridge);
			splits |=
			    below[leaf].hessian >= booster->options->least && over.hessian >= booster->options->least;
			if ((high - low) * rows->sign[term] < 0)
				low = high = value_of(all[leaf], ridge);
			gain += gain_of(below[leaf], low, ridge) + gain_of(over, high, ridge);
		}
		if (splits && gain > highest) {
			highest = gain;
			*best = cut;
		}
	}
	return highest;
}

static void set_leaves(const struct booster *booster, struct html_decision *tree)
{
	double ridge = booster->options->ridge, value[LEAVES];
	struct side sides[LEAVES] = {{0, 0}};

	for (size_t i = 0; i < booster->rows->n; i++)
		if (booster->seen[i]) {
			sides[booster->leaf[i]].gradient += booster->gradient[i];
			sides[booster->leaf[i]].hessian += booster->hessian[i];
		}
	for (size_t leaf = 0; leaf < LEAVES; leaf++)
		value[leaf] = value_of(sides[leaf], ridge);
	for (int pass = 0; pass < POOLINGS * DEPTH; pass++) {
		int sign = booster->rows->sign[tree->term[pass % DEPTH]];
		size_t bit = (size_t)1 << (DEPTH - 1 - pass % DEPTH);
		for (size_t low = 0; low < LEAVES; low++)
			if (!(low & bit) && (value[low | bit] - value[low]) * sign < 0)
				value[low] = value[low | bit] = (sides[low].gradient + sides[low | bit].gradient) /
								(sides[low].hessian + sides[low | bit].hessian + ridge);
	}
	for (size_t leaf = 0; leaf < LEAVES; leaf++)
		tree->leaf[leaf] = (float)(booster->options->rate * value[leaf]);
}

static struct html_decision grow(struct booster *booster)
{
	const struct rows *rows = booster->rows;
	struct html_decision tree = {0};

	for (size_t term = 0; term < rows->terms; term++)
		booster->asked[term] = chance(booster, booster->options->terms);
	for (size_t i = 0; i < rows->n; i++) {
		double p = 1 / (1 + exp(-booster->score[i]));
		booster->gradient[i] = rows->weight[i] * (rows->label[i] - p);
		booster->hessian[i] = rows->weight[i] * p * (1 - p);
		booster->seen[i] = chance(booster, booster->options->rows);
		booster->leaf[i] = 0;
	}
	for (int level = 0; level < DEPTH; level++) {
		double highest = -1;
		size_t cut = 0;
		for (size_t term = 0; term < rows->terms; term++) {
			size_t at = 0;
			double gain = booster->asked[term] ? best_cut(booster, term, (size_t)1 << level, &at) : -1;
			if (gain > highest) {
				highest = gain;
				tree.term[level] = (unsigned char)term;
				cut = at;
			}
		}
		tree.over[level] = booster->cut[tree.term[level]][cut];
		for (size_t i = 0; i < rows->n; i++)
			booster->leaf[i] = (unsigned char)(booster->leaf[i] << 1 |
							   (booster->bin[i * rows->terms + tree.term[level]] > cut));
	}
	set_leaves(booster, &tree);
	for (size_t i = 0; i < rows->n; i++)
		booster->score[i] += tree.leaf[booster->leaf[i]];
	return tree;
}

struct html_forest boost(struct arena *arena, const struct rows *rows, const struct boosting *options, uint64_t *seed)
{
	struct booster booster = {
	    .rows = rows,
	    .options = options,
	    .seed = seed,
	    .bin = arena_array(arena, rows->n * rows->terms, unsigned char),
	    .cut = arena_alloc(arena, rows->terms, sizeof *booster.cut),
	    .cuts = arena_array(arena, rows->terms, size_t),
	    .score = arena_array(arena, rows->n, double),
	    .gradient = arena_array(arena, rows->n, double),
	    .hessian = arena_array(arena, rows->n, double),
	    .leaf = arena_array(arena, rows->n, unsigned char),
	    .seen = arena_array(arena, rows->n, bool),
	    .asked = arena_array(arena, rows->terms, bool),
	};
	struct html_decision *trees = arena_array(arena, options->trees, struct html_decision);
	float *values = arena_array(arena, rows->n, float);
	double weight = 0, positive = 0;

	for (size_t i = 0; i < rows->n; i++) {
		weight += rows->weight[i];
		positive += rows->weight[i] * rows->label[i];
	}
	double bias = log(positive / (weight - positive));
	for (size_t i = 0; i < rows->n; i++)
		booster.score[i] = bias;
	for (size_t term = 0; term < rows->terms; term++)
		find_cuts(&booster, values, term);
	for (size_t i = 0; i < options->trees; i++)
		trees[i] = grow(&booster);
	return (struct html_forest){(float)bias, options->trees, trees};
}
