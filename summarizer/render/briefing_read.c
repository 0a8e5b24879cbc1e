/*
 * A briefing from its JSON. In: a tree as briefing_to_json() makes it, from a file that anyone may have written. Out:
 * the briefing. Text is borrowed from the tree. Members that are not known are passed over. Refuses, naming the member:
 * wrong kinds, missing members, numbers out of range, articles that are not listed, days that are none, another version
 * of the format.
 */
#include "render/briefing_json.h"

#include "base/date.h"
#include "render/render.h"

struct reader {
	struct arena *arena;
	struct ng_briefing *briefing;
	const char *list; /* the list the value stands in, for messages; empty: the briefing itself */
	size_t number;    /* its place there, from 1 */
};

static _Noreturn void fail(const struct reader *reader, const char *member, const char *what)
{
	if (reader->number)
		arena_fail(reader->arena, NG_BAD_INPUT, TEXT(""), 0, "briefing: %s %zu: \"%s\" %s", reader->list,
			   reader->number, member, what);
	arena_fail(reader->arena, NG_BAD_INPUT, TEXT(""), 0, "briefing: \"%s\" %s", member, what);
}

static struct ng_text text_at(const struct reader *reader, const struct json *object, const char *name)
{
	const struct json *value = json_member(object, name);

	if (value && value->kind != JSON_STRING)
		fail(reader, name, "is no text");
	return value ? value->text : TEXT("");
}

static uint64_t number_of(const struct reader *reader, const struct json *value, const char *name, uint64_t max)
{
	double number;

	if (!json_number(value, &number) || number < 0 || number > (double)max)
		fail(reader, name, "is no count");
	if ((double)(uint64_t)number < number)
		fail(reader, name, "is no whole number");
	return (uint64_t)number;
}

static size_t count_at(const struct reader *reader, const struct json *object, const char *name)
{
	const struct json *value = json_member(object, name);

	return value ? (size_t)number_of(reader, value, name, UINT32_MAX) : 0;
}

static double score_at(const struct reader *reader, const struct json *object, const char *name)
{
	const struct json *value = json_member(object, name);
	double number = 0;

	if (value && value->kind != JSON_NULL && !json_number(value, &number))
		fail(reader, name, "is no number");
	return number;
}

static bool truth_at(const struct reader *reader, const struct json *object, const char *name)
{
	const struct json *value = json_member(object, name);

	if (value && value->kind != JSON_TRUE && value->kind != JSON_FALSE)
		fail(reader, name, "is neither true nor false");
	return value && value->kind == JSON_TRUE;
}

static int32_t day_at(const struct reader *reader, const struct json *object, const char *name)
{
	struct ng_text text = text_at(reader, object, name);
	struct stamp stamp;

	if (!text.len)
		return NG_NO_DAY;
	if (!stamp_from_iso(text, &stamp))
		fail(reader, name, "is no date");
	return stamp.day;
}

/* The list of that name; absent is empty. */
static const struct json *list_at(const struct reader *reader, const struct json *object, const char *name, size_t *n)
{
	const struct json *value = json_member(object, name);

	if (value && value->kind != JSON_LIST)
		fail(reader, name, "is no list");
	*n = value ? value->n : 0;
	return value ? value->first : NULL;
}

static uint32_t *numbers_at(const struct reader *reader, const struct json *object, const char *name, size_t *n)
{
	const struct json *value = list_at(reader, object, name, n);
	uint32_t *numbers = arena_array(reader->arena, *n, uint32_t);

	for (size_t i = 0; value; value = value->next, i++) {
		numbers[i] = (uint32_t)number_of(reader, value, name, UINT32_MAX);
		if (numbers[i] >= reader->briefing->n_articles)
			fail(reader, name, "names an article that is not listed");
	}
	return numbers;
}

static struct ng_origin origin_of(const struct reader *reader, const struct json *item)
{
	const struct json *json = json_member(item, "origin");
	struct ng_origin origin;

	if (!json || json->kind != JSON_OBJECT)
		fail(reader, "origin", "is missing");
	origin.article = (uint32_t)count_at(reader, json, "article");
	origin.start = (uint32_t)count_at(reader, json, "start");
	origin.end = (uint32_t)count_at(reader, json, "end");
	if (origin.article >= reader->briefing->n_articles)
		fail(reader, "origin", "names an article that is not listed");
	if (origin.end < origin.start)
		fail(reader, "origin", "ends before it starts");
	return origin;
}

static struct ng_item item_of(const struct reader *reader, const struct json *json)
{
	if (!json || json->kind != JSON_OBJECT || !json_member(json, "text"))
		fail(reader, "text", "is missing");
	return (struct ng_item){.text = text_at(reader, json, "text"),
				.origin = origin_of(reader, json),
				.score = score_at(reader, json, "score")};
}

static void read_quote(const struct reader *reader, const struct json *json, struct ng_quote *quote)
{
	struct ng_item item = item_of(reader, json);

	quote->text = item.text;
	quote->origin = item.origin;
	quote->score = item.score;
	quote->speaker = text_at(reader, json, "speaker");
	quote->role = text_at(reader, json, "role");
	quote->cue = text_at(reader, json, "cue");
	quote->how = text_at(reader, json, "how");
	quote->articles = numbers_at(reader, json, "articles", &quote->n_articles);
}

static void read_event(const struct reader *reader, const struct json *json, struct ng_event *event)
{
	struct ng_text granularity = text_at(reader, json, "granularity");

	event->item = item_of(reader, json);
	event->date = text_at(reader, json, "date");
	event->day = day_at(reader, json, "day");
	event->ahead = truth_at(reader, json, "ahead");
	if (!event->date.len || event->day == NG_NO_DAY)
		fail(reader, event->date.len ? "day" : "date", "is missing");
	for (enum ng_granularity g = NG_DAY; g <= NG_YEAR; g++)
		if (text_equal(granularity, text_of(granularity_name(g)))) {
			event->granularity = g;
			return;
		}
	fail(reader, "granularity", "is none of day, week, month, quarter, year");
}

