/*
 * The briefing as JSON. In: a briefing. Out: a tree after data/schema/briefing.schema.json, with the origin of every
 * printed item: article number and byte offsets into that article's text. Names and order of members are a contract:
 * new ones may come, none goes. Empty text is left out.
 */
#include "render/briefing_json.h"

#include "base/date.h"
#include "render/outputs.h"
#include "render/render.h"

enum { SCORE_DECIMALS = 6 };

static const char *const kinds[] = {
    [NG_STORY_TOP] = "top", [NG_STORY_MORE] = "more", [NG_STORY_ALSO] = "also", [NG_STORY_QUIET] = "quiet"};
static const char *const statuses[] = {[NG_STATUS_UNKNOWN] = "",
				       [NG_STATUS_NEW] = "new",
				       [NG_STATUS_CONTINUING] = "continuing",
				       [NG_STATUS_UPDATED] = "updated"};
static const char *const granularities[] = {
    [NG_DAY] = "day", [NG_WEEK] = "week", [NG_MONTH] = "month", [NG_QUARTER] = "quarter", [NG_YEAR] = "year"};

const char *story_status_name(enum ng_story_status status)
{
	return statuses[status];
}

const char *story_kind_name(enum ng_story_kind kind)
{
	return kinds[kind];
}

const char *granularity_name(enum ng_granularity granularity)
{
	return granularities[granularity];
}

static void set_text(struct arena *arena, struct json *object, const char *name, struct ng_text text)
{
	if (text.len)
		json_set(object, name, json_string(arena, text));
}

static void set_count(struct arena *arena, struct json *object, const char *name, size_t count)
{
	json_set(object, name, json_int(arena, (int64_t)count));
}

static void set_day(struct arena *arena, struct json *object, const char *name, int32_t day)
{
	struct buf text = buf_new(arena, 32);

	if (day == NG_NO_DAY)
		return;
	day_put(&text, day);
	set_text(arena, object, name, buf_text(&text));
}

static void set_numbers(struct arena *arena, struct json *object, const char *name, const uint32_t *at, size_t n)
{
	struct json *list = json_set(object, name, json_new(arena, JSON_LIST));

	for (size_t i = 0; i < n; i++)
		json_add(list, json_int(arena, at[i]));
}

static struct json *article_of(struct arena *arena, const struct ng_article *article)
{
	struct json *json = json_new(arena, JSON_OBJECT);

	set_text(arena, json, "id", article->id);
	set_text(arena, json, "source", article->source);
	set_text(arena, json, "url", article->url);
	set_text(arena, json, "title", article->title);
	set_text(arena, json, "author", article->author);
	set_text(arena, json, "site", article->site);
	set_text(arena, json, "section", article->section);
	set_text(arena, json, "language", article->language);
	set_text(arena, json, "published", article->published);
	set_text(arena, json, "published_from", article->published_from);
	set_day(arena, json, "day", article->day);
	json_set(json, "copy", json_boolean(arena, article->copy));
	return json;
}

static void set_origin(struct arena *arena, struct json *object, struct ng_origin origin)
{
	struct json *json = json_set(object, "origin", json_new(arena, JSON_OBJECT));

	json_set(json, "article", json_int(arena, origin.article));
	json_set(json, "start", json_int(arena, origin.start));
	json_set(json, "end", json_int(arena, origin.end));
}

/* `text`, `origin` and `score` stand in an item even when empty: that is what an item is. */
static struct json *item_of(struct arena *arena, struct ng_text text, struct ng_origin origin, double score)
{
	struct json *json = json_new(arena, JSON_OBJECT);

	json_set(json, "text", json_string(arena, text));
	set_origin(arena, json, origin);
	json_set(json, "score", json_real(arena, score, SCORE_DECIMALS));
	return json;
}

static struct json *quote_of(struct arena *arena, const struct ng_quote *quote)
{
	struct json *json = item_of(arena, quote->text, quote->origin, quote->score);

	set_text(arena, json, "speaker", quote->speaker);
	set_text(arena, json, "role", quote->role);
	set_text(arena, json, "cue", quote->cue);
	set_text(arena, json, "how", quote->how);
	set_numbers(arena, json, "articles", quote->articles, quote->n_articles);
	return json;
}

