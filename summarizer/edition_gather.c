/*
 * All articles of a run. In: inputs. Out: readings in input order, each with what clustering needs of it (text is not
 * kept, so that a million fit) or with its whole document; and their stories. Chunks are shared among workers; results
 * are linked in the order of the chunks.
 */
#include "edition_progress.h"
#include "edition_same.h"
#include "edition_wish.h"

#include "base/sort.h"

struct gathering {
	struct ng_edition *edition;
	unsigned stages;
	struct input_cursor *cursor;
	struct batch *first, *last;
};

/* What one chunk gave. */
struct batch {
	struct batch *next;
	struct reading *first, *last;
	size_t n;
	struct failures failed;
};

static bool fetch_batch(void *shared, void *own, size_t task, struct arena *scratch)
{
	struct gathering *gathering = shared;
	struct edition_worker *worker = own;

	(void)task;
	if (!inputs_next(gathering->cursor, scratch, &worker->chunk))
		return false;
	progress_chunk(gathering->edition, &worker->chunk);
	struct batch *batch = arena_new_of(worker->keep, struct batch);
	if (gathering->last)
		gathering->last->next = batch;
	else
		gathering->first = batch;
	gathering->last = worker->slot = batch;
	return true;
}

struct finding {
	const struct gathering *gathering;
	struct edition_worker *worker;
	struct batch *batch;
};

/* A document to be kept must not point into memory that goes with its record. */
static struct article own_article(struct arena *keep, const struct article *article)
{
	struct article own = *article;
	struct ng_text *fields[] = {&own.id,      &own.source,   &own.url,   &own.title, &own.author, &own.site,
				    &own.section, &own.language, &own.story, &own.text,  &own.host};

	for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
		*fields[i] = arena_copy(keep, *fields[i]);
	own.blocks.at = arena_array(keep, own.blocks.n, struct block);
	own.blocks.room = own.blocks.n;
	for (size_t i = 0; i < own.blocks.n; i++)
		own.blocks.at[i] = article->blocks.at[i];
	return own;
}

static void gather_found(void *user, struct arena *scratch, const struct article *article, const struct place *place)
{
	struct finding *finding = user;
	const struct ng_edition *edition = finding->gathering->edition;
	struct arena *keep = finding->worker->keep;
	struct reading *reading = arena_new_of(keep, struct reading);

	if (finding->gathering->stages) {
		struct article own = own_article(keep, article);
		edition_document(edition, finding->worker->words, keep, &own, finding->gathering->stages,
				 &reading->document);
	} else {
		struct document document;
		edition_document(edition, finding->worker->words, scratch, article, STAGE_SENTENCES | STAGE_WORDS,
				 &document);
		item_make(keep, scratch, &document, &reading->item);
		wish_mark(edition, finding->worker, scratch, &document, &reading->item);
		if (edition->options.clean)
			reading->note = repeat_note(keep, &document.article);
	}
	reading->id = arena_copy(keep, article->id);
	reading->source = arena_copy(keep, article->source);
	reading->place = *place;
	reading->address = same_address(article);
	reading->bytes = article->text.len;
	if (finding->batch->last)
		finding->batch->last->next = reading;
	else
		finding->batch->first = reading;
	finding->batch->last = reading;
	finding->batch->n++;
}

static void gather_failed(void *user, struct ng_text id, const struct ng_error *error)
{
	struct finding *finding = user;

	(void)id;
	failures_note(&finding->batch->failed, finding->worker->keep, error);
}

static void run_batch(void *shared, void *own, size_t task, struct arena *keep, struct arena *scratch)
{
	struct edition_worker *worker = own;
	struct finding finding = {shared, worker, worker->slot};

	(void)task, (void)keep;
	edition_walk(&(struct walk){finding.gathering->edition, &finding, gather_found, gather_failed}, &worker->chunk,
		     scratch);
}

static struct readings list_readings(struct gathering *gathering)
{
	struct ng_edition *edition = gathering->edition;
	struct readings readings = {0};
	size_t n = 0;

	for (const struct batch *batch = gathering->first; batch; batch = batch->next)
		n += batch->n;
	if (n > edition->options.limits.articles)
		arena_fail(edition->arena, NG_BAD_INPUT, TEXT(""), 0, "more than %zu articles (articles)",
			   edition->options.limits.articles);
	readings.at = arena_array(edition->work, n, struct reading *);
	for (const struct batch *batch = gathering->first; batch; batch = batch->next) {
		for (struct reading *reading = batch->first; reading; reading = reading->next) {
			reading->index = (uint32_t)readings.n;
			readings.at[readings.n++] = reading;
		}
		edition_skip_all(edition, &batch->failed);
	}
	return readings;
}

struct readings edition_gather(struct ng_edition *edition, unsigned stages)
{
	struct gathering gathering = {.edition = edition, .stages = stages};
	struct pool_job job = {.shared = &gathering, .run = run_batch, .fetch = fetch_batch, .n_tasks = SIZE_MAX};

	progress_open(edition);
	gathering.cursor = inputs_open(edition->stream, &edition->inputs, &edition->options.limits);
	edition_pool(edition, edition->work, &job);
	return list_readings(&gathering);
}

int reading_order(const struct reading *left, const struct reading *right)
{
	if (left->item.content != right->item.content)
		return left->item.content < right->item.content ? -1 : 1;
	int order = text_compare(left->id, right->id);
	return order ? order : text_compare(left->source, right->source);
}

static int order_readings(const void *a, const void *b, void *context)
{
	(void)context;
	return reading_order(*(struct reading *const *)a, *(struct reading *const *)b);
}

struct clustering edition_cluster(struct ng_edition *edition, struct readings *readings, struct item **items,
				  bool reasons)
{
	struct arena *arena = edition->work;
	struct item *list = arena_array(arena, readings->n, struct item);
	struct cluster_options options = {
	    .tightness = edition->options.tightness,
	    .given = edition->options.stories_given,
	    .today = edition->date,
	    .jobs = edition->options.jobs,
	    .memory_cap = edition->options.limits.memory_bytes,
	};

	progress_stage(edition, NG_GROUPING);
	sort_stable(arena, readings->at, readings->n, sizeof(struct reading *), order_readings, NULL);
	for (size_t i = 0; i < readings->n; i++)
		list[i] = readings->at[i]->item;
	*items = list;
	if (reasons)
		return cluster_with_reasons(arena, edition->idf, list, readings->n, &options);
	return (struct clustering){.members = cluster_items(arena, edition->idf, list, readings->n, &options)};
}
