/* The persons an article names, and where: surname -> full name, role, gender. */
#ifndef STORY_PERSON_H
#define STORY_PERSON_H

#include "story/name.h"

struct person {
	struct ng_text full, surname, role; /* slices of the text */
	unsigned gender;
	uint32_t words; /* in `full` */
	uint32_t next;  /* index + 1 of the next of that surname; 0: the last */
	uint32_t count; /* mentions by full name */
	bool sure;      /* a forename, a title, a verb of speech tells that it is a person */
};

struct mention {
	uint32_t token, person;
	struct ng_text name; /* in full */
	unsigned gender;
	bool possessive, subject, whole; /* whole: with a forename */
};

struct persons {
	struct table surnames;  /* -> index + 1 of the first person */
	struct table forenames; /* first word of a full name -> index + 1; SEVERAL: of more than one person */
	struct {
		struct person *at;
		size_t n, room;
	} list;
	struct {
		struct mention *at;
		size_t n, room;
	} mentions; /* in order of the text */
};

void persons_find(struct quote_text *text, struct persons *persons);
/*
 * The person a name means (its last word a surname, or all of it a forename); NULL: nobody known. `gender`: 0, or what
 * is asked for. Of several of one surname the first named.
 */
const struct person *person_named(const struct persons *persons, struct ng_text name, unsigned gender);
/* Do several persons of the article have the surname (and the gender, if any is given), and none of them by far the
 * most often? */
bool person_ambiguous(const struct persons *persons, struct ng_text surname, unsigned gender);
unsigned person_gender(const struct quote_text *text, const struct persons *persons, struct ng_text name);
/* First mention at or after a token (an index; mentions.n: none). */
size_t mention_from(const struct persons *persons, uint32_t token);

#endif
