/*
 * The check of a theme. In: its folder or name. Out: its faults, each with template, line and column. Names are found
 * by rendering strictly: every view has all its names always, so that a name which is not there is a wrong one; the
 * briefing that is rendered has a story of each kind, so that every section is entered.
 */
#include "render/theme_check.h"

#include <string.h>

#include "base/wordlist.h"
#include "render/feed.h"
#include "render/post.h"
#include "render/render.h"
#include "render/site_view.h"
#include "render/template_parse.h"

struct checking {
	struct arena *arena;
	const struct render_options *options; /* strict */
	const struct resources *files;        /* of the theme, a built-in theme's name taken off */
	struct theme_report report;
	size_t n_faults;
	struct ng_error last;               /* a template that two others include is at fault once */
	struct ng_text name;                /* of the template being parsed */
	const struct ng_briefing *briefing; /* being rendered */
	enum ng_output output;
};

/* A partial goes by its name without ".mustache". */
static bool is_same(const struct ng_error *a, const struct ng_error *b)
{
	struct ng_text one = text_of(a->where), other = text_of(b->where);

	return a->line == b->line && strcmp(a->what, b->what) == 0 &&
	       (text_starts(one, other) || text_starts(other, one));
}

static void attempt(struct checking *checking, void (*run)(void *data))
{
	struct arena_mark mark = arena_mark(checking->arena);
	struct ng_error error;
	bool done = arena_try(checking->arena, run, checking, &error);

	arena_reset(checking->arena, mark);
	if (done || (checking->n_faults && is_same(&error, &checking->last)))
		return;
	checking->n_faults++;
	checking->last = error;
	checking->report.fault(checking->report.user, &error);
}

static void parse_one(void *data)
{
	const struct checking *checking = data;
	bool found;
	struct ng_text bytes =
	    resource_find(checking->arena, checking->files, arena_string(checking->arena, checking->name), &found);

	template_parse(checking->arena, checking->name, bytes);
}

static size_t parse_all(struct checking *checking)
{
	struct resource_names names = resource_list(checking->arena, checking->files, "");
	size_t n = 0;

	for (size_t i = 0; i < names.n; i++)
		if (text_ends(names.at[i], TEXT(".mustache"))) {
			checking->name = names.at[i];
			attempt(checking, parse_one);
			n++;
		}
	return n;
}

static bool has_setting(const struct wordlist *list, const struct wordlist_entry *entry)
{
	for (size_t i = 0; i < list->n; i++)
		if (text_equal(list->at[i].section, entry->section) && text_equal(list->at[i].entry, entry->entry))
			return true;
	return false;
}

/* The theme of that name has all settings there are. */
static void check_settings(void *data)
{
	struct checking *checking = data;
	struct arena *arena = checking->arena;
	struct resources built_in = {.built_in = checking->files->built_in};
	bool found;
	struct wordlist known = wordlist_read(arena, resource_find(arena, &built_in, "plain/theme.conf", &found),
					      "plain/theme.conf", WORDLIST_LINES);
	struct ng_text bytes = resource_find(arena, checking->files, "theme.conf", &found);
	struct wordlist list = wordlist_read(arena, bytes, "theme.conf", WORDLIST_LINES);

	for (size_t i = 0; i < list.n; i++)
		if (!has_setting(&known, &list.at[i]))
			arena_fail(arena, NG_CONFIG, TEXT("theme.conf"), list.at[i].line,
				   "no setting \"%.*s\" in [%.*s]; see nutgraf-templates(5)",
				   TEXT_ARGS(list.at[i].entry), TEXT_ARGS(list.at[i].section));
}

static void render_output(void *data)
{
	const struct checking *checking = data;
	struct buf out = buf_new(checking->arena, SIZE_MAX);

	output_of(checking->output)->render(&out, checking->options, checking->briefing);
}

static void render_feeds(void *data)
{
	const struct checking *checking = data;
	struct theme theme = theme_open(checking->arena, checking->options);
	struct feed feed = feed_open(checking->arena, &theme);
	struct buf out = buf_new(checking->arena, SIZE_MAX);

	feed_add(&feed, checking->briefing);
	feed_put_rss(&feed, &out);
}

static void render_post(void *data)
{
	const struct checking *checking = data;
	struct theme theme = theme_open(checking->arena, checking->options);
	struct buf out = buf_new(checking->arena, SIZE_MAX);

	post_generator(&theme);
	post_put(&out, &theme, checking->briefing);
}

static void render_page(void *data)
{
	const struct checking *checking = data;
	struct arena *arena = checking->arena;
	struct theme theme = theme_open(arena, checking->options);
	struct site_neighbours neighbours = {checking->briefing->day - 1, checking->briefing->day + 1};
	struct json *view = theme_view(&theme, checking->briefing);
	struct buf out = buf_new(arena, SIZE_MAX);

	json_set(
	    view, "site",
	    site_view_page(arena, feed_open(arena, &theme).base, checking->briefing->day, neighbours, "../../../"));
	theme_render(&theme, &out, "page.html", view);
}

