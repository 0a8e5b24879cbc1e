/*
 * The names a template sees. In: a briefing. Out: a tree with every name of nutgraf-templates(5); all names are always
 * there. Foreign text is cleaned here (one line, no control or bidi characters) and escaped by the template's kind;
 * addresses are harmless anywhere or empty. No other room knows these names.
 */
#include "render/view.h"

#include "base/date.h"
#include "base/escape.h"
#include "base/sort.h"
#include "base/table.h"
#include "base/url.h"
#include "base/utf8.h"
#include "render/render.h"
#include "render/words.h"

enum {
	WORDS_A_MINUTE = 238, /* silent reading of non-fiction, mean of 190 studies (Brysbaert 2019) */
	LEAST_BRIEF = 3,
	MOST_SKIPPED = 12, /* inputs named; a night of a thousand bad ones has still a page to read */
	MOST_BRIEF = 7,
	LEAST_COVERAGE = 2,
	MOST_COVERAGE = 8
};

struct ng_text view_line(struct arena *arena, struct ng_text text)
{
	struct buf line = buf_new(arena, SIZE_MAX), squeezed = buf_new(arena, SIZE_MAX);

	escape_terminal(&line, text);
	utf8_squeeze(&squeezed, buf_text(&line));
	return buf_text(&squeezed);
}

struct json *view_text(struct arena *arena, struct ng_text text)
{
	return json_string(arena, view_line(arena, text));
}

/* Would "&copy;" in an address be read as an entity by a Markdown or HTML reader? */
static bool ends_entity(struct ng_text url, size_t semicolon)
{
	size_t at = semicolon;

	while (at > 0 && (url.at[at - 1] == '#' || rune_is_word((unsigned char)url.at[at - 1])))
		at--;
	return at > 0 && url.at[at - 1] == '&';
}

struct json *view_url(struct arena *arena, struct ng_text url)
{
	struct buf escaped = buf_new(arena, SIZE_MAX), plain = buf_new(arena, SIZE_MAX);
	size_t at = 0, amp;

	escape_url(&escaped, url);
	struct ng_text text = buf_text(&escaped);
	while ((amp = text_find(text, TEXT("&amp;"), at)) < text.len) {
		buf_put(&plain, text_slice(text, at, amp + 1));
		at = amp + 5;
	}
	buf_put(&plain, text_slice(text, at, text.len));
	text = buf_text(&plain);
	struct buf safe = buf_new(arena, SIZE_MAX);
	for (size_t i = 0; i < text.len; i++) {
		if (text.at[i] == ';' && ends_entity(text, i))
			buf_puts(&safe, "%3B");
		else
			buf_byte(&safe, text.at[i]);
	}
	return json_string(arena, buf_text(&safe));
}

struct ng_text view_outlet(struct arena *arena, const struct ng_article *article)
{
	struct ng_text host = url_host(article->url), name = article->source, part;

	if (article->site.len)
		return view_line(arena, article->site);
	if (host.len)
		return view_line(arena, host);
	while (text_cut(&name, '/', &part))
		continue;
	return view_line(arena, part);
}

struct ng_text view_language(struct ng_text language)
{
	const size_t longest = 35; /* RFC 5646 4.4.1 */

	for (size_t i = 0; i < language.len; i++) {
		char c = language.at[i], letter = (char)(c | 0x20);
		if (i == longest || !((letter >= 'a' && letter <= 'z') || (c >= '0' && c <= '9') || c == '-'))
			return TEXT("");
	}
	return language;
}

/* The language most stories are in; the first of equals. */
static struct ng_text page_language(struct arena *arena, const struct ng_briefing *briefing)
{
	struct table counts = table_new(arena);
	struct ng_text language = TEXT("en");
	uint64_t most = 0;

	for (size_t i = 0; i < briefing->n_stories; i++)
		if (view_language(briefing->stories[i].language).len)
			table_put(&counts, briefing->stories[i].language)->value++;
	for (size_t i = 0; i < counts.n; i++)
		if (counts.at[i].value > most) {
			most = counts.at[i].value;
			language = counts.at[i].key;
		}
	return language;
}

static void set_string(struct arena *arena, struct json *object, const char *name, struct ng_text text)
{
	json_set(object, name, json_string(arena, text));
}

static void set_number(struct arena *arena, struct json *object, const char *name, size_t number)
{
	json_set(object, name, json_int(arena, (int64_t)number));
}

static void set_truth(struct arena *arena, struct json *object, const char *name, bool truth)
{
	json_set(object, name, json_boolean(arena, truth));
}

static const char *const date_names[] = {"iso",     "rfc3339", "rfc5322", "words", "path",
					 "weekday", "day",     "month",   "year"};

