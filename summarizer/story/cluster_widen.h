/* Titles alone say little: they are widened by the words of the titles most like them. */
#ifndef STORY_CLUSTER_WIDEN_H
#define STORY_CLUSTER_WIDEN_H

#include "story/candidates.h"

/* Some vectors, two at least, are dated titles without text. */
bool vectors_have_titles(const struct vectors *vectors);

/* New vectors in which those are widened; the others are as they were. `neighbours`: found among `vectors`. */
const struct vectors *vectors_widen(struct arena *arena, const struct vectors *vectors,
				    const struct neighbours *neighbours, const struct likeness *likeness, unsigned jobs,
				    size_t memory_cap);

#endif
