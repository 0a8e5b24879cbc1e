/* What a story is about, small enough to be kept: to know it again on another day, and to know what is new in it. */
#ifndef ARCHIVE_GIST_H
#define ARCHIVE_GIST_H

#include "language/document.h"
#include "story/idf.h"

enum { GIST_FEATURES = 64, GIST_STEMS = 6000, GIST_ARTICLES = 500 };

struct gist {
	struct gist_feature {
		uint32_t hash;
		uint32_t weight; /* of a unit vector, 1 = 65535 */
	} * features;            /* the heaviest tf-idf terms of its articles, by hash */
	size_t n_features;
	uint32_t *stems; /* of all content words and numbers of its articles, ascending */
	size_t n_stems;
	uint32_t *articles; /* hashes of their texts, ascending */
	size_t n_articles;
};

/* documents: with words; copies may be among them. */
struct gist *gist_make(struct arena *arena, const struct idf_tables *idf, const struct document *documents, size_t n);

/* 0 ... 1: cosine of the features; 1 when they share an article. */
double gist_likeness(const struct gist *a, const struct gist *b);

/* The stems and articles of all, for what was told on several days. Without features. */
struct gist *gist_join(struct arena *arena, const struct gist *const *gists, size_t n);

/* How much of a sentence its readers were not told: share of its content words that are in no stem of `known`, numbers
 * and names counting double. 0 ... 1; 0 for a sentence without content words, or with one ordinary word more. */
double gist_novelty(const struct gist *known, const struct document *document, const struct sentence *sentence);

/* Every content word of the bytes [start, end) of a document's text is in a stem of `known`. */
bool gist_knows(const struct gist *known, const struct document *document, uint32_t start, uint32_t end);

bool gist_has_article(const struct gist *gist, struct ng_text text);

/* For storing: little-endian bytes, the same on every machine. */
struct ng_text gist_pack(struct arena *arena, const struct gist *gist);
struct gist *gist_unpack(struct arena *arena, struct ng_text bytes); /* NULL: damaged */

#endif
