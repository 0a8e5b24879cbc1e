/* The words of a line as cleaning compares them. */
#ifndef CLEAN_TOKEN_H
#define CLEAN_TOKEN_H

#include "base/utf8.h"

/* A word of a line: the hash of its letters in lower case, or NUMBER_WORD for a run of digits. */
struct token {
	uint64_t word;
	uint32_t start, end;
	uint32_t rune; /* its first one */
	bool small;    /* an ASCII small letter stands in it, not first */
};
#define NUMBER_WORD 1u
/* The next word of text[at, end), a CJK character being one; false: there is none. */
bool token_next(struct ng_text text, uint32_t at, uint32_t end, struct token *token);

#endif
