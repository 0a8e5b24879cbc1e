/* Temporal expressions: TIMEX3 type and value (TimeML 1.2.1), longest match of patterns with resolvers. */
#ifndef LANGUAGE_DATE_FIND_H
#define LANGUAGE_DATE_FIND_H

#include "language/document.h"

/* data/LANG/dates.txt: names of months, weekdays, units, holidays, cues. */
struct date_tables *date_tables_load(struct arena *arena, const struct resources *data, struct ng_text code);

/* Fills document->dates, in order; needs its sentences (for date.sentence) and document->anchor. */
void document_dates(struct arena *arena, struct document *document);

#endif
