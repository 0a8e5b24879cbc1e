/* The day of publication from lines of a text that say it: "Published Nov. 19, 2019, 7:07 PM EST". */
#ifndef CLEAN_PUBLISHED_H
#define CLEAN_PUBLISHED_H

#include "clean/page.h"

/* Fills article->published and published_from (FROM_TEXT) if they are empty and a line says it. Never after file_day.
 */
void published_find(const struct lexicon *lexicon, const struct page *page, struct article *article);

/* The first date of text[start, end) that has a year, with the time of day beside it; false: there is none. */
bool published_date(const struct lexicon *lexicon, struct ng_text text, struct stamp *stamp);

#endif
