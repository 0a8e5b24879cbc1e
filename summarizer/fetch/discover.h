/* The feed that a page names, for those who gave the page's address instead of the feed's. */
#ifndef FETCH_DISCOVER_H
#define FETCH_DISCOVER_H

#include "base/arena.h"

/* The first feed of a page's <link rel="alternate">, absolute; `base` is the page's own URL. Empty: it names none. */
struct ng_text discover_feed(struct arena *arena, struct ng_text page, struct ng_text base);

#endif
