/* The names of a site that its templates see. */
#ifndef RENDER_SITE_VIEW_H
#define RENDER_SITE_VIEW_H

#include "base/date.h"
#include "base/json.h"

struct site_neighbours {
	int32_t previous, next; /* NG_NO_DAY: none */
};
/* The member "site" of a day's page. `root` leads from the page to the site's folder. */
struct json *site_view_page(struct arena *arena, struct ng_text base, int32_t day, struct site_neighbours neighbours,
			    const char *root);

/* What the archive says of a day; it borrows nothing. */
enum { SITE_HEADLINES = 3, SITE_HEADLINE_BYTES = 300 };
struct site_headlines {
	size_t n, length[SITE_HEADLINES];
	char text[SITE_HEADLINES][SITE_HEADLINE_BYTES];
};
void site_headlines_take(struct site_headlines *headlines, const struct ng_briefing *briefing);

struct site_archive {
	struct arena *arena;
	struct ng_text base;
	const struct ng_briefing *briefing; /* gives title and language */
	struct json *days;
};
struct site_archive site_archive_open(struct arena *arena, struct ng_text base, const struct ng_briefing *briefing);
void site_archive_add(struct site_archive *archive, int32_t day,
		      const struct site_headlines *headlines); /* newest first */
/* All months, or only that of `month`. */
struct json *site_archive_view(struct site_archive *archive, const struct civil *month);

#endif
