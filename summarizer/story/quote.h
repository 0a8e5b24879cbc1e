/* Direct quotations with their speakers, by rules over marks, cues and names; no parser, no name recogniser. */
#ifndef STORY_QUOTE_H
#define STORY_QUOTE_H

#include "language/document.h"

struct quote_tables; /* cue verbs, titles, role nouns, forenames of all languages. Read-only. */
struct quote_tables *quote_tables_load(struct arena *arena, const struct resources *data);

/* Fills document->quotes, in order; needs its sentences. */
void document_quotes(struct arena *arena, const struct quote_tables *tables, struct document *document);

#endif
