/* What the words around a date tell: is a deed told, and is the day one end of a span? */
#ifndef LANGUAGE_DATE_PROSE_H
#define LANGUAGE_DATE_PROSE_H

#include "language/date_words.h"

/* Does the sentence have a verb whose tense shows? True also where the language has no table of tenses. */
bool date_verb_in(const struct date_tables *tables, struct ng_text sentence);
/* "between | 2 March and 30 May": does the word before byte `at` open a span? */
bool date_span_opens(const struct date_tables *tables, struct ng_text text, uint32_t at);

#endif
