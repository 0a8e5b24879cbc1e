/* Order of stories and choice of headline, from items alone. */
#ifndef STORY_IMPORTANCE_H
#define STORY_IMPORTANCE_H

#include "story/cluster.h"

/* A story before its text is read: members by item index, originals first, newest first. */
struct story_plan {
	uint32_t *items;
	size_t n_items;
	size_t n_outlets, n_copies;
	double voices;     /* outlets; one that only carries another's text counts .25; each times its weight */
	double freshness;  /* 2^(-age in days / half-life) */
	double wish;       /* 2 when it is followed, else 1 */
	double importance; /* ln(1 + voices) x freshness x wish */
	uint32_t headline; /* the item whose title heads the story */
};

struct story_plans {
	struct story_plan *at;
	size_t n;
};

/* Stories, most important first; ties: more articles, newest, lowest content hash. */
struct story_plans plan_stories(struct arena *arena, const struct item *items, const struct membership *members,
				size_t n, int32_t today);

/* Faults of a title, from the worst; they are added up. */
enum headline_fault {
	HEADLINE_OLD = 1,     /* of a day before the story's last */
	HEADLINE_FEATURE = 2, /* a quotation, a question, a theme before a colon */
	HEADLINE_SUFFIX = 4,  /* the site's name at its end */
	HEADLINE_SHOUTS = 8,
	HEADLINE_SHORT = 16, /* under four words */
	HEADLINE_CUT = 32,
	HEADLINE_EMPTY = 64
};
struct headline_title {
	struct ng_text text;
	bool cut, old;
};
struct headline_look {
	unsigned faults;
	double likeness; /* sum of word Jaccard to the others */
};

/* Index of the title that heads: of those with the least faults the medoid by word Jaccard; n > 0. */
size_t headline_choose(struct arena *arena, const struct headline_title *titles, size_t n);
/* What it looks at; returns how many of the titles it looks at. */
size_t headline_look(struct arena *arena, const struct headline_title *titles, size_t n, struct headline_look *looks);
/* The titles of a plan's originals, its first n_items - n_copies items. */
struct headline_title *headline_titles(struct arena *arena, const struct item *items, const struct story_plan *plan);

#endif
