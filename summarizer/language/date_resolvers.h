/* The resolvers, by family, and what they share. */
#ifndef LANGUAGE_DATE_RESOLVERS_H
#define LANGUAGE_DATE_RESOLVERS_H

#include "language/date_resolve.h"

/* date_calendar.c */
date_resolver date_resolve_day, date_resolve_month_day, date_resolve_week, date_resolve_full, date_resolve_numeric,
    date_resolve_year_month, date_resolve_month, date_resolve_year, date_resolve_decade, date_resolve_century;
/* date_weekday.c: days told from the anchor */
date_resolver date_resolve_weekday, date_resolve_today, date_resolve_part;
/* date_clock.c: times of day */
date_resolver date_resolve_time, date_resolve_past_hour;
/* date_relative.c */
date_resolver date_resolve_unit, date_resolve_ahead, date_resolve_from, date_resolve_ago, date_resolve_reference,
    date_resolve_weekend, date_resolve_year_ago;
/* date_season.c: quarters, seasons, holidays */
date_resolver date_resolve_quarter, date_resolve_last_quarter, date_resolve_season, date_resolve_holiday;
/* date_span.c: durations and sets */
date_resolver date_resolve_duration, date_resolve_some, date_resolve_set;

/* Adds the time of day a match names to a day; false: there is no such time. Without one it stays a DATE. */
bool date_take_time(const struct date_context *context, const struct date_match *match, struct date_value *value);
/* The same for the tokens from number i on: how many it takes; 0: no time stands there. */
size_t date_clock_after(const struct date_context *context, size_t i, struct date_value *value);
/* last, this, next: -1, 0, 1; 0 too where none of them stands. */
int date_which_way(const struct date_context *context, const struct date_match *match);

#endif
