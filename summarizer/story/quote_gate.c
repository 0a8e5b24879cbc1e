/*
 * In: a quotation as attributed. Out: its confidence, the measured precision of the rule that fired, and whether it is
 * a key quote: a cue of its own, a speaker with a full name and no doubt who it is, 8 to 45 words.
 */
#include "story/quote_gate.h"

#include "story/name.h"

static uint32_t count_words(const struct quote_text *text, const struct quote_span *span)
{
	uint32_t words = 0;

	for (uint32_t i = span->first; i < span->last; i++)
		words += is(&text->tokens.at[i], QB_SPACE_BEFORE) || i == span->first;
	return words;
}

static double measured(const char *how, enum phrase_kind kind)
{
	if (kind == PHRASE_NOUN)
		return .75;
	if (how[0] == 'r')
		return kind == PHRASE_NAME ? .96 : .65;
	if (how[0] == 'l')
		return kind == PHRASE_NAME ? .83 : .52;
	return .84;
}

void quote_gate(const struct quote_text *text, const struct quote_span *span, const struct speaker *speaker, bool own,
		struct quote *quote)
{
	uint32_t words = count_words(text, span);
	bool whole = name_first_word(speaker->name).len < speaker->name.len;

	quote->confidence = measured(quote->how, speaker->kind);
	quote->key =
	    own && speaker->person && speaker->clear && whole && words >= KEY_WORDS_MIN && words <= KEY_WORDS_MAX;
}
