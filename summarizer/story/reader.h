/* What a sentence needs to be read outside its article. */
#ifndef STORY_READER_H
#define STORY_READER_H

#include "language/document.h"

/* Its opening points back to the sentence before it. `scratch` is left as it was. */
bool reader_leans(struct arena *scratch, const struct document *document, const struct sentence *sentence);
/* It opens with a courtesy title and a surname: with someone who is taken for known. */
bool reader_surname_alone(const struct document *document, const struct sentence *sentence);
/* A quotation is cut in two: it holds an odd number of quotation marks. */
bool reader_half_quoted(const struct document *document, const struct sentence *sentence);
/* A verb whose tense shows stands in it, as far as the language's words of time tell; true without them. */
bool reader_has_verb(const struct document *document, const struct sentence *sentence);
/* It ends as sentences end. */
bool reader_ends(const struct document *document, const struct sentence *sentence);
/* Where it begins for a reader: past a dateline ("LISBON, May 3 (Agency) - "), in bytes of the text. */
uint32_t reader_start(const struct document *document, const struct sentence *sentence);
bool reader_quotation_mark(uint32_t rune);

#endif