struct json *view_date(struct arena *arena, int32_t day)
{
	struct json *json = json_new(arena, JSON_OBJECT);
	struct buf iso = buf_new(arena, 32), rfc5322 = buf_new(arena, 64);

	if (day == NG_NO_DAY) {
		for (size_t i = 0; i < sizeof date_names / sizeof *date_names; i++)
			set_string(arena, json, date_names[i], TEXT(""));
		return json;
	}
	struct civil civil = civil_of(day);
	day_put(&iso, day);
	stamp_put_rfc5322(&rfc5322, (struct stamp){day, 0, 0});
	set_string(arena, json, "iso", buf_text(&iso));
	set_string(arena, json, "rfc3339", arena_format(arena, "%.*sT00:00:00Z", TEXT_ARGS(buf_text(&iso))));
	set_string(arena, json, "rfc5322", buf_text(&rfc5322));
	set_string(arena, json, "words", words_day(arena, day));
	set_string(arena, json, "path", arena_format(arena, "%04d/%02d/%02d", civil.year, civil.month, civil.day));
	set_string(arena, json, "weekday", text_of(words_weekday(day)));
	set_number(arena, json, "day", (size_t)civil.day);
	set_string(arena, json, "month", text_of(words_month(civil.month)));
	set_number(arena, json, "year", (size_t)civil.year);
	return json;
}

static struct ng_text count_unless_none(struct arena *arena, size_t n, const char *one, const char *many)
{
	return n ? words_count(arena, n, one, many) : TEXT("");
}

static void set_counts(struct arena *arena, struct json *json, const struct ng_briefing *briefing)
{
	size_t words = 0;

	for (size_t i = 0; i < briefing->n_stories; i++)
		words += view_story_words(&briefing->stories[i]);
	size_t minutes = (words + WORDS_A_MINUTE / 2) / WORDS_A_MINUTE;
	set_number(arena, json, "n_stories", briefing->n_stories);
	set_number(arena, json, "n_articles", briefing->n_read);
	set_number(arena, json, "n_outlets", briefing->n_outlets);
	set_number(arena, json, "n_skipped", briefing->n_skipped);
	set_number(arena, json, "n_words", words);
	struct json *counts = json_set(json, "counts", json_new(arena, JSON_OBJECT));
	set_string(arena, counts, "stories", words_count(arena, briefing->n_stories, "story", "stories"));
	set_string(arena, counts, "stories_found", words_count(arena, briefing->n_stories_found, "story", "stories"));
	set_string(arena, counts, "articles", words_count(arena, briefing->n_read, "article", "articles"));
	set_string(arena, counts, "outlets", words_count(arena, briefing->n_outlets, "outlet", "outlets"));
	set_string(arena, counts, "minutes", words_count(arena, minutes ? minutes : 1, "minute", "minutes"));
	set_string(arena, counts, "skipped", words_count(arena, briefing->n_skipped, "input", "inputs"));
	set_string(arena, counts, "left_out", count_unless_none(arena, briefing->n_left_out, "article", "articles"));
	set_string(arena, counts, "muted", count_unless_none(arena, briefing->n_muted, "story", "stories"));
}

static void set_stories(struct arena *arena, struct json *json, const struct ng_briefing *briefing,
			struct ng_text language)
{
	static const struct {
		const char *list, *has;
	} kinds[] = {[NG_STORY_TOP] = {"top", "has_top"},
		     [NG_STORY_MORE] = {"more", "has_more"},
		     [NG_STORY_ALSO] = {"also", "has_also"},
		     [NG_STORY_QUIET] = {"quiet", "has_quiet"}};

	for (size_t kind = 0; kind < sizeof kinds / sizeof *kinds; kind++) {
		struct json *list = json_set(json, kinds[kind].list, json_new(arena, JSON_LIST));
		for (size_t i = 0; i < briefing->n_stories; i++)
			if (briefing->stories[i].kind == kind)
				json_add(list, view_story(arena, briefing, i, language));
		set_truth(arena, json, kinds[kind].has, list->n > 0);
	}
}

/* The headlines of the top stories, filled up from the next. */
static void set_brief(struct arena *arena, struct json *json, const struct ng_briefing *briefing)
{
	struct json *list = json_new(arena, JSON_LIST);

	for (size_t i = 0; i < briefing->n_stories && list->n < MOST_BRIEF; i++) {
		const struct ng_story *story = &briefing->stories[i];
		if (story->kind == NG_STORY_ALSO || story->kind == NG_STORY_QUIET ||
		    (story->kind == NG_STORY_MORE && list->n >= LEAST_BRIEF))
			continue;
		struct json *entry = json_add(list, json_new(arena, JSON_OBJECT));
		set_number(arena, entry, "number", list->n);
		json_set(entry, "slug", view_text(arena, story->slug));
		json_set(entry, "headline", view_text(arena, story->headline.text));
	}
	bool enough = list->n >= LEAST_BRIEF;
	json_set(json, "brief", enough ? list : json_new(arena, JSON_LIST));
	set_truth(arena, json, "has_brief", enough);
}

