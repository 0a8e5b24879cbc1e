/*
 * A story as a template sees it. In: a story of a briefing. Out: an object with every name of nutgraf-templates(5)'s
 * section on stories; all names are always there. Sources are numbered from 1, copies last, and each sentence, quote
 * and date says the number of its source.
 */
#include "render/view.h"

#include "base/date.h"
#include "base/url.h"
#include "base/utf8.h"
#include "render/words.h"

struct story_view {
	struct arena *arena;
	const struct ng_briefing *briefing;
	const struct ng_story *story;
	uint32_t *sources;        /* article numbers in the order of the source list */
	size_t n_sources, n_more; /* listed; of the story, but not listed */
	size_t number;            /* of the story, from 1 */
};

static void set_string(struct story_view *view, struct json *object, const char *name, struct ng_text text)
{
	json_set(object, name, json_string(view->arena, text));
}

static void set_number(struct story_view *view, struct json *object, const char *name, size_t number)
{
	json_set(object, name, json_int(view->arena, (int64_t)number));
}

static void set_truth(struct story_view *view, struct json *object, const char *name, bool truth)
{
	json_set(object, name, json_boolean(view->arena, truth));
}

static const struct ng_article *article_of(const struct story_view *view, uint32_t number)
{
	return number < view->briefing->n_articles ? &view->briefing->articles[number] : NULL;
}

static bool is_cited(const struct ng_story *story, uint32_t article)
{
	bool cited = story->headline.origin.article == article;

	for (size_t i = 0; i < story->n_sentences; i++)
		cited |= story->sentences[i].origin.article == article;
	for (size_t i = 0; i < story->n_quotes; i++)
		cited |= story->quotes[i].origin.article == article;
	for (size_t i = 0; i < story->n_timeline; i++)
		cited |= story->timeline[i].item.origin.article == article;
	return cited;
}

/* From 1; 0: not among the story's sources. */
static size_t source_number(const struct story_view *view, uint32_t article)
{
	for (size_t i = 0; i < view->n_sources; i++)
		if (view->sources[i] == article)
			return i + 1;
	return 0;
}

/* A timeline can go on from what was told on an earlier day: its articles are none of today's, but sources all the
 * same. */
static void add_earlier_sources(struct story_view *view)
{
	const struct ng_story *story = view->story;

	for (size_t i = 0; i < story->n_timeline; i++) {
		uint32_t article = story->timeline[i].item.origin.article;
		if (article_of(view, article) && !source_number(view, article))
			view->sources[view->n_sources++] = article;
	}
}

/*
 * Originals first, copies after them, each in the story's order: those that are cited, and as many others as make a
 * list a reader would look through.
 */
static void order_sources(struct story_view *view)
{
	enum { MOST_SOURCES = 12 };
	const struct ng_story *story = view->story;
	size_t others = MOST_SOURCES;

	for (size_t i = 0; i < story->n_articles; i++)
		others -= others > 0 && is_cited(story, story->articles[i]);
	view->sources = arena_array(view->arena, story->n_articles + story->n_timeline, uint32_t);
	for (int copies = 0; copies < 2; copies++)
		for (size_t i = 0; i < story->n_articles; i++) {
			const struct ng_article *article = article_of(view, story->articles[i]);
			if (!article || article->copy != (copies == 1))
				continue;
			bool cited = is_cited(story, story->articles[i]);
			if (!cited && !others)
				continue;
			others -= !cited;
			view->sources[view->n_sources++] = story->articles[i];
		}
	view->n_more = story->n_articles - view->n_sources;
	add_earlier_sources(view);
}

/* Where an item comes from: number, anchor, url. */
static void set_place(struct story_view *view, struct json *object, uint32_t number)
{
	const struct ng_article *article = article_of(view, number);
	size_t source = source_number(view, number);

	set_number(view, object, "number", source);
	set_string(view, object, "anchor",
		   source ? arena_format(view->arena, "s%zu-%zu", view->number, source) : TEXT(""));
	json_set(object, "url", view_url(view->arena, article ? article->url : TEXT("")));
}

