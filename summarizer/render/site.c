/*
 * The static site. In: a briefing and the folder that holds those before it. Out: the day's files and all that depends
 * on them. What other days say is read from their briefing.json, so the folder is the only memory and a day can be
 * written again, or in any order, with the same bytes as a result.
 */
#include "render/site.h"

#include "base/date.h"
#include "base/file.h"
#include "render/feed.h"
#include "render/outputs.h"
#include "render/post.h"
#include "render/render.h"
#include "render/site_days.h"
#include "render/site_view.h"

enum { DAYS_IN_FEEDS = 14 };

struct site {
	struct arena *arena;
	const char *out;
	struct theme theme;
	const struct render_options *options;
	struct ng_text base;
	struct site_days days;
	size_t most; /* bytes of a file */
};

static void write(struct site *site, const char *path, const struct buf *bytes)
{
	if (bytes->len > site->most)
		arena_fail(site->arena, NG_BAD_INPUT, text_of(path), 0,
			   "would have %zu bytes; the limit is %zu (output_bytes)", bytes->len, site->most);
	file_write(site->arena, path, buf_text(bytes));
}

/* theme.conf says which files there are, besides the pages and the day's JSON. */
static bool wants(const struct site *site, const char *output)
{
	return theme_lists(&site->theme, "site", "outputs", output);
}

static void write_root(struct site *site, const char *file, const struct buf *bytes)
{
	write(site, arena_format(site->arena, "%s/%s", site->out, file).at, bytes);
}

static size_t place_of(const struct site *site, int32_t day)
{
	size_t i = 0;

	while (i < site->days.n && site->days.at[i] < day)
		i++;
	return i;
}

/* The page of the day at `place`, seen from `root`. */
static void put_page(struct site *site, struct buf *page, size_t place, const struct ng_briefing *briefing,
		     const char *root)
{
	struct site_neighbours neighbours = {
	    .previous = place > 0 ? site->days.at[place - 1] : NG_NO_DAY,
	    .next = place + 1 < site->days.n ? site->days.at[place + 1] : NG_NO_DAY,
	};
	struct json *view = theme_view(&site->theme, briefing);

	json_set(view, "site", site_view_page(site->arena, site->base, briefing->day, neighbours, root));
	theme_render(&site->theme, page, "page.html", view);
}

static void write_page(struct site *site, size_t place, const struct ng_briefing *briefing)
{
	struct buf page = buf_new(site->arena, SIZE_MAX);

	put_page(site, &page, place, briefing, "../../../");
	write(site, site_path(site->arena, site->out, briefing->day, "index.html"), &page);
}

/* What theme.conf asks for besides. */
static void write_extras(struct site *site, const struct ng_briefing *briefing)
{
	const struct post_generator *generator = post_generator(&site->theme);
	struct buf post = buf_new(site->arena, SIZE_MAX), kite = post, day = post;

	if (generator) {
		struct ng_text path = text_of(generator->path);
		size_t blank = text_find(path, TEXT("%s"), 0);
		day_put(&day, briefing->day);
		post_put(&post, &site->theme, briefing);
		write_root(site,
			   arena_format(site->arena, "%.*s%.*s%s", (int)blank, path.at, TEXT_ARGS(buf_text(&day)),
					path.at + blank + 2)
			       .at,
			   &post);
	}
	if (wants(site, "kite")) {
		output_kite(&kite, site->options, briefing);
		write(site, site_path(site->arena, site->out, briefing->day, "kite.json"), &kite);
	}
}

static void write_output(struct site *site, enum ng_output which, const struct ng_briefing *briefing)
{
	const struct output *output = output_of(which);
	struct buf bytes = buf_new(site->arena, SIZE_MAX);

	output->render(&bytes, site->options, briefing);
	write(site, site_path(site->arena, site->out, briefing->day, output->file), &bytes);
}

static void write_neighbour(struct site *site, size_t place)
{
	if (place < site->days.n)
		write_page(site, place, site_briefing(site->arena, site->out, site->days.at[place]));
}

