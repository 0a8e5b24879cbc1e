/*
 * Resolvers of dates that name a part of the calendar: full and numeric dates, month and day, month, year, decade,
 * century. A missing year is the one that brings the date nearest, the past preferred; a weekday beside it decides.
 */
#include "language/date_resolvers.h"

enum { PIVOT = 50 /* '49 is 2049, '50 is 1950 */ };

static int full_year(int year)
{
	return year > 99 ? year : year < PIVOT ? 2000 + year : 1900 + year;
}

/* A year of two digits that is no more than ten years ahead. */
static int near_century(const struct date_context *context, int year)
{
	if (year > 99 || context->anchor == NG_NO_DAY)
		return full_year(year);
	int century = context->today.year - context->today.year % 100;
	return century + year > context->today.year + 10 ? century - 100 + year : century + year;
}

static bool year_of(const struct date_context *context, const struct date_match *match, int *year)
{
	if (has(match, IS_YEAR))
		*year = number(context, match, IS_YEAR);
	else if (has(match, IS_SHORT_YEAR))
		*year = full_year(number(context, match, IS_SHORT_YEAR));
	else
		return false;
	return true;
}

int date_which_way(const struct date_context *context, const struct date_match *match)
{
	int which = has(match, IS_WHICH) ? number(context, match, IS_WHICH) : WHICH_THIS;
	return which <= WHICH_PREVIOUS ? -1 : which >= WHICH_NEXT ? 1 : 0;
}

/* "last year", "next year": the year, as an offset to the anchor's. */
static bool year_named_by(const struct date_context *context, const struct date_match *match, int *year)
{
	enum date_class unit = has(match, IS_UNIT) ? IS_UNIT : IS_UNITS;
	if (!has(match, IS_WHICH) || !has(match, unit) || number(context, match, unit) != UNIT_YEAR ||
	    context->anchor == NG_NO_DAY)
		return false;
	*year = context->today.year + date_which_way(context, match);
	return true;
}

static int32_t cost_of(int32_t gap, int tense)
{
	if (tense > 0)
		return gap >= 0 ? gap * 10 : -gap * 20 + 300;
	if (tense < 0)
		return gap <= 0 ? -gap * 10 : gap * 30 + 200;
	return gap <= 0 ? -gap * 10 : gap * 13;
}

/* The year that brings month and day nearest to the anchor; a weekday must agree where it can. 0: no such day. */
static int nearest_year(const struct date_context *context, const struct date_match *match, int month, int day,
			int weekday)
{
	int best = 0, tense = date_tense(context, match);
	if (date_narrative(context))
		return civil_of(context->reference).year;
	int32_t least = INT32_MAX;
	for (int i = -4; i <= 4; i++) {
		struct civil civil = {context->today.year + i, month, day};
		if (!civil_valid(civil))
			continue;
		bool near = i >= -1 && i <= 1;
		if (!near && !(month == 2 && day == 29))
			continue;
		int32_t at = day_of(civil), cost = cost_of(at - context->anchor, tense);
		if (weekday > 0 && weekday_of(at) != weekday)
			cost += 1 << 20;
		if (cost < least) {
			least = cost;
			best = civil.year;
		}
	}
	return best;
}

/* "last March 3": the latest before the anchor; "next": the first after it. */
static int year_of_which(const struct date_context *context, int which, int month, int day)
{
	struct civil today = context->today;
	bool reached = month < today.month || (month == today.month && day <= today.day);
	if (which < 0)
		return month < today.month || (month == today.month && day < today.day) ? today.year : today.year - 1;
	return which == 0 || !reached ? today.year : today.year + 1;
}

bool date_resolve_day(struct date_context *context, const struct date_match *match, struct date_value *value)
{
	int month = number(context, match, IS_MONTH), year = 0, weekday = 0;
	enum date_class class = has(match, IS_DAY) ? IS_DAY : has(match, IS_ORDINAL) ? IS_ORDINAL : IS_NUMBER;
	int day = number(context, match, class);
	if (text_equal(match->argument, TEXT("end")) && !date_clause_ends(context, match->tokens[match->last - 1].end))
		return false;
	enum date_class short_day = has(match, IS_WEEKDAY_SHORT) ? IS_WEEKDAY_SHORT : IS_WEEKDAY;
	if (has(match, short_day))
		weekday = number(context, match, short_day);
	bool given = year_of(context, match, &year), relative = !given;
	if (!given && context->anchor == NG_NO_DAY) {
		*value = date_value_text(DATE_DATE, "XXXX-%02d-%02d", month, day);
		return day >= 1 && day <= days_in_month(2000, month);
	}
	if (!given && !year_named_by(context, match, &year))
		year = has(match, IS_WHICH) ? year_of_which(context, date_which_way(context, match), month, day)
					    : nearest_year(context, match, month, day, weekday);
	struct civil civil = {year, month, day};
	if (!civil_valid(civil))
		return false;
	*value = date_value_day(day_of(civil));
	value->relative = relative;
	return date_take_time(context, match, value);
}

