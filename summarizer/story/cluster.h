/* Articles to stories: vectors, copies, sparse average-link with dates. Works from compact items; text is not kept. */
#ifndef STORY_CLUSTER_H
#define STORY_CLUSTER_H

#include "story/idf.h"
#include "story/item.h"

struct cluster_options {
	double tightness; /* 1 by default; above 1 splits more, below 1 joins more */
	bool given;       /* take item.given as it is */
	int32_t today;    /* future dates are clamped to it; NG_NO_DAY: no clamp */
	unsigned jobs;
	size_t memory_cap; /* bytes, of one thread's arena */
};

enum copy_kind {
	COPY_NONE,
	COPY_CARRIED /* another outlet's same text */,
	COPY_UPDATED /* an older version of the same outlet's */
};

/* The answer, one entry an item. */
struct membership {
	uint32_t story;    /* numbered from 0 in order of the first member by item order */
	uint32_t original; /* the item it is a copy of; itself if none */
	enum copy_kind copy;
};

/*
 * Item order must be canonical (by content hash); same items, same bytes, whatever the jobs. The items' features and
 * counts are overwritten: a million articles have no room for two forms of them.
 */
struct membership *cluster_items(struct arena *arena, const struct idf_tables *idf, struct item *items, size_t n,
				 const struct cluster_options *options);

/* The answer with what it was made from: see cluster_why.h. */
struct clustering {
	struct membership *members;
	const struct vectors *vectors; /* also when the stories are given */
	const struct likeness *likeness;
};
struct clustering cluster_with_reasons(struct arena *arena, const struct idf_tables *idf, struct item *items, size_t n,
				       const struct cluster_options *options);

#endif
