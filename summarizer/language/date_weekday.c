/*
 * Resolvers of days told from the anchor (Friday, next Friday, yesterday, this morning) and of times of day. A weekday
 * is the latest such day, the anchor's own included; a future one only with a cue of future beside it. Never the
 * nearest: of 201 weekdays in newswire 193 lie behind.
 */
#include "language/date_resolvers.h"

/* A clock, or an hour with am/pm or a part of the day: hour and minute; false: there is no such time. */
static bool read_clock(const struct date_context *context, const struct date_match *match, struct ng_text part,
		       struct date_value *value)
{
	enum date_class clock = has(match, IS_CLOCK) ? IS_CLOCK : IS_DOT_CLOCK;
	bool minutes = has(match, clock), named = has(match, IS_AMPM);
	int pair = minutes ? number(context, match, clock)
			   : 100 * number(context, match, has(match, IS_HOUR) ? IS_HOUR : IS_NUMBER);
	int hour = pair / 100, half = named ? number(context, match, IS_AMPM) : -1;
	if (!named && (text_equal(part, TEXT("AF")) || text_equal(part, TEXT("EV")) || text_equal(part, TEXT("NI"))))
		half = hour >= 1 && hour < 12 ? 12 : -1;
	if (hour > 24 || (named && (hour > 12 || hour == 0) && !(minutes && hour < 24)))
		return false;
	if (half == 12 && hour < 12)
		hour += 12;
	else if (half == 0 && hour == 12)
		hour = 0;
	value->type = DATE_TIME;
	value->hour = hour;
	value->minute = minutes || named ? pair % 100 : -1;
	value->second = minutes ? match->at[clock]->more : -1;
	return true;
}

bool date_take_time(const struct date_context *context, const struct date_match *match, struct date_value *value)
{
	struct ng_text part = {0};
	if (has(match, IS_PART))
		part = value_text(context, match, IS_PART);
	else if (has(match, IS_TODAY)) /* "tonight" is a day and a part of it */
		part = value_text(context, match, IS_TODAY).len == 0
			   ? part
			   : date_token_text(context->tables, match->at[IS_TODAY], IS_PART);
	if (has(match, IS_CLOCK) || has(match, IS_DOT_CLOCK) || has(match, IS_HOUR) ||
	    (has(match, IS_NUMBER) && has(match, IS_AMPM)))
		return read_clock(context, match, part, value);
	if (part.len > 0) {
		value->type = DATE_TIME;
		value->part = part;
	}
	return true;
}

static int32_t weekday_day(const struct date_context *context, const struct date_match *match, int weekday)
{
	int here = weekday_of(context->anchor), back = (here - weekday + 7) % 7, on = (weekday - here + 7) % 7;
	if (has(match, IS_WHICH)) {
		enum date_which which = (enum date_which)number(context, match, IS_WHICH);
		int offset = date_which_offset(which);
		if (offset < 0)
			return context->anchor - (back == 0 ? 7 : back);
		if (offset > 0)
			return context->anchor + (on == 0 ? 7 : on);
		if (which == WHICH_THIS)
			return date_tense(context, match) > 0 ? context->anchor + on : context->anchor + weekday - here;
	}
	return date_tense(context, match) > 0 ? context->anchor + on : context->anchor - back;
}

bool date_resolve_weekday(struct date_context *context, const struct date_match *match, struct date_value *value)
{
	enum date_class class = has(match, IS_WEEKDAY)         ? IS_WEEKDAY
				: has(match, IS_WEEKDAY_SHORT) ? IS_WEEKDAY_SHORT
							       : IS_WEEKDAY_PART;
	struct ng_text text = value_text(context, match, class);
	int weekday = text.len > 0 ? text.at[0] - '0' : 0;
	if (weekday < 1 || weekday > 7)
		return false;
	if (context->anchor == NG_NO_DAY) {
		*value = date_value_text(DATE_DATE, "XXXX-WXX-%d", weekday);
		return true;
	}
	*value = date_value_day(weekday_day(context, match, weekday));
	value->relative = value->deictic = true;
	if (class == IS_WEEKDAY_PART) {
		value->type = DATE_TIME;
		value->part = text_slice(text, 2, 4);
	}
	return date_take_time(context, match, value);
}

static struct date_value reference(int offset)
{
	return date_value_text(DATE_DATE, "%s", offset < 0 ? "PAST_REF" : offset > 0 ? "FUTURE_REF" : "PRESENT_REF");
}

bool date_resolve_today(struct date_context *context, const struct date_match *match, struct date_value *value)
{
	int offset = number(context, match, IS_TODAY);
	*value = context->anchor == NG_NO_DAY ? reference(offset) : date_value_day(context->anchor + offset);
	value->relative = value->deictic = true;
	return value->kind == KIND_TEXT || date_take_time(context, match, value);
}

/* "this morning", "last night". */
bool date_resolve_part(struct date_context *context, const struct date_match *match, struct date_value *value)
{
	int offset = has(match, IS_WHICH) ? date_which_offset((enum date_which)number(context, match, IS_WHICH)) : 0;
	if (offset > 0)
		return false;
	*value = context->anchor == NG_NO_DAY ? reference(offset) : date_value_day(context->anchor + offset);
	value->relative = value->deictic = true;
	return value->kind == KIND_TEXT || date_take_time(context, match, value);
}

/* A time alone: of the day last spoken of, else of the anchor. */
bool date_resolve_time(struct date_context *context, const struct date_match *match, struct date_value *value)
{
	int32_t day = context->reference_day != NG_NO_DAY ? context->reference_day : context->anchor;
	*value = date_value_day(day);
	value->relative = true;
	if (!date_take_time(context, match, value))
		return false;
	if (day != NG_NO_DAY)
		return true;
	struct date_value time = *value;
	if (time.hour < 0)
		return false;
	*value = date_value_text(DATE_TIME, "T%02d:%02d", time.hour, time.minute < 0 ? 0 : time.minute);
	return true;
}
