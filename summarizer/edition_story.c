/*
 * One story of a plan made ready to be told. In: a plan. Out: its articles, read again and dated among each other,
 * those that have a vote, and what is known of it from earlier briefings. A story that goes on is told from what is
 * new: articles it had before have no vote, and its summary takes fresh sentences only.
 */
#include "edition_story.h"

#include "archive/follow.h"
#include "language/date_find.h"
#include "language/publication.h"

/* Quotations of all top stories together; the fewer they are, the more voices each has, within these bounds. */
enum { QUOTES_A_DAY = 12, QUOTES_LEAST = 2, QUOTES_MOST = 6 };

/* What a story of each kind is told in, and what is read for it. */
static const struct story_lengths lengths_of[] = {
    [NG_STORY_TOP] = {.timeline = true}, /* and what the options say */
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

void edition_story_read(struct one_story *one, struct edition_worker *worker, struct arena *scratch)
{
	const struct composing *composing = one->composing;
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
}

const struct gist *edition_story_follow(struct one_story *one, struct telling *telling, struct following *following,
					struct arena *keep, struct arena *scratch)
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
	*following = follow_find(keep, &composing->past, telling->gist, telling->day);
	for (size_t i = 0; following->past && i < one->plan->n_items; i++)
		one->told[i] = one->told[i] && !follow_had(following->known, &one->documents[i]);
	return following->known;
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

static bool is_fresh_quote(const void *known, const struct document *document, const struct quote *quote)
{
	return !follow_had_quote(known, document, quote);
}

struct story_lengths edition_story_lengths(const struct one_story *one, const struct gist *known)
{
	struct story_lengths lengths = lengths_of[one->story->kind];

	const struct ng_options *options = &one->composing->edition->options;

	if (one->story->kind == NG_STORY_TOP) {
		size_t quotes = quotes_of_top(one->composing->briefing);
		lengths.words = options->top_words;
		lengths.sentences = options->top_sentences;
		lengths.quotes = quotes < options->top_quotes ? quotes : options->top_quotes;
	}
	lengths.ranked = options->limits.story_sentences;
	lengths.may = known ? is_fresh : NULL;
	lengths.may_quote = known ? is_fresh_quote : NULL;
	lengths.user = known;
	lengths.lone_date = one->composing->edition->options.state != NULL; /* that of tomorrow makes two */
	return lengths;
}
