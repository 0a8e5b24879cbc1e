/*
 * What a site's folder holds already. In: the folder. Out: its days, a day's briefing. Folders that are no dates are
 * none of ours and are passed over. Refuses, by name: a briefing.json that is none.
 */
#include "render/site_days.h"

#include "base/date.h"
#include "base/file.h"
#include "render/render.h"

enum { LARGEST_BRIEFING = 1 << 26, DEEPEST = 32 };

const char *site_path(struct arena *arena, const char *out, int32_t day, const char *file)
{
	struct civil civil = civil_of(day);

	return arena_format(arena, "%s/%04d/%02d/%02d/%s", out, civil.year, civil.month, civil.day, file).at;
}

/* The number a folder's name is, of exactly that many digits; -1: it is none. */
static int number_of(const char *name, size_t digits)
{
	int number = 0;
	size_t i = 0;

	for (; name[i] >= '0' && name[i] <= '9'; i++)
		number = i < digits ? number * 10 + (name[i] - '0') : number;
	return i == digits && !name[i] ? number : -1;
}

static void find_in_month(struct arena *arena, const char *out, const char *folder, struct civil civil,
			  struct site_days *days)
{
	struct file_names names = file_list(arena, folder);

	for (size_t i = 0; i < names.n; i++) {
		civil.day = number_of(names.at[i], 2);
		if (!civil_valid(civil))
			continue;
		int32_t day = day_of(civil);
		if (file_kind(site_path(arena, out, day, "briefing.json")) == FILE_REGULAR)
			*array_add(arena, days) = day;
	}
}

static struct file_names list_folder(struct arena *arena, const char *folder)
{
	return file_kind(folder) == FILE_FOLDER ? file_list(arena, folder) : (struct file_names){0};
}

struct site_days site_days_find(struct arena *arena, const char *out)
{
	struct site_days days = {0};
	struct file_names years = list_folder(arena, out);

	for (size_t i = 0; i < years.n; i++) {
		int year = number_of(years.at[i], 4);
		const char *folder = arena_format(arena, "%s/%s", out, years.at[i]).at;
		struct file_names months = year > 0 ? list_folder(arena, folder) : (struct file_names){0};
		for (size_t k = 0; k < months.n; k++) {
			int month = number_of(months.at[k], 2);
			const char *inner = arena_format(arena, "%s/%s", folder, months.at[k]).at;
			if (month >= 1 && month <= 12 && file_kind(inner) == FILE_FOLDER)
				find_in_month(arena, out, inner, (struct civil){year, month, 0}, &days);
		}
	}
	return days;
}

struct reading {
	struct arena *arena;
	const char *path;
	struct ng_briefing *briefing;
};

static void read_briefing(void *data)
{
	struct reading *reading = data;
	struct ng_text bytes = file_read(reading->arena, reading->path, LARGEST_BRIEFING);

	reading->briefing = briefing_from_json(reading->arena, json_parse(reading->arena, bytes, DEEPEST));
}

struct ng_briefing *site_briefing(struct arena *arena, const char *out, int32_t day)
{
	struct reading reading = {.arena = arena, .path = site_path(arena, out, day, "briefing.json")};
	struct ng_error error = {0};

	if (!arena_try(arena, read_briefing, &reading, &error))
		arena_fail(arena, error.status, text_of(reading.path), error.line, "%s", error.what);
	return reading.briefing;
}