static void set_source(struct story_view *view, struct json *object, uint32_t number)
{
	const struct ng_article *article = article_of(view, number);

	set_place(view, object, number);
	set_string(view, object, "outlet", article ? view_outlet(view->arena, article) : TEXT(""));
}

static struct json *sentence_of(struct story_view *view, const struct ng_item *item)
{
	struct json *json = json_new(view->arena, JSON_OBJECT);

	json_set(json, "text", view_text(view->arena, item->text));
	set_source(view, json, item->origin.article);
	return json;
}

static void set_sentences(struct story_view *view, struct json *json)
{
	const struct ng_story *story = view->story;
	struct json *lead =
	    story->n_sentences ? sentence_of(view, &story->sentences[0]) : json_new(view->arena, JSON_NULL);
	struct json *rest, *all;

	json_set(json, "lead", lead);
	rest = json_set(json, "rest", json_new(view->arena, JSON_LIST));
	all = json_set(json, "sentences", json_new(view->arena, JSON_LIST));
	for (size_t i = 0; i < story->n_sentences; i++) {
		json_add(all, sentence_of(view, &story->sentences[i]));
		if (i > 0)
			json_add(rest, sentence_of(view, &story->sentences[i]));
	}
	set_truth(view, json, "has_rest", rest->n > 0);
}

/* Other outlets that carry the same words. */
static size_t count_carriers(struct story_view *view, const struct ng_quote *quote)
{
	const struct ng_article *first = article_of(view, quote->origin.article);
	struct ng_text outlets[8];
	size_t n = 0;

	if (first)
		outlets[n++] = view_outlet(view->arena, first);
	for (size_t i = 0; i < quote->n_articles && n < sizeof outlets / sizeof *outlets; i++) {
		const struct ng_article *article = article_of(view, quote->articles[i]);
		bool known = !article;
		for (size_t k = 0; k < n && !known; k++)
			known = text_equal(outlets[k], view_outlet(view->arena, article));
		if (!known)
			outlets[n++] = view_outlet(view->arena, article);
	}
	return n - (first != NULL);
}

/* "Sen.", "Dr.": no role to stand after a name, but a title that goes before it. */
static bool is_title(struct ng_text role)
{
	return text_ends(role, TEXT(".")) && text_find(role, TEXT(" "), 0) == role.len;
}

static void set_speaker(struct story_view *view, struct json *json, const struct ng_quote *quote)
{
	struct ng_text speaker = quote->speaker, role = quote->role;

	if (speaker.len && is_title(role)) {
		speaker = arena_format(view->arena, "%.*s %.*s", TEXT_ARGS(role), TEXT_ARGS(speaker));
		role = TEXT("");
	}
	json_set(json, "speaker", view_text(view->arena, speaker));
	json_set(json, "role", view_text(view->arena, role));
}

static struct json *quote_of(struct story_view *view, const struct ng_quote *quote)
{
	struct json *json = json_new(view->arena, JSON_OBJECT);
	struct quote_marks marks = words_marks(view->story->language);
	size_t carriers = count_carriers(view, quote);

	json_set(json, "text", view_text(view->arena, quote->text));
	set_string(view, json, "open", text_of(marks.open));
	set_string(view, json, "close", text_of(marks.close));
	set_speaker(view, json, quote);
	set_source(view, json, quote->origin.article);
	set_number(view, json, "n_more", carriers);
	return json;
}

static void set_quotes(struct story_view *view, struct json *json)
{
	struct json *list = json_set(json, "quotes", json_new(view->arena, JSON_LIST));

	for (size_t i = 0; i < view->story->n_quotes; i++)
		json_add(list, quote_of(view, &view->story->quotes[i]));
	set_truth(view, json, "has_quotes", list->n > 0);
}

static struct json *event_of(struct story_view *view, const struct ng_event *event, bool last)
{
	struct json *json = json_new(view->arena, JSON_OBJECT);
	bool today = event->granularity == NG_DAY && event->day == view->briefing->day;

