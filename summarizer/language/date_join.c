/*
 * Expressions side by side. In: the expression just found and the one before it. Out: one of both, where a time and a
 * day make a moment ("8 p.m. on Friday", "Friday at 10:30") or an amount of time is counted from a day ("two days after
 * Easter", "three weeks from tomorrow"). Counted is in whole units: days, weeks, months with the month's last day.
 */
#include "language/date_join.h"
#include "language/date_resolvers.h"

static bool is_day(const struct date_value *value)
{
	return value->kind == KIND_DAY && value->hour < 0;
}

void date_join_clock(const struct date_context *context, struct date_hit *hit)
{
	size_t taken = is_day(&hit->value) ? date_clock_after(context, hit->last, &hit->value) : 0;
	if (taken == 0)
		return;
	hit->last += taken;
	hit->end = context->tokens[hit->last - 1].end;
}

static void take_start(const struct date_hit *before, struct date_hit *hit)
{
	hit->first = before->first;
	hit->start = before->start;
}

/* Tokens of the class between the two, none or one, and nothing else. */
static bool joined(const struct date_context *context, const struct date_hit *before, const struct date_hit *hit,
		   enum date_class class, bool needed, unsigned joins)
{
	const struct date_token *token = &context->tokens[before->last];
	if (hit->first == before->last)
		return !needed && (token->join & joins);
	return hit->first == before->last + 1 && (token->join & joins) && (token->classes & CLASS_BIT(class)) &&
	       token[1].join == JOIN_BLANK;
}

static bool shift(const struct date_value *amount, int sign, struct date_value *value)
{
	int count = amount->count * sign;
	if (count == 0 || amount->count > 20000)
		return false;
	switch (amount->unit) {
	case UNIT_DAY:
		value->day += count;
		return true;
	case UNIT_WEEK:
		value->day += 7 * count;
		return true;
	case UNIT_FORTNIGHT:
		value->day += 14 * count;
		return true;
	case UNIT_MONTH:
		value->day = date_months_on(value->day, count);
		return true;
	case UNIT_YEAR:
		value->day = date_months_on(value->day, 12 * count);
		return true;
	default:
		return false;
	}
}

/* "13:00 February 28": a clock that is a time only because of the day after it. */
static bool clock_before(const struct date_context *context, size_t free_from, struct date_hit *hit)
{
	const struct date_token *token = &context->tokens[hit->first];
	if (hit->first <= free_from || token->join != JOIN_BLANK || !is_day(&hit->value))
		return false;
	token--;
	if (!(token->classes & CLASS_BIT(IS_CLOCK)) || (token->classes & CLASS_BIT(IS_YEAR)) || token->number > 2400)
		return false;
	int pair = date_token_number(context->tables, token, IS_CLOCK);
	hit->value.type = DATE_TIME;
	hit->value.hour = pair / 100;
	hit->value.minute = pair % 100;
	hit->value.second = token->more;
	hit->first--;
	hit->start = token->start;
	return true;
}

/* "the morning of February 28" */
static void part_before(const struct date_context *context, size_t free_from, struct date_hit *hit)
{
	const struct date_token *token = &context->tokens[hit->first];
	if (hit->first < free_from + 2 || token->join != JOIN_BLANK || !is_day(&hit->value) || hit->value.part.len > 0)
		return;
	if (token[-1].join != JOIN_BLANK || !(token[-1].classes & CLASS_BIT(IS_ON)) ||
	    !(token[-2].classes & CLASS_BIT(IS_PART)))
		return;
	hit->value.type = DATE_TIME;
	hit->value.part = date_token_text(context->tables, &token[-2], IS_PART);
	bool the =
	    hit->first > free_from + 2 && token[-2].join == JOIN_BLANK && (token[-3].classes & CLASS_BIT(IS_THE));
	hit->first -= 2 + the;
	hit->start = context->tokens[hit->first].start;
}

/* "the week of February 28" */
static void week_of(const struct date_context *context, size_t free_from, struct date_hit *hit)
{
	const struct date_token *token = &context->tokens[hit->first];
	if (hit->first <= free_from || token->join != JOIN_BLANK || !(token[-1].classes & CLASS_BIT(IS_WEEK_OF)))
		return;
	if (!is_day(&hit->value) || hit->value.type != DATE_DATE)
		return;
	hit->value.kind = KIND_WEEK;
	hit->first--;
	hit->start = token[-1].start;
}

bool date_join(const struct date_context *context, const struct date_hit *before, struct date_hit *hit)
{
	size_t free_from = before == NULL ? 0 : before->last;
	week_of(context, free_from, hit);
	part_before(context, free_from, hit);
	if (clock_before(context, free_from, hit) || before == NULL)
		return false;
	const struct date_value *first = &before->value;
	struct date_value *value = &hit->value;
	if (first->clock_only && is_day(value) && joined(context, before, hit, IS_ON, false, JOIN_BLANK | JOIN_COMMA)) {
		value->type = DATE_TIME;
		value->hour = first->hour;
		value->minute = first->minute;
		value->second = first->second;
		value->part = first->part;
		take_start(before, hit);
		return true;
	}
	if (first->type != DATE_DURATION || !is_day(value) || !joined(context, before, hit, IS_SHIFT, true, JOIN_BLANK))
		return false;
	int sign = date_token_number(context->tables, &context->tokens[before->last], IS_SHIFT);
	bool range = hit->last < context->n_tokens && (context->tokens[hit->last].classes & CLASS_BIT(IS_TO));
	if (range || !shift(first, sign, value)) /* "64 days from May 1 to July 3" */
		return false;
	take_start(before, hit);
	return true;
}
