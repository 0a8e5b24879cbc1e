/* Days as pages show them to readers, in a score of languages. */
#ifndef READ_WRITTEN_DATE_H
#define READ_WRITTEN_DATE_H

#include "base/date.h"

/*
 * The first full day (day, month and year) written at or after *from, with the time and zone beside it; *from moves
 * behind it. `day_first`: how 3/4/2026 is read; a number over 12 settles it. Years 1995 to 2100. False: none.
 */
bool written_date(struct ng_text text, bool day_first, size_t *from, struct stamp *stamp);

/* 1-12 for a month's name or its usual short form in lower case; 0: it is none. */
int written_month(struct ng_text word);
/* All names, months in order, each a list separated by blanks. */
extern const char *const written_months[12];

#endif
