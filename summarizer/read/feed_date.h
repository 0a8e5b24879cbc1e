/* Dates as feeds and mails write them, the broken ones too. */
#ifndef READ_FEED_DATE_H
#define READ_FEED_DATE_H

#include "base/date.h"

/*
 * Reads ISO 8601 and W3CDTF (a day at least), RFC 822 and 5322 with any zone's name, and what is seen instead of them:
 * blanks and commas missing or too many, 2026/03/17, 17.03.2026, month names spelt out, Unix seconds. False: no day
 * can be had without guessing (2026-03, 31 June).
 */
bool feed_date(struct arena *arena, struct ng_text text, struct stamp *stamp);

#endif
