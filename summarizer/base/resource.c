/*
 * Resources. In: a name. Out: its bytes from the user's folder if they are there, else those compiled in.
 * The compiled-in table is sorted by name, so it is searched by halves; the folder is walked with a list of folders
 * still to see. Refuses: names that leave the folder ("..", a leading slash), folders nested deeper than any theme's.
 */
#include "base/resource.h"

#include "base/file.h"
#include "base/sort.h"

enum { LARGEST_FILE = 1 << 26, DEEPEST_FOLDER = 8 };

static bool stays_inside(struct ng_text name)
{
	struct ng_text part;

	while (text_cut(&name, '/', &part))
		if (!part.len || text_equal(part, TEXT("..")))
			return false;
	return true;
}

static const struct resource *find_built_in(const struct resource *list, struct ng_text name)
{
	size_t low = 0, high = 0;

	while (list && list[high].name)
		high++;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		int order = text_compare(text_of(list[middle].name), name);
		if (order == 0)
			return &list[middle];
		if (order < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return NULL;
}

static const char *path_in(struct arena *arena, const struct resources *resources, const char *name)
{
	return arena_format(arena, "%s/%s", resources->folder, name).at;
}

struct ng_text resource_find(struct arena *arena, const struct resources *resources, const char *name, bool *found)
{
	*found = true;
	if (!stays_inside(text_of(name))) {
		*found = false;
		return TEXT("");
	}
	if (resources->folder) {
		const char *path = path_in(arena, resources, name);
		if (file_kind(path) != FILE_ABSENT)
			return file_read(arena, path, LARGEST_FILE);
	}
	const struct resource *resource = find_built_in(resources->built_in, text_of(name));
	*found = resource != NULL;
	return resource ? (struct ng_text){(const char *)resource->at, resource->len} : TEXT("");
}

static size_t count_slashes(struct ng_text name)
{
	size_t n = 0;

	for (size_t i = 0; i < name.len; i++)
		n += name.at[i] == '/';
	return n;
}

/* Adds the files of the user's folder. Folders still to be looked into wait in a list of their own. */
static void list_folder(struct arena *arena, const struct resources *resources, struct resource_names *names)
{
	struct resource_names folders = {0};

	*array_add(arena, &folders) = TEXT("");
	for (size_t i = 0; i < folders.n; i++) {
		struct ng_text folder = folders.at[i];
		const char *path = path_in(arena, resources, arena_string(arena, folder));
		struct file_names files = file_list(arena, path);
		for (size_t k = 0; k < files.n; k++) {
			struct ng_text name = arena_format(arena, "%.*s%s", TEXT_ARGS(folder), files.at[k]);
			enum file_kind kind = file_kind(path_in(arena, resources, name.at));
			if (kind == FILE_REGULAR)
				*array_add(arena, names) = name;
			else if (kind == FILE_FOLDER && count_slashes(name) < DEEPEST_FOLDER)
				*array_add(arena, &folders) = arena_format(arena, "%s/", name.at);
		}
	}
}

static int order_texts(const void *a, const void *b, void *context)
{
	(void)context;
	return text_compare(*(const struct ng_text *)a, *(const struct ng_text *)b);
}

struct resource_names resource_list(struct arena *arena, const struct resources *resources, const char *prefix)
{
	struct resource_names all = {0}, chosen = {0};

	for (const struct resource *at = resources->built_in; at && at->name; at++)
		*array_add(arena, &all) = text_of(at->name);
	if (resources->folder)
		list_folder(arena, resources, &all);
	sort_stable(arena, all.at, all.n, sizeof *all.at, order_texts, NULL);
	for (size_t i = 0; i < all.n; i++)
		if (text_starts(all.at[i], text_of(prefix)) && (i == 0 || !text_equal(all.at[i], all.at[i - 1])))
			*array_add(arena, &chosen) = all.at[i];
	return chosen;
}
