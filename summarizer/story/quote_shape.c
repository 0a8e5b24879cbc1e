/*
 * In: a span and its neighbours. Out: its length, first and last letters and what stands before it: all that the test
 * for fragments asks. Marks nested at its end are looked through ("...,'" Clinton said).
 */
#include "story/quote_shape.h"

static bool ends_sentence(uint32_t rune)
{
	return rune == ',' || rune == '.' || rune == '?' || rune == '!' || rune == 0x2026 || rune == 0x2014 ||
	       rune == 0x2013 || rune == '-';
}

static uint32_t last_rune(const struct quote_text *text, const struct quote_token *token)
{
	return text->text.at[token->end - 1] == '.' ? '.' : token->rune;
}

static bool title_case(const struct quote_text *text, const struct quote_span *span)
{
	uint32_t capitals = 0;

	for (uint32_t i = span->first; i < span->last; i++) {
		const struct quote_token *token = &text->tokens.at[i];
		if (!is(token, QB_WORD))
			continue;
		if (!is_any(token, QUOTE_BIT(QB_CAPITAL) | QUOTE_BIT(QB_NUMBER)) && token->end - token->start > 3)
			return false;
		capitals += is(token, QB_CAPITAL);
	}
	return capitals >= 2;
}

struct quote_shape quote_shape_of(const struct quote_text *text, const struct quote_paragraph *paragraph,
				  const struct quote_span *span, uint32_t from, bool first)
{
	const struct quote_token *at = text->tokens.at;
	struct quote_shape shape = {.alone = first && from == span->before};
	uint32_t head = span->first, tail = span->last;

	for (uint32_t i = span->first; i < span->last; i++)
		shape.words += is(&at[i], QB_WORD) && (i == span->first || is_any(&at[i], QUOTE_BIT(QB_SPACE_BEFORE)) ||
						       !is(&at[i - 1], QB_WORD));
	while (tail > span->first && is(&at[tail - 1], QB_MARK))
		tail--;
	shape.last = tail > span->first ? last_rune(text, &at[tail - 1]) : 0;
	while (head + 1 < span->last &&
	       (is(&at[head], QB_MARK) || at[head].rune == '(' || at[head].rune == '[' || at[head].rune == '.' ||
		at[head].rune == 0x2026 || at[head].rune == 0xbf || at[head].rune == 0xa1))
		head++;
	shape.capital = is_any(&at[head], QUOTE_BIT(QB_CAPITAL) | QUOTE_BIT(QB_NUMBER));
	bool glued = span->closed && span->after < paragraph->last && !is(&at[span->after - 1], QB_SPACE_AFTER);
	uint32_t next = glued ? at[span->after].rune : 0;
	shape.ends = ends_sentence(shape.last) || next == ',' || next == '.' || next == '?' || next == '!';
	shape.title = title_case(text, span);
	for (uint32_t i = span->first; i + 1 < span->last; i++)
		shape.sentences |= is(&at[i], QB_ENDS);
	if (from == span->before) {
		shape.starts = first;
		return shape;
	}
	const struct quote_token *before = &at[span->before - 1];
	shape.colon = before->rune == ':';
	shape.comma = before->rune == ',';
	shape.starts = is(before, QB_ENDS) || before->rune == ')' || last_rune(text, before) == '.';
	shape.of = is_any(before, QUOTE_BIT(QB_PREPOSITION) | QUOTE_BIT(QB_DETERMINER) | QUOTE_BIT(QB_POSSESSIVE));
	return shape;
}
