/* Faults of a theme, before a briefing meets them. */
#ifndef RENDER_THEME_CHECK_H
#define RENDER_THEME_CHECK_H

#include "render/render.h"

struct theme_report {
	void (*fault)(void *user, const struct ng_error *error);
	void *user;
};

/*
 * Reports templates that do not parse, settings of theme.conf that no theme has, values that are none, and, when all
 * parse, names that no view has, wherever they stand: a made-up briefing with one of everything is rendered in every
 * way. The number of templates looked at.
 */
size_t theme_check(struct arena *arena, const struct render_options *options, struct theme_report report);

#endif
