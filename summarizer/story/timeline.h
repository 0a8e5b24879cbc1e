/* What happened when: days by salience over the articles, one best sentence a day. */
#ifndef STORY_TIMELINE_H
#define STORY_TIMELINE_H

#include "language/word.h"

struct timeline_options {
	int32_t from, to;     /* NG_NO_DAY: no bound */
	int32_t today;        /* entries after it are "ahead"; NG_NO_DAY: none are */
	size_t days, per_day; /* days 0: by salience, 8 at most */
	bool lone_date;       /* of a digest: without the two-day minimum */
	bool digest;          /* a story of the briefing: window, two-day minimum, background years, avoid `told` */
	const uint64_t *told; /* (document << 32 | sentence) printed already, sorted; entries avoid them when
				 another is as good */
	size_t n_told;
};

struct timeline_entry {
	int32_t day; /* first day */
	enum ng_granularity granularity;
	char value[32];
	bool ahead;
	double salience;
	struct {
		uint32_t document, sentence;
		double score;
	} * sentences;
	size_t n_sentences;
};

struct timeline {
	struct timeline_entry *at; /* oldest first */
	size_t n;
};

/* documents: with sentences, words and dates; copies left out. */
struct timeline timeline_make(struct arena *arena, const struct document *documents, size_t n,
			      const struct timeline_options *options);

#endif
