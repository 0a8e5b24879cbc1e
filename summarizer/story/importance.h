/* Order of stories and choice of headline, from items alone. */
#ifndef STORY_IMPORTANCE_H
#define STORY_IMPORTANCE_H

#include "story/cluster.h"

/* A story before its text is read: members by item index, originals first, newest first. */
struct story_plan {
	uint32_t *items;
	size_t n_items;
	size_t n_outlets, n_copies;
	double importance; /* ln(1 + outlets, a carrying outlet counts .25) x 2^(-age in days / half-life) */
	uint32_t headline; /* the item whose title heads the story */
};

struct story_plans {
	struct story_plan *at;
	size_t n;
};

/* Stories, most important first; ties: more articles, newest, lowest content hash. */
struct story_plans plan_stories(struct arena *arena, const struct item *items, const struct membership *members,
				size_t n, int32_t today);

/* Index of the title that heads: medoid by word Jaccard among whole, not shouting titles; n > 0. */
size_t headline_choose(struct arena *arena, const struct ng_text *titles, const bool *cut, size_t n);

#endif
