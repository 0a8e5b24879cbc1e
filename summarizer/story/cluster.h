/* Articles to stories: vectors, copies, sparse average-link with dates. Works from compact items; text is not kept. */
#ifndef STORY_CLUSTER_H
#define STORY_CLUSTER_H

#include "language/word.h"

struct idf_tables;  /* background document frequencies of each language: data/LANG/df.tsv. Read-only. */
struct idf_tables *idf_tables_load(struct arena *arena, const struct resources *data);

struct feature {
	uint32_t hash;
	float weight;
};

/* What clustering keeps of an article, some 1.5 kB. Made in parallel, in any arena. */
struct item {
	struct ng_text title;     /* copied */
	uint64_t outlet;          /* hash of the site; 0: unknown */
	uint64_t content;         /* hash of title and text: ties and order never depend on input order */
	uint64_t given;           /* hash of its given story; 0: none */
	int32_t day;              /* of publication; NG_NO_DAY: unknown */
	int32_t minute;           /* UTC minutes of that day, -1: unknown */
	uint32_t n_words;         /* body words */
	struct feature *features; /* sorted by hash; weight = tf, not yet times idf */
	uint32_t n_features;
	uint64_t *sentences;      /* sorted hashes of normalised sentences of 40+ letters */
	uint32_t n_sentences;
	uint8_t language;         /* index in languages */
};

void item_make(struct arena *keep, struct arena *scratch, const struct languages *languages, const struct document *document,
               struct item *item);

struct cluster_options {
	double tightness;   /* 1 by default */
	bool given;         /* take item.given as it is */
	int32_t today;      /* future dates are clamped to it; NG_NO_DAY: no clamp */
	unsigned jobs;
	size_t memory_cap;
};

enum copy_kind { COPY_NONE, COPY_CARRIED /* another outlet's same text */, COPY_UPDATED /* an older version of the same outlet's */ };

/* The answer, one entry an item. */
struct membership {
	uint32_t story;       /* numbered from 0 in order of the first member by item order */
	uint32_t original;    /* the item it is a copy of; itself if none */
	enum copy_kind copy;
};

/* Item order must be canonical (by content hash); same items, same bytes, whatever the jobs. */
struct membership *cluster_items(struct arena *arena, const struct idf_tables *idf, const struct item *items, size_t n,
                                 const struct cluster_options *options);

#endif
