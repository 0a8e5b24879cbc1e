/* The same quotation in several articles, whole or cut, is one. */
#ifndef STORY_KEY_QUOTE_SAME_H
#define STORY_KEY_QUOTE_SAME_H

#include "language/document.h"

struct quote_words_of { /* the stems of a quotation's words, in order */
	const struct word *at;
	size_t n;
};

/* Numbers groups from 0 in order of first member; group[i] is that of quotation i. Returns how many there are. */
size_t key_quote_groups(struct arena *arena, const struct quote_words_of *quotes, size_t n, uint32_t *group);

#endif
