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
	uint32_t histories,
	    deictics; /* dates so far that name a bygone year; that are told from the moment of writing */
};

/* Index of a resolver, from 1; 0: there is none of that name. */
uint8_t date_resolver_named(struct ng_text name);
bool date_resolve(uint8_t resolver, struct date_context *context, const struct date_match *match,
		  struct date_value *value);

/* What resolvers ask of a match. */
static inline bool has(const struct date_match *match, enum date_class class)
{
	return match->has & CLASS_BIT(class);
}
static inline int number(const struct date_context *context, const struct date_match *match, enum date_class class)
{
	return date_token_number(context->tables, match->at[class], class);
}
static inline struct ng_text value_text(const struct date_context *context, const struct date_match *match,
					enum date_class class)
{
	return date_token_text(context->tables, match->at[class], class);
}

/*
 * A text that names years long gone and hardly ever says "today" or "Friday" tells history: what is missing in a date
 * comes from the text, not from the day of publication.
 */
static inline bool date_narrative(const struct date_context *context)
{
	return context->histories >= 4 && context->histories > 4 * context->deictics && context->reference != NG_NO_DAY;
}

/* How many of a unit: a whole number, 1 for "a" and for nothing; below 1: no whole number. */
static inline int count_of(const struct date_context *context, const struct date_match *match)
{
	if (!has(match, IS_NUMBER))
		return 1;
	bool parts = match->at[IS_NUMBER]->classes & (CLASS_BIT(IS_DOT_CLOCK) | CLASS_BIT(IS_SHORT_DATE));
	return parts ? -1 : number(context, match, IS_NUMBER);
}

/* date_cue.c: what stands around. Tense: 1 future, -1 past, 0 no cue. */
int date_tense(const struct date_context *context, const struct date_match *match);
bool date_cue_before(const struct date_context *context, const struct date_match *match,
		     enum date_class class); /* the word right before */
bool date_cue_after(const struct date_context *context, const struct date_match *match, enum date_class class);
bool date_clause_ends(const struct date_context *context, uint32_t at); /* a mark or the end of the text at this byte */
bool date_looks_like_year(const struct date_context *context, const struct date_match *match);
bool date_names_another(const struct date_context *context, const struct date_match *match);
bool date_looks_like_month(const struct date_context *context, const struct date_match *match);

typedef bool date_resolver(struct date_context *context, const struct date_match *match, struct date_value *value);

#endif
