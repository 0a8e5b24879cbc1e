/* What tests of the quote rooms share: a text read with the built-in tables of a language. */
#ifndef TEST_QUOTE_H
#define TEST_QUOTE_H

#include "base/resource.h"
#include "story/quote_text.h"

static inline struct quote_text test_quote_text(struct arena *arena, const char *code, const char *words)
{
	static const struct resources built_in = {.built_in = resource_data};
	struct quote_text text = {.arena = arena, .text = text_of(words)};
	struct blocks none = {0};

	text.tables = quote_tables_load(arena, &built_in);
	text.words = quote_words_of(text.tables, text_of(code));
	quote_text_read(&text, &none);
	return text;
}

/* The index of the first token that is written so; UINT32_MAX: there is none. */
static inline uint32_t test_token(const struct quote_text *text, const char *word)
{
	for (uint32_t i = 0; i < text->tokens.n; i++) {
		const struct quote_token *token = &text->tokens.at[i];
		if (text_equal(text_slice(text->text, token->start, token->end), text_of(word)))
			return i;
	}
	return UINT32_MAX;
}

#endif
