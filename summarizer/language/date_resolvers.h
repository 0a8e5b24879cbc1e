/* The resolvers, by family, and what they share. */
#ifndef LANGUAGE_DATE_RESOLVERS_H
#define LANGUAGE_DATE_RESOLVERS_H

#include "language/date_cue.h"

typedef bool date_resolver(struct date_context *context, const struct date_match *match, struct date_value *value);

/* What resolvers ask of a match. */
static inline bool has(const struct date_match *match, enum date_class class)
{
	return match->has & CLASS_BIT(class);
}
static inline int number(const struct date_context *context, const struct date_match *match, enum date_class class)
{
	return date_token_number(context->tables, match->at[class], class);
}
static inline struct ng_text value_text(const struct date_context *context, const struct date_match *match,
					enum date_class class)
{
	return date_token_text(context->tables, match->at[class], class);
}

/*
 * A text that names years long gone and hardly ever says "today" or "Friday" tells history: what is missing in a date
 * comes from the text, not from the day of publication.
 */
static inline bool date_narrative(const struct date_context *context)
{
	return context->histories >= 4 && context->histories > 4 * context->deictics && context->reference != NG_NO_DAY;
}

/* How many of a unit: a whole number, 1 for "a" and for nothing; below 1: no whole number. */
static inline int count_of(const struct date_context *context, const struct date_match *match)
{
	if (!has(match, IS_NUMBER))
		return 1;
	bool parts = match->at[IS_NUMBER]->classes & (CLASS_BIT(IS_DOT_CLOCK) | CLASS_BIT(IS_SHORT_DATE));
	return parts ? -1 : number(context, match, IS_NUMBER);
}

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
