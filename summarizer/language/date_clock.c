/*
 * Times of day: 8 p.m., 18:30 GMT, half past seven, noon, Monday at 10:30. In: a match, or the tokens after a day just
 * found. Out: hour and minute of a value. A time alone belongs to the day last spoken of, else to the anchor. Bare
 * numbers are hours only where a word says so ("at 8", at the end of a clause).
 */
#include "language/date_resolvers.h"

/* As read: 8:30 is 830. */
struct clock {
	int pair, seconds;
	bool minutes;        /* they were written */
	int half;            /* 0 before noon, 12 after, -1 not said */
	struct ng_text part; /* of the day; empty: not said */
};

static bool is_part(const struct clock *clock, const char *name)
{
	return text_equal(clock->part, text_of(name));
}

/* False: there is no such time. */
static bool set_clock(const struct clock *clock, struct date_value *value)
{
	int hour = clock->pair / 100, half = clock->half;
	bool named = half >= 0;
	bool late = is_part(clock, "NI") && hour >= 6;
	if (!named && (is_part(clock, "AF") || is_part(clock, "EV") || late))
		half = hour >= 1 && hour < 12 ? 12 : -1;
	if (hour > 24 || (named && (hour > 12 || hour == 0) && !(clock->minutes && hour < 24)))
		return false;
	if (half == 12 && hour < 12)
		hour += 12;
	else if (half == 0 && hour == 12)
		hour = 0;
	value->type = DATE_TIME;
	value->hour = hour;
	value->minute = clock->minutes || named ? clock->pair % 100 : -1;
	value->second = clock->seconds;
	return true;
}

/* The token at i is of the class; NULL: it is not, or something other than a blank joins it. */
static const struct date_token *token_at(const struct date_context *context, size_t i, enum date_class class,
					 unsigned joins)
{
	const struct date_token *token = &context->tokens[i];
	return i < context->n_tokens && (token->join & joins) && (token->classes & CLASS_BIT(class)) ? token : NULL;
}

static int number_of(const struct date_context *context, const struct date_token *token)
{
	return date_token_number(context->tables, token, token->classes & CLASS_BIT(IS_HOUR) ? IS_HOUR : IS_NUMBER);
}

/* Reads a time from token i on: how many tokens it takes; 0: none. `led`: a word before it announced a time. */
static size_t read_clock(const struct date_context *context, size_t i, bool led, struct clock *clock)
{
	unsigned joins = JOIN_BLANK | (led ? 0 : JOIN_COMMA);
	const struct date_token *token = token_at(context, i, IS_CLOCK, joins),
				*dotted = token_at(context, i, IS_DOT_CLOCK, joins);
	const struct date_token *after;
	size_t n = 1;
	*clock = (struct clock){.half = -1, .seconds = -1, .minutes = token != NULL || dotted != NULL};
	if (!clock->minutes && (token = token_at(context, i, IS_HOUR, joins)) == NULL)
		token = token_at(context, i, IS_NUMBER, joins);
	if (token == NULL && dotted == NULL)
		return 0;
	bool year = token != NULL && (token->classes & CLASS_BIT(IS_YEAR));
	clock->seconds = token != NULL && clock->minutes ? token->more : -1;
	token = token == NULL ? dotted : token;
	clock->pair =
	    clock->minutes ? date_token_number(context->tables, token, IS_CLOCK) : 100 * number_of(context, token);
	if ((after = token_at(context, i + n, IS_AMPM, JOIN_BLANK)) != NULL) {
		clock->half = date_token_number(context->tables, after, IS_AMPM);
		n++;
	}
	if ((after = token_at(context, i + n, IS_OCLOCK, JOIN_BLANK)) != NULL)
		n++;
	bool told = n > 1;
	if (token_at(context, i + n, IS_ZONE, JOIN_BLANK) != NULL)
		told = true, n++;
	if (told || (clock->minutes && !year && (led || token != dotted)))
		return n;
	return led && (clock->minutes || date_clause_ends(context, token->end)) ? n : 0;
}

