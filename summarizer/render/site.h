/* The folder of pages: days, an index, an archive by month, feeds, a sitemap. */
#ifndef RENDER_SITE_H
#define RENDER_SITE_H

#include "render/render.h"

/*
 * Writes the briefing's day but its mail under the folder `out`, and what depends on it: the pages of the days before
 * and after, index.html, archive.html, the month's page, feed.xml, rss.xml, feed.json, sitemap.xml. Other days stay as
 * they are. No file is written with more than `most` bytes (NG_BAD_INPUT). The same briefing again writes the same
 * bytes. Jumps: NG_CANNOT_CREATE, NG_IO, NG_CONFIG; NG_BAD_INPUT when the briefing has no day, or names the
 * briefing.json of another day that cannot be read.
 */
void site_write(struct arena *arena, const char *out, const struct render_options *options,
		const struct ng_briefing *briefing, size_t most);

/*
 * The day's mail, which can be refused (NG_BAD_INPUT, render_options.mail_bytes) when all else is written. An older one
 * is removed then: it is no mail of this briefing.
 */
void site_write_mail(struct arena *arena, const char *out, const struct render_options *options,
		     const struct ng_briefing *briefing, size_t most);

#endif
