/* The edition looked over. In: its theme and state file. Out: every fault in them, before a run meets it. */
#include "edition.h"

#include <stdio.h>
#include <string.h>

#include "base/file.h"
#include "render/theme_check.h"

struct looking {
	struct ng_edition *edition;
	void (*report)(void *user, const struct ng_error *fault);
	void *user;
	struct ng_checked *checked;
	enum ng_status status; /* the first fault's */
};

/* A theme's files go by their names in it, partials without their kind. */
static void name_file(const char *folder, struct ng_error *fault)
{
	static const char *const kinds[] = {"", ".mustache"};
	char path[sizeof fault->where];

	for (size_t i = 0; folder && i < sizeof kinds / sizeof *kinds; i++) {
		int len = snprintf(path, sizeof path, "%s/%s%s", folder, fault->where, kinds[i]);
		if (len < (int)sizeof path && file_kind(path) == FILE_REGULAR) {
			memcpy(fault->where, path, sizeof path);
			return;
		}
	}
}

static void note(void *user, const struct ng_error *fault)
{
	struct looking *looking = user;
	struct ng_error named = *fault;

	name_file(looking->edition->options.theme_dir, &named);
	if (looking->status == NG_OK)
		looking->status = fault->status;
	looking->report(looking->user, &named);
}

static void check_state(void *data)
{
	const struct looking *looking = data;
	const char *path = looking->edition->options.state;

	if (!path || file_kind(path) == FILE_ABSENT)
		return;
	looking->checked->days = archive_check(archive_open(looking->edition->work, path, ARCHIVE_READ));
}

static void look(void *data)
{
	struct looking *looking = data;
	struct arena *arena = looking->edition->work;
	struct ng_error error;

	looking->checked->templates =
	    theme_check(arena, &looking->edition->render, (struct theme_report){note, looking});
	looking->checked->tables = resource_list(arena, &looking->edition->data, "").n;
	if (!arena_try(arena, check_state, looking, &error))
		note(looking, &error);
}

enum ng_status ng_edition_check(ng_edition *edition, void (*report)(void *user, const struct ng_error *fault),
				void *user, struct ng_checked *checked)
{
	struct looking looking = {edition, report, user, checked, NG_OK};
	enum ng_status status;

	*checked = (struct ng_checked){0};
	status = edition_guard(edition, look, &looking);
	return status == NG_OK ? looking.status : status;
}
