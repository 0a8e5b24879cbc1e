/*
 * Resolvers of units counted from the anchor or from the date last spoken of: last week, that day, the following year,
 * three months ago, two days earlier, the weekend; and of times that are only past, present or future.
 */
#include "language/date_resolvers.h"

enum { QUARTER_REACH = 500 /* bytes: how far a named quarter is still the one spoken of */ };

/* The quarter spoken of just before. */
static bool quarter_near(const struct date_context *context, const struct date_match *match)
{
	return context->quarter_at > 0 && match->tokens[match->first].start - context->quarter_at < QUARTER_REACH;
}

static bool set_quarter(int year, int quarter, struct date_value *value)
{
	*value = date_value_unit(UNIT_QUARTER, 0, day_of((struct civil){year, quarter * 3, 1}));
	return true;
}

static bool year_end(const struct date_context *context, struct date_value *value)
{
	if (context->anchor == NG_NO_DAY)
		return false;
	*value = date_value_month(context->today.year, 12);
	value->relative = true;
	return true;
}

/*
 * Argument "the": an article stands before, which binds to the text rather than to the day of publication; "that": the
 * unit of the date last spoken of; "lower": no capital ("Person of the Year").
 */
bool date_resolve_unit(struct date_context *context, const struct date_match *match, struct date_value *value)
{
	bool the = text_equal(match->argument, TEXT("the")), told = text_equal(match->argument, TEXT("that"));
	enum date_which which = has(match, IS_WHICH) ? (enum date_which)number(context, match, IS_WHICH) : WHICH_THIS;
	enum date_unit unit = has(match, IS_UNIT) ? (enum date_unit)number(context, match, IS_UNIT) : UNIT_YEAR;
	int offset = date_which_way(context, match);
	int32_t base = date_narrative(context) ? context->reference : context->anchor;
	if (text_equal(match->argument, TEXT("year-end")))
		return year_end(context, value);
	if (!has(match, IS_WHICH) && !told && unit == UNIT_QUARTER)
		return false;
	if (text_equal(match->argument, TEXT("lower")) && match->at[IS_UNIT]->capital)
		return false;
	if (unit < UNIT_DAY || (unit == UNIT_DECADE && offset < 0))
		return false;
	if (unit == UNIT_DAY && !told && which != WHICH_FOLLOWING &&
	    !(the && which != WHICH_LAST && which != WHICH_PAST))
		return false;
	if (told || which == WHICH_FOLLOWING || (the && unit == UNIT_DAY))
		base = unit == UNIT_DAY ? context->reference_day : context->reference;
	if (base == NG_NO_DAY && told)
		return false;
	if (base == NG_NO_DAY)
		base = context->anchor;
	if (base == NG_NO_DAY) {
		*value = date_value_reference(offset);
		return true;
	}
	if (unit == UNIT_WEEKEND && offset < 0)
		*value = date_value_unit(unit, 0, base - weekday_of(base));
	else
		*value = date_value_unit(unit, offset, base);
	value->relative = true;
	value->deictic = base == context->anchor;
	value->aside = unit == UNIT_DAY && offset < 0;
	return true;
}

/* "half a year" and so on in smaller units. */
static bool halve(enum date_unit *unit, int *count)
{
	switch (*unit) {
	case UNIT_YEAR:
		*unit = UNIT_MONTH, *count = 6;
		return true;
	case UNIT_DECADE:
		*unit = UNIT_YEAR, *count = 5;
		return true;
	case UNIT_CENTURY:
		*unit = UNIT_YEAR, *count = 50;
		return true;
	default:
		return false;
	}
}

/* "ago" and "hence" count from the anchor, "before" (two days earlier) and "after" (a year later) from the text. */
bool date_resolve_ago(struct date_context *context, const struct date_match *match, struct date_value *value)
{
	enum date_class units = has(match, IS_UNIT) ? IS_UNIT : IS_UNITS;
	enum date_unit unit = (enum date_unit)number(context, match, units);
	struct ng_text way = has(match, IS_AGO) ? value_text(context, match, IS_AGO) : match->argument;
	int count = count_of(context, match);
	bool before = text_starts(way, TEXT("before")), back = before || text_equal(way, TEXT("ago")),
	     after = text_starts(way, TEXT("after"));
	bool half =
	    has(match, IS_NUMBER) && count == 0 && text_equal(value_text(context, match, IS_NUMBER), TEXT("0.5"));
	int32_t base = context->anchor;
	if ((half && !halve(&unit, &count)) || unit < UNIT_DAY || count < 1 || count > 20000)
		return false;
	if (text_ends(way, TEXT("end")) && !date_clause_ends(context, match->tokens[match->last - 1].end))
		return false;
	if (unit == UNIT_DAY && (after || before) && context->reference_day != NG_NO_DAY)
		base = context->reference_day;
	else if ((after || (before && date_narrative(context))) && context->reference != NG_NO_DAY)
		base = context->reference;
	if (unit == UNIT_YEAR && count == 1 && back && quarter_near(context, match))
		return set_quarter(context->quarter_year - 1, context->quarter, value);
	if (base == NG_NO_DAY) {
		*value = date_value_reference(back ? -1 : 1);
		return true;
	}
	if (unit == UNIT_DECADE)
		unit = UNIT_YEAR, count *= 10;
	*value = date_value_unit(unit, back ? -count : count, base);
	value->relative = true;
	value->deictic = base == context->anchor;
	return date_value_first(value) != NG_NO_DAY;
}

