/* The vocabulary of feeds: what an element of which namespace tells of an entry. */
#ifndef READ_FEED_WORDS_H
#define READ_FEED_WORDS_H

#include "read/feed_record.h"

/* Namespaces by family; RSS has none of its own, or one of a dozen. */
enum feed_family {
	FAMILY_RSS,
	FAMILY_ATOM,
	FAMILY_CONTENT,
	FAMILY_DC,
	FAMILY_MEDIA,
	FAMILY_ITUNES,
	FAMILY_XHTML,
	FAMILY_OTHER
};

/* What the element is. */
enum feed_part {
	PART_NONE,    /* nothing of ours: it and all in it is passed over */
	PART_THROUGH, /* stands between a feed and its entries, or between an entry and a value: looked through */
	PART_FEED,    /* channel, feed */
	PART_ENTRY,   /* item, entry */
	PART_PERSON,  /* its name or text is the author */
	PART_SOURCE,  /* the feed an entry was taken from */
	PART_VALUE    /* its content is the value of a slot */
};

struct feed_word {
	enum feed_family family;
	const char *name;
	enum feed_part part;
	enum feed_slot slot;
	int rank;                /* among values of one slot the higher wins */
	enum feed_markup markup; /* when the element does not say */
};

enum feed_family feed_family(struct ng_text space, struct ng_text prefix);
/* NULL: not in the vocabulary. */
const struct feed_word *feed_word(enum feed_family family, struct ng_text local);

#endif
