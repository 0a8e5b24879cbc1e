/* What the choice of blocks weighs: a row of figures for each block, seen alone and then among its neighbours. */
#ifndef READ_HTML_TERMS_H
#define READ_HTML_TERMS_H

#include "read/html_lexicon.h"
#include "read/metadata.h"

enum { HTML_MARKS = 14 };

/* clang-format off */
/* The block itself, its place, and the frames around it. */
enum html_term {
	TERM_WORDS, TERM_LINK, TERM_LINKS, TERM_BOLD, TERM_ITALIC, TERM_TERMINAL, TERM_COLON, TERM_DOTS, TERM_COMMAS, TERM_STOPS,
	TERM_STOPWORDS, TERM_CAPITAL, TERM_CAPITALS, TERM_DIGITS, TERM_LETTERS, TERM_FIRST, TERM_QUOTE, TERM_BARS, TERM_PROMO,
	TERM_PITCHES, TERM_LEGAL, TERM_SINCE, TERM_SINCE_WORDS, TERM_CREDIT, TERM_DATE, TERM_BYLINE, TERM_AGENCY, TERM_BRACKET,
	TERM_AT, TERM_KIND, TERM_LEVEL, TERM_DUPLICATES, TERM_SEEN, TERM_TITLE, TERM_IS_TITLE, TERM_DATA, TERM_DESCRIPTION,
	TERM_PLACE, TERM_PLACE_WORDS, TERM_HEADLINE, TERM_HEADLINE_WORDS, TERM_ORDER, TERM_PAGE_LINK,
	TERM_FRAME_LINK, TERM_NEAR_WORDS, TERM_NEAR_LINK, TERM_NEAR_PROSE, TERM_NEAR_SHARE, TERM_ABOVE_WORDS, TERM_ABOVE_LINK,
	TERM_ABOVE_PROSE, TERM_ABOVE_SHARE, TERM_FAR_LINK, TERM_FAR_SHARE,
	TERM_PROSE_INSIDE, TERM_PROSE_NEAR, TERM_PROSE_ABOVE,  /* against the frame with most prose */
	TERM_ELSEWHERE,                                        /* in another article element than the headline */
	TERM_CLASS,                                            /* HTML_CLASSES of them: 3 its own, 2 near, 1 any above */
	TERM_MARK = TERM_CLASS + HTML_CLASSES,                 /* HTML_MARKS of them: any above */
	TERM_NEIGHBOUR = TERM_MARK + HTML_MARKS,               /* two before, two after: words, link, kind, terminal, same frame */
	HTML_TERMS = TERM_NEIGHBOUR + 4 * 5
};

/* The block among the others, once each has a first score. */
enum html_context_term {
	CONTEXT_SCORE, CONTEXT_INSIDE, CONTEXT_DEPTH, CONTEXT_OUT, CONTEXT_BEFORE, CONTEXT_AFTER, CONTEXT_WORDS_BEFORE,
	CONTEXT_WORDS_AFTER, CONTEXT_SHARE, CONTEXT_SINCE_SURE, CONTEXT_TO_SURE, CONTEXT_PATTERN, CONTEXT_SIBLINGS,
	CONTEXT_BRANCH, CONTEXT_BRANCH_LINK, CONTEXT_BRANCH_WORDS, CONTEXT_BRANCH_TAKEN, CONTEXT_NEAR,
	CONTEXT_SCORES,                                        /* of the three blocks before and after */
	CONTEXT_CLASS = CONTEXT_SCORES + 6,                    /* HTML_CLASSES: between the article's frame and the block */
	CONTEXT_MARK = CONTEXT_CLASS + HTML_CLASSES,           /* HTML_MARKS: the same */
	CONTEXT_OWN = CONTEXT_MARK + HTML_MARKS,               /* HTML_TERMS up to TERM_CLASS of its own, and its neighbours */
	HTML_CONTEXT_TERMS = CONTEXT_OWN + TERM_CLASS + 4 * 5
};
/* clang-format on */

struct html_terms;
struct html_terms *html_terms_new(const struct html_page *page, const struct metadata *metadata);
void html_terms_row(const struct html_terms *terms, size_t block, float *row); /* HTML_TERMS of them */
size_t html_terms_headline(const struct html_terms *terms); /* the block that is the headline; SIZE_MAX: none */

struct html_context;
/* `score`: 0 ... 1 for each block, borrowed. */
struct html_context *html_context_new(const struct html_page *page, const struct html_terms *terms, const float *score);
void html_context_row(const struct html_context *context, size_t i, float *row); /* HTML_CONTEXT_TERMS of them */

#endif
