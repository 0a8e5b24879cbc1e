/*
 * A language's words of time, as data/LANG/dates.txt gives them: each has senses, a class (month, unit, cue ...) with a
 * number or a text.
 */
#ifndef LANGUAGE_DATE_WORDS_H
#define LANGUAGE_DATE_WORDS_H

#include "base/utf8.h"
#include "language/date_class.h"
#include "language/date_find.h"

struct date_sense {
	enum date_class class;
	bool capital;   /* only where the word is written with a capital */
	int32_t number; /* of an enum above, or as the file says; 0 for a text */
	struct ng_text text;
	uint32_t next; /* index + 1; 0: the last */
};

struct date_word {
	uint64_t classes, capital_classes; /* in any writing; and only with a capital */
	uint32_t senses;                   /* index + 1; 0: none */
	uint16_t literal;                  /* its symbol in patterns; 0: no pattern names it */
	uint8_t phrase;                    /* words of the longest entry that begins with it */
	bool dotted;                       /* an abbreviation: a dot after it is its own */
};

const struct date_word *date_word_find(const struct date_tables *tables, struct ng_text lower); /* NULL: unknown */
const struct date_sense *date_sense_of(const struct date_tables *tables, const struct date_word *word,
				       enum date_class class);
struct date_word *date_word_put(struct date_tables *tables, struct ng_text lower);

#endif