static void write_index(struct site *site)
{
	struct buf page = buf_new(site->arena, SIZE_MAX);
	size_t newest = site->days.n - 1;

	put_page(site, &page, newest, site_briefing(site->arena, site->out, site->days.at[newest]), "");
	write_root(site, "index.html", &page);
}

static void write_feeds(struct site *site)
{
	struct feed feed = feed_open(site->arena, &site->theme);
	struct buf atom = buf_new(site->arena, SIZE_MAX), rss = atom, json = atom;

	for (size_t i = site->days.n; i-- > 0 && site->days.n - i <= DAYS_IN_FEEDS;)
		feed_add(&feed, site_briefing(site->arena, site->out, site->days.at[i]));
	feed_put_atom(&feed, &atom);
	write_root(site, "feed.xml", &atom);
	feed_put_rss(&feed, &rss);
	write_root(site, "rss.xml", &rss);
	feed_put_json(&feed, &json);
	write_root(site, "feed.json", &json);
}

static void write_archive(struct site *site, const struct ng_briefing *briefing)
{
	struct site_archive archive = site_archive_open(site->arena, site->base, briefing);
	struct buf all = buf_new(site->arena, SIZE_MAX), month = all, sitemap = all;
	struct civil civil = civil_of(briefing->day);

	for (size_t i = site->days.n; i-- > 0;) {
		struct arena_mark before = arena_mark(site->arena);
		struct site_headlines headlines;
		site_headlines_take(&headlines, site_briefing(site->arena, site->out, site->days.at[i]));
		arena_reset(site->arena, before);
		site_archive_add(&archive, site->days.at[i], &headlines);
	}
	theme_render(&site->theme, &all, "archive.html", site_archive_view(&archive, NULL));
	write_root(site, "archive.html", &all);
	theme_render(&site->theme, &month, "archive.html", site_archive_view(&archive, &civil));
	write_root(site, arena_format(site->arena, "%04d/%02d/index.html", civil.year, civil.month).at, &month);
	theme_render(&site->theme, &sitemap, "sitemap.xml", site_archive_view(&archive, NULL));
	write_root(site, "sitemap.xml", &sitemap);
}

static struct site open_site(struct arena *arena, const char *out, const struct render_options *options,
			     const struct ng_briefing *briefing, size_t most)
{
	struct site site = {
	    .arena = arena, .out = out, .theme = theme_open(arena, options), .options = options, .most = most};

	if (briefing->day == NG_NO_DAY)
		arena_fail(arena, NG_BAD_INPUT, TEXT(""), 0, "a briefing without a day has no place in a site");
	return site;
}

struct mailing {
	struct site *site;
	const struct ng_briefing *briefing;
};

static void write_mail(void *data)
{
	struct mailing *mailing = data;

	write_output(mailing->site, NG_TO_MAIL, mailing->briefing);
}

void site_write_mail(struct arena *arena, const char *out, const struct render_options *options,
		     const struct ng_briefing *briefing, size_t most)
{
	struct site site = open_site(arena, out, options, briefing, most);

	struct mailing mailing = {&site, briefing};
	struct ng_error error;

	if (!wants(&site, "mail") || arena_try(arena, write_mail, &mailing, &error))
		return;
	file_remove(site_path(arena, out, briefing->day, output_of(NG_TO_MAIL)->file));
	arena_throw(arena, &error);
}

void site_write(struct arena *arena, const char *out, const struct render_options *options,
		const struct ng_briefing *briefing, size_t most)
{
	struct site site = open_site(arena, out, options, briefing, most);

	site.base = feed_open(arena, &site.theme).base;
	write_output(&site, NG_TO_JSON, briefing); /* what other days know of this one */
	if (wants(&site, "markdown"))
		write_output(&site, NG_TO_MARKDOWN, briefing);
	write_extras(&site, briefing);
	site.days = site_days_find(arena, out);
	size_t place = place_of(&site, briefing->day);
	write_page(&site, place, briefing);
	if (place > 0)
		write_neighbour(&site, place - 1);
	write_neighbour(&site, place + 1);
	write_index(&site);
	if (wants(&site, "feeds"))
		write_feeds(&site);
	write_archive(&site, briefing);
}
