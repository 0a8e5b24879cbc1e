/* What a person is, as the words beside the name tell. */
#ifndef STORY_PERSON_ROLE_H
#define STORY_PERSON_ROLE_H

#include "story/quote_text.h"

/* The apposition of the name [first, last] (tokens, both inside), with its article; empty: it has none. */
struct ng_text role_beside(const struct quote_text *text, const struct quote_paragraph *paragraph, uint32_t first,
			   uint32_t last);
/*
 * Does a role say more than another of the same person: "mayor of Walton" than "Mayor", any than "Dr" or nothing? False
 * where they only differ.
 */
bool role_says_more(const struct quote_text *text, struct ng_text role, struct ng_text than);

#endif
