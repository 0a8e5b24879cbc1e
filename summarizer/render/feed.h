/* Feeds of briefings: Atom (RFC 4287), RSS 2.0, JSON Feed 1.1. */
#ifndef RENDER_FEED_H
#define RENDER_FEED_H

#include "render/theme.h"

/* Entries are added newest first: one a briefing, or one a story where theme.conf says so. */
struct feed {
	struct arena *arena;
	struct theme theme;
	struct ng_text base, domain; /* of theme.conf's [site] */
	struct json *view;           /* what the templates see */
	struct json *entries;
};
struct feed feed_open(struct arena *arena, const struct theme *theme);
void feed_add(struct feed *feed, const struct ng_briefing *briefing);

void feed_put_atom(struct feed *feed, struct buf *out);
void feed_put_rss(struct feed *feed, struct buf *out);
void feed_put_json(struct feed *feed, struct buf *out);

#endif
