/* An article as clustering keeps it: counted features, hashes of its sentences, title, outlet, day. Text is not kept.
 */
#ifndef STORY_ITEM_H
#define STORY_ITEM_H

#include "language/document.h"

/* A feature is the hash of a stem, or of two adjacent stems: then its highest bit is set. */
#define FEATURE_PAIR 0x80000000u
/* Beside it: how often it stands there (12 bits), and letters of the word, of the shorter one of two (4 bits). */
enum { FEATURE_COUNT_BITS = 12, FEATURE_COUNT_MOST = (1 << FEATURE_COUNT_BITS) - 1, FEATURE_LETTERS_MOST = 15 };

/* Some 2 kB. Arrays lie in the `keep` arena of item_make(). */
struct item {
	struct ng_text title; /* copied */
	uint64_t outlet;      /* hash of the site; 0: unknown */
	uint64_t content;     /* hash of title and text: ties and order never depend on input order */
	uint64_t given;       /* hash of its given story; 0: none */
	int64_t
	    moment;  /* of publication, seconds since 1970 UTC, noon when only the day is known; INT64_MIN: unknown */
	int32_t day; /* of publication, in the publisher's zone; NG_NO_DAY: unknown, assumed, or the file's */
	uint32_t n_words;   /* of the body */
	uint32_t *features; /* in order of first use, title first; cluster_items() uses them up */
	uint16_t *counts;
	uint32_t n_features;
	uint32_t n_sentences;
	uint32_t *sentences; /* hashes of its different sentences of 40 bytes or more, ascending */
	uint16_t language;   /* idf_language() of its code */
	uint8_t weekdays;    /* named in the title or at the beginning of the body; bit 0 is Monday */
	bool title_cut;      /* as the article's */
	/* What the reader wants of it; item_make() leaves all as nothing said. */
	bool unwanted, muted, followed;
	double weight; /* of its outlet's voice; 0: as 1 */
};

static inline uint32_t feature_of_stem(uint64_t stem)
{
	return (uint32_t)(stem ^ stem >> 32) & ~FEATURE_PAIR;
}

/* The first words of title or text that make a feature; empty: none does. */
struct ng_text item_feature_words(const struct document *document, uint32_t feature);

/* `document` needs its sentences and words. Same article, same item, whatever the thread. */
void item_make(struct arena *keep, struct arena *scratch, const struct document *document, struct item *item);

#endif
