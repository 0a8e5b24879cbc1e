/* Which blocks of a page are its article, and what the others are. */
#ifndef READ_HTML_CHOOSE_H
#define READ_HTML_CHOOSE_H

#include "read/html_terms.h"

/* One block of the article for each of the page, in order, with its kind and reason. */
struct blocks html_choose(const struct html_page *page, const struct html_terms *terms);
/* The same with scores from elsewhere (0 ... 1 for each block); for fitting. */
struct blocks html_choose_scored(const struct html_page *page, const struct html_terms *terms, const float *score);
/* The same for HTML that is content throughout. */
struct blocks html_choose_all(const struct html_page *page);

#endif
