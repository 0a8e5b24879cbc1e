/* The calendar of a page's publisher: the order of numbers, the day in an address, the day behind a stamp in UTC. */
#ifndef READ_PAGE_DAY_H
#define READ_PAGE_DAY_H

#include "base/date.h"

/* Whether 3/4/2026 is March 4 there: American English, or English from no country that has it otherwise. */
bool page_month_first(struct ng_text language, struct ng_text url);

/* The day in an address (/2026/03/17/, -20260317., /2026-3-17-); STAMP_NONE: none. */
struct stamp page_day_of_url(struct ng_text url);

/*
 * A stamp in UTC as the publisher's clock shows it. `shown`: a day shown to readers, with its time if there is one:
 * then the zone is known. `in_url`: the day in the address. When only the day is told, the time is left out: it is
 * UTC's.
 */
struct stamp page_day_at_publisher(struct stamp stamp, struct stamp in_url, struct stamp shown);

#endif
