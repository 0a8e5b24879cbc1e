/* The roles of an article's lines: which are noise and why, what the others are. */
#ifndef CLEAN_ROLE_H
#define CLEAN_ROLE_H

#include "clean/page.h"

/* One block a line. Line `title` says the headline, if there is one; others that say it are copies. */
struct blocks roles_of(struct arena *arena, const struct page *page, size_t title);

/*
 * Looks again at blocks that a reader gave, one a line of the page: only what says by its words that it is no body
 * (a newsletter's pitch, "Reporting by", a caption in a sentence) and copies of the headline change their roles.
 */
void roles_again(const struct page *page, size_t title, struct blocks *blocks);

#endif
