/* Words and phrases that tell news text from what surrounds it; blocks measured by them. */
#ifndef READ_HTML_LEXICON_H
#define READ_HTML_LEXICON_H

#include "read/html_page.h"

enum html_phrase {
	PHRASE_PROMO_START, /* a block that starts so is a widget's or promotion */
	PHRASE_PROMO,       /* the same words inside */
	PHRASE_PITCH,       /* newsletters, apps, accounts */
	PHRASE_LEGAL,       /* rights, rules of comments, company boilerplate */
	PHRASE_STOPHEAD,    /* headings after which no body comes */
	PHRASE_CREDIT,      /* of pictures */
	PHRASE_BYLINE,      /* starts a byline */
	PHRASE_AGENCY,      /* reporting by ... */
	PHRASE_WIDGET,      /* the whole block is nothing else */
	PHRASE_AGO,
	PHRASE_MONTH,
	PHRASE_STOP,
	PHRASES
};
#define PHRASE_BIT(phrase) (1u << (phrase))

enum {
	SHAPE_TERMINAL = 1 << 0,
	SHAPE_COLON = 1 << 1,
	SHAPE_DOTS = 1 << 2,
	SHAPE_UPPER = 1 << 3,
	SHAPE_LOWER = 1 << 4,
	SHAPE_QUOTE = 1 << 5,
	SHAPE_BRACKET = 1 << 6,
	SHAPE_AT = 1 << 7,
	SHAPE_DATE = 1 << 8
};

struct html_lexicon;
struct html_lexicon *html_lexicon_new(struct arena *arena);

/* Fills in all that html_block says is filled here, and the frames' sums. */
void html_scan(struct html_page *page, const struct html_lexicon *lexicon);

struct word_hashes {
	uint64_t *at;
	size_t n, room;
};
/* The words of any text, as page->words has them. */
struct word_hashes words_of(struct arena *arena, struct ng_text text);
bool words_hold(const struct word_hashes *words, uint64_t word);
/* Distinct words of both over distinct words of either; 0 when one has none. */
double words_jaccard(const struct word_hashes *a, const struct word_hashes *b);

#endif
