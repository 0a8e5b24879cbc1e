/* What stands around an expression: tense, neighbours, signs that it is no date. */
#ifndef LANGUAGE_DATE_CUE_H
#define LANGUAGE_DATE_CUE_H

#include "language/date_resolve.h"

int date_tense(const struct date_context *context, const struct date_match *match); /* 1 future, -1 past, 0 no cue */

/* The word right before or after is of the class. */
bool date_cue_before(const struct date_context *context, const struct date_match *match, enum date_class class);
bool date_cue_after(const struct date_context *context, const struct date_match *match, enum date_class class);
/* "said on Friday": the day of a report, whatever it tells of. */
bool date_reported(const struct date_context *context, const struct date_match *match);
/* A mark that ends a clause, or the end of the text, stands at this byte. */
bool date_clause_ends(const struct date_context *context, uint32_t at);

/* A blank and a word with a capital stand there: a name goes on. */
bool date_capital_follows(const struct date_context *context, uint32_t at);

bool date_looks_like_year(const struct date_context *context, const struct date_match *match);
bool date_looks_like_month(const struct date_context *context, const struct date_match *match);
/* "her Christmas speech": the expression names something else. */
bool date_names_another(const struct date_context *context, const struct date_match *match);

#endif
