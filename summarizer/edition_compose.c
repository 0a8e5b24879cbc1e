/*
 * Inputs to a briefing. In: the edition's inputs. Out: its ng_briefing. Two passes: the first reads everything and
 * keeps what clustering needs; then stories are planned and the few that will be shown are read again and told, in
 * parallel. Refuses: a run without any date, unless options.date says the day.
 */
#include "edition_gather.h"

#include "base/sort.h"
#include "story/importance.h"
#include "story/story.h"

/* What a story of each kind is told in, and what is read for it. */
static const struct story_lengths lengths_of[] = {
    [NG_STORY_TOP] = {.words = 150, .sentences = 4, .quotes = 2, .timeline = true},
    [NG_STORY_MORE] = {.words = 60, .sentences = 1},
    [NG_STORY_ALSO] = {.words = 60, .sentences = 1},
};

static const struct {
	unsigned stages;
	size_t articles; /* it is told from this many, the newest; the others are listed */
} effort_of[] = {
    [NG_STORY_TOP] = {STAGE_SENTENCES | STAGE_WORDS | STAGE_DATES | STAGE_QUOTES, 40},
    [NG_STORY_MORE] = {STAGE_SENTENCES | STAGE_WORDS, 12},
    [NG_STORY_ALSO] = {STAGE_SENTENCES | STAGE_WORDS, 4},
};

struct composing {
	struct ng_edition *edition;
	struct readings readings;
	const struct item *items;
	const struct membership *members;
	struct story_plans plans;
	struct ng_briefing *briefing;
	uint32_t *first_article; /* of each shown story */
};

static int32_t newest_day(const struct readings *readings)
{
	int32_t newest = NG_NO_DAY;

	for (size_t i = 0; i < readings->n; i++)
		if (readings->at[i]->item.day > newest)
			newest = readings->at[i]->item.day;
	return newest;
}

static int order_hashes(const void *a, const void *b, void *context)
{
	uint64_t left = *(const uint64_t *)a, right = *(const uint64_t *)b;

	(void)context;
	return left < right ? -1 : left > right;
}

/* An article that does not say its outlet counts as one of its own. */
static size_t count_outlets(struct arena *arena, const struct item *items, size_t n)
{
	struct arena_mark mark = arena_mark(arena);
	uint64_t *outlets = arena_array(arena, n, uint64_t);
	size_t n_outlets = 0;

	for (size_t i = 0; i < n; i++)
		outlets[i] = items[i].outlet;
	sort_stable(arena, outlets, n, sizeof *outlets, order_hashes, NULL);
	for (size_t i = 0; i < n; i++)
		n_outlets += !outlets[i] || i == 0 || outlets[i] != outlets[i - 1];
	arena_reset(arena, mark);
	return n_outlets;
}

/* How many of the plans, which come most important first, are told in full: those that several articles tell, and
 * enough of the others to fill a small day. */
static bool is_top(const struct composing *composing, size_t plan, size_t n_top)
{
	enum { SMALL_DAY = 3 };
	const struct ng_options *options = &composing->edition->options;

	return n_top < options->top_stories &&
	       (composing->plans.at[plan].n_items > 1 || n_top + composing->plans.n - plan <= SMALL_DAY);
}

/* Orders shown plans: top, more, also; each in order of importance. */
static size_t *choose_shown(struct composing *composing, size_t *n_top, size_t *n_more, size_t *n_shown)
{
	const struct ng_options *options = &composing->edition->options;
	size_t *shown = arena_array(composing->edition->work, composing->plans.n, size_t);
	bool *taken = arena_array(composing->edition->work, composing->plans.n, bool);
	size_t most, n = 0;

	for (size_t i = 0; i < composing->plans.n; i++)
		if (is_top(composing, i, n)) {
			taken[i] = true;
			shown[n++] = i;
		}
	*n_top = n;
	most = n + options->more_stories;
	for (size_t i = 0; i < composing->plans.n && n < most; i++)
		if (!taken[i] && composing->plans.at[i].n_items > 1) {
			taken[i] = true;
			shown[n++] = i;
		}
	*n_more = n - *n_top;
	most = n + options->also_stories;
	for (size_t i = 0; i < composing->plans.n && n < most; i++)
		if (!taken[i])
			shown[n++] = i;
	*n_shown = n;
	return shown;
}

