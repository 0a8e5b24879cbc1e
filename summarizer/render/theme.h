/* Themes: folders of templates. The user's folder goes first, then the built-in theme of that name, then `plain`. */
#ifndef RENDER_THEME_H
#define RENDER_THEME_H

#include "base/resource.h"
#include "render/template.h"

/*
 * Renders the theme's template `file` ("page.html": page.html.mustache). How values are escaped is the file's kind:
 * html, md, txt, xml. `resources->folder` is a folder of templates, or the name of a built-in theme.
 * Jumps with NG_CONFIG: no such template, or an error in it.
 */
void theme_render(struct buf *out, const struct resources *resources, const char *file, const struct json *view);

/* The escape for a template of this name, before ".mustache" or at its end; of no known kind: HTML as mustache(5) has
 * it. */
template_escape *theme_escape(struct ng_text file);

/* For template_options.partial with a struct theme_partials: NAME.mustache, or NAME itself, below the folder. */
struct theme_partials {
	struct arena *arena;
	const struct resources *resources;
	struct ng_text name; /* of the built-in theme; empty: names are taken as they are */
};
struct ng_text theme_partial(void *user, struct ng_text name);

#endif
