/* The days a site holds: folders YYYY/MM/DD with a briefing.json. */
#ifndef RENDER_SITE_DAYS_H
#define RENDER_SITE_DAYS_H

#include "base/arena.h"

struct site_days {
	int32_t *at; /* days since 1970-01-01, oldest first */
	size_t n, room;
};

struct site_days site_days_find(struct arena *arena, const char *out);
const char *site_path(struct arena *arena, const char *out, int32_t day, const char *file); /* OUT/YYYY/MM/DD/file */
/* The day's briefing. Jumps with the file's name when it cannot be read. */
struct ng_briefing *site_briefing(struct arena *arena, const char *out, int32_t day);

#endif
