/* Which sentences of articles tell copies: those that another article has too and that are no outlet's furniture. */
#ifndef STORY_COPIES_SENTENCES_H
#define STORY_COPIES_SENTENCES_H

#include "story/cluster.h"

struct copy_text {
	uint32_t item;
	uint32_t n_sentences; /* in all, without furniture */
	uint32_t n_repeated;
	uint32_t *repeated; /* numbers of those that another article has too */
};

struct copy_texts {
	struct copy_text *at; /* in order of time, ties by content */
	size_t n;
	size_t n_repeated; /* sentences that have a number */
};

/* Of the items that are originals so far. */
const struct copy_texts *copy_texts(struct arena *arena, const struct item *items, size_t n,
				    const struct membership *members, unsigned jobs, size_t memory_cap);

#endif