	json_set(json, "date", view_text(view->arena, event->date));
	/* HTML's time element knows days, weeks, months and years, but no quarters. */
	json_set(json, "datetime",
		 event->granularity == NG_QUARTER ? json_string(view->arena, TEXT(""))
						  : view_text(view->arena, event->date));
	set_string(view, json, "label", words_label(view->arena, event, view->briefing->day));
	json_set(json, "text", view_text(view->arena, event->item.text));
	set_truth(view, json, "today", today);
	set_truth(view, json, "ahead", event->ahead);
	set_truth(view, json, "last", last);
	set_source(view, json, event->item.origin.article);
	return json;
}

/* Where a day stands on a line of 100 from `first` on, `span` days long; a margin is left for the dots. */
static long place_on_rule(int32_t day, int32_t first, int32_t span)
{
	const long margin = 2, width = 96;

	return margin + (long)((2 * width * (day - first) + span) / (2 * span));
}

/* The days as dots on a line, as far apart as they are in time, and where the briefing's day is on it. */
static struct json *rule_of(struct story_view *view)
{
	const struct ng_story *story = view->story;
	int32_t today = view->briefing->day, first = today, last = today;
	struct json *json;
	struct buf path = buf_new(view->arena, SIZE_MAX);
	long at = -1;

	for (size_t i = 0; i < story->n_timeline; i++) {
		first = story->timeline[i].day < first ? story->timeline[i].day : first;
		last = story->timeline[i].day > last ? story->timeline[i].day : last;
	}
	if (today == NG_NO_DAY || first == last)
		return json_new(view->arena, JSON_NULL);
	for (size_t i = 0; i < story->n_timeline; i++) {
		long place = place_on_rule(story->timeline[i].day, first, last - first);
		if (place != at)
			buf_format(&path, "M%ld 0h0", place);
		at = place;
	}
	json = json_new(view->arena, JSON_OBJECT);
	set_string(view, json, "path", buf_text(&path));
	set_number(view, json, "now", (size_t)place_on_rule(today, first, last - first));
	set_string(view, json, "words",
		   arena_format(view->arena, "%.*s to %.*s", TEXT_ARGS(words_date(view->arena, first, today)),
				TEXT_ARGS(words_date(view->arena, last, today))));
	return json;
}

/* A timeline needs two dates; one alone is no line. */
static void set_timeline(struct story_view *view, struct json *json)
{
	const struct ng_story *story = view->story;
	struct json *list = json_set(json, "timeline", json_new(view->arena, JSON_LIST));
	bool dates = false;

	for (size_t i = 1; i < story->n_timeline && !dates; i++)
		dates = !text_equal(story->timeline[i].date, story->timeline[0].date);
	for (size_t i = 0; i < story->n_timeline && dates; i++)
		json_add(list, event_of(view, &story->timeline[i], i + 1 == story->n_timeline));
	set_truth(view, json, "has_timeline", dates);
	json_set(json, "rule", dates ? rule_of(view) : json_new(view->arena, JSON_NULL));
}

/* Is the day of publication a guess, from other articles or the file? */
static bool is_inferred(const struct ng_article *article)
{
	static const char *const guesses[] = {"cluster", "file", "assumed"};

	for (size_t i = 0; i < sizeof guesses / sizeof *guesses; i++)
		if (text_equal(article->published_from, text_of(guesses[i])))
			return true;
	return false;
}

static struct json *source_of(struct story_view *view, uint32_t number)
{
	const struct ng_article *article = article_of(view, number);
	struct json *json = json_new(view->arena, JSON_OBJECT);
	struct stamp stamp;
	struct buf datetime = buf_new(view->arena, 64);

	struct ng_text title = view_line(view->arena, article->title), outlet = view_outlet(view->arena, article);
	set_place(view, json, number);
	set_string(view, json, "title", title.len ? title : outlet);
	set_string(view, json, "outlet", title.len ? outlet : TEXT(""));
	json_set(json, "author", view_text(view->arena, article->author));
	if (stamp_from_iso(article->published, &stamp))
		stamp_put(&datetime, stamp);
	set_string(view, json, "datetime", buf_text(&datetime));
	set_string(view, json, "published", words_moment(view->arena, article->published, view->briefing->day));
	set_truth(view, json, "inferred", is_inferred(article));
	set_truth(view, json, "copy", article->copy);
	return json;
}