static void plan_articles(struct composing *composing, const size_t *shown)
{
	struct ng_briefing *briefing = composing->briefing;

	composing->first_article = arena_array(composing->edition->work, briefing->n_stories, uint32_t);
	for (size_t i = 0; i < briefing->n_stories; i++) {
		const struct story_plan *plan = &composing->plans.at[shown[i]];
		struct ng_story *story = &briefing->stories[i];
		story->importance = plan->importance;
		story->n_outlets = plan->n_outlets;
		story->n_copies = plan->n_copies;
		story->n_articles = plan->n_items;
		story->articles = arena_array(composing->edition->arena, plan->n_items, uint32_t);
		composing->first_article[i] = (uint32_t)briefing->n_articles;
		for (size_t k = 0; k < plan->n_items; k++)
			story->articles[k] = (uint32_t)briefing->n_articles++;
	}
	briefing->articles = arena_array(composing->edition->arena, briefing->n_articles, struct ng_article);
}

/* The article of a reading, read again and taken through all stages. */
struct rereading {
	const struct composing *composing;
	struct edition_worker *worker;
	struct arena *scratch;
	const struct reading *reading;
	unsigned stages;
	struct document *document;
};

static void read_again(const struct rereading *this)
{
	const struct ng_edition *edition = this->composing->edition;
	const struct record *record = &this->reading->place.record;
	const struct input *input = &edition->inputs.at[record->input];
	struct ng_text bytes = record_bytes(this->scratch, &edition->inputs, record);
	struct articles articles = {0};
	struct read_context context = {
	    .arena = this->scratch,
	    .name = input->name,
	    .line = record->line,
	    .file_day = input->file_day,
	    .limits = &edition->options.limits,
	};

	read_record(input->reader, &context, bytes, &articles);
	if (this->reading->place.nth >= articles.n)
		arena_fail(this->scratch, NG_IO, input->name, record->line, "has changed while it was read");
	edition_document(edition, this->worker->words, this->scratch, &articles.at[this->reading->place.nth],
			 this->stages, this->document);
}

static struct ng_article describe(struct arena *keep, const struct article *article, bool copy)
{
	struct buf published = buf_new(keep, SIZE_MAX);

	stamp_put(&published, article->published);
	return (struct ng_article){
	    .id = arena_copy(keep, article->id),
	    .source = arena_copy(keep, article->source),
	    .url = arena_copy(keep, article->url),
	    .title = arena_copy(keep, article->title),
	    .author = arena_copy(keep, article->author),
	    .site = arena_copy(keep, article->site),
	    .section = arena_copy(keep, article->section),
	    .language = arena_copy(keep, article->language),
	    .published = buf_text(&published),
	    .published_from = text_of(published_from_name(article->published_from)),
	    .day = article->published.day,
	    .copy = copy,
	};
}

struct telling_job {
	struct composing *composing;
	const size_t *shown;
};