/* Nearer months first: 0, -1, 1, -2 ... as offsets to the anchor's. */
static int month_tried(int i, int tense)
{
	int step = (i + 1) / 2;
	return (i % 2 == 1) == (tense <= 0) ? -step : step;
}

/*
 * A day whose month is not named: "Friday the 13th" is in the nearest month that has one, "the 4th of next month" and
 * "the 4th" in the month said or in the nearest. Argument: "end", only where a clause ends; "digits", no
 * word; "near", this month, the last or the next.
 */
bool date_resolve_month_day(struct date_context *context, const struct date_match *match, struct date_value *value)
{
	enum date_class class = has(match, IS_ORDINAL) ? IS_ORDINAL : IS_DAY;
	const struct date_token *token = match->at[class];
	int day = number(context, match, class), weekday = 0, tense = date_tense(context, match);
	if (has(match, IS_WEEKDAY) || has(match, IS_WEEKDAY_SHORT))
		weekday = number(context, match, has(match, IS_WEEKDAY) ? IS_WEEKDAY : IS_WEEKDAY_SHORT);
	bool near = text_equal(match->argument, TEXT("near")), unit = has(match, IS_UNIT),
	     loose = token->word != NULL && day < 6; /* "Monday the first group" */
	if (context->anchor == NG_NO_DAY || (unit && number(context, match, IS_UNIT) != UNIT_MONTH) ||
	    (weekday > 0 && loose))
		return false;
	if (text_starts(match->argument, TEXT("end")) && !date_clause_ends(context, token->end))
		return false;
	if (text_ends(match->argument, TEXT("digits")) && token->word != NULL)
		return false;
	int said = date_which_way(context, match);
	for (int i = 0; i < (unit ? 1 : near ? 3 : 24); i++) {
		int months =
		    context->today.year * 12 + context->today.month - 1 + (unit ? said : month_tried(i, tense));
		struct civil civil = {months / 12, months % 12 + 1, day};
		if (!civil_valid(civil) || (weekday > 0 && weekday_of(day_of(civil)) != weekday))
			continue;
		int32_t at = day_of(civil);
		if (!unit && weekday == 0 &&
		    ((tense > 0 && at < context->anchor) || (tense <= 0 && at > context->anchor)))
			continue;
		*value = date_value_day(at);
		value->relative = true;
		return true;
	}
	return false;
}

/* "week 12 of 2019", "the first week of last year"; argument "digits": "week 31" of this year. */
bool date_resolve_week(struct date_context *context, const struct date_match *match, struct date_value *value)
{
	int week = number(context, match, has(match, IS_ORDINAL) ? IS_ORDINAL : IS_NUMBER), year, iso_year, iso_week;
	bool digits = match->argument.len > 0;
	if (digits && (match->at[IS_NUMBER]->word != NULL || context->anchor == NG_NO_DAY))
		return false;
	if (digits)
		year = context->today.year;
	else if (!year_of(context, match, &year) && !year_named_by(context, match, &year))
		return false;
	int32_t monday = day_of_iso_week(year, week);
	iso_week_of(monday, &iso_year, &iso_week);
	if (week < 1 || iso_year != year || iso_week != week)
		return false;
	*value = date_value_unit(UNIT_WEEK, 0, monday);
	return true;
}

bool date_resolve_full(struct date_context *context, const struct date_match *match, struct date_value *value)
{
	const struct date_token *token = match->at[IS_FULL_DATE];
	*value = date_value_day(token->number);
	if (token->more >= 0) {
		value->type = DATE_TIME;
		value->hour = token->more / 60;
		value->minute = token->more % 60;
	}
	(void)context;
	return true;
}

