/* Copies: one text carried by several outlets, or newer versions of an outlet's own. They are told by shared sentences.
 */
#ifndef STORY_COPIES_H
#define STORY_COPIES_H

#include "story/cluster.h"

/*
 * Sets `original` and `copy` of each entry. Of one outlet's versions the newest is the original, of several outlets'
 * same text the earliest; without dates, by content hash. A document quoted at length is no copy of what quotes it.
 */
void copies_find(struct arena *arena, const struct item *items, size_t n, unsigned jobs, size_t memory_cap,
		 struct membership *members);

#endif
