/* A clause as the rooms of cues, phrases and runs see it: the tokens of a short text, names settled. */
#ifndef TEST_CLAUSE_H
#define TEST_CLAUSE_H

#include "quote.h"
#include "story/name_settle.h"
#include "story/person.h"
#include "story/quote_phrase.h"

static inline struct clause test_clause(struct arena *arena, struct quote_text *text, const char *code,
					const char *words)
{
	struct clause clause = {.text = text};
	struct persons persons = {0};

	*text = test_quote_text(arena, code, words);
	names_settle(text);
	persons_find(text, &persons);
	for (uint32_t i = 0; i < text->tokens.n; i++)
		clause.at[clause.n++] = &text->tokens.at[i];
	return clause;
}

#endif
