/* Stands in for render/site.c: a briefing is not written. */
#include "base/arena.h"
#include "render/render.h"

void site_write(struct arena *arena, const char *out, const struct resources *theme, const struct ng_briefing *briefing)
{
	(void)theme, (void)briefing;
	arena_fail(arena, NG_INTERNAL, text_of(out), 0, "briefings are not written yet");
}
