/* One step of a request: may this URL be asked for, and whom does it ask? */
#ifndef FETCH_HOP_H
#define FETCH_HOP_H

#include "base/arena.h"

struct hop {
	struct ng_text url;    /* to be asked for: without fragment, https unless http is allowed */
	struct ng_text host;   /* "example.org:443", in lower case: whom politeness is owed to */
	struct ng_text origin; /* "https://example.org:443": whose robots.txt binds */
	struct ng_text path;   /* with its query */
};

/* NULL: it may; else why not, a static text. http becomes https when it is not allowed and names no port. */
const char *hop_make(struct arena *arena, struct ng_text url, bool allow_http, size_t most, struct hop *hop);
/* A URL for messages: without name and password. */
struct ng_text hop_shown(struct arena *arena, struct ng_text url);

#endif
