/* Expressions that stand side by side and mean one thing: "8 p.m." + "Monday", "two days" + "after" + "Easter". */
#ifndef LANGUAGE_DATE_JOIN_H
#define LANGUAGE_DATE_JOIN_H

#include "language/date_resolve.h"

/* An expression found: tokens [first, last), bytes [start, end). */
struct date_hit {
	struct date_value value;
	size_t first, last;
	uint32_t start, end;
};

/* Takes a time of day right after a day into it. */
void date_join_clock(const struct date_context *context, struct date_hit *hit);
/* True: `hit` has taken in `before`, the expression found before it (NULL: there is none). */
bool date_join(const struct date_context *context, const struct date_hit *before, struct date_hit *hit);

#endif
