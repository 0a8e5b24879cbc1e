/* Patterns met by tokens: which patterns match at a token, and which token stands for what. */
#ifndef LANGUAGE_DATE_MATCH_H
#define LANGUAGE_DATE_MATCH_H

#include "language/date_scan.h"

enum { DATE_FOUND_MAX = 32 };

/* Nodes of patterns that match, best first. */
struct date_found {
	uint32_t at[DATE_FOUND_MAX];
	size_t n;
};

struct date_match {
	const struct date_token *tokens; /* tokens[first ... last) are the expression, those around it its context */
	size_t first, last;
	struct ng_text argument;
	uint64_t has; /* the classes met; of two of one class the first counts */
	const struct date_token *at[DATE_CLASSES];
};

void date_patterns_at(const struct date_tables *tables, const struct date_token *tokens, size_t n,
		      struct date_found *found);
void date_match_of(const struct date_tables *tables, const struct date_token *tokens, uint32_t node,
		   struct date_match *match);

#endif
