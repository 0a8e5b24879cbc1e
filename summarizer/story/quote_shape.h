/* What a span between marks looks like from outside: quotation, or a title and a scare quote. */
#ifndef STORY_QUOTE_SHAPE_H
#define STORY_QUOTE_SHAPE_H

#include "story/quote_text.h"

struct quote_shape {
	uint32_t words;
	uint32_t last;     /* its last code point, nested marks left out; 0: none */
	bool capital;      /* begins with a capital or a digit */
	bool ends;         /* ends with a mark of punctuation, inside or right after */
	bool starts;       /* where a sentence can */
	bool colon, comma; /* right before it */
	bool sentences;    /* two or more */
	bool title;        /* all its longer words have capitals: "A Time for Truth" */
	bool of;           /* after a preposition or an article */
	bool alone;        /* nothing before it in its paragraph */
};

/* `from`: the first token of what stands before the span, up to span->before. */
struct quote_shape quote_shape_of(const struct quote_text *text, const struct quote_paragraph *paragraph,
				  const struct quote_span *span, uint32_t from, bool first);

#endif
