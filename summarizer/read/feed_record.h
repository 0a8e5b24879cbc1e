/* What a feed says of one entry, or of itself: the best value for each slot, and the article they make. */
#ifndef READ_FEED_RECORD_H
#define READ_FEED_RECORD_H

#include "read/feed_text.h"
#include "read/read.h"

enum feed_slot {
	FEED_TITLE,
	FEED_TEXT,
	FEED_SUMMARY,
	FEED_URL,
	FEED_ID,
	FEED_DATE,
	FEED_AUTHOR,
	FEED_SECTION,
	FEED_LANGUAGE,
	FEED_SITE,
	FEED_SLOTS
};

struct feed_value {
	struct ng_text text;
	enum feed_markup markup;
	int rank; /* 0: absent */
};

struct feed_record {
	struct feed_value at[FEED_SLOTS];
};

/*
 * Keeps the value of the higher rank, the first of equals; authors of equal rank are joined by commas. A value that
 * says nothing is none: empty, a date that is no date, an author without a name.
 */
void feed_record_put(struct arena *arena, struct feed_record *record, enum feed_slot slot, struct feed_value value);

/* Appends the article of an entry; what the entry lacks (site, author, language, section) comes from its feed. */
void feed_record_article(const struct read_context *context, const struct feed_record *entry,
			 const struct feed_record *feed, struct articles *articles);

#endif
