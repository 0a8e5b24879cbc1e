/*
 * Feeds. In: briefings, newest first. Out: Atom and RSS through the theme's templates, JSON Feed as a tree. An entry's
 * id is a tag URI (RFC 4151) of the site's host, the day and the story, so it stays the same however often a day is
 * written. Dates are the briefing's, never the clock's.
 */
#include "render/feed.h"

#include "base/url.h"
#include "render/outputs.h"
#include "render/render.h"
#include "render/view.h"

static void set(struct feed *feed, struct json *object, const char *name, struct ng_text text)
{
	json_set(object, name, json_string(feed->arena, text));
}

struct feed feed_open(struct arena *arena, const struct theme *theme)
{
	struct feed feed = {.arena = arena, .theme = *theme, .view = json_new(arena, JSON_OBJECT)};

	feed.base = view_url(arena, theme_setting(theme, "site", "base"))->text;
	feed.domain = url_host(feed.base);
	if (!feed.domain.len)
		arena_fail(arena, NG_CONFIG, TEXT("theme.conf"), 0,
			   "[site] base: an address like https://news.example is wanted");
	feed.entries = json_new(arena, JSON_LIST);
	return feed;
}

/* The names of the whole feed come from the first, newest briefing. */
static void set_names(struct feed *feed, const struct json *view)
{
	const struct json *date = json_member(view, "date");
	struct json *generator = json_new(feed->arena, JSON_OBJECT);

	set(feed, feed->view, "id", arena_format(feed->arena, "tag:%.*s,2026:briefings", TEXT_ARGS(feed->domain)));
	set(feed, feed->view, "title", json_text(view, "title"));
	set(feed, feed->view, "description",
	    arena_format(feed->arena, "%.*s, every day", TEXT_ARGS(json_text(view, "title"))));
	set(feed, feed->view, "lang", json_text(view, "lang"));
	set(feed, feed->view, "updated", json_text(date, "rfc3339"));
	set(feed, feed->view, "updated_rfc5322", json_text(date, "rfc5322"));
	set(feed, feed->view, "url", arena_format(feed->arena, "%.*s/", TEXT_ARGS(feed->base)));
	set(feed, feed->view, "atom_url", arena_format(feed->arena, "%.*s/feed.xml", TEXT_ARGS(feed->base)));
	set(feed, feed->view, "rss_url", arena_format(feed->arena, "%.*s/rss.xml", TEXT_ARGS(feed->base)));
	set(feed, feed->view, "json_url", arena_format(feed->arena, "%.*s/feed.json", TEXT_ARGS(feed->base)));
	json_set(feed->view, "entries", feed->entries);
	json_set(feed->view, "generator", generator);
	set(feed, generator, "name", TEXT("nutgraf"));
	set(feed, generator, "version", text_of(ng_version()));
}

/* `part` follows the day in the id, `fragment` the page in the address. */
static struct json *add_entry(struct feed *feed, const struct json *date, struct ng_text title, struct ng_text part,
			      const char *fragment, const struct json *content, const char *file)
{
	struct json *entry = json_add(feed->entries, json_new(feed->arena, JSON_OBJECT));
	struct buf html = buf_new(feed->arena, SIZE_MAX);

	theme_render(&feed->theme, &html, file, content);
	set(feed, entry, "id",
	    arena_format(feed->arena, "tag:%.*s,%.*s:%.*s", TEXT_ARGS(feed->domain), TEXT_ARGS(json_text(date, "iso")),
			 TEXT_ARGS(part)));
	set(feed, entry, "title", title);
	set(feed, entry, "updated", json_text(date, "rfc3339"));
	set(feed, entry, "updated_rfc5322", json_text(date, "rfc5322"));
	set(feed, entry, "url",
	    arena_format(feed->arena, "%.*s/%.*s/%s", TEXT_ARGS(feed->base), TEXT_ARGS(json_text(date, "path")),
			 fragment));
	set(feed, entry, "content", buf_text(&html));
	return entry;
}

