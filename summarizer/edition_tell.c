/*
 * Stories told. In: plans. Out: the stories of the briefing: their articles are read again, dated among each other,
 * followed from earlier briefings, and told. A story that goes on is told from what is new: articles it had before have
 * no vote, and its summary takes fresh sentences only; without any it is quiet.
 */
#include "edition_compose.h"

#include "archive/follow.h"
#include "language/date_find.h"
#include "language/publication.h"
#include "story/story.h"

/* Quotations of all top stories together; the fewer they are, the more voices each has, within these bounds. */
enum { QUOTES_A_DAY = 12, QUOTES_LEAST = 2, QUOTES_MOST = 6 };

/* What a story of each kind is told in, and what is read for it. */
static const struct story_lengths lengths_of[] = {
    [NG_STORY_TOP] = {.words = 150, .sentences = 4, .quotes = QUOTES_LEAST, .timeline = true},
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

/* An article without a day takes that of its story's others; its dates are read again from there. */
static void date_among(struct arena *scratch, struct document *documents, size_t n)
{
	int32_t *days = arena_array(scratch, n, int32_t);

	for (size_t i = 0; i < n; i++)
		days[i] = documents[i].article.published.day;
	int32_t median = publication_median(scratch, days, n);
	for (size_t i = 0; i < n && median != NG_NO_DAY; i++) {
		if (documents[i].article.published.day != NG_NO_DAY || !documents[i].n_sentences)
			continue;
		document_publication_among(scratch, &documents[i], median);
		documents[i].anchor = documents[i].article.published.day;
		document_dates(scratch, &documents[i]);
	}
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

/* One shown story on its way. */
struct one_story {
	struct composing *composing;
	const struct story_plan *plan;
	struct ng_story *story;
	struct document *documents; /* of plan->items */
	bool *told;                 /* they have a vote */
	size_t headline;
};

static void read_articles(struct one_story *one, size_t task, struct edition_worker *worker, struct arena *keep,
			  struct arena *scratch)
{
	struct composing *composing = one->composing;
	size_t n = one->plan->n_items, n_told = 0;

	one->documents = arena_array(scratch, n, struct document);
	one->told = arena_array(scratch, n, bool);
	for (size_t i = 0; i < n; i++) {
		uint32_t item = one->plan->items[i];
		bool copy = composing->members[item].copy != COPY_NONE;
		one->told[i] = !copy && n_told < effort_of[one->story->kind].articles;
		n_told += one->told[i];
		read_again(&(struct rereading){composing, worker, scratch, composing->readings.at[item],
					       one->told[i] ? effort_of[one->story->kind].stages : 0,
					       &one->documents[i]});
		if (item == one->plan->headline)
			one->headline = i;
	}
	date_among(scratch, one->documents, n);
	for (size_t i = 0; i < n; i++) {
		size_t article = composing->first_article[task] + i;
		composing->briefing->articles[article] = describe(
		    keep, &one->documents[i].article, composing->members[one->plan->items[i]].copy != COPY_NONE);
		composing->hosts[article] = arena_copy(keep, one->documents[i].article.host);
	}
}

/* Whether it goes on from an earlier briefing; then its known articles lose their vote. Returns what is known. */
static const struct gist *follow(struct one_story *one, struct telling *telling, struct arena *keep,
				 struct arena *scratch)
{
	const struct composing *composing = one->composing;
	struct document *told = arena_array(scratch, one->plan->n_items, struct document);
	size_t n = 0;

	if (!composing->edition->options.state)
		return NULL;
	for (size_t i = 0; i < one->plan->n_items; i++)
		if (one->told[i])
			told[n++] = one->documents[i];
	telling->gist = gist_make(keep, composing->edition->idf, told, n);
	telling->day = composing->briefing->day;
	const struct telling *past = follow_find(&composing->past, telling->gist, telling->day);
	one->story->status = past ? NG_STATUS_CONTINUING : NG_STATUS_NEW;
	telling->first = past ? past->first : telling->day;
	telling->id = past ? past->id : TEXT("");
	for (size_t i = 0; past && i < one->plan->n_items; i++)
		one->told[i] = one->told[i] && !follow_had(past->gist, &one->documents[i]);
	return past ? past->gist : NULL;
}

static size_t quotes_of_top(const struct ng_briefing *briefing)
{
	size_t n = 0;

	for (size_t i = 0; i < briefing->n_stories; i++)
		n += briefing->stories[i].kind == NG_STORY_TOP;
	size_t share = n ? QUOTES_A_DAY / n : 0;
	return share < QUOTES_LEAST ? QUOTES_LEAST : share > QUOTES_MOST ? QUOTES_MOST : share;
}

static bool is_fresh(const void *known, const struct document *document, const struct sentence *sentence)
{
	return follow_is_fresh(known, document, sentence);
}

static void tell_one(void *shared, void *own, size_t task, struct arena *keep, struct arena *scratch)
{
	struct composing *composing = shared;
	struct ng_story *story = &composing->briefing->stories[task];
	struct one_story one = {
	    .composing = composing, .plan = &composing->plans.at[composing->shown[task]], .story = story};
	struct story_lengths lengths = lengths_of[story->kind];
	struct telling *telling = &composing->tellings[task];

	read_articles(&one, task, own, keep, scratch);
	const struct gist *known = follow(&one, telling, keep, scratch);
	if (story->kind == NG_STORY_TOP)
		lengths.quotes = quotes_of_top(composing->briefing);
	lengths.ranked = composing->edition->options.limits.story_sentences;
	lengths.may = known ? is_fresh : NULL;
	lengths.user = known;
	story_tell(keep, scratch, one.documents, story->articles, one.told, one.plan->n_items, one.headline,
		   composing->briefing->day, &lengths, story);
	telling->headline = story->headline.text;
	if (known && !story->n_sentences) {
		story->kind = NG_STORY_QUIET;
		story->n_quotes = story->n_timeline = 0;
	}
}

void tell_stories(struct composing *composing)
{
	struct pool_job job = {.shared = composing, .run = tell_one, .n_tasks = composing->briefing->n_stories};

	edition_pool(composing->edition, composing->edition->arena, &job);
}
