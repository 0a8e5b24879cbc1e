/*
 * Names of the site. In: days, neighbours, headlines. Out: what page.html finds under "site", and the whole of what
 * archive.html and sitemap.xml see: nutgraf-templates(5), sections on the site and the archive.
 */
#include "render/site_view.h"

#include "base/utf8.h"
#include "render/render.h"
#include "render/view.h"
#include "render/words.h"

#include <string.h>

static void set(struct arena *arena, struct json *object, const char *name, struct ng_text text)
{
	json_set(object, name, json_string(arena, text));
}

static struct ng_text day_url(struct arena *arena, struct ng_text base, int32_t day)
{
	struct civil civil = civil_of(day);

	return arena_format(arena, "%.*s/%04d/%02d/%02d/", TEXT_ARGS(base), civil.year, civil.month, civil.day);
}

static struct json *date_or_null(struct arena *arena, int32_t day)
{
	return day == NG_NO_DAY ? json_new(arena, JSON_NULL) : view_date(arena, day);
}

struct json *site_view_page(struct arena *arena, struct ng_text base, int32_t day, struct site_neighbours neighbours,
			    const char *root)
{
	struct json *json = json_new(arena, JSON_OBJECT);

	set(arena, json, "root", text_of(root));
	set(arena, json, "url", day_url(arena, base, day));
	json_set(json, "previous", date_or_null(arena, neighbours.previous));
	json_set(json, "next", date_or_null(arena, neighbours.next));
	return json;
}

void site_headlines_take(struct site_headlines *headlines, const struct ng_briefing *briefing)
{
	headlines->n = 0;
	for (size_t i = 0; i < briefing->n_stories && headlines->n < SITE_HEADLINES; i++) {
		struct ng_text text = briefing->stories[i].headline.text;
		if (text.len > SITE_HEADLINE_BYTES)
			continue;
		memcpy(headlines->text[headlines->n], text.at, text.len);
		headlines->length[headlines->n++] = text.len;
	}
}

struct site_archive site_archive_open(struct arena *arena, struct ng_text base, const struct ng_briefing *briefing)
{
	return (struct site_archive){arena, base, briefing, json_new(arena, JSON_LIST)};
}

void site_archive_add(struct site_archive *archive, int32_t day, const struct site_headlines *headlines)
{
	struct arena *arena = archive->arena;
	struct json *json = json_add(archive->days, json_new(arena, JSON_OBJECT)), *list;

	json_set(json, "date", view_date(arena, day));
	set(arena, json, "url", day_url(arena, archive->base, day));
	list = json_set(json, "headlines", json_new(arena, JSON_LIST));
	for (size_t i = 0; i < headlines->n; i++) {
		struct ng_text text = arena_copy(arena, (struct ng_text){headlines->text[i], headlines->length[i]});
		struct json *entry = json_add(list, json_new(arena, JSON_OBJECT));
		json_set(entry, "text", view_text(arena, text));
		json_set(entry, "first", json_boolean(arena, i == 0));
	}
}

static struct ng_text month_of(const struct json *day)
{
	return text_slice(json_text(json_member(day, "date"), "path"), 0, strlen("YYYY/MM"));
}

/* A day twice in a tree: nodes are linked, so the copy is a node of its own with the same children. */
static struct json *copy_of(struct arena *arena, const struct json *value)
{
	struct json *copy = json_new(arena, value->kind);

	*copy = *value;
	copy->next = NULL;
	return copy;
}

static struct json *add_month(struct site_archive *archive, struct json *months, const struct json *day)
{
	struct arena *arena = archive->arena;
	struct json *month = json_add(months, json_new(arena, JSON_OBJECT));
	const struct json *date = json_member(day, "date");

	set(arena, month, "name",
	    arena_format(arena, "%.*s %.*s", TEXT_ARGS(json_text(date, "month")), TEXT_ARGS(json_text(date, "year"))));
	set(arena, month, "path", month_of(day));
	return json_set(month, "days", json_new(arena, JSON_LIST));
}

struct json *site_archive_view(struct site_archive *archive, const struct civil *month)
{
	struct arena *arena = archive->arena;
	struct json *json = json_new(arena, JSON_OBJECT), *months = json_new(arena, JSON_LIST), *days = NULL, *all;
	const struct json *named = view_briefing(arena, archive->briefing), *last = NULL;
	struct ng_text only = month ? arena_format(arena, "%04d/%02d", month->year, month->month) : TEXT("");

	all = json_new(arena, JSON_LIST);
	for (const struct json *day = archive->days->first; day; day = day->next) {
		if (month && !text_equal(month_of(day), only))
			continue;
		if (!last || !text_equal(month_of(day), month_of(last)))
			days = add_month(archive, months, day);
		json_add(days, copy_of(arena, day));
		json_add(all, copy_of(arena, day));
		last = day;
	}
	set(arena, json, "title", json_text(named, "title"));
	set(arena, json, "lang", json_text(named, "lang"));
	set(arena, json, "dir", json_text(named, "dir"));
	set(arena, json, "name", month ? json_text(months->first, "name") : TEXT("Archive"));
	set(arena, json, "root", month ? TEXT("../../") : TEXT(""));
	set(arena, json, "url",
	    month ? arena_format(arena, "%.*s/%.*s/", TEXT_ARGS(archive->base), TEXT_ARGS(only))
		  : arena_format(arena, "%.*s/", TEXT_ARGS(archive->base)));
	set(arena, json, "archive_url", arena_format(arena, "%.*s/archive.html", TEXT_ARGS(archive->base)));
	json_set(json, "months", months);
	json_set(json, "days", all);
	json_set(json, "generator", copy_of(arena, json_member(named, "generator")));
	return json;
}
