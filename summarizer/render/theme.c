/*
 * Themes. In: a template's name and a view. Out: the rendering. A theme of the user's is a folder that holds what
 * differs; a built-in theme is a folder of templates/. Files are looked for in the user's folder, in the chosen
 * built-in theme, in `plain`. Refuses: names that leave the folder (base/resource.c), files that are not there.
 */
#include "render/theme.h"

#include "base/escape.h"
#include "base/file.h"

static const char default_theme[] = "plain";

/* The kind is what stands before ".mustache": "page.html.mustache" is html. */
template_escape *theme_escape(struct ng_text file)
{
	static const struct {
		const char *suffix;
		template_escape *escape;
	} kinds[] = {{".html", escape_html}, {".md", escape_markdown}, {".txt", escape_plain}, {".xml", escape_xml}};

	if (text_ends(file, TEXT(".mustache")))
		file = text_slice(file, 0, file.len - TEXT(".mustache").len);
	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
		if (text_ends(file, text_of(kinds[i].suffix)))
			return kinds[i].escape;
	return escape_xml; /* Mustache's four and ', and braces left alone */
}

static struct ng_text find(const struct theme_partials *theme, const char *folder, struct ng_text name,
			   const char *suffix, bool *found)
{
	const char *path = arena_format(theme->arena, "%s%.*s%s", folder, TEXT_ARGS(name), suffix).at;
	struct ng_text bytes = resource_find(theme->arena, theme->resources, path, found);

	return bytes.at ? bytes : TEXT("");
}

struct ng_text theme_partial(void *user, struct ng_text name)
{
	const struct theme_partials *theme = user;
	const char *folders[] = {"", arena_format(theme->arena, "%.*s/", TEXT_ARGS(theme->name)).at,
				 arena_format(theme->arena, "%s/", default_theme).at};
	static const char *const suffixes[] = {".mustache", ""};
	size_t n_folders = theme->name.len ? sizeof folders / sizeof *folders : 1;

	for (size_t i = 0; i < n_folders; i++)
		for (size_t k = 0; k < sizeof suffixes / sizeof *suffixes; k++) {
			bool found;
			struct ng_text bytes = find(theme, folders[i], name, suffixes[k], &found);
			if (found)
				return bytes;
		}
	return (struct ng_text){NULL, 0};
}

/* Is the folder's name that of a built-in theme, and of nothing else? */
static bool names_built_in(struct arena *arena, const struct resources *resources)
{
	struct resources built_in = {.built_in = resources->built_in};

	if (!resources->folder || file_kind(resources->folder) == FILE_FOLDER)
		return false;
	return resource_list(arena, &built_in, arena_format(arena, "%s/", resources->folder).at).n > 0;
}

void theme_render(struct buf *out, const struct resources *resources, const char *file, const struct json *view)
{
	struct arena *arena = out->arena;
	bool named = names_built_in(arena, resources);
	struct resources found = {.built_in = resources->built_in, .folder = named ? NULL : resources->folder};
	struct theme_partials partials = {
	    .arena = arena, .resources = &found, .name = text_of(named ? resources->folder : default_theme)};
	const char *name = arena_format(arena, "%s.mustache", file).at;
	struct template_options options = {
	    .escape = theme_escape(text_of(file)), .partial = theme_partial, .user = &partials, .name = name};
	struct ng_text source = theme_partial(&partials, text_of(file));

	if (!source.at)
		arena_fail(arena, NG_CONFIG, text_of(name), 0, "the theme has no such template");
	template_render(out, source, view, &options);
}
