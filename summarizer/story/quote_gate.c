/*
 * In: a quotation as attributed. Out: its confidence, the measured precision of the rule that fired, and whether it is
 * a key quote: a cue of its own, a speaker with a full name and no doubt who it is, 8 to 65 words.
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

/* Shares of right speakers on news that carries an annotation (PolNeAR, 2018): by rule, then by the words used. */
static double measured(const char *how, const struct speaker *speaker)
{
	static const struct {
		const char *how;
		double name, clear, pronoun, noun;
	} rules[] = {
	    {"right", .98, .87, .74, .90},
	    {"left", .96, .92, .78, .90},
	    {"inherited", .91, .91, .90, .74},
	};

	if (!speaker->name.len)
		return 0;
	for (size_t i = 0; i < sizeof rules / sizeof *rules; i++) {
		if (!text_starts(text_of(how), text_of(rules[i].how)))
			continue;
		if (speaker->kind == PHRASE_PRONOUN)
			return speaker->clear ? rules[i].clear : rules[i].pronoun;
		return speaker->kind == PHRASE_NOUN ? rules[i].noun : rules[i].name;
	}
	return text_equal(text_of(how), TEXT("subject")) ? .6 : .85;
}

void quote_gate(const struct quote_text *text, const struct quote_span *span, const struct speaker *speaker, bool own,
		struct quote *quote)
{
	uint32_t words = count_words(text, span);
	bool whole = name_first_word(speaker->name).len < speaker->name.len;
	/* A long turn of a transcript is a speech, not a quotation somebody chose. */
	bool turn = text_equal(text_of(quote->how), TEXT("transcript"));
	uint32_t most = turn ? KEY_TURN_WORDS_MAX : KEY_WORDS_MAX;

	quote->confidence = measured(quote->how, speaker);
	quote->key = own && speaker->person && speaker->clear && whole && words >= KEY_WORDS_MIN && words <= most;
}
