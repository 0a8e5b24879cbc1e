/*
 * Resolvers of durations (three years, several weeks) and sets (daily, every Monday). They never date anything; finding
 * them keeps their words from being taken for dates.
 */
#include <stdio.h>

#include "language/date_resolvers.h"

static const char *unit_code(enum date_unit unit, int *times, bool *clock)
{
	*times = unit == UNIT_FORTNIGHT ? 2 : unit == UNIT_DECADE ? 10 : unit == UNIT_CENTURY ? 100 : 1;
	*clock = unit < UNIT_DAY;
	switch (unit) {
	case UNIT_SECOND:
		return "S";
	case UNIT_MINUTE:
	case UNIT_MONTH:
		return "M";
	case UNIT_HOUR:
		return "H";
	case UNIT_DAY:
		return "D";
	case UNIT_WEEK:
	case UNIT_FORTNIGHT:
		return "W";
	case UNIT_WEEKEND:
		return "WE";
	case UNIT_QUARTER:
		return "Q";
	default:
		return "Y";
	}
}

static bool write_half(enum date_unit unit, struct date_value *value)
{
	const char *half = unit == UNIT_YEAR      ? "P6M"
			   : unit == UNIT_HOUR    ? "PT30M"
			   : unit == UNIT_DAY     ? "PT12H"
			   : unit == UNIT_CENTURY ? "P50Y"
			   : unit == UNIT_DECADE  ? "P5Y"
			   : unit == UNIT_MONTH   ? "P2W"
						  : NULL;
	if (half != NULL)
		*value = date_value_text(DATE_DURATION, "%s", half);
	return half != NULL;
}

bool date_resolve_duration(struct date_context *context, const struct date_match *match, struct date_value *value)
{
	bool plural = has(match, IS_UNITS), clock;
	enum date_unit unit = (enum date_unit)number(context, match, plural ? IS_UNITS : IS_UNIT);
	int times, count = count_of(context, match);
	const char *code = unit_code(unit, &times, &clock);
	bool bare = has(match, IS_A) && match->at[IS_A] == &match->tokens[match->first];
	if (unit == UNIT_WEEKEND || (unit == UNIT_SECOND && !plural))
		return false;
	if (bare && !date_cue_before(context, match, IS_PREPOSITION))
		return false;
	struct ng_text digits = {0};
	if (has(match, IS_NUMBER))
		digits = text_slice(context->text, match->at[IS_NUMBER]->start, match->at[IS_NUMBER]->end);
	if (text_find(digits, TEXT("."), 0) < digits.len && digits.len < 12) {
		*value = date_value_text(DATE_DURATION, "P%s%.*s%s", clock ? "T" : "", TEXT_ARGS(digits), code);
		return true;
	}
	if (count > 0) {
		*value = date_value_text(DATE_DURATION, "P%s%d%s", clock ? "T" : "", count * times, code);
		value->count = count;
		value->unit = unit;
		return true;
	}
	return has(match, IS_NUMBER) && text_equal(value_text(context, match, IS_NUMBER), TEXT("0.5")) &&
	       write_half(unit, value);
}

/* "several weeks": how many is not said. */
bool date_resolve_some(struct date_context *context, const struct date_match *match, struct date_value *value)
{
	int times;
	bool clock;
	enum date_unit unit = (enum date_unit)number(context, match, has(match, IS_UNITS) ? IS_UNITS : IS_UNIT);
	const char *code = unit_code(unit, &times, &clock);
	if (unit == UNIT_DECADE)
		code = "E";
	else if (unit == UNIT_CENTURY)
		code = "C";
	*value = date_value_text(DATE_DURATION, "P%sX%s", clock ? "T" : "", code);
	return unit != UNIT_WEEKEND;
}

bool date_resolve_set(struct date_context *context, const struct date_match *match, struct date_value *value)
{
	int times, count = count_of(context, match);
	bool clock;
	if (has(match, IS_FREQUENCY)) {
		struct ng_text text = value_text(context, match, IS_FREQUENCY);
		*value = date_value_text(DATE_SET, "%.*s", TEXT_ARGS(text));
		return true;
	}
	if (has(match, IS_WEEKDAYS) || has(match, IS_WEEKDAY)) {
		*value = date_value_text(DATE_SET, "XXXX-WXX-%d",
					 number(context, match, has(match, IS_WEEKDAY) ? IS_WEEKDAY : IS_WEEKDAYS));
		return true;
	}
	if (has(match, IS_MONTH)) {
		*value = date_value_text(DATE_SET, "XXXX-%02d", number(context, match, IS_MONTH));
		return true;
	}
	if (has(match, IS_PART)) {
		struct ng_text part = value_text(context, match, IS_PART);
		*value = date_value_text(DATE_SET, "XXXX-XX-XXT%.*s", TEXT_ARGS(part));
		return true;
	}
	if (!has(match, IS_UNIT) && !has(match, IS_UNITS))
		return false;
	enum date_unit unit = (enum date_unit)number(context, match, has(match, IS_UNITS) ? IS_UNITS : IS_UNIT);
	const char *code = unit_code(unit, &times, &clock);
	if (unit == UNIT_WEEKEND)
		code = "W";
	*value = date_value_text(DATE_SET, "P%s%d%s", clock ? "T" : "", count * times, code);
	return true;
}
