/* Text -> tokens: the words of time and the numbers of one stretch of text, each with what joins it to the one before.
 */
#ifndef LANGUAGE_DATE_SCAN_H
#define LANGUAGE_DATE_SCAN_H

#include "language/date_tables.h"

struct date_token {
	uint32_t start, end;
	uint64_t classes;
	const struct date_word *word; /* NULL: made of digits, or of several number words */
	int32_t number; /* of digits: the number, minutes of a clock, day of a full date, a x 100 + b of a/b */
	int32_t more;   /* of a clock: seconds, -1 none; of a full date: minutes, -1 none; of a/b/y: the year */
	uint8_t join;   /* enum date_join */
	bool capital;
};

struct date_tokens {
	struct date_token *at;
	size_t n, room;
};

/* Appends the tokens of text[start, end). */
void date_scan(struct arena *arena, const struct date_tables *tables, struct ng_text text, uint32_t start, uint32_t end,
	       struct date_tokens *tokens);

/* Reads the digits at `at` (a digit, no letter or digit before it) into the token; false: nothing to do with time. */
bool date_scan_digits(const struct date_tables *tables, struct ng_text text, uint32_t at, struct date_token *token);

/* What a token means as a member of a class. */
int32_t date_token_number(const struct date_tables *tables, const struct date_token *token, enum date_class class);
struct ng_text date_token_text(const struct date_tables *tables, const struct date_token *token, enum date_class class);

#endif