static void set_skipped(struct arena *arena, struct json *json, const struct ng_briefing *briefing)
{
	struct json *list = json_set(json, "skipped", json_new(arena, JSON_LIST));

	for (size_t i = 0; i < briefing->n_skipped && i < MOST_SKIPPED; i++) {
		const struct ng_skipped *skipped = &briefing->skipped[i];
		struct json *entry = json_add(list, json_new(arena, JSON_OBJECT));
		json_set(entry, "where", view_text(arena, skipped->where));
		set_number(arena, entry, "line", skipped->line);
		json_set(entry, "what", view_text(arena, skipped->what));
	}
	set_truth(arena, json, "has_skipped", list->n > 0);
	set_number(arena, json, "n_more_skipped", briefing->n_skipped - list->n);
}

static int by_articles(const void *a, const void *b, void *context)
{
	uint64_t x = ((const struct table_entry *)a)->value, y = ((const struct table_entry *)b)->value;

	(void)context;
	return (x < y) - (x > y);
}

/* Whose articles the stories are made of: a bar for each of the outlets with the most. */
static void set_coverage(struct arena *arena, struct json *json, const struct ng_briefing *briefing)
{
	struct json *list = json_new(arena, JSON_LIST);
	struct table counts = table_new(arena);
	struct table_entry *outlets;

	for (size_t i = 0; i < briefing->n_articles; i++)
		if (!briefing->articles[i].copy)
			table_put(&counts, view_outlet(arena, &briefing->articles[i]))->value++;
	outlets = arena_array(arena, counts.n, struct table_entry);
	for (size_t i = 0; i < counts.n; i++)
		outlets[i] = counts.at[i];
	sort_stable(arena, outlets, counts.n, sizeof *outlets, by_articles, NULL);
	for (size_t i = 0; i < counts.n && i < MOST_COVERAGE; i++) {
		struct json *entry = json_add(list, json_new(arena, JSON_OBJECT));
		set_string(arena, entry, "outlet", outlets[i].key);
		set_number(arena, entry, "n_articles", (size_t)outlets[i].value);
		set_number(arena, entry, "width", (size_t)(100 * outlets[i].value / outlets[0].value));
	}
	bool enough = list->n >= LEAST_COVERAGE;
	json_set(json, "coverage", enough ? list : json_new(arena, JSON_LIST));
	set_truth(arena, json, "has_coverage", enough);
}

/* Why there is nothing to read. */
static struct ng_text reason_of(struct arena *arena, const struct ng_briefing *briefing)
{
	if (briefing->n_stories)
		return TEXT("");
	if (briefing->n_stories_found)
		return arena_format(
		    arena, "%.*s found, but the settings show none.",
		    TEXT_ARGS(words_count(arena, briefing->n_stories_found, "story was", "stories were")));
	if (briefing->n_muted)
		return TEXT("Every story has a muted word.");
	if (!briefing->n_read && briefing->n_left_out)
		return TEXT("No article was of a source, language or section that is wanted.");
	if (!briefing->n_read && !briefing->n_skipped)
		return TEXT("No article was given.");
	if (!briefing->n_read)
		return TEXT("None of the inputs could be read as an article.");
	return arena_format(arena, "%.*s read, but none had a text to tell a story from.",
			    TEXT_ARGS(words_count(arena, briefing->n_read, "article was", "articles were")));
}

struct json *view_briefing(struct arena *arena, const struct ng_briefing *briefing)
{
	struct json *json = json_new(arena, JSON_OBJECT), *generator;
	struct ng_text language = page_language(arena, briefing);

	json_set(json, "title", view_text(arena, briefing->title));
	set_string(arena, json, "lang", language);
	set_string(arena, json, "dir", words_right_to_left(language) ? TEXT("rtl") : TEXT("ltr"));
	json_set(json, "date", view_date(arena, briefing->day));
	set_counts(arena, json, briefing);
	set_truth(arena, json, "empty", briefing->n_stories == 0);
	set_string(arena, json, "reason", reason_of(arena, briefing));
	set_brief(arena, json, briefing);
	set_stories(arena, json, briefing, language);
	set_coverage(arena, json, briefing);
	set_skipped(arena, json, briefing);
	generator = json_set(json, "generator", json_new(arena, JSON_OBJECT));
	set_string(arena, generator, "name", TEXT("nutgraf"));
	set_string(arena, generator, "version", text_of(ng_version()));
	json_set(json, "site", json_new(arena, JSON_NULL));
	return json;
}
