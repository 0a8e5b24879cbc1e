/*
 * Themes. In: a template's name and a view, or a setting's. Out: the rendering, the value. A theme of the user's is a
 * folder that holds what differs; a built-in theme is a folder of templates/. Files are looked for in the user's
 * folder, in the chosen built-in theme, in `plain`. Refuses: names that leave the folder (base/resource.c), files that
 * are not there.
 */
#include "render/theme.h"

#include "base/escape.h"
#include "base/file.h"
#include "base/wordlist.h"
#include "render/css.h"
#include "render/lengths.h"
#include "render/post.h"

static const char default_theme[] = "plain";

/* The kind is what stands before ".mustache": "page.html.mustache" is html. */
template_escape *theme_escape(struct ng_text file)
{
	static const struct {
		const char *suffix;
		template_escape *escape;
	} kinds[] = {{"post.md", post_escape},
		     {".html", escape_html},
		     {".md", escape_markdown},
		     {".txt", escape_plain},
		     {".xml", escape_xml}};

	if (text_ends(file, TEXT(".mustache")))
		file = text_slice(file, 0, file.len - TEXT(".mustache").len);
	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
		if (text_ends(file, text_of(kinds[i].suffix)))
			return kinds[i].escape;
	return escape_xml; /* Mustache's four and ', and braces left alone */
}

/* Is the folder's name that of a built-in theme, and of nothing else? */
static bool names_built_in(struct arena *arena, const struct resources *resources)
{
	struct resources built_in = {.built_in = resources->built_in};

	if (!resources->folder || file_kind(resources->folder) == FILE_FOLDER)
		return false;
	return resource_list(arena, &built_in, arena_format(arena, "%s/", resources->folder).at).n > 0;
}

bool theme_known(struct arena *arena, const struct resources *resources)
{
	return !resources->folder || file_kind(resources->folder) == FILE_FOLDER || names_built_in(arena, resources);
}

struct theme theme_open(struct arena *arena, const struct render_options *options)
{
	const struct resources *resources = &options->theme;
	struct theme theme = {.arena = arena,
			      .resources = *resources,
			      .name = text_of(default_theme),
			      .cache = template_cache_new(arena),
			      .strict = options->strict};

	if (names_built_in(arena, resources)) {
		theme.name = text_of(resources->folder);
		theme.resources.folder = NULL;
	}
	return theme;
}

/* The places a file may be in, most special first. */
enum { PLACES = 3 };

static struct ng_text find(const struct theme *theme, int place, struct ng_text name, const char *suffix, bool *found)
{
	struct ng_text folder[PLACES] = {TEXT(""), theme->name, text_of(default_theme)};
	const char *slash = folder[place].len ? "/" : "";
	const char *path =
	    arena_format(theme->arena, "%.*s%s%.*s%s", TEXT_ARGS(folder[place]), slash, TEXT_ARGS(name), suffix).at;
	struct ng_text bytes = resource_find(theme->arena, &theme->resources, path, found);

	return bytes.at ? bytes : TEXT("");
}

/* A page carries its style sheet inside: in as few bytes as will do. */
static struct ng_text squeezed(struct arena *arena, struct ng_text sheet)
{
	struct buf out = buf_new(arena, SIZE_MAX);

	css_squeeze(&out, sheet);
	return out.len ? buf_text(&out) : TEXT("");
}

struct ng_text theme_partial(void *user, struct ng_text name)
{
	const struct theme *theme = user;
	static const char *const suffixes[] = {".mustache", ""};

	for (int place = 0; place < (theme->name.len ? PLACES : 1); place++)
		for (size_t k = 0; k < sizeof suffixes / sizeof *suffixes; k++) {
			bool found;
			struct ng_text bytes = find(theme, place, name, suffixes[k], &found);
			if (found)
				return text_ends(name, TEXT(".css")) ? squeezed(theme->arena, bytes) : bytes;
		}
	return (struct ng_text){NULL, 0};
}

void theme_render(const struct theme *theme, struct buf *out, const char *file, const struct json *view)
{
	struct theme copy = *theme;
	const char *name = arena_format(theme->arena, "%s.mustache", file).at;
	struct template_options options = {.escape = theme_escape(text_of(file)),
					   .partial = theme_partial,
					   .user = &copy,
					   .name = name,
					   .cache = theme->cache,
					   .strict = theme->strict};
	struct ng_text source = TEXT("");

	if (!template_is_cached(theme->cache, text_of(name)))
		source = theme_partial(&copy, text_of(file));
	if (!source.at)
		arena_fail(theme->arena, NG_CONFIG, text_of(name), 0, "the theme has no such template");
	template_render(out, source, view, &options);
}

static bool find_setting(const struct theme *theme, struct ng_text bytes, const char *section, const char *name,
			 struct ng_text *value)
{
	struct wordlist list = wordlist_read(theme->arena, bytes, "theme.conf", WORDLIST_LINES);

	for (size_t i = 0; i < list.n; i++)
		if (text_equal(list.at[i].section, text_of(section)) && text_equal(list.at[i].entry, text_of(name))) {
			*value = list.at[i].value;
			return true;
		}
	return false;
}

struct ng_text theme_setting(const struct theme *theme, const char *section, const char *name)
{
	struct ng_text value;

	if (theme->resources.first && find_setting(theme, text_of(theme->resources.first), section, name, &value))
		return value;
	for (int place = 0; place < PLACES; place++) {
		bool found;
		struct ng_text bytes = find(theme, place, TEXT("theme.conf"), "", &found);
		if (found && find_setting(theme, bytes, section, name, &value))
			return value;
	}
	return TEXT("");
}

size_t theme_number(const struct theme *theme, const char *section, const char *name)
{
	const size_t digits = 9;
	struct ng_text value = theme_setting(theme, section, name);
	size_t number = 0;

	if (!value.len)
		return SIZE_MAX;
	for (size_t i = 0; i < value.len; i++) {
		if (value.at[i] < '0' || value.at[i] > '9' || i == digits)
			arena_fail(theme->arena, NG_CONFIG, TEXT("theme.conf"), 0, "[%s] %s: a number is wanted",
				   section, name);
		number = number * 10 + (size_t)(value.at[i] - '0');
	}
	return number;
}

bool theme_lists(const struct theme *theme, const char *section, const char *name, const char *word)
{
	struct ng_text list = theme_setting(theme, section, name), part;

	while (text_cut(&list, ' ', &part))
		if (text_equal(part, text_of(word)))
			return true;
	return false;
}

struct json *theme_view(const struct theme *theme, const struct ng_briefing *briefing)
{
	struct lengths lengths = {
	    .stories = {[NG_STORY_TOP] = theme_number(theme, "lengths", "top"),
			[NG_STORY_MORE] = theme_number(theme, "lengths", "more"),
			[NG_STORY_ALSO] = theme_number(theme, "lengths", "also"),
			[NG_STORY_QUIET] = theme_number(theme, "lengths", "quiet")},
	    .sentences = theme_number(theme, "lengths", "sentences"),
	    .quotes = theme_number(theme, "lengths", "quotes"),
	    .timeline = theme_number(theme, "lengths", "timeline"),
	};

	return view_briefing(theme->arena, lengths_cut(theme->arena, briefing, &lengths));
}