static void add_stories(struct feed *feed, const struct json *date, const struct json *view, const char *list)
{
	for (const struct json *story = json_member(view, list)->first; story; story = story->next) {
		struct ng_text slug = json_text(story, "slug");
		const char *fragment = arena_format(feed->arena, "#%.*s", TEXT_ARGS(slug)).at;
		struct json *entry =
		    add_entry(feed, date, json_text(story, "headline"), slug, fragment, story, "entry-story.html");
		set(feed, entry, "summary", json_text(json_member(story, "lead"), "text"));
	}
}

static void add_briefing(struct feed *feed, const struct json *date, const struct json *view)
{
	struct buf title = buf_new(feed->arena, SIZE_MAX), summary = buf_new(feed->arena, SIZE_MAX);
	const struct json *lead = json_member(view, "top")->first;

	buf_put(&title, json_text(date, "words"));
	if (lead) {
		buf_puts(&title, ": ");
		buf_put(&title, json_text(lead, "headline"));
	}
	for (const struct json *story = lead ? lead->next : NULL; story; story = story->next) {
		buf_puts(&summary, summary.len ? " · " : "");
		buf_put(&summary, json_text(story, "headline"));
	}
	if (!summary.len)
		buf_put(&summary, buf_text(&title));
	struct json *entry = add_entry(feed, date, buf_text(&title), TEXT("briefing"), "", view, "entry.html");
	set(feed, entry, "summary", buf_text(&summary));
}

void feed_add(struct feed *feed, const struct ng_briefing *briefing)
{
	const struct json *view = theme_view(&feed->theme, briefing), *date = json_member(view, "date");

	if (!feed->view->n)
		set_names(feed, view);
	if (text_equal(theme_setting(&feed->theme, "feed", "entries"), TEXT("stories"))) {
		add_stories(feed, date, view, "top");
		add_stories(feed, date, view, "more");
	} else {
		add_briefing(feed, date, view);
	}
}

void feed_put_atom(struct feed *feed, struct buf *out)
{
	theme_render(&feed->theme, out, "atom.xml", feed->view);
}

void feed_put_rss(struct feed *feed, struct buf *out)
{
	theme_render(&feed->theme, out, "rss.xml", feed->view);
}

void feed_put_json(struct feed *feed, struct buf *out)
{
	static const char *const names[][2] = {{"id", "id"},           {"url", "url"},
					       {"title", "title"},     {"content", "content_html"},
					       {"summary", "summary"}, {"updated", "date_published"}};
	struct json *json = json_new(feed->arena, JSON_OBJECT), *items;

	set(feed, json, "version", TEXT("https://jsonfeed.org/version/1.1"));
	set(feed, json, "title", json_text(feed->view, "title"));
	set(feed, json, "home_page_url", json_text(feed->view, "url"));
	set(feed, json, "feed_url", json_text(feed->view, "json_url"));
	set(feed, json, "description", json_text(feed->view, "description"));
	set(feed, json, "language", json_text(feed->view, "lang"));
	items = json_set(json, "items", json_new(feed->arena, JSON_LIST));
	for (const struct json *entry = feed->entries->first; entry; entry = entry->next) {
		struct json *item = json_add(items, json_new(feed->arena, JSON_OBJECT));
		for (size_t i = 0; i < sizeof names / sizeof *names; i++)
			set(feed, item, names[i][1], json_text(entry, names[i][0]));
	}
	json_put_indented(out, json);
	buf_byte(out, '\n');
}

static void output_feed(struct buf *out, const struct render_options *options, const struct ng_briefing *briefing,
			void (*put)(struct feed *feed, struct buf *out))
{
	struct theme theme = theme_open(out->arena, options);
	struct feed feed = feed_open(out->arena, &theme);

	feed_add(&feed, briefing);
	put(&feed, out);
}

void output_atom(struct buf *out, const struct render_options *options, const struct ng_briefing *briefing)
{
	output_feed(out, options, briefing, feed_put_atom);
}

void output_rss(struct buf *out, const struct render_options *options, const struct ng_briefing *briefing)
{
	output_feed(out, options, briefing, feed_put_rss);
}

void output_json_feed(struct buf *out, const struct render_options *options, const struct ng_briefing *briefing)
{
	output_feed(out, options, briefing, feed_put_json);
}