static void set_sources(struct story_view *view, struct json *json)
{
	struct json *list = json_set(json, "sources", json_new(view->arena, JSON_LIST));

	for (size_t i = 0; i < view->n_sources; i++)
		json_add(list, source_of(view, view->sources[i]));
	set_truth(view, json, "has_sources", list->n > 0);
	set_number(view, json, "n_more_sources", view->n_more);
}

/* "9 outlets, 14 articles, 2 copies"; no word more than tells something. */
static struct ng_text status_of(struct story_view *view)
{
	const struct ng_story *story = view->story;
	struct buf status = buf_new(view->arena, 256);
	size_t originals = story->n_articles > story->n_copies ? story->n_articles - story->n_copies : 0;

	buf_put(&status, words_count(view->arena, story->n_outlets, "outlet", "outlets"));
	if (originals > story->n_outlets) {
		buf_puts(&status, ", ");
		buf_put(&status, words_count(view->arena, originals, "article", "articles"));
	}
	if (story->n_copies) {
		buf_puts(&status, ", ");
		buf_put(&status, words_count(view->arena, story->n_copies, "copy", "copies"));
	}
	if (story->status == NG_STATUS_NEW)
		buf_puts(&status, ", new");
	if (story->status == NG_STATUS_CONTINUING || story->status == NG_STATUS_UPDATED)
		buf_format(&status, ", %s, day %ld", story->status == NG_STATUS_UPDATED ? "updated" : "continuing",
			   (long)(view->briefing->day - story->first_day) + 1);
	return buf_text(&status);
}

struct json *view_story(struct arena *arena, const struct ng_briefing *briefing, size_t number,
			struct ng_text page_language)
{
	const struct ng_story *story = &briefing->stories[number];
	struct story_view view = {.arena = arena, .briefing = briefing, .story = story, .number = number + 1};
	struct json *json = json_new(arena, JSON_OBJECT);
	const struct ng_article *named = article_of(&view, story->headline.origin.article);
	struct ng_text language = view_language(story->language);
	bool other = language.len && !text_equal(language, page_language);

	order_sources(&view);
	set_number(&view, json, "number", number + 1);
	set_truth(&view, json, "first", number == 0);
	json_set(json, "slug", view_text(arena, story->slug));
	json_set(json, "headline", view_text(arena, story->headline.text));
	set_truth(&view, json, "headline_apart",
		  story->n_sentences && story->sentences[0].origin.article != story->headline.origin.article);
	json_set(json, "section", view_text(arena, story->section));
	json_set(json, "lang", json_string(arena, other ? language : TEXT("")));
	set_string(&view, json, "dir", other && words_right_to_left(story->language) ? TEXT("rtl") : TEXT(""));
	set_string(&view, json, "outlet", named ? view_outlet(arena, named) : TEXT(""));
	json_set(json, "url", view_url(arena, named ? named->url : TEXT("")));
	set_number(&view, json, "n_outlets", story->n_outlets);
	set_string(&view, json, "outlets", words_count(arena, story->n_outlets, "outlet", "outlets"));
	set_string(&view, json, "status", status_of(&view));
	set_sentences(&view, json);
	set_quotes(&view, json);
	set_timeline(&view, json);
	set_sources(&view, json);
	return json;
}

static size_t count_words(struct ng_text text)
{
	size_t words = 0;
	bool inside = false;

	for (size_t i = 0; i < text.len; i++) {
		bool blank = (unsigned char)text.at[i] <= ' ';
		words += !blank && !inside;
		inside = !blank;
	}
	return words;
}

size_t view_story_words(const struct ng_story *story)
{
	size_t words = count_words(story->headline.text);

	for (size_t i = 0; i < story->n_sentences; i++)
		words += count_words(story->sentences[i].text);
	for (size_t i = 0; i < story->n_quotes; i++)
		words += count_words(story->quotes[i].text) + count_words(story->quotes[i].speaker);
	for (size_t i = 0; i < story->n_timeline; i++)
		words += count_words(story->timeline[i].item.text) + 2;
	return words;
}
