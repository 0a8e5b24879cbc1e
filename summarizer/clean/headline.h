/* The headline: found in the text when the record has none, mended or cut back when its source cut it off. */
#ifndef CLEAN_HEADLINE_H
#define CLEAN_HEADLINE_H

#include "clean/page.h"

/*
 * Fills article->title (a slice of the record's title or of the text, never new words) and article->title_cut. Returns
 * the line of the text that the title is now taken from; page->n: none, it is the record's.
 */
size_t headline_find(const struct lexicon *lexicon, struct page *page, struct article *article);

/* The title without what shows that it was cut off: dots, dangling words and marks; *cut: there was any of it. */
struct ng_text headline_whole(const struct lexicon *lexicon, struct ng_text title, bool *cut);

#endif
