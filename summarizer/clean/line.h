/* The lines of a text as a reader sees them: physical lines, those of a hard-wrapped paragraph put together. */
#ifndef CLEAN_LINE_H
#define CLEAN_LINE_H

#include "read/article.h"

struct line {
	uint32_t start, end; /* bytes, without white space at its ends; never empty */
	bool gap;            /* a blank line stands before it */
};

struct lines {
	struct line *at;
	size_t n, room;
};

/* Lines looked at in one article; all that comes after them is one last line. */
enum { LINE_LIMIT = 50000 };

struct lines lines_find(struct arena *arena, struct ng_text text);
/* True if a text of these lines was wrapped at a fixed number of columns, 40 to 100. For tests. */
bool lines_wrapped(struct ng_text text, const struct lines *lines);

/* Shortens [*start, *end) by white space at both ends, U+00A0, U+200B and U+FEFF too. */
void line_trim(struct ng_text text, uint32_t *start, uint32_t *end);
/* Bytes of the bullet or dash that begins text[start, end), blanks after it included; 0: none. */
uint32_t line_bullet(struct ng_text text, uint32_t start, uint32_t end);

#endif