size_t date_clock_after(const struct date_context *context, size_t i, struct date_value *value)
{
	struct clock clock;
	size_t led = token_at(context, i, IS_AT, JOIN_BLANK | JOIN_COMMA) != NULL;
	size_t n = read_clock(context, i + led, led > 0, &clock);
	if (n == 0 || clock.pair / 100 > 24)
		return 0;
	clock.part = value->part;
	return set_clock(&clock, value) ? led + n : 0;
}

bool date_take_time(const struct date_context *context, const struct date_match *match, struct date_value *value)
{
	struct clock clock = {.half = -1, .seconds = -1};
	enum date_class class = has(match, IS_CLOCK) ? IS_CLOCK : has(match, IS_DOT_CLOCK) ? IS_DOT_CLOCK : IS_HOUR;
	if (has(match, IS_PART))
		clock.part = value_text(context, match, IS_PART);
	else if (has(match, IS_TODAY)) /* "tonight" is a day and a part of it */
		clock.part = value_text(context, match, IS_TODAY);
	if (has(match, IS_AMPM) && !has(match, class) && !has(match, IS_NUMBER))
		clock.part = number(context, match, IS_AMPM) == 0 ? TEXT("MO") : TEXT("AF");
	if (clock.part.len > 0) {
		value->type = DATE_TIME;
		value->part = clock.part;
	}
	if (!has(match, class) &&
	    !(has(match, IS_NUMBER) && (has(match, IS_AMPM) || has(match, IS_OCLOCK) || has(match, IS_PART))))
		return true;
	clock.minutes = class != IS_HOUR;
	clock.pair = clock.minutes ? number(context, match, class)
				   : 100 * number_of(context, match->at[has(match, class) ? class : IS_NUMBER]);
	clock.seconds = clock.minutes ? match->at[class]->more : -1;
	if (has(match, IS_AMPM))
		clock.half = number(context, match, IS_AMPM);
	return set_clock(&clock, value);
}

/* A time alone. Without any day it stays a time of some day. */
bool date_resolve_time(struct date_context *context, const struct date_match *match, struct date_value *value)
{
	int32_t day = context->reference_day != NG_NO_DAY ? context->reference_day : context->anchor;
	bool year = has(match, IS_CLOCK) && (match->at[IS_CLOCK]->classes & CLASS_BIT(IS_YEAR));
	if (year && !has(match, IS_ZONE) && !has(match, IS_AMPM) && !has(match, IS_OCLOCK)) /* "since 1949" */
		return false;
	*value = date_value_day(day);
	value->relative = value->clock_only = true;
	if (!date_take_time(context, match, value) || value->type != DATE_TIME)
		return false;
	if (day == NG_NO_DAY)
		value->kind = KIND_CLOCK;
	return true;
}

/* "half past seven", "a quarter to nine", "ten past eight": the argument is the minutes, or the first number is. */
bool date_resolve_past_hour(struct date_context *context, const struct date_match *match, struct date_value *value)
{
	const struct date_token *last = &match->tokens[match->last - 1];
	int hour = number_of(context, last), minutes = 0;
	bool back = text_starts(match->argument, TEXT("-"));
	for (size_t i = back; i < match->argument.len; i++)
		minutes = minutes * 10 + (match->argument.at[i] - '0');
	if (match->argument.len == 0)
		minutes = number(context, match, IS_NUMBER);
	if (hour < 1 || hour > 24 || minutes < 1 || minutes > 59)
		return false;
	int32_t day = context->reference_day != NG_NO_DAY ? context->reference_day : context->anchor;
	*value = date_value_day(day);
	value->relative = value->clock_only = true;
	value->type = DATE_TIME;
	value->hour = back ? hour - 1 : hour;
	value->minute = back ? 60 - minutes : minutes;
	if (day == NG_NO_DAY)
		value->kind = KIND_CLOCK;
	return true;
}
