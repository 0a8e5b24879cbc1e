/*
 * Telling. In: the articles chosen, the pages kept. Out: lines on standard output or in the spool, files of pages.
 * Pages are read many at a time, since an edition of the library takes a while to set up; memory is given back after
 * each batch. Articles count as told only when all output is where it should go.
 */
#include "fetch/run.h"

#include "base/date.h"
#include "base/file.h"
#include "base/file_error.h"
#include "fetch/document_file.h"

#include <errno.h>
#include <unistd.h>

enum { BATCH_ARTICLES = 256, BATCH_BYTES = 1 << 25, DAY_SECONDS = 86400 };

bool run_is_old(const struct run *run, const struct json *record)
{
	struct stamp stamp;
	int64_t age = (int64_t)run->options->days * DAY_SECONDS;

	return age && stamp_from_iso(json_text(record, "published"), &stamp) &&
	       stamp_to_unix(stamp) < run->clock->now() - age;
}

/* Articles [first, last) being finished. */
struct batch {
	struct run *run;
	size_t first, last;
	struct buf *lines;
};

static bool wants_page(const struct run *run, const struct feed_article *article)
{
	return run->options->pages && article->teaser && article->url.len;
}

/* The pages of a batch, in the order of its articles; it ends where they become too much to hold. */
static size_t load_pages(struct batch *batch, struct document *pages)
{
	struct run *run = batch->run;
	size_t bytes = 0;

	for (size_t i = batch->first; i < batch->last; i++) {
		struct document *page = &pages[i - batch->first];
		if (!wants_page(run, &run->articles.at[i]) ||
		    !cache_get(run->cache, run->scratch, run->articles.at[i].url, true, page))
			continue;
		if (run->options->output)
			document_write(run->scratch, run->options->output, page, true);
		bytes += page->body.len;
		if (bytes > BATCH_BYTES)
			batch->last = i + 1;
	}
	return batch->last - batch->first;
}

static void finish_batch(void *data)
{
	struct batch *batch = data;
	struct run *run = batch->run;
	struct document *pages = arena_array(run->scratch, batch->last - batch->first, struct document);
	struct problems problems = {0};
	size_t n = load_pages(batch, pages);
	const struct json **records = articles_of_pages(run->scratch, pages, n, &problems);

	for (size_t i = 0; i < problems.n; i++)
		run_complain(run, &problems.at[i]);
	for (size_t i = 0; i < n; i++) {
		const struct json *record = run->articles.at[batch->first + i].record;
		if (records[i])
			record = record_join(run->scratch, record, records[i]);
		bool is_empty = !text_trim(json_text(record, "text")).len;
		bool is_old = run_is_old(run, record); /* the feed may not have said when */
		run->counts.empty += is_empty;
		run->counts.old += is_old;
		if (is_empty || is_old)
			continue;
		run->counts.printed++;
		article_put(batch->lines, record);
	}
}

static void print(struct run *run, struct buf *lines)
{
	if (!file_put(STDOUT_FILENO, buf_text(lines)))
		arena_fail(run->arena, NG_IO, TEXT("standard output"), 0, "%s", file_error(errno));
	buf_cut(lines, 0);
}

void run_tell(struct run *run)
{
	const struct fetch_options *options = run->options;
	bool prints = options->spool || !options->output;
	struct buf lines = buf_new(run->arena, SIZE_MAX);

	/* What is in the spool stays in front; the file is written anew, so that it is whole at any moment. */
	if (options->spool && file_kind(options->spool) != FILE_ABSENT)
		buf_put(&lines, file_read(run->arena, options->spool, options->limits.memory_bytes));
	for (size_t done = 0; done < run->articles.n;) {
		struct batch batch = {.run = run, .first = done, .last = done + BATCH_ARTICLES, .lines = &lines};
		if (batch.last > run->articles.n)
			batch.last = run->articles.n;
		run_in_scratch(run, finish_batch, &batch);
		done = batch.last;
		if (!prints)
			buf_cut(&lines, 0);
		else if (!options->spool)
			print(run, &lines);
	}
	if (!prints)
		run->counts.printed = 0;
	else if (options->spool && run->counts.printed)
		file_write(run->arena, options->spool, buf_text(&lines));
	for (size_t i = 0; i < run->articles.n && prints; i++)
		cache_tell(run->cache, run->articles.at[i].key, run->clock->now());
}
