/* Themes: folders of templates and settings. The user's goes first, then the built-in one of that name, then `plain`.
 */
#ifndef RENDER_THEME_H
#define RENDER_THEME_H

#include "render/render.h"
#include "render/template.h"

struct theme {
	struct arena *arena;
	struct resources resources;
	struct ng_text name; /* of the built-in theme; empty: files are taken from the folder alone */
	bool strict;         /* an unknown name is an error */
	struct template_cache *cache;
};

struct theme theme_open(struct arena *arena, const struct render_options *options);

/* Is `resources->folder` (NULL too) something theme_open() can take: a folder, or a built-in theme's name? */
bool theme_known(struct arena *arena, const struct resources *resources);

/*
 * Renders the theme's template `file` ("page.html": page.html.mustache). How values are escaped is the file's kind:
 * html, md, txt, xml. Jumps with NG_CONFIG: no such template, or an error in it.
 */
void theme_render(const struct theme *theme, struct buf *out, const char *file, const struct json *view);

/* The view of a briefing of the theme's lengths. Jumps with NG_CONFIG: a length is no number. */
struct json *theme_view(const struct theme *theme, const struct ng_briefing *briefing);

/* A value of the lines given, or of theme.conf; empty: not set. Jumps with NG_CONFIG when a theme.conf cannot be read.
 */
struct ng_text theme_setting(const struct theme *theme, const char *section, const char *name);
/* The same as a number; SIZE_MAX: not set. Jumps with NG_CONFIG. */
size_t theme_number(const struct theme *theme, const char *section, const char *name);
/* Is `word` in the setting, a list parted by blanks? */
bool theme_lists(const struct theme *theme, const char *section, const char *name, const char *word);

/* The escape for a template of this name, before ".mustache" or at its end; of no known kind: HTML, braces left alone.
 */
template_escape *theme_escape(struct ng_text file);

/* A template_options.partial whose user is a struct theme: NAME.mustache, or NAME itself. Never leaves the theme. */
struct ng_text theme_partial(void *user, struct ng_text name);

#endif
