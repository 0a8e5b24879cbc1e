/* Words that tell of their sentence, whatever its topic. */
#ifndef LANGUAGE_DISCOURSE_H
#define LANGUAGE_DISCOURSE_H

#include "language/document.h"

/* data/LANG/discourse.txt: words and phrases in lower case to WORD_LEANS, WORD_FIRST_PERSON, WORD_SAYS; empty without a
 * file. */
struct table discourse_load(struct arena *arena, const struct resources *data, struct ng_text code);

#endif
