/* Dates, counts and marks in words, as a reader of the briefing sees them. */
#ifndef RENDER_WORDS_H
#define RENDER_WORDS_H

#include "base/arena.h"

struct ng_text words_count(struct arena *arena, size_t n, const char *one,
			   const char *many);               /* "1 story", "1,204 stories" */
struct ng_text words_day(struct arena *arena, int32_t day); /* Tuesday 21 March 2023 */
struct ng_text words_date(struct arena *arena, int32_t day,
			  int32_t today); /* 21 March; with the year if it is not today's */
struct ng_text words_label(struct arena *arena, const struct ng_event *event,
			   int32_t today); /* 21 Mar, week of 20 Mar, March, 2023 */
struct ng_text words_moment(struct arena *arena, struct ng_text published,
			    int32_t today); /* 20 March, 21:10; of today 21:10, or "today"; empty: unknown */
const char *words_weekday(int32_t day);
const char *words_month(int month);

/* A language's quotation marks, with the blank that French puts inside. */
struct quote_marks {
	const char *open, *close;
};
struct quote_marks words_marks(struct ng_text language);
bool words_right_to_left(struct ng_text language);

#endif
