/*
 * Resolvers of quarters, seasons and holidays. A holiday is a rule in the word table: "12-25", "11 4 4" (month,
 * weekday, which one; -1 the last) or "easter -2" (days from Easter Sunday).
 */
#include "language/date_resolvers.h"

static bool given_year(const struct date_context *context, const struct date_match *match, int *year)
{
	if (has(match, IS_YEAR))
		*year = number(context, match, IS_YEAR);
	else if (has(match, IS_SHORT_YEAR))
		*year =
		    number(context, match, IS_SHORT_YEAR) + (number(context, match, IS_SHORT_YEAR) < 50 ? 2000 : 1900);
	return has(match, IS_YEAR) || has(match, IS_SHORT_YEAR);
}

/* Argument "half": the ordinal counts halves of a year. */
bool date_resolve_quarter(struct date_context *context, const struct date_match *match, struct date_value *value)
{
	bool half = text_equal(match->argument, TEXT("half"));
	int quarter = number(context, match, has(match, IS_QUARTER) ? IS_QUARTER : IS_ORDINAL), year;
	if (quarter < 1 || quarter > (half ? 2 : 4))
		return false;
	bool given = given_year(context, match, &year);
	if (!given && context->anchor == NG_NO_DAY) {
		*value = date_value_text(DATE_DATE, half ? "XXXX-H%d" : "XXXX-Q%d", quarter);
		return true;
	}
	if (!given) {
		int here = half ? (context->today.month - 1) / 6 + 1 : (context->today.month - 1) / 3 + 1;
		year = context->today.year;
		if (has(match, IS_WHICH))
			year += date_which_way(context, match);
		else if (quarter - here > 1 && date_tense(context, match) <= 0)
			year--;
		else if (here - quarter > 2 && date_tense(context, match) > 0)
			year++;
	}
	*value = date_value_unit(half ? UNIT_HALF : UNIT_QUARTER, 0,
				 day_of((struct civil){year, quarter * (half ? 6 : 3), 1}));
	value->relative = !given;
	if (!half) {
		context->quarter = quarter;
		context->quarter_year = year;
		context->quarter_at = match->tokens[match->last - 1].end;
	}
	return true;
}

static int season_named(struct ng_text name)
{
	static const char seasons[] = "SPSUFAWI";
	for (int i = 0; i < 4; i++)
		if (name.len == 2 && name.at[0] == seasons[2 * i] && name.at[1] == seasons[2 * i + 1])
			return i;
	return -1;
}

bool date_resolve_season(struct date_context *context, const struct date_match *match, struct date_value *value)
{
	int season = season_named(value_text(context, match, IS_SEASON)), first = season * 3 + 3,
	    here = context->today.month, year;
	const struct date_token *token = match->at[IS_SEASON];
	if (season < 0 || (token->capital && date_capital_follows(context, token->end))) /* "the Winter Olympics" */
		return false;
	bool given = given_year(context, match, &year);
	if (!given && context->anchor == NG_NO_DAY)
		return false;
	if (!given) {
		int offset = date_which_way(context, match);
		bool past = has(match, IS_WHICH) && number(context, match, IS_WHICH) == WHICH_PAST;
		year = context->today.year;
		if (date_narrative(context) && !has(match, IS_WHICH))
			year = civil_of(context->reference).year;
		else if (past)
			year -= here < first;
		else if (offset < 0)
			year -= here <= first + 2;
		else if (offset > 0)
			year += here >= first;
		else if (!has(match, IS_WHICH))
			year -= here < first && date_tense(context, match) <= 0;
	}
	*value = date_value_year(year);
	value->kind = KIND_SEASON;
	value->number = season;
	value->relative = !given;
	return true;
}

/* Easter Sunday in the Gregorian calendar (Meeus, Jones, Butcher). */
static int32_t easter_of(int year)
{
	int a = year % 19, b = year / 100, c = year % 100, d = b / 4, e = b % 4, f = (b + 8) / 25, g = (b - f + 1) / 3;
	int h = (19 * a + b - d - g + 15) % 30, i = c / 4, k = c % 4, l = (32 + 2 * e + 2 * i - h - k) % 7;
	int m = (a + 11 * h + 22 * l) / 451, month = (h + l - 7 * m + 114) / 31, day = (h + l - 7 * m + 114) % 31 + 1;
	return day_of((struct civil){year, month, day});
}

static bool next_number(struct ng_text *rest, char between, int *number)
{
	struct ng_text field;
	if (!text_cut(rest, between, &field) || field.len == 0)
		return false;
	bool minus = field.at[0] == '-';
	*number = 0;
	for (size_t i = minus; i < field.len; i++) {
		if (field.at[i] < '0' || field.at[i] > '9' || *number > 9999)
			return false;
		*number = *number * 10 + (field.at[i] - '0');
	}
	*number = minus ? -*number : *number;
	return field.len > minus;
}

/* The nth weekday of a month; n < 0 counts from its end. */
static int32_t nth_weekday(int year, int month, int weekday, int n)
{
	int32_t first = day_of((struct civil){year, month, 1}), last = first + days_in_month(year, month) - 1;
	if (n > 0)
		return first + (weekday - weekday_of(first) + 7) % 7 + 7 * (n - 1);
	return last - (weekday_of(last) - weekday + 7) % 7 + 7 * (n + 1);
}

static bool holiday_of(struct ng_text rule, int year, int32_t *day)
{
	int month, second, n = 0, more = 0;
	struct ng_text rest = rule;
	if (text_starts(rule, TEXT("easter"))) {
		rest = text_trim(text_slice(rule, 6, rule.len));
		*day = easter_of(year);
		if (rest.len > 0 && !next_number(&rest, ' ', &n))
			return false;
		*day += n;
		return true;
	}
	bool fixed = text_find(rule, TEXT(" "), 0) == rule.len;
	if (!next_number(&rest, fixed ? '-' : ' ', &month) || !next_number(&rest, ' ', &second))
		return false;
	if (!fixed && !next_number(&rest, ' ', &n))
		return false;
	if (rest.len > 0 && !next_number(&rest, ' ', &more))
		return false;
	struct civil civil = {year, month, fixed ? second : 1};
	if (!civil_valid(civil))
		return false;
	*day = more + (fixed ? day_of(civil) : nth_weekday(year, month, second, n));
	return true;
}

bool date_resolve_holiday(struct date_context *context, const struct date_match *match, struct date_value *value)
{
	struct ng_text rule = value_text(context, match, IS_HOLIDAY);
	int year;
	int32_t day, best = NG_NO_DAY, least = INT32_MAX;
	bool given = given_year(context, match, &year);
	if (!given && match->argument.len == 0 && date_names_another(context, match))
		return false;
	if (given) {
		if (!holiday_of(rule, year, &best))
			return false;
	} else if (context->anchor == NG_NO_DAY) {
		return false;
	}
	int offset = date_which_way(context, match);
	for (int i = -1; !given && i <= 1; i++) {
		if (!holiday_of(rule, context->today.year + i, &day))
			return false;
		int32_t gap = day - context->anchor, cost = gap <= 0 ? -gap * 10 : gap * 13;
		if ((offset < 0 && gap >= 0) || (offset > 0 && gap <= 0))
			continue;
		if (cost < least)
			least = cost, best = day;
	}
	if (best == NG_NO_DAY)
		return false;
	*value = date_value_day(best);
	if (match->argument.len > 0) /* its weekend */
		*value = date_value_unit(UNIT_WEEKEND, 0, weekday_of(best) == 1 ? best - 1 : best);
	value->relative = !given;
	return true;
}
