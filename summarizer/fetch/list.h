/* Which feeds to fetch: from OPML, from lists of URLs, from URLs on the command line. */
#ifndef FETCH_LIST_H
#define FETCH_LIST_H

#include "base/table.h"

/* Errors in the order of their inputs. */
struct problems {
	struct ng_error *at;
	size_t n, room;
};

struct feed_list {
	struct ng_text *at; /* URLs, each once, in the order they were named */
	size_t n, room;
	struct table known;
	struct problems problems; /* of entries that are no URL; the others are used */
};

struct feed_list list_new(struct arena *arena);
/*
 * Adds what an argument names: a URL; else a file (- is standard input) that holds OPML 2.0 or one URL a line, what
 * follows the URL and lines that begin with # passed over. Jumps: NG_NO_INPUT, NG_BAD_INPUT (no OPML, over `most`
 * bytes).
 */
void list_add(struct arena *arena, struct feed_list *list, const char *argument, size_t most);
/* Adds one URL; one that cannot be fetched goes to the problems, with the place it was named at. */
void list_add_url(struct arena *arena, struct feed_list *list, struct ng_text url, struct ng_text where,
		  unsigned long line);

#endif
