/* How the rows of a ranking read: alone, after another, or not at all. */
#ifndef STORY_SELECT_READER_H
#define STORY_SELECT_READER_H

#include "story/rank.h"

/* Of each row of the ranking. */
struct readings {
	bool *leans;     /* on the row before it */
	bool *refused;   /* cannot be read alone at all */
	uint32_t *names; /* the surname it takes for known; IDS_NONE */
	double *no_verb; /* what it costs that it has none; 0: it has one */
};

/* `reader`: with what only a reader minds. */
struct readings select_readings(struct arena *arena, const struct document *documents, const struct ranking *ranking,
				bool reader);

#endif
