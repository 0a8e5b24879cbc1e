/*
 * Document frequencies. In: the edition's inputs, or tables counted from parts of a collection. Out: one table, through
 * a sink (story/frequencies.h). Each worker counts apart and the counts are summed: whole numbers, so that neither the
 * number of threads nor the order of parts changes a byte. Refuses: a file that is no such table.
 */
#include "edition_article.h"
#include "edition_progress.h"

#include "base/file.h"
#include "story/frequencies.h"

/* A worker's counts. */
struct share {
	struct share *next;
	struct frequency_counter *counter;
};

/* What of a chunk could not be used. */
struct batch {
	struct batch *next;
	struct failures failed;
};

struct stats {
	struct ng_edition *edition;
	struct ng_sink sink;
	struct input_cursor *cursor;
	struct share *shares;
	struct batch *first, *last;
	const char *const *paths; /* of tables to be merged */
	size_t n_paths;
};

static void add_share(struct stats *stats, struct edition_worker *worker)
{
	struct share *share = arena_new_of(worker->keep, struct share);

	share->counter = frequency_counter_new(worker->keep);
	share->next = stats->shares;
	stats->shares = share;
	worker->counter = share->counter;
}

static bool fetch_chunk(void *shared, void *own, size_t task, struct arena *scratch)
{
	struct stats *stats = shared;
	struct edition_worker *worker = own;

	(void)task;
	if (!inputs_next(stats->cursor, scratch, &worker->chunk))
		return false;
	if (!worker->counter)
		add_share(stats, worker);
	progress_chunk(stats->edition, &worker->chunk);
	struct batch *batch = arena_new_of(worker->keep, struct batch);
	if (stats->last)
		stats->last->next = batch;
	else
		stats->first = batch;
	stats->last = worker->slot = batch;
	return true;
}

struct finding {
	const struct stats *stats;
	struct edition_worker *worker;
};

static void count_found(void *user, struct arena *scratch, const struct article *article, const struct place *place)
{
	const struct finding *finding = user;
	struct document document;

	(void)place;
	edition_document(finding->stats->edition, finding->worker->words, scratch, article,
			 STAGE_SENTENCES | STAGE_WORDS, &document);
	frequency_count(finding->worker->counter, finding->worker->words, &document);
}

static void count_failed(void *user, struct ng_text id, const struct ng_error *error)
{
	const struct finding *finding = user;
	struct batch *batch = finding->worker->slot;

	(void)id;
	failures_note(&batch->failed, finding->worker->keep, error);
}

static void run_chunk(void *shared, void *own, size_t task, struct arena *keep, struct arena *scratch)
{
	const struct stats *stats = shared;
	struct edition_worker *worker = own;
	struct finding finding = {stats, worker};

	(void)task, (void)keep;
	edition_walk(&(struct walk){stats->edition, &finding, count_found, count_failed}, &worker->chunk, scratch);
}

static void put(struct stats *stats, struct frequencies *frequencies)
{
	struct arena *arena = stats->edition->work;
	struct buf out = buf_new(arena, SIZE_MAX);

	frequencies_sum(arena, frequencies);
	frequencies_put(&out, frequencies);
	if (!stats->sink.write(stats->sink.user, buf_text(&out)))
		arena_fail(arena, NG_IO, TEXT(""), 0, "cannot write the output");
}

static void count(void *data)
{
	struct stats *stats = data;
	struct ng_edition *edition = stats->edition;
	struct pool_job job = {.shared = stats, .run = run_chunk, .fetch = fetch_chunk, .n_tasks = SIZE_MAX};
	struct frequencies frequencies = {0};

	progress_open(edition);
	stats->cursor = inputs_open(edition->stream, &edition->inputs, &edition->options.limits);
	edition_pool(edition, edition->work, &job);
	for (const struct batch *batch = stats->first; batch; batch = batch->next)
		edition_skip_all(edition, &batch->failed);
	for (const struct share *share = stats->shares; share; share = share->next)
		frequency_counted(edition->work, share->counter, &frequencies);
	put(stats, &frequencies);
}

enum ng_status ng_edition_stats(ng_edition *edition, struct ng_sink sink)
{
	struct stats stats = {.edition = edition, .sink = sink};

	return edition_guard(edition, count, &stats);
}

static void merge(void *data)
{
	struct stats *stats = data;
	struct ng_edition *edition = stats->edition;
	struct frequencies frequencies = {0};

	for (size_t i = 0; i < stats->n_paths; i++)
		frequencies_read(edition->work, stats->paths[i],
				 file_read(edition->work, stats->paths[i], edition->options.limits.memory_bytes),
				 &frequencies);
	put(stats, &frequencies);
}

enum ng_status ng_edition_merge_stats(ng_edition *edition, const char *const *paths, size_t n, struct ng_sink sink)
{
	struct stats stats = {.edition = edition, .sink = sink, .paths = paths, .n_paths = n};

	return edition_guard(edition, merge, &stats);
}
