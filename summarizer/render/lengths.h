/* How much of a briefing a theme shows. */
#ifndef RENDER_LENGTHS_H
#define RENDER_LENGTHS_H

#include "base/arena.h"

/* At most so many; SIZE_MAX: all. */
struct lengths {
	size_t stories[NG_STORY_QUIET + 1]; /* of each kind */
	size_t sentences, quotes, timeline; /* of a story */
};

/* The briefing with no more of each. What is shared with `briefing` is not copied and must outlive the result. */
const struct ng_briefing *lengths_cut(struct arena *arena, const struct ng_briefing *briefing,
				      const struct lengths *lengths);

#endif
