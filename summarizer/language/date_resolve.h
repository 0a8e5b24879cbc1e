/* Resolvers: a match in its context becomes a value, or is refused (then the next best pattern is tried). */
#ifndef LANGUAGE_DATE_RESOLVE_H
#define LANGUAGE_DATE_RESOLVE_H

#include "language/date_match.h"
#include "language/date_value.h"

struct date_context {
	const struct date_tables *tables;
	struct ng_text text;
	const struct date_token *tokens; /* of this stretch of text */
	size_t n_tokens;
	uint32_t from, to;         /* the bytes of the sentence the match stands in */
	int32_t anchor;            /* NG_NO_DAY: none */
	struct civil today;        /* the anchor's date, where there is one */
	int32_t reference;         /* first day of the last date resolved, for "that year"; NG_NO_DAY: none */
	int32_t reference_day;     /* of the last that was a day */
	int quarter_year, quarter; /* the last quarter named ... */
	uint32_t quarter_at;       /* ... and where; 0: none */
	bool days_first;           /* 3/4 is in April */
	uint32_t histories;        /* dates so far that name a bygone year */
	uint32_t deictics;         /* dates so far that are told from the moment of writing */
};

/* Index of a resolver, from 1; 0: there is none of that name. */
uint8_t date_resolver_named(struct ng_text name);
bool date_resolve(uint8_t resolver, struct date_context *context, const struct date_match *match,
		  struct date_value *value);

#endif
