/* All lines of one article with their looks, and where they stand to each other. */
#ifndef CLEAN_PAGE_H
#define CLEAN_PAGE_H

#include "clean/look.h"

struct place {
	bool prose;                      /* a sentence of eight words and more, or a very long line */
	bool repeated;                   /* a short line that the article has again */
	bool title;                      /* says the headline, or how it begins */
	uint32_t last_prose, next_prose; /* lines to the nearest prose before, after; UINT32_MAX: none */
	uint32_t run;                    /* lines in a row that are no prose, this one among them */
	bool under_cue;    /* since a line that leads elsewhere no prose came that uses the article's words */
	bool parallel;     /* begins or ends in the same word as the line before or after */
	float title_share; /* of its content words, those in the headline */
	float known_share; /* those that prose has in other lines; -1: the line has less than two */
};

struct page {
	struct ng_text text;
	const struct line *lines;
	struct look *looks;
	const uint64_t *words; /* content words of all lines */
	struct place *places;
	size_t n;
	double stop_share; /* mean of the prose; 0: the stop words of its language are not known */
};

struct page page_read(struct arena *arena, const struct lexicon *lexicon, struct ng_text text,
		      const struct lines *lines);
/* Marks the lines that say the headline. */
void page_title(struct arena *arena, const struct lexicon *lexicon, struct page *page, struct ng_text title);

enum headline_match { HEADLINE_OTHER, HEADLINE_SAME, HEADLINE_SHORTER, HEADLINE_LONGER };
/* How the words of a line stand to a headline's: equal, the beginning of them, or longer than them. */
enum headline_match headline_match(struct ng_text line, struct ng_text title);

#endif
