/* What an expression means, before it is written down as a TIMEX3 value. */
#ifndef LANGUAGE_DATE_VALUE_H
#define LANGUAGE_DATE_VALUE_H

#include "language/date_words.h"

enum date_kind {
	KIND_TEXT,
	KIND_CLOCK, /* a time of no known day */
	KIND_DAY,
	KIND_WEEK,
	KIND_WEEKEND,
	KIND_MONTH,
	KIND_QUARTER,
	KIND_HALF,
	KIND_SEASON,
	KIND_YEAR,
	KIND_DECADE,
	KIND_CENTURY
};

struct date_value {
	enum date_type type;
	enum date_kind kind;
	int32_t day;              /* DAY; WEEK, WEEKEND: a day of it */
	int year;                 /* MONTH ... YEAR; DECADE: year / 10; CENTURY: year / 100 */
	int number;               /* MONTH 1-12, QUARTER 1-4, HALF 1-2, SEASON 0-3 from spring */
	struct ng_text part;      /* of the day: MO MI AF EV NI DT; empty: none */
	int hour, minute, second; /* -1: none */
	char text[32];            /* TEXT */
	bool relative;            /* resolved against the anchor or the text */
	bool deictic;             /* told from the moment of writing: today, Friday, last week */
	bool aside;               /* a step back ("the previous day"): what follows does not count from it */
	bool clock_only;          /* a time of day whose day was not said */
	int count;                /* of a duration: how many of `unit`; 0: not said */
	enum date_unit unit;
	bool nothing; /* words that only look like a date: passed over */
};

struct date_value date_value_day(int32_t day);
struct date_value date_value_month(int year, int month);
struct date_value date_value_year(int year);
struct date_value date_value_text(enum date_type type, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* PAST_REF, PRESENT_REF or FUTURE_REF by the sign. */
struct date_value date_value_reference(int way);

/* The week, month ... year that lies `n` units from the one that holds `day`. Seconds to hours give KIND_TEXT, empty.
 */
struct date_value date_value_unit(enum date_unit unit, int n, int32_t day);

/* The same day `n` months on, or that month's last. */
int32_t date_months_on(int32_t day, int n);

/* First day of the value; NG_NO_DAY: it has none. */
int32_t date_value_first(const struct date_value *value);
void date_value_write(const struct date_value *value, struct date *date);

#endif
