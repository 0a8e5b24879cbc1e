/* Stories over days: which earlier story goes on in a new one, and what of it is news. */
#ifndef ARCHIVE_FOLLOW_H
#define ARCHIVE_FOLLOW_H

#include "archive/archive.h"
#include "archive/gist.h"

enum { FOLLOW_DAYS = 14 };

/* A story, in so far as it was told before a day. */
struct kin {
	struct ng_text id;
	int32_t before;
};

/* What a story goes on from. */
struct following {
	const struct telling *past; /* the telling most like it; NULL: it is new */
	double likeness;
	/* Its past: the story itself first; then n_others others that it is like enough to go on from, too; then those
	 * that it split off from or took up on its way. */
	struct kin *kin;
	size_t n_kin, n_others;
	const struct gist *known; /* all that was told of these; NULL: nothing */
};

/* past: as archive_past() gives them. Ties: the lower id. */
struct following follow_find(struct arena *arena, const struct tellings *past, const struct gist *gist, int32_t day);

/* An article that the story already had. */
bool follow_had(const struct gist *known, const struct document *document);
/* A sentence that tells something no earlier article of the story told. */
bool follow_is_fresh(const struct gist *known, const struct document *document, const struct sentence *sentence);
/* A quotation in words that its readers were told before, most likely this one. */
bool follow_had_quote(const struct gist *known, const struct document *document, const struct quote *quote);

#endif