static struct json *event_of(struct arena *arena, const struct ng_event *event)
{
	struct json *json = item_of(arena, event->item.text, event->item.origin, event->item.score);

	set_text(arena, json, "date", event->date);
	json_set(json, "granularity", json_string(arena, text_of(granularity_name(event->granularity))));
	set_day(arena, json, "day", event->day);
	json_set(json, "ahead", json_boolean(arena, event->ahead));
	return json;
}

static struct json *story_of(struct arena *arena, const struct ng_story *story)
{
	struct json *json = json_new(arena, JSON_OBJECT), *list;

	json_set(json, "kind", json_string(arena, text_of(story_kind_name(story->kind))));
	if (story->status != NG_STATUS_UNKNOWN) {
		set_text(arena, json, "id", story->id);
		set_text(arena, json, "status", text_of(story_status_name(story->status)));
		set_day(arena, json, "first_day", story->first_day);
	}
	set_text(arena, json, "slug", story->slug);
	set_text(arena, json, "section", story->section);
	set_text(arena, json, "language", story->language);
	json_set(json, "headline", item_of(arena, story->headline.text, story->headline.origin, story->headline.score));
	json_set(json, "importance", json_real(arena, story->importance, SCORE_DECIMALS));
	set_count(arena, json, "outlets", story->n_outlets);
	set_count(arena, json, "copies", story->n_copies);
	list = json_set(json, "sentences", json_new(arena, JSON_LIST));
	for (size_t i = 0; i < story->n_sentences; i++) {
		const struct ng_item *item = &story->sentences[i];
		json_add(list, item_of(arena, item->text, item->origin, item->score));
	}
	list = json_set(json, "quotes", json_new(arena, JSON_LIST));
	for (size_t i = 0; i < story->n_quotes; i++)
		json_add(list, quote_of(arena, &story->quotes[i]));
	list = json_set(json, "timeline", json_new(arena, JSON_LIST));
	for (size_t i = 0; i < story->n_timeline; i++)
		json_add(list, event_of(arena, &story->timeline[i]));
	set_numbers(arena, json, "articles", story->articles, story->n_articles);
	return json;
}

struct json *briefing_to_json(struct arena *arena, const struct ng_briefing *briefing)
{
	struct json *json = json_new(arena, JSON_OBJECT), *list;

	json_set(json, "nutgraf", json_int(arena, BRIEFING_FORMAT));
	set_text(arena, json, "title", briefing->title);
	set_day(arena, json, "date", briefing->day);
	set_count(arena, json, "articles_read", briefing->n_read);
	set_count(arena, json, "outlets", briefing->n_outlets);
	set_count(arena, json, "stories_found", briefing->n_stories_found);
	if (briefing->n_left_out)
		set_count(arena, json, "articles_left_out", briefing->n_left_out);
	if (briefing->n_muted)
		set_count(arena, json, "stories_muted", briefing->n_muted);
	list = json_set(json, "stories", json_new(arena, JSON_LIST));
	for (size_t i = 0; i < briefing->n_stories; i++)
		json_add(list, story_of(arena, &briefing->stories[i]));
	list = json_set(json, "articles", json_new(arena, JSON_LIST));
	for (size_t i = 0; i < briefing->n_articles; i++)
		json_add(list, article_of(arena, &briefing->articles[i]));
	list = json_set(json, "skipped", json_new(arena, JSON_LIST));
	for (size_t i = 0; i < briefing->n_skipped; i++) {
		const struct ng_skipped *skipped = &briefing->skipped[i];
		struct json *entry = json_add(list, json_new(arena, JSON_OBJECT));
		json_set(entry, "where", json_string(arena, skipped->where));
		set_count(arena, entry, "line", skipped->line);
		json_set(entry, "what", json_string(arena, skipped->what));
	}
	return json;
}

void output_json(struct buf *out, const struct render_options *options, const struct ng_briefing *briefing)
{
	(void)options;
	json_put_indented(out, briefing_to_json(out->arena, briefing));
	buf_byte(out, '\n');
}
