/* Who is meant: from the phrase beside a verb of speech to a full name. */
#ifndef STORY_QUOTE_WHO_H
#define STORY_QUOTE_WHO_H

#include "story/person.h"
#include "story/quote_phrase.h"

struct speaker {
	struct ng_text name, role;
	enum phrase_kind kind; /* of the words used; NONE: unknown */
	bool person;           /* a name, also where a pronoun stands for it */
	bool clear;            /* a name; or a pronoun that can mean nobody else here */
	uint32_t token;        /* where it was said */
};

/*
 * `last`: the speaker before (kind NONE: none). `at`: the token up to which the reader has read; `sentence`: the first
 * of the quotation's sentence.
 */
struct speaker quote_who(const struct quote_text *text, const struct persons *persons, const struct phrase *phrase,
			 const struct speaker *last, uint32_t at, uint32_t sentence);

#endif
