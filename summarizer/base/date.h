/* Civil dates of the proleptic Gregorian calendar, without libc's locale or time zone. */
#ifndef BASE_DATE_H
#define BASE_DATE_H

#include "base/buf.h"

struct civil {
	int year, month, day; /* month and day count from 1 */
};

/* A moment as its source gave it. */
struct stamp {
	int32_t day;    /* days since 1970-01-01 in the source's own zone; NG_NO_DAY: unknown */
	int32_t second; /* of that day; -1: no time of day */
	int16_t zone;   /* minutes east of UTC; ZONE_NONE: not said */
};
#define ZONE_NONE  INT16_MIN
#define STAMP_NONE ((struct stamp){NG_NO_DAY, -1, ZONE_NONE})

int32_t day_of(struct civil civil); /* Hinnant, days_from_civil */
struct civil civil_of(int32_t day);
int weekday_of(int32_t day); /* 1 Monday ... 7 Sunday (ISO 8601) */
int days_in_month(int year, int month);
bool civil_valid(struct civil civil); /* year 1 ... 9999 */
void iso_week_of(int32_t day, int *year, int *week);
int32_t day_of_iso_week(int year, int week); /* its Monday */

/* Reads ISO 8601 (2026-03-17, 20260317, 2026-03-17T08:40[:00[.5]][Z|+01:00|+0100], a blank for T). The whole text. */
bool stamp_from_iso(struct ng_text text, struct stamp *stamp);
/* Reads RFC 5322 dates, old zone names (EST, GMT, UT, Z) and two-digit years included. The whole text. */
bool stamp_from_rfc5322(struct ng_text text, struct stamp *stamp);
struct stamp stamp_from_unix(int64_t seconds); /* UTC */
int64_t stamp_to_unix(struct stamp stamp);     /* no time: noon; no zone: UTC; no day: INT64_MIN */

void stamp_put(struct buf *buf, struct stamp stamp); /* ISO 8601, as much as is known */
void day_put(struct buf *buf, int32_t day);          /* YYYY-MM-DD */
void stamp_put_rfc5322(struct buf *buf, struct stamp stamp);

#endif
