/*
 * In: the tokens of an article. Changed: QB_NOT_A_NAME and QB_DAY of the doubtful ones. A word with a capital that only
 * opens sentences and stands alone is no name ("Outside", "Neither"); May and Will are one after a title or a forename,
 * or beside a verb of speech. Not for German, where capitals say nothing.
 */
#include "story/name_settle.h"

#include "story/name.h"

static struct ng_text word_of(const struct quote_text *text, const struct quote_token *token)
{
	return text_slice(text->text, token->start, token->bare);
}

static bool capital(const struct quote_token *token)
{
	return is(token, QB_CAPITAL) && is(token, QB_WORD);
}

static bool opens(const struct quote_text *text, uint32_t i)
{
	const struct quote_token *token = &text->tokens.at[i];
	return token->sentence == i || is(&token[-1], QB_MARK) || token[-1].rune == ':';
}

static void settle_openers(struct quote_text *text)
{
	const uint64_t known = QUOTE_BIT(QB_MALE) | QUOTE_BIT(QB_FEMALE) | QUOTE_BIT(QB_TITLE) | QUOTE_BIT(QB_ROLE) |
			       QUOTE_BIT(QB_ORGANISATION) | QUOTE_BIT(QB_SHOUT) | QUOTE_BIT(QB_NOT_A_NAME);
	struct table inside = table_new(text->arena);

	for (uint32_t i = 0; i < text->tokens.n; i++)
		if (capital(&text->tokens.at[i]) && !opens(text, i) && !is(&text->tokens.at[i], QB_NOT_A_NAME))
			table_put(&inside, word_of(text, &text->tokens.at[i]));
	for (uint32_t i = 0; i + 1 < text->tokens.n; i++) {
		struct quote_token *token = &text->tokens.at[i];
		bool alone = !is(&token[1], QB_CAPITAL) && !is(token, QB_POSSESSIVE) && token->rune != '@';
		if (capital(token) && alone && !is_any(token, known) && opens(text, i) &&
		    table_get(&inside, word_of(text, token)) == NULL && !is(&token[1], QB_CUE))
			token->is |= QUOTE_BIT(QB_NOT_A_NAME) | QUOTE_BIT(QB_SETTLED);
	}
}

/* "Theresa May", "May said", "Mrs May": no month; "Will wrote": no auxiliary. */
static void settle_homonyms(struct quote_text *text)
{
	const uint64_t doubt = QUOTE_BIT(QB_DAY) | QUOTE_BIT(QB_NOT_A_NAME);
	const uint64_t first = QUOTE_BIT(QB_MALE) | QUOTE_BIT(QB_FEMALE);

	for (uint32_t i = 1; i + 1 < text->tokens.n; i++) {
		struct quote_token *token = &text->tokens.at[i];
		if (!capital(token) || !is_any(token, doubt) || !is(token, QB_HOMONYM))
			continue;
		const struct quote_token *before = &token[-1], *after = &token[1];
		bool named = capital(before) && token->sentence != i && !is_any(before, doubt) &&
			     (is_any(before, first) || is(before, QB_TITLE));
		bool speaks = is(after, QB_CUE) && is(after, QB_LOWER) &&
			      (!is(after, QB_WEAK_CUE) || is(before, QB_MARK)) && !is(before, QB_PREPOSITION);
		bool spoken =
		    is(before, QB_CUE) && is(before, QB_LOWER) && !is(after, QB_NUMBER) && token->sentence != i;
		bool part = is(token, QB_DETERMINER) && !opens(text, i) && is(after, QB_CAPITAL); /* Le Pen */
		if (named || speaks || spoken || part)
			token->is &= ~doubt;
	}
}

void names_settle(struct quote_text *text)
{
	if (!text->words->capital_nouns)
		settle_openers(text);
	settle_homonyms(text);
}
