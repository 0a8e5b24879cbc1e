/*
 * Explaining. In: a briefing's JSON, one of its stories, and the inputs it was made of. Out: why the story stands where
 * it does, why this headline, why these articles, why these sentences: as a table or as JSON. All is found anew by the
 * stages that make a briefing, so the figures are theirs, as long as inputs and options are the same; what differs is
 * told in notes. Refuses: a briefing that is none, a story it does not have, inputs without any article of the story.
 */
#include "edition_reasons.h"

#include "archive/follow.h"
#include "base/file.h"
#include "render/render.h"

#include <stdio.h>

struct explaining {
	struct ng_edition *edition;
	const char *path, *name;
	bool as_json;
	struct ng_sink sink;
};

static bool is_named(const struct ng_story *story, size_t number, struct ng_text name)
{
	char digits[24];

	snprintf(digits, sizeof digits, "%zu", number);
	return text_equal(name, text_of(digits)) || text_equal(name, story->slug) ||
	       (story->id.len && text_equal(name, story->id));
}

static size_t find_story(const struct explaining *this, const struct ng_briefing *briefing)
{
	for (size_t i = 0; i < briefing->n_stories; i++)
		if (is_named(&briefing->stories[i], i + 1, text_of(this->name)))
			return i;
	arena_fail(this->edition->work, NG_USAGE, text_of(this->path), 0,
		   "has no story \"%s\": give a number from 1 to %zu, a slug or an id", this->name,
		   briefing->n_stories);
}

/* The story among those found now that has the most of its articles; `had[i]`: reading i is one of them. */
static uint32_t find_members(const struct explaining *this, const struct composing *composing, const bool *had)
{
	struct arena *arena = this->edition->work;
	size_t *counts = arena_array(arena, composing->readings.n, size_t);
	uint32_t best = UINT32_MAX;

	for (size_t i = 0; i < composing->readings.n; i++)
		counts[composing->members[i].story] += had[i];
	for (uint32_t s = 0; s < composing->readings.n; s++)
		if (counts[s] > (best == UINT32_MAX ? 0 : counts[best]))
			best = s;
	if (best == UINT32_MAX)
		arena_fail(arena, NG_DIFFERENT, text_of(this->path), 0,
			   "none of the articles of story \"%s\" is among the inputs", this->name);
	return best;
}

static const bool *find_articles(struct arena *arena, const struct ng_briefing *briefing, const struct ng_story *story,
				 const struct readings *readings)
{
	struct table ids = table_new(arena);
	bool *had = arena_array(arena, readings->n, bool);

	for (size_t i = 0; i < story->n_articles; i++)
		table_put(&ids, briefing->articles[story->articles[i]].id);
	for (size_t i = 0; i < readings->n; i++)
		had[i] = table_get(&ids, readings->at[i]->id) != NULL;
	return had;
}

static const struct story_plan *find_plan(const struct composing *composing, uint32_t story)
{
	size_t i = 0;

	while (composing->members[composing->plans.at[i].items[0]].story != story)
		i++;
	return &composing->plans.at[i];
}

static void write_reasons(const struct explaining *this, const struct reasons *reasons)
{
	struct buf out = buf_new(reasons->arena, SIZE_MAX);
	const struct json *json = reasons_to_json(reasons);

	if (this->as_json) {
		json_put_indented(&out, json);
		buf_byte(&out, '\n');
	} else {
		reasons_put_table(&out, json);
	}
	if (!this->sink.write(this->sink.user, buf_text(&out)))
		arena_fail(reasons->arena, NG_IO, TEXT(""), 0, "cannot write the output");
}

/* Makes the plan's story ready to be told, as the briefing's was. */
static void read_story(struct explaining *this, struct one_story *one, struct reasons *reasons)
{
	struct arena *arena = this->edition->work;
	struct edition_worker worker = {.keep = arena, .words = word_reader_new(arena)};
	struct telling telling = {0};
	struct following following = {0};

	if (one->story->kind == NG_STORY_QUIET)
		one->story->kind = NG_STORY_ALSO;
	edition_story_read(one, &worker, arena);
	reasons->lengths = edition_story_lengths(one, edition_story_follow(one, &telling, &following, arena, arena));
	reasons->one = one;
}

static void explain(void *data)
{
	struct explaining *this = data;
	struct ng_edition *edition = this->edition;
	struct arena *arena = edition->work;
	const struct ng_limits *limits = &edition->options.limits;
	struct ng_text bytes = file_read(arena, this->path, limits->input_bytes);
	struct ng_briefing *briefing = briefing_from_json(arena, json_parse(arena, bytes, limits->depth));
	size_t number = find_story(this, briefing);
	struct composing composing = {.edition = edition, .briefing = briefing};

	if (edition->date == NG_NO_DAY)
		edition->date = briefing->day;
	struct clustering clustering = edition_find(&composing, true);
	if (edition->options.state) {
		struct archive *archive = archive_open(arena, edition->options.state, ARCHIVE_READ);
		composing.past = archive_past(arena, archive, briefing->day, FOLLOW_DAYS);
	}
	edition_plan(&composing, briefing->day);
	struct ng_story now = briefing->stories[number];
	const bool *had = find_articles(arena, briefing, &now, &composing.readings);
	struct one_story one = {
	    .composing = &composing, .plan = find_plan(&composing, find_members(this, &composing, had)), .story = &now};
	struct reasons reasons = {.arena = arena,
				  .briefing = briefing,
				  .story = &briefing->stories[number],
				  .number = number + 1,
				  .composing = &composing,
				  .clustering = &clustering,
				  .n_missing = now.n_articles};
	for (size_t i = 0; i < one.plan->n_items; i++) {
		reasons.n_missing -= had[one.plan->items[i]] && reasons.n_missing;
		reasons.n_more += !had[one.plan->items[i]];
	}
	read_story(this, &one, &reasons);
	write_reasons(this, &reasons);
}

enum ng_status ng_edition_explain_file(ng_edition *edition, const char *path, const char *story, bool as_json,
				       struct ng_sink sink)
{
	struct explaining this = {edition, path, story, as_json, sink};
	int32_t date = edition->date;
	enum ng_status status = edition_guard(edition, explain, &this);

	edition->date = date;
	edition->repeats = NULL; /* its memory went with the run */
	return status;
}