static void tell_one(void *shared, void *own, size_t task, struct arena *keep, struct arena *scratch)
{
	const struct telling_job *job = shared;
	const struct composing *composing = job->composing;
	const struct story_plan *plan = &composing->plans.at[job->shown[task]];
	struct ng_story *story = &composing->briefing->stories[task];
	struct document *documents = arena_array(scratch, plan->n_items, struct document);
	bool *told = arena_array(scratch, plan->n_items, bool);
	struct story_lengths lengths = lengths_of[story->kind];
	size_t headline = 0, n_told = 0;

	lengths.ranked = composing->edition->options.limits.story_sentences;
	for (size_t i = 0; i < plan->n_items; i++) {
		uint32_t item = plan->items[i];
		bool copy = composing->members[item].copy != COPY_NONE;
		told[i] = !copy && n_told < effort_of[story->kind].articles;
		n_told += told[i];
		read_again(&(struct rereading){composing, own, scratch, composing->readings.at[item],
					       told[i] ? effort_of[story->kind].stages : 0, &documents[i]});
		composing->briefing->articles[composing->first_article[task] + i] =
		    describe(keep, &documents[i].article, copy);
		if (item == plan->headline)
			headline = i;
	}
	story_tell(keep, scratch, documents, story->articles, told, plan->n_items, headline, composing->briefing->day,
		   &lengths, story);
}

static void tell_all(struct composing *composing, const size_t *shown)
{
	struct telling_job shared = {composing, shown};
	struct pool_job job = {.shared = &shared, .run = tell_one, .n_tasks = composing->briefing->n_stories};

	edition_pool(composing->edition, composing->edition->arena, &job);
}

/* Two stories of one slug: the later one gets a number. */
static void part_slugs(struct arena *arena, struct ng_briefing *briefing)
{
	struct table slugs = table_new(arena);

	for (size_t i = 0; i < briefing->n_stories; i++) {
		struct ng_story *story = &briefing->stories[i];
		struct table_entry *entry = table_put(&slugs, story->slug);
		if (entry->value++)
			story->slug =
			    arena_format(arena, "%.*s-%llu", TEXT_ARGS(story->slug), (unsigned long long)entry->value);
	}
}

static void make_briefing(struct composing *composing)
{
	struct ng_edition *edition = composing->edition;
	struct ng_briefing *briefing = composing->briefing;
	size_t n = composing->readings.n, n_top, n_more;

	composing->plans = plan_stories(edition->work, composing->items, composing->members, n, briefing->day);
	briefing->n_stories_found = composing->plans.n;
	size_t *shown = choose_shown(composing, &n_top, &n_more, &briefing->n_stories);
	briefing->stories = arena_array(edition->arena, briefing->n_stories, struct ng_story);
	for (size_t i = 0; i < briefing->n_stories; i++)
		briefing->stories[i].kind = i < n_top            ? NG_STORY_TOP
					    : i < n_top + n_more ? NG_STORY_MORE
								 : NG_STORY_ALSO;
	plan_articles(composing, shown);
	tell_all(composing, shown);
	part_slugs(edition->arena, briefing);
}

static void compose(void *data)
{
	struct ng_edition *edition = data;
	struct composing composing = {.edition = edition};
	struct ng_briefing *briefing = arena_new_of(edition->arena, struct ng_briefing);

	inputs_hold(&edition->inputs, &edition->options.limits);
	composing.briefing = briefing;
	composing.readings = edition_gather(edition, 0);
	composing.members = edition_cluster(edition, &composing.readings, &composing.items);
	briefing->title = text_of(edition->options.title);
	briefing->day = edition->date != NG_NO_DAY ? edition->date : newest_day(&composing.readings);
	briefing->n_read = composing.readings.n;
	briefing->n_outlets = count_outlets(edition->work, composing.items, composing.readings.n);
	if (briefing->day == NG_NO_DAY && composing.readings.n)
		arena_fail(edition->arena, NG_USAGE, TEXT(""), 0,
			   "no article says its day: give the briefing's (--date)");
	if (composing.readings.n)
		make_briefing(&composing);
	briefing->skipped = edition->skipped.at;
	briefing->n_skipped = edition->skipped.n;
	edition->briefing = briefing;
}

enum ng_status ng_edition_compose(ng_edition *edition)
{
	enum ng_status status;

	edition->briefing = NULL;
	status = edition_guard(edition, compose, edition);
	return status == NG_OK && !edition->briefing->n_stories ? NG_NOTHING : status;
}

const struct ng_briefing *ng_edition_briefing(const ng_edition *edition)
{
	return edition->briefing;
}
