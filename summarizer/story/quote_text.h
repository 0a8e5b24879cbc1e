/* A document as the quote rooms see it: paragraphs of tokens, and the spans between quotation marks. */
#ifndef STORY_QUOTE_TEXT_H
#define STORY_QUOTE_TEXT_H

#include "story/quote_words.h"

enum { QUOTE_TEXT_MAX = 8 << 20 /* bytes of one article that are looked at */ };

struct quote_token {
	uint32_t start, end;
	uint32_t bare;     /* its end without 's */
	uint32_t sentence; /* the token its sentence starts with */
	uint64_t is;       /* enum quote_bit */
	uint32_t rune;     /* its first; of '' the straight mark, of `` the curly one */
};

/* Tokens [first, last) lie inside the marks; `before` is the mark that opens and `after` the token after the one that
 * closes. */
struct quote_span {
	uint32_t before, first, last, after;
	uint32_t start, end; /* bytes, trimmed */
	bool closed;         /* by a mark, not by the paragraph's end */
	bool continues;      /* opened by the paragraph before */
};

struct quote_paragraph {
	uint32_t first, last; /* tokens */
	uint32_t start, end;  /* bytes */
	uint32_t span, n_spans;
	enum block_kind kind;
};

struct quote_text {
	struct arena *arena;
	const struct quote_tables *tables;
	const struct quote_words *words;
	struct ng_text text;
	struct {
		struct quote_token *at;
		size_t n, room;
	} tokens;
	struct {
		struct quote_paragraph *at;
		size_t n, room;
	} paragraphs;
	struct {
		struct quote_span *at;
		size_t n, room;
	} spans;
};

static inline bool is(const struct quote_token *token, enum quote_bit bit)
{
	return token->is >> bit & 1;
}
static inline bool is_any(const struct quote_token *token, uint64_t bits)
{
	return token->is & bits;
}

/* Fills paragraphs and tokens from body, list and quote blocks (all of the text without blocks). */
void quote_text_read(struct quote_text *text, const struct blocks *blocks);
/* Fills spans, and QB_QUOTED of the tokens within. */
void quote_marks_find(struct quote_text *text);

#endif
