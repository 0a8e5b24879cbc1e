/* The day of publication of an article that has none, from the days its text tells of. */
#ifndef LANGUAGE_PUBLICATION_H
#define LANGUAGE_PUBLICATION_H

#include "language/date_find.h"

/*
 * Fills article.published and published_from (FROM_TEXT) of a document without them, if its text gives the day away.
 * Needs sentences; leaves document->dates empty. Does nothing to an article that has its day.
 */
void document_publication(struct arena *arena, struct document *document);

/*
 * The day of publication of an undated document among dated ones of one story: `day` (their median), or the day at most
 * two before or after it that is the weekday the text names first. FROM_CLUSTER. Needs sentences, leaves dates empty.
 */
void document_publication_among(struct arena *arena, struct document *document, int32_t day);

/*
 * Does the expression name its weekday, and not that of "last" or "next" week? Then it means the same day though the
 * day of publication is a day or two off, as that of FROM_CLUSTER may be.
 */
bool publication_weekday(struct arena *arena, const struct document *document, const struct date *date);

/* The lower median of n days; NG_NO_DAY ones do not count. */
int32_t publication_median(struct arena *arena, const int32_t *days, size_t n);

#endif