/* 21/3/2023, 3/21/23, 21/3: by the language's order, by the other where only that gives a date. */
bool date_resolve_numeric(struct date_context *context, const struct date_match *match, struct date_value *value)
{
	bool with_year = has(match, IS_NUMERIC_DATE);
	const struct date_token *token = match->at[with_year ? IS_NUMERIC_DATE : IS_SHORT_DATE];
	int a = token->number / 100, b = token->number % 100, year = 0;
	bool days_first = context->days_first ? b <= 12 : a > 12;
	struct civil civil = {0, days_first ? b : a, days_first ? a : b};
	if (with_year)
		year = near_century(context, token->more);
	else if (context->anchor != NG_NO_DAY && civil.month >= 1 && civil.month <= 12)
		year = has(match, IS_WHICH)
			   ? year_of_which(context, date_which_way(context, match), civil.month, civil.day)
			   : nearest_year(context, match, civil.month, civil.day, 0);
	civil.year = year;
	if (!civil_valid(civil) || (context->anchor != NG_NO_DAY && year > context->today.year + 60))
		return false;
	*value = date_value_day(day_of(civil));
	value->relative = !with_year;
	return date_take_time(context, match, value);
}

bool date_resolve_year_month(struct date_context *context, const struct date_match *match, struct date_value *value)
{
	int pair = number(context, match, IS_YEAR_MONTH);
	*value = date_value_month(pair / 100, pair % 100);
	return true;
}

/* A month alone: the latest not after the anchor, unless a cue or the nearness of the next says otherwise. */
static int year_of_month(const struct date_context *context, const struct date_match *match, int month)
{
	int tense = date_tense(context, match), year = context->today.year, here = context->today.month;
	if (date_narrative(context))
		return civil_of(context->reference).year;
	if (tense > 0)
		return month >= here ? year : year + 1;
	if (tense == 0 && month > here && month - here <= 2)
		return year;
	return month <= here ? year : year - 1;
}

bool date_resolve_month(struct date_context *context, const struct date_match *match, struct date_value *value)
{
	int month = number(context, match, has(match, IS_MONTH) ? IS_MONTH : IS_ORDINAL), year,
	    here = context->today.month;
	if (month < 1 || month > 12)
		return false;
	if (year_of(context, match, &year)) {
		*value = date_value_month(year, month);
		return true;
	}
	if (has(match, IS_MONTH) && !date_looks_like_month(context, match))
		return false;
	if (context->anchor == NG_NO_DAY) {
		*value = date_value_text(DATE_DATE, "XXXX-%02d", month);
		return true;
	}
	if (!year_named_by(context, match, &year)) {
		int which = date_which_way(context, match);
		year = context->today.year;
		if (which < 0)
			year -= month >= here;
		else if (which > 0)
			year += month <= here;
		else if (!has(match, IS_WHICH))
			year = year_of_month(context, match, month);
	}
	*value = date_value_month(year, month);
	value->relative = true;
	return true;
}

/* Argument "sure": the pattern says that it is a year. */
bool date_resolve_year(struct date_context *context, const struct date_match *match, struct date_value *value)
{
	int year;
	if (!year_of(context, match, &year))
		return false;
	if (match->argument.len == 0 && has(match, IS_YEAR) && (year < 1400 || !date_looks_like_year(context, match)))
		return false;
	*value = date_value_year(year);
	return true;
}

/* 1990s, '90s, "the nineties": of the last century but for the first two decades. */
bool date_resolve_decade(struct date_context *context, const struct date_match *match, struct date_value *value)
{
	enum date_class class = has(match, IS_DECADE) ? IS_DECADE : has(match, IS_YEAR) ? IS_YEAR : IS_NUMBER;
	const struct date_token *token = match->at[class];
	int year = number(context, match, class);
	if (class != IS_DECADE && year % 10 != 0) /* "les années 90" */
		return false;
	bool bare = match->argument.len == 0 && class == IS_DECADE &&
		    (token->word != NULL || (year < 100 && context->text.at[token->start] != '\''));
	if (bare) /* "in her nineties" */
		return false;
	*value = date_value_year(0);
	value->kind = KIND_DECADE;
	value->year = (year >= 100 ? year : year < 20 ? 2000 + year : 1900 + year) / 10;
	return true;
}

bool date_resolve_century(struct date_context *context, const struct date_match *match, struct date_value *value)
{
	int century = number(context, match, IS_ORDINAL);
	*value = date_value_year(0);
	value->kind = KIND_CENTURY;
	value->year = century - 1;
	return century >= 1 && century <= 30;
}