static enum ng_story_kind kind_of(const struct reader *reader, const struct json *json)
{
	struct ng_text name = text_at(reader, json, "kind");

	for (enum ng_story_kind kind = NG_STORY_TOP; kind <= NG_STORY_QUIET; kind++)
		if (text_equal(name, text_of(story_kind_name(kind))))
			return kind;
	fail(reader, "kind", "is none of top, more, also, quiet");
}

static enum ng_story_status status_of(const struct reader *reader, const struct json *json)
{
	struct ng_text name = text_at(reader, json, "status");

	for (enum ng_story_status status = NG_STATUS_UNKNOWN; status <= NG_STATUS_UPDATED; status++)
		if (text_equal(name, text_of(story_status_name(status))))
			return status;
	fail(reader, "status", "is none of new, continuing, updated");
}

static void read_story(const struct reader *reader, const struct json *json, struct ng_story *story)
{
	const struct json *value;
	size_t i;

	story->kind = kind_of(reader, json);
	story->status = status_of(reader, json);
	story->id = text_at(reader, json, "id");
	story->first_day = day_at(reader, json, "first_day");
	story->slug = text_at(reader, json, "slug");
	story->section = text_at(reader, json, "section");
	story->language = text_at(reader, json, "language");
	story->headline = item_of(reader, json_member(json, "headline"));
	story->importance = score_at(reader, json, "importance");
	story->n_outlets = count_at(reader, json, "outlets");
	story->n_copies = count_at(reader, json, "copies");
	value = list_at(reader, json, "sentences", &story->n_sentences);
	story->sentences = arena_array(reader->arena, story->n_sentences, struct ng_item);
	for (i = 0; value; value = value->next)
		story->sentences[i++] = item_of(reader, value);
	value = list_at(reader, json, "quotes", &story->n_quotes);
	story->quotes = arena_array(reader->arena, story->n_quotes, struct ng_quote);
	for (i = 0; value; value = value->next)
		read_quote(reader, value, &story->quotes[i++]);
	value = list_at(reader, json, "timeline", &story->n_timeline);
	story->timeline = arena_array(reader->arena, story->n_timeline, struct ng_event);
	for (i = 0; value; value = value->next)
		read_event(reader, value, &story->timeline[i++]);
	story->articles = numbers_at(reader, json, "articles", &story->n_articles);
}

static void read_article(const struct reader *reader, const struct json *json, struct ng_article *article)
{
	article->id = text_at(reader, json, "id");
	article->source = text_at(reader, json, "source");
	article->url = text_at(reader, json, "url");
	article->title = text_at(reader, json, "title");
	article->author = text_at(reader, json, "author");
	article->site = text_at(reader, json, "site");
	article->section = text_at(reader, json, "section");
	article->language = text_at(reader, json, "language");
	article->published = text_at(reader, json, "published");
	article->published_from = text_at(reader, json, "published_from");
	article->day = day_at(reader, json, "day");
	article->copy = truth_at(reader, json, "copy");
}

static void read_lists(struct reader *reader, const struct json *json)
{
	struct ng_briefing *briefing = reader->briefing;
	const struct json *value;

	value = list_at(reader, json, "articles", &briefing->n_articles);
	briefing->articles = arena_array(reader->arena, briefing->n_articles, struct ng_article);
	reader->list = "article";
	for (reader->number = 1; value; value = value->next, reader->number++)
		read_article(reader, value, &briefing->articles[reader->number - 1]);
	reader->number = 0;
	value = list_at(reader, json, "stories", &briefing->n_stories);
	briefing->stories = arena_array(reader->arena, briefing->n_stories, struct ng_story);
	reader->list = "story";
	for (reader->number = 1; value; value = value->next, reader->number++)
		read_story(reader, value, &briefing->stories[reader->number - 1]);
	reader->number = 0;
	value = list_at(reader, json, "skipped", &briefing->n_skipped);
	briefing->skipped = arena_array(reader->arena, briefing->n_skipped, struct ng_skipped);
	reader->list = "skipped";
	for (reader->number = 1; value; value = value->next, reader->number++)
		briefing->skipped[reader->number - 1] = (struct ng_skipped){.where = text_at(reader, value, "where"),
									    .line = count_at(reader, value, "line"),
									    .what = text_at(reader, value, "what")};
	reader->number = 0;
}

struct ng_briefing *briefing_from_json(struct arena *arena, const struct json *json)
{
	struct ng_briefing *briefing = arena_new_of(arena, struct ng_briefing);
	struct reader reader = {.arena = arena, .briefing = briefing, .list = ""};

	if (count_at(&reader, json, "nutgraf") != BRIEFING_FORMAT)
		fail(&reader, "nutgraf", "does not say 1: this is no briefing of this version");
	briefing->title = text_at(&reader, json, "title");
	briefing->day = day_at(&reader, json, "date");
	briefing->n_read = count_at(&reader, json, "articles_read");
	briefing->n_outlets = count_at(&reader, json, "outlets");
	briefing->n_stories_found = count_at(&reader, json, "stories_found");
	briefing->n_left_out = count_at(&reader, json, "articles_left_out");
	briefing->n_muted = count_at(&reader, json, "stories_muted");
	read_lists(&reader, json);
	if (briefing->day == NG_NO_DAY && briefing->n_stories)
		fail(&reader, "date", "is missing");
	return briefing;
}
