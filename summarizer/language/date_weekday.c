/*
 * Resolvers of days told from the anchor (Friday, next Friday, yesterday, this morning). A weekday is the latest
 * such day, the anchor's own included, but not six days back without a past verb, which is tomorrow (5 to 1 in
 * newswire); any other future one only with a cue of future beside it; in history the one after the day last named.
 * Never the nearest: of 201 weekdays in newswire 193 lie behind.
 */
#include "language/date_resolvers.h"

enum { LONG_AGO = 60 /* days */ };

/* In a tale of long ago the weekday follows the day last named: "On 3 April 1912 ... On Friday". */
static bool told_of_old(const struct date_context *context)
{
	return date_narrative(context) && context->reference_day != NG_NO_DAY &&
	       context->reference_day + LONG_AGO < context->anchor;
}

static int32_t weekday_day(const struct date_context *context, const struct date_match *match, int weekday)
{
	int here = weekday_of(context->anchor), back = (here - weekday + 7) % 7, on = (weekday - here + 7) % 7;
	if (has(match, IS_UNIT)) { /* Tuesday of next week */
		int weeks = date_which_way(context, match);
		return context->anchor - here + weekday + 7 * weeks;
	}
	if (has(match, IS_WHICH)) {
		enum date_which which = (enum date_which)number(context, match, IS_WHICH);
		int offset = date_which_way(context, match);
		if (offset < 0)
			return context->anchor - (back == 0 ? 7 : back);
		if (which == WHICH_NEXT) /* that of next week: this week's would be told without a word */
			return context->anchor - here + weekday + 7;
		if (offset > 0)
			return context->anchor + (on == 0 ? 7 : on);
		if (which == WHICH_THIS)
			return date_tense(context, match) > 0 ? context->anchor + on : context->anchor + weekday - here;
	}
	if (date_tense(context, match) > 0)
		return context->anchor + on;
	if (told_of_old(context) && !date_reported(context, match))
		return context->reference_day + (weekday - weekday_of(context->reference_day) + 7) % 7;
	/* Six days back bears tomorrow's name: a writer would say "last"; an outlet west of the event would not. */
	return back == 6 && date_tense(context, match) == 0 ? context->anchor + on : context->anchor - back;
}

bool date_resolve_weekday(struct date_context *context, const struct date_match *match, struct date_value *value)
{
	enum date_class class = has(match, IS_WEEKDAY)         ? IS_WEEKDAY
				: has(match, IS_WEEKDAY_SHORT) ? IS_WEEKDAY_SHORT
							       : IS_WEEKDAY_PART;
	int weekday = number(context, match, class);
	if (weekday < 1 || weekday > 7 || (has(match, IS_UNIT) && number(context, match, IS_UNIT) != UNIT_WEEK))
		return false;
	if (context->anchor == NG_NO_DAY) {
		*value = date_value_text(DATE_DATE, "XXXX-WXX-%d", weekday);
		return true;
	}
	*value = date_value_day(weekday_day(context, match, weekday));
	value->relative = value->deictic = true;
	if (class == IS_WEEKDAY_PART) {
		value->type = DATE_TIME;
		value->part = value_text(context, match, class);
	}
	return date_take_time(context, match, value);
}

bool date_resolve_today(struct date_context *context, const struct date_match *match, struct date_value *value)
{
	int offset = number(context, match, IS_TODAY);
	*value = context->anchor == NG_NO_DAY ? date_value_reference(offset) : date_value_day(context->anchor + offset);
	value->relative = value->deictic = true;
	return value->kind == KIND_TEXT || date_take_time(context, match, value);
}

/* "this morning", "last night". */
bool date_resolve_part(struct date_context *context, const struct date_match *match, struct date_value *value)
{
	int offset = date_which_way(context, match);
	if (offset > 0)
		return false;
	*value = context->anchor == NG_NO_DAY ? date_value_reference(offset) : date_value_day(context->anchor + offset);
	value->relative = value->deictic = true;
	value->clock_only = !has(match, IS_WHICH);
	if (context->anchor == NG_NO_DAY && value->clock_only)
		value->kind = KIND_CLOCK;
	return value->kind == KIND_TEXT || date_take_time(context, match, value);
}
