/* Noun phrases beside a verb of speech: whom the clause around a quotation names. */
#ifndef STORY_QUOTE_PHRASE_H
#define STORY_QUOTE_PHRASE_H

#include "story/quote_text.h"

enum { CLAUSE_MAX = 96 };

/* Tokens of a clause outside quotations; a longer one keeps those nearest to the quotation. */
struct clause {
	const struct quote_text *text;
	const struct quote_token *at[CLAUSE_MAX];
	int n;
};

enum phrase_kind { PHRASE_NONE, PHRASE_PRONOUN, PHRASE_NAME, PHRASE_NOUN /* "the campaign" */ };

struct phrase {
	enum phrase_kind kind;
	int first, last;                /* tokens of the clause, both inside */
	const struct quote_token *head; /* its first token; of a pronoun, the pronoun */
	struct ng_text words, role;
};

/* The phrase that ends at token i; that begins there. */
struct phrase phrase_left(const struct clause *clause, int i);
struct phrase phrase_right(const struct clause *clause, int i);
/* The name at token i where a relative clause follows it; NONE: no name, or none follows. */
struct phrase phrase_before_relative(const struct clause *clause, int i);
/* The first plausible subject among the first `limit` tokens. */
struct phrase phrase_subject(const struct clause *clause, int limit);

/*
 * quote_run.c: "von der" and "de la" at token i join names; an article alone does only after a forename ("Femke de
 * Haas"; not "Anwalt der Familie"), nor do they after a role. `way`: from where it is read, 1 or -1.
 */
bool phrase_particle_joins(const struct clause *clause, int i, int way);
/* The other end of the run of capitalised words that token i stands at. */
int phrase_run_end(const struct clause *clause, int i, int way);
/* The run [first, last] as role and name; a role may begin before it. NONE: it is no name but a noun (German). */
struct phrase phrase_of_run(const struct clause *clause, int first, int last);

/* A name for sure: with a forename, or of a person the article names in full. */
bool phrase_certain(const struct clause *clause, const struct phrase *phrase);

#endif
