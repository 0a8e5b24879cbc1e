/* All of a language's table of dates: words, patterns in one trie, settings. Read-only once loaded. */
#ifndef LANGUAGE_DATE_TABLES_H
#define LANGUAGE_DATE_TABLES_H

#include "language/date_words.h"

enum date_join { JOIN_BLANK = 1, JOIN_COMMA = 2, JOIN_HYPHEN = 4, JOIN_BREAK = 8 };

/* Symbols below DATE_CLASSES are classes, those above are literal words. Node 0 is the root. */
struct date_node {
	uint16_t symbol;
	uint8_t joins; /* what may stand before it */
	uint8_t depth; /* words from the root */
	bool context;
	uint32_t parent, child, sibling;
	uint32_t same;    /* of the root's children: the next of the same symbol */
	uint32_t order;   /* of the pattern that ends here, from 1; 0: none does */
	uint8_t resolver; /* its index, see date_resolve.h */
	struct ng_text argument;
};

struct date_tables {
	struct arena *arena;
	struct table index; /* word -> its place in words */
	struct {
		struct date_word *at;
		size_t n, room;
	} words;
	struct {
		struct date_sense *at;
		size_t n, room;
	} senses;
	struct {
		struct date_node *at;
		size_t n, room;
	} nodes;
	uint64_t first_classes; /* those a pattern begins with */
	struct {
		uint32_t *at;
		size_t n, room;
	} first; /* by symbol: the first of the root's children of that symbol; 0: none */
	uint32_t patterns;
	uint16_t literals;       /* the last symbol given to a literal */
	bool ordinal_dot;        /* "3." is a day */
	bool days_first;         /* 3/4 is in April */
	bool noun_after_holiday; /* "her Christmas speech" names no day */
	struct ng_text ordinal_endings, decade_endings, past_endings, hour_mark,
	    days_first_regions; /* words parted by blanks */
};

bool date_list_has(struct ng_text words, struct ng_text word);

#endif
