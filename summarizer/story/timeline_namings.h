/* Which sentences of a story name which day, and which undated leads were published on one. */
#ifndef STORY_TIMELINE_NAMINGS_H
#define STORY_TIMELINE_NAMINGS_H

#include "story/rows.h"

/* A row that names a day, or an undated lead published on it. */
struct naming {
	int32_t day, published;
	uint32_t row, document;
	bool bare; /* in a digest: a weekday, read as the last one before publication */
};

struct namings {
	struct naming *at; /* oldest day first */
	uint32_t *rows;    /* of `at`, in its order */
	size_t n;
};

/* The day the document was published; NG_NO_DAY: it was only guessed, and dates neither "yesterday" nor a lead. */
int32_t naming_published(const struct document *document);

/* `digest`: what a reader could take for another day is left out, too; `from`: the first day of its window. */
void namings_gather(struct arena *arena, const struct document *documents, const struct rows *rows, bool digest,
		    int32_t from, struct namings *mentions, struct namings *leads);

/* The first place of `day` or a later one. */
size_t namings_from(const struct namings *list, int32_t day);

#endif