/* "in two weeks", where the sentence looks ahead (argument "sure": always); else it is a duration. */
bool date_resolve_ahead(struct date_context *context, const struct date_match *match, struct date_value *value)
{
	enum date_class units = has(match, IS_UNIT) ? IS_UNIT : IS_UNITS;
	enum date_unit unit = (enum date_unit)number(context, match, units);
	int count = count_of(context, match);
	if (unit < UNIT_DAY || count < 1 || count > 1000 || context->anchor == NG_NO_DAY)
		return false;
	if (match->argument.len == 0 && date_tense(context, match) <= 0)
		return false;
	*value = date_value_unit(unit, count, context->anchor);
	value->relative = value->deictic = true;
	return date_value_first(value) != NG_NO_DAY;
}

/*
 * "the next day" as one word: "day 1", "day -1" from the day last spoken of, "year -1" from the anchor's. "end" behind
 * it: only where the clause ends there, since "the day before the vote" hangs on something else.
 */
bool date_resolve_from(struct date_context *context, const struct date_match *match, struct date_value *value)
{
	bool day = text_starts(match->argument, TEXT("day"));
	int step = text_find(match->argument, TEXT("-1"), 0) < match->argument.len ? -1 : 1;
	if (text_ends(match->argument, TEXT("end")) && !date_clause_ends(context, match->tokens[match->last - 1].end))
		return false;
	int32_t base = day || date_narrative(context) ? context->reference_day : context->anchor;
	if (base == NG_NO_DAY)
		return false;
	*value = date_value_unit(day ? UNIT_DAY : UNIT_YEAR, step, base);
	value->relative = true;
	value->aside = day && step < 0;
	return true;
}

/* now, recently, soon: the word's own value, or the pattern's. */
bool date_resolve_reference(struct date_context *context, const struct date_match *match, struct date_value *value)
{
	struct ng_text text = match->argument.len > 0 || !has(match, IS_REFERENCE)
				  ? match->argument
				  : value_text(context, match, IS_REFERENCE);
	*value = date_value_text(DATE_DATE, "%.*s", TEXT_ARGS(text));
	return text.len > 0;
}

bool date_resolve_weekend(struct date_context *context, const struct date_match *match, struct date_value *value)
{
	if (context->anchor == NG_NO_DAY)
		return false;
	int weekday = weekday_of(context->anchor);
	bool behind = weekday < 6 && date_tense(context, match) <= 0;
	*value = date_value_unit(UNIT_WEEKEND, 0, behind ? context->anchor - weekday : context->anchor);
	value->relative = true;
	return true;
}

/*
 * "the year-earlier period": in news of quarters the same quarter of the year before. Argument "quarter": the pattern
 * says so; without a quarter to go by it is the last one that is over.
 */
bool date_resolve_year_ago(struct date_context *context, const struct date_match *match, struct date_value *value)
{
	bool given = has(match, IS_YEAR);
	if (quarter_near(context, match))
		return set_quarter(given ? number(context, match, IS_YEAR) : context->quarter_year - 1,
				   context->quarter, value);
	if (given) {
		*value = date_value_year(number(context, match, IS_YEAR));
		return true;
	}
	if (context->anchor == NG_NO_DAY)
		return false;
	if (match->argument.len > 0)
		*value = date_value_unit(UNIT_QUARTER, -5, context->anchor);
	else
		*value = date_value_year(context->today.year - 1);
	value->relative = true;
	return true;
}

/* "the latest quarter": the one spoken of; "current" in the argument: the anchor's own. */
bool date_resolve_last_quarter(struct date_context *context, const struct date_match *match, struct date_value *value)
{
	bool current = match->argument.len > 0;
	bool over =
	    context->quarter_year * 4 + context->quarter <= context->today.year * 4 + (context->today.month - 1) / 3;
	if (!current && over && quarter_near(context, match))
		return set_quarter(context->quarter_year, context->quarter, value);
	if (context->anchor == NG_NO_DAY)
		return false;
	*value = date_value_unit(UNIT_QUARTER, current ? 0 : -1, context->anchor);
	value->relative = true;
	if (!current) {
		context->quarter = value->number;
		context->quarter_year = value->year;
		context->quarter_at = match->tokens[match->last - 1].end;
	}
	return true;
}
