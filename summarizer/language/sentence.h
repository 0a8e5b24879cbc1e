/* Sentences: one pass over the bytes of each block, byte spans, never over a blank line or a block's border. */
#ifndef LANGUAGE_SENTENCE_H
#define LANGUAGE_SENTENCE_H

#include "language/document.h"

/* data/LANG/sentences.txt; NULL tables are never given, a language without a file gets those of "und". */
struct sentence_tables *sentence_tables_load(struct arena *arena, const struct resources *data, struct ng_text code);

struct span {
	uint32_t start, end;
};
struct spans {
	struct span *at;
	size_t n, room;
};

/* Appends the sentences of text[start, end): trimmed spans with only white space between them. */
void sentences_split(struct arena *arena, const struct language *language, struct ng_text text, uint32_t start,
		     uint32_t end, struct spans *spans);

/* Fills document->sentences from its body, list and quote blocks, `limit` at most. */
void document_sentences(struct arena *arena, struct document *document, size_t limit);

#endif
