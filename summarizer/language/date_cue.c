/*
 * What stands around an expression. Tense: the nearest verb cue before it in its sentence, else the first after it, out
 * of bounded windows; measured on newswire, weekdays are past unless such a cue is there, and finer analysis of tense
 * only costs. False friends: numbers that are no years, names and verbs that are no months.
 */
#include "language/date_cue.h"

enum { WORDS_BEFORE = 24, WORDS_AFTER = 12, PERFECT_REACH = 24 /* bytes */ };

static const struct date_token *begin(const struct date_match *match)
{
	return match->tokens + match->first;
}

static const struct date_token *past_end(const struct date_match *match)
{
	return match->tokens + match->last;
}

/* The token right before, with only blanks between; NULL: none. */
static const struct date_token *neighbour(const struct date_context *context, const struct date_token *token)
{
	if (token == context->tokens || token->join != JOIN_BLANK || token[-1].start < context->from)
		return NULL;
	return token - 1;
}

static bool is(const struct date_token *token, enum date_class class)
{
	return token != NULL && (token->classes & CLASS_BIT(class));
}

static int cue(const struct date_context *context, const struct date_token *token)
{
	const struct date_token *before = neighbour(context, token);
	bool first_half = token + 1 < context->tokens + context->n_tokens && token[1].join == JOIN_HYPHEN;
	if (is(token, IS_FUTURE) && !first_half) { /* not "would-be" */
		bool had_been = is(before, IS_BE) && is(neighbour(context, before), IS_PAST);
		return had_been ? -1 : 1;
	}
	if (is(token, IS_PAST) && (is(before, IS_TO) || is(before, IS_FUTURE) || is(before, IS_MODAL)))
		return 0; /* "will cut": no past, though it looks like one */
	if (is(token, IS_FUTURE_AFTER_BE) && is(before, IS_BE))
		return 1;
	if (is(token, IS_TO) && is(before, IS_BEFORE_TO))
		return is(before, IS_FUTURE) ? cue(context, before) : 1; /* "had been due to" is past */
	if (is(token, IS_PAST) && is(before, IS_BE)) {                   /* "will be named", "is to be held" */
		const struct date_token *further = neighbour(context, before);
		return is(further, IS_FUTURE) || is(further, IS_TO) ? 1 : -1;
	}
	bool adjective = token->word == NULL && (is(before, IS_THE) || is(before, IS_A)); /* "the enhanced payments" */
	return is(token, IS_PAST) && !adjective ? -1 : 0;
}

/* "until Friday they were out", "it had fallen by Friday": told of what is over? */
static bool until_is_over(const struct date_context *context, const struct date_token *until,
			  const struct date_token *last)
{
	const struct date_token *end = context->tokens + context->n_tokens;

	for (const struct date_token *t = last; t < end && t < last + 4 && t->start < context->to; t++)
		if (is(t, IS_PAST) && date_token_number(context->tables, t, IS_PAST) >= 1)
			return true;
	for (const struct date_token *t = until; t > context->tokens && until[0].start - t[-1].end < PERFECT_REACH;
	     t--) {
		if (t[-1].start < context->from || is(t - 1, IS_TO))
			break;
		if (is(t - 1, IS_PAST) && date_token_number(context->tables, t - 1, IS_PAST) == 2)
			return neighbour(context, until) != t - 1; /* not "they had until Friday" */
	}
	return false;
}

/* "nobody can return before Friday": the verb before it looks ahead. */
static bool looks_ahead(const struct date_context *context, const struct date_token *before)
{
	for (const struct date_token *t = before; t > context->tokens && before - t < WORDS_BEFORE; t--) {
		if (t[-1].start < context->from)
			break;
		if (is(t - 1, IS_MODAL))
			return true;
		int found = t[-1].word == NULL ? 0 : cue(context, t - 1); /* "they want it finished" */
		if (found != 0)
			return found > 0;
	}
	return false;
}

int date_tense(const struct date_context *context, const struct date_match *match)
{
	const struct date_token *first = begin(match), *last = past_end(match),
				*end = context->tokens + context->n_tokens;
	const struct date_token *before = neighbour(context, first);
	int found = 0;
	bool owns = last + 1 < end && is(last, IS_POSSESSIVE) && last[1].join == JOIN_BLANK;
	if (owns && (is(last + 1, IS_FUTURE) || is(last + 1, IS_FUTURE_AFTER_BE)))
		return 1; /* "Sunday's planned vote" */
	if (is(before, IS_UNTIL)) {
		int kind = date_token_number(context->tables, before, IS_UNTIL);
		if (kind == 2 ? !owns && looks_ahead(context, before)
			      : kind == 0 || !until_is_over(context, before, last))
			return 1;
	}
	/* "the deadline is Friday", but not "today is Friday" */
	const struct date_token *verb = is(before, IS_ON) ? neighbour(context, before) : before;
	if (is(verb, IS_BE) && date_token_number(context->tables, verb, IS_BE) == 1 && !owns &&
	    !is(neighbour(context, verb), IS_TODAY))
		return 1;
	for (const struct date_token *t = first; t > context->tokens && first - t < WORDS_BEFORE; t--) {
		if (t[-1].start < context->from)
			break;
		if ((found = cue(context, t - 1)) != 0)
			return found;
	}
	for (const struct date_token *t = last; t < end && t - last < WORDS_AFTER && t->start < context->to; t++)
		if (!is(t, IS_SAID) && (found = cue(context, t)) != 0)
			return found;
	return 0;
}

