/* One story of a plan made ready to be told: its articles read again, and what earlier briefings said of it. */
#ifndef EDITION_STORY_H
#define EDITION_STORY_H

#include "archive/gist.h"
#include "edition_compose.h"
#include "story/story.h"

struct one_story {
	const struct composing *composing;
	const struct story_plan *plan;
	struct ng_story *story;     /* its kind is set, and not NG_STORY_QUIET */
	struct document *documents; /* of plan->items */
	bool *told;                 /* they have a vote */
	size_t headline;            /* the document whose title heads */
};

/* Fills documents, told and headline, in `scratch`. */
void edition_story_read(struct one_story *one, struct edition_worker *worker, struct arena *scratch);
/*
 * With a state file: what it goes on from, if from an earlier briefing. Then its known articles lose their vote. Fills
 * the telling's gist and day; returns what is known, NULL: nothing.
 */
const struct gist *edition_story_follow(struct one_story *one, struct telling *telling, struct following *following,
					struct arena *keep, struct arena *scratch);
/* What it is told in. */
struct story_lengths edition_story_lengths(const struct one_story *one, const struct gist *known);

#endif
