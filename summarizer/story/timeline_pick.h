/* The best sentences of one day: by centroid over those that name it and those that were published on it. */
#ifndef STORY_TIMELINE_PICK_H
#define STORY_TIMELINE_PICK_H

#include "story/rows.h"
#include "story/timeline.h"

struct pick_list {
	const uint32_t *at; /* rows */
	size_t n;
};

struct pick {
	uint32_t row;
	double score;
};

struct picker;
struct picker *picker_new(struct arena *arena, const struct document *documents, const struct rows *rows,
			  const struct timeline_options *options);

/*
 * Up to `most` rows for a day, best first, unlike each other and unlike those picked for other days. `naming`: rows
 * with the day's date; `published`: undated leads of its articles and of the next day's.
 */
size_t picker_day(struct picker *picker, struct pick_list naming, struct pick_list published, struct pick *picks,
		  size_t most);

#endif