static void render_archive(void *data)
{
	const struct checking *checking = data;
	struct arena *arena = checking->arena;
	struct theme theme = theme_open(arena, checking->options);
	struct site_archive archive = site_archive_open(arena, feed_open(arena, &theme).base, checking->briefing);
	struct civil month = civil_of(checking->briefing->day);
	struct site_headlines headlines;
	struct buf out = buf_new(arena, SIZE_MAX);

	site_headlines_take(&headlines, checking->briefing);
	site_archive_add(&archive, checking->briefing->day, &headlines);
	theme_render(&theme, &out, "archive.html", site_archive_view(&archive, NULL));
	theme_render(&theme, &out, "archive.html", site_archive_view(&archive, &month));
	theme_render(&theme, &out, "sitemap.xml", site_archive_view(&archive, NULL));
}

enum { DAY = 20000, ARTICLES = 2 };

/* With two of what a story may have several of; one that is quiet has neither sentence, quote nor timeline. */
static void make_story(struct arena *arena, struct ng_story *story, enum ng_story_kind kind)
{
	const struct ng_item item = {.text = TEXT("Text."), .origin = {0, 0, 5}};
	const struct ng_text word = TEXT("word");
	size_t n = kind == NG_STORY_QUIET ? 0 : 2;

	*story = (struct ng_story){.kind = kind,
				   .status = kind == NG_STORY_TOP ? NG_STATUS_NEW : NG_STATUS_CONTINUING,
				   .first_day = DAY - 1,
				   .id = word,
				   .slug = word,
				   .section = word,
				   .language = TEXT("en"),
				   .headline = item,
				   .n_outlets = ARTICLES,
				   .n_copies = 1,
				   .n_sentences = n,
				   .n_quotes = n,
				   .n_timeline = n,
				   .n_articles = ARTICLES};
	story->articles = arena_array(arena, ARTICLES, uint32_t);
	story->articles[1] = 1;
	story->sentences = arena_array(arena, n, struct ng_item);
	story->quotes = arena_array(arena, n, struct ng_quote);
	story->timeline = arena_array(arena, n, struct ng_event);
	for (size_t i = 0; i < n; i++) {
		story->sentences[i] = item;
		story->quotes[i] = (struct ng_quote){
		    .text = word, .speaker = word, .role = word, .articles = story->articles, .n_articles = ARTICLES};
		story->timeline[i] = (struct ng_event){
		    .date = TEXT("2024-10-04"), .day = DAY + (int32_t)i, .ahead = i > 0, .item = item};
	}
}

/* A briefing with one of everything, or (empty) with nothing but an input that was skipped. */
static struct ng_briefing *make_briefing(struct arena *arena, bool empty)
{
	static const enum ng_story_kind kinds[] = {NG_STORY_TOP, NG_STORY_TOP, NG_STORY_MORE, NG_STORY_ALSO,
						   NG_STORY_QUIET};
	struct ng_briefing *briefing = arena_new_of(arena, struct ng_briefing);
	const struct ng_text word = TEXT("word");

	briefing->title = word;
	briefing->day = DAY;
	briefing->n_skipped = 1;
	briefing->n_left_out = briefing->n_muted = 1;
	briefing->skipped = arena_new_of(arena, struct ng_skipped);
	*briefing->skipped = (struct ng_skipped){word, 1, word};
	if (empty)
		return briefing;
	briefing->n_read = briefing->n_articles = ARTICLES;
	briefing->articles = arena_array(arena, ARTICLES, struct ng_article);
	for (size_t i = 0; i < ARTICLES; i++)
		briefing->articles[i] = (struct ng_article){.id = word,
							    .source = word,
							    .url = TEXT("https://post.example/a"),
							    .title = word,
							    .author = word,
							    .site = word,
							    .language = TEXT("en"),
							    .published = TEXT("2024-10-04"),
							    .day = DAY,
							    .copy = i > 0};
	briefing->n_stories = briefing->n_stories_found = sizeof kinds / sizeof *kinds;
	briefing->stories = arena_array(arena, briefing->n_stories, struct ng_story);
	for (size_t i = 0; i < briefing->n_stories; i++)
		make_story(arena, &briefing->stories[i], kinds[i]);
	return briefing;
}

size_t theme_check(struct arena *arena, const struct render_options *options, struct theme_report report)
{
	static const enum ng_output outputs_of_theme[] = {NG_TO_MARKDOWN, NG_TO_HTML, NG_TO_MAIL, NG_TO_ATOM,
							  NG_TO_JSON_FEED};
	struct render_options strict = *options;
	struct theme theme = theme_open(arena, options);
	struct checking checking = {.arena = arena, .options = &strict, .files = &theme.resources, .report = report};
	size_t n = parse_all(&checking);

	strict.strict = true;
	attempt(&checking, check_settings);
	for (int empty = 0; empty < 2 && !checking.n_faults; empty++) {
		checking.briefing = make_briefing(arena, empty);
		for (size_t i = 0; i < sizeof outputs_of_theme / sizeof *outputs_of_theme; i++) {
			checking.output = outputs_of_theme[i];
			attempt(&checking, render_output);
		}
		attempt(&checking, render_feeds);
		attempt(&checking, render_post);
		attempt(&checking, render_page);
		attempt(&checking, render_archive);
	}
	return n;
}
