/* The month or year that a story's documents name as its background. */
#ifndef STORY_TIMELINE_BACKGROUND_H
#define STORY_TIMELINE_BACKGROUND_H

#include "story/rows.h"

struct background {
	char value[32];
	int32_t day; /* its first */
	enum ng_granularity granularity;
	uint32_t *rows; /* that name it */
	size_t n;
};

/* That of the most documents, two at least; the latest of equals; over before `before`. False: there is none. */
bool background_find(struct arena *arena, const struct document *documents, const struct rows *rows, int32_t before,
		     struct background *background);

#endif
