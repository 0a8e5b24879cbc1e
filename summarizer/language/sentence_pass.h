/* The segmenter's state: one pass over a block, with the sentences found so far, whose last may be taken back. */
#ifndef LANGUAGE_SENTENCE_PASS_H
#define LANGUAGE_SENTENCE_PASS_H

#include "language/sentence_text.h"

#define NOT_OPEN UINT32_MAX
enum open_kind { OPEN_QUOTE, OPEN_CJK_QUOTE, OPEN_ROUND, OPEN_SQUARE, OPEN_KINDS };

/* A mark that waits for its counterpart. A new one of its kind takes its place: there is no stack. */
struct open_mark {
	uint32_t at; /* NOT_OPEN: none */
	uint32_t start;
	size_t ends; /* the sentence it stands in, and how many ended before it */
};

struct list_marker {
	char close;      /* '.', ')', or ']' for ".)"; 0: no list; '*': bullets */
	bool digits;     /* else a letter */
	unsigned number; /* the next expected */
};

struct sentence_pass {
	struct arena *arena;
	const struct sentence_tables *tables;
	struct ng_text text; /* of the block; spans are `base` further on */
	uint32_t base;
	struct spans *spans;
	size_t first;   /* spans before it are not this pass's */
	uint32_t start; /* of the running sentence */
	struct open_mark open[OPEN_KINDS];
	struct open_mark closed; /* the quotation closed in the run of stops at hand */
	struct list_marker list;
};

/* sentence.c */
void sentence_end(struct sentence_pass *pass, size_t end); /* the running sentence ends; the next begins after it */
void sentence_paragraph(struct sentence_pass *pass, size_t end);
void sentence_take_back(struct sentence_pass *pass, size_t ends); /* forgets the sentences after the first `ends` */
size_t sentence_count(const struct sentence_pass *pass);

/* sentence_mark.c: quotation marks and brackets */
void sentence_open(struct sentence_pass *pass, enum open_kind kind, size_t at);
void sentence_close(struct sentence_pass *pass, enum open_kind kind, size_t at);
void sentence_quotation_mark(struct sentence_pass *pass, size_t at, uint32_t rune, size_t len);
enum open_kind sentence_quote_kind(uint32_t rune);

/* sentence_line.c: what ends a sentence without a stop; each returns the byte to go on at */
size_t sentence_line_feed(struct sentence_pass *pass, size_t at);
void sentence_bullet(struct sentence_pass *pass, size_t at);
bool sentence_list_item(struct sentence_pass *pass, size_t at); /* '.' or ')' at `at` belongs to a list's marker */
size_t sentence_emoticon(struct sentence_pass *pass, size_t at);
size_t sentence_rule(struct sentence_pass *pass, size_t at); /* "***": a line drawn with characters */
bool sentence_semicolon(const struct sentence_pass *pass, size_t at);

/* sentence_mail.c: the same for mails and addresses */
size_t sentence_colon(struct sentence_pass *pass, size_t at);
size_t sentence_at_sign(struct sentence_pass *pass, size_t at);
size_t sentence_comma(struct sentence_pass *pass, size_t at);

/* sentence_stop.c */
size_t sentence_stop(struct sentence_pass *pass, size_t at, uint32_t rune, size_t len);

#endif
