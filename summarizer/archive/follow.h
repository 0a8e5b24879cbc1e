/* Stories over days: which earlier story goes on in a new one, and what of it is news. */
#ifndef ARCHIVE_FOLLOW_H
#define ARCHIVE_FOLLOW_H

#include "archive/archive.h"
#include "archive/gist.h"

enum { FOLLOW_DAYS = 14 };

/* The past telling that a story of `day` goes on from; NULL: it is new. Ties: the lower id. */
const struct telling *follow_find(const struct tellings *past, const struct gist *gist, int32_t day);

/* An article that the story already had. */
bool follow_had(const struct gist *known, const struct document *document);
/* A sentence that tells something no earlier article of the story told. */
bool follow_is_fresh(const struct gist *known, const struct document *document, const struct sentence *sentence);

#endif
