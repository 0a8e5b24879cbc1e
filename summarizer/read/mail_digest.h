/* One mail that holds many items: cut at its headings that are links. */
#ifndef READ_MAIL_DIGEST_H
#define READ_MAIL_DIGEST_H

#include "base/arena.h"

struct mail_item {
	struct ng_text title; /* plain, one line */
	struct ng_text url;   /* the heading's link */
	struct ng_text html;  /* what follows up to the next item; a slice of the mail */
};

struct mail_items {
	struct mail_item *at;
	size_t n, room;
};

/* None (n 0) unless it is clearly a digest: three headings of one level that are links, each with words of its own. */
struct mail_items mail_digest(struct arena *arena, struct ng_text html);

#endif
