/* The roles of an article's lines: which are noise and why, what the others are. */
#ifndef CLEAN_ROLE_H
#define CLEAN_ROLE_H

#include "clean/page.h"

/* One block a line. Line `title` says the headline, if there is one; others that say it are copies. */
struct blocks roles_of(struct arena *arena, const struct page *page, size_t title);

#endif