bool date_cue_before(const struct date_context *context, const struct date_match *match, enum date_class class)
{
	return is(neighbour(context, begin(match)), class);
}

bool date_reported(const struct date_context *context, const struct date_match *match)
{
	const struct date_token *before = neighbour(context, begin(match));
	return is(is(before, IS_ON) ? neighbour(context, before) : before, IS_SAID);
}

bool date_cue_after(const struct date_context *context, const struct date_match *match, enum date_class class)
{
	const struct date_token *next = past_end(match);
	return next < context->tokens + context->n_tokens && next->join != JOIN_BREAK && is(next, class);
}

bool date_clause_ends(const struct date_context *context, uint32_t at)
{
	if (at >= context->text.len)
		return true;
	char mark = context->text.at[at];
	if (mark == ' ' && at + 1 < context->text.len)
		return context->text.at[at + 1] == '-'; /* a dash */
	return mark == '.' || mark == ',' || mark == ';' || mark == '?' || mark == '!' || mark == ')' || mark == ':';
}

static uint32_t byte_before(const struct date_context *context, uint32_t at)
{
	uint32_t rune = 0;
	if (at > 0)
		utf8_before(context->text, at, &rune);
	return rune;
}

bool date_looks_like_year(const struct date_context *context, const struct date_match *match)
{
	const struct date_token *token = match->at[IS_YEAR], *before = token > context->tokens ? token - 1 : NULL;
	uint32_t mark = byte_before(context, token->start);
	bool joined = token->join == JOIN_HYPHEN;
	if (mark == '/' || mark == ':' || mark == ',' || mark == '_')
		return false;
	if (joined && !is(before, IS_EDGE) && !is(before, IS_YEAR))
		return false;
	if (mark == '-' && !joined)
		return false;
	if (token->join == JOIN_BLANK && is(before, IS_LABEL))
		return false;
	if (date_cue_after(context, match, IS_COUNTED) || token->number > context->today.year + 60)
		return false;
	bool led = joined || mark == '(' || mark == '\'' || mark == '"' || mark == 0x2013 || mark == 0x2014 ||
		   (token->join != JOIN_BREAK && (is(before, IS_PREPOSITION) || is(before, IS_EDGE)));
	return led || (token->number >= 1900 && token->number <= context->today.year + 15);
}

bool date_capital_follows(const struct date_context *context, uint32_t at)
{
	uint32_t rune;
	if (at + 1 >= context->text.len || context->text.at[at] != ' ')
		return false;
	utf8_decode(context->text, at + 1, &rune);
	return rune_class(rune) == RUNE_UPPER;
}

/* "her Christmas speech", "the Easter offensive": a name for something else, told by the noun after it. */
bool date_names_another(const struct date_context *context, const struct date_match *match)
{
	const struct date_token *next = past_end(match);
	struct ng_text text = context->text;
	uint32_t at = next[-1].end, rune;
	bool known = next < context->tokens + context->n_tokens && next->start == at + 1;
	if (!context->tables->noun_after_holiday || known || at + 1 >= text.len || text.at[at] != ' ' ||
	    date_cue_before(context, match, IS_PREPOSITION))
		return false;
	utf8_decode(text, at + 1, &rune);
	return rune_class(rune) == RUNE_LOWER;
}

/* A name or a verb after all: "May said", "March of Dimes", "June Carter". */
bool date_looks_like_month(const struct date_context *context, const struct date_match *match)
{
	const struct date_token *token = match->at[IS_MONTH];
	bool led = date_cue_before(context, match, IS_PREPOSITION);
	if (date_cue_after(context, match, IS_DAY)) /* "Feb. 30" */
		return false;
	if (!is(token, IS_NAME) || match->last - match->first > 1)
		return true;
	if (date_sense_of(context->tables, token->word, IS_NAME)->number > 1)
		return led;
	if (led && date_token_number(context->tables, begin(match) - 1, IS_PREPOSITION) == 1)
		return true;
	return !date_capital_follows(context, token->end);
}
