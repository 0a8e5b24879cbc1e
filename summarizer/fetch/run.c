/*
 * A run, in its order: which feeds, what they hold now, which articles are new, the pages of teasers, output, memory.
 * Everything fetched goes through the cache: a feed that is unchanged, or could not be had, is read from there as one
 * that came, so that --offline is the same run without asking, and a run that was killed is made up for by the next.
 * Articles come out in the order of the list whatever the order of answers, and are told only when they are written.
 */
#include "fetch/run.h"

#include "base/file.h"
#include "fetch/document_file.h"

#include <stdlib.h>
#include <string.h>

enum { BATCH_BYTES = 1 << 25, DAY_SECONDS = 86400 };

void run_complain(struct run *run, const struct ng_error *error)
{
	fetch_complain(error);
	if (run->options->strict)
		run->status = error->status;
}

void run_in_scratch(struct run *run, void (*work)(void *data), void *data)
{
	struct ng_error error;

	if (!arena_try(run->scratch, work, data, &error))
		arena_throw(run->arena, &error);
	arena_reset(run->scratch, (struct arena_mark){0});
}

static const char *state_path(struct run *run)
{
	static const char name[] = "nutgraf/fetch.sqlite";
	const char *folder = getenv("XDG_STATE_HOME"), *home = getenv("HOME");

	if (run->options->state)
		return run->options->state;
	if (folder && folder[0] == '/')
		return arena_string(run->arena, arena_format(run->arena, "%s/%s", folder, name));
	if (home && home[0] == '/')
		return arena_string(run->arena, arena_format(run->arena, "%s/.local/state/%s", home, name));
	arena_fail(run->arena, NG_USAGE, TEXT(""), 0, "say where to remember with --state FILE: HOME is not set");
}

static void read_list(struct run *run)
{
	const struct fetch_options *options = run->options;

	run->list = list_new(run->arena);
	for (int i = 0; i < options->n_arguments; i++)
		list_add(run->arena, &run->list, options->arguments[i], options->limits.list_bytes);
	for (size_t i = 0; i < run->list.problems.n; i++)
		run_complain(run, &run->list.problems.at[i]);
	if (run->list.n > options->limits.feeds)
		arena_fail(run->arena, NG_BAD_INPUT, TEXT(""), 0, "%zu feeds are more than the limit of %zu",
			   run->list.n, options->limits.feeds);
	if (!run->list.n)
		arena_fail(run->arena, run->options->n_arguments ? NG_NO_INPUT : NG_USAGE, TEXT(""), 0, "%s",
			   run->options->n_arguments
			       ? "the list names no feed"
			       : "no feed; give OPML, a list of URLs or a URL, or name feeds in nutgraf.conf");
}

static void get_feeds(struct run *run)
{
	run->feeds = arena_array(run->arena, run->list.n, struct get);
	for (size_t i = 0; i < run->list.n; i++)
		run->feeds[i] = (struct get){.url = run->list.at[i], .kind = GET_FEED};
	if (!run->getter)
		return;
	getter_get(run->getter, run->feeds, run->list.n);
	for (size_t i = 0; i < run->list.n; i++) {
		run->counts.fresh += run->feeds[i].outcome == GET_NEW;
		run->counts.same += run->feeds[i].outcome == GET_SAME;
		if (run->feeds[i].outcome != GET_FAILED)
			continue;
		run->counts.failed++;
		run_complain(run, &run->feeds[i].error);
	}
}

/* A teaser's page, if it is not kept, goes on the list of pages to get. */
static void want_page(struct run *run, const struct feed_article *article)
{
	struct document kept;

	if (!article->teaser || !article->url.len || table_get(&run->page_of, article->url))
		return;
	struct table_entry *entry = table_put(&run->page_of, article->url);
	if (cache_get(run->cache, run->arena, article->url, false, &kept) || !run->getter)
		return;
	if (run->pages.n >= run->options->limits.pages) {
		run->counts.pages_over++;
		return;
	}
	*array_add(run->arena, &run->pages) = (struct get){.url = article->url, .kind = GET_PAGE};
	entry->value = run->pages.n;
}

static struct feed_article keep_article(struct arena *arena, const struct feed_article *article)
{
	struct feed_article kept = {.feed = article->feed, .teaser = article->teaser};

	kept.key = arena_copy(arena, article->key);
	kept.url = arena_copy(arena, article->url);
	kept.record = record_copy(arena, article->record);
	return kept;
}

/* New articles are kept, in order; all that are listed are remembered longer. */
static void choose(struct run *run, const struct feed_articles *articles)
{
	for (size_t i = 0; i < articles->n; i++) {
		const struct feed_article *article = &articles->at[i];
		bool told = cache_is_told(run->cache, article->key);
		run->counts.listed++;
		if (told)
			cache_tell(run->cache, article->key, run->clock->now());
		if ((told && !run->options->all) || table_get(&run->printed, article->key))
			continue;
		if (run_is_old(run, article->record)) {
			run->counts.old++;
			continue;
		}
		struct feed_article *kept = array_add(run->arena, &run->articles);
		*kept = keep_article(run->arena, article);
		table_put(&run->printed, kept->key);
		if (run->options->pages)
			want_page(run, kept);
	}
}

/* Feeds being read; of what they hold only new articles are kept. */
struct batch {
	struct run *run;
	struct document *documents;
	size_t n, bytes, had;
};

static void read_batch(struct batch *batch)
{
	struct problems problems = {0};
	struct feed_articles articles = articles_of_feeds(batch->run->scratch, batch->documents, batch->n,
							  batch->run->options->teaser_bytes, &problems);

	for (size_t i = 0; i < problems.n; i++)
		run_complain(batch->run, &problems.at[i]);
	choose(batch->run, &articles);
	arena_reset(batch->run->scratch, (struct arena_mark){0});
	batch->n = batch->bytes = 0;
}

static void read_all(void *data)
{
	struct batch *batch = data;
	struct run *run = batch->run;

	for (size_t i = 0; i < run->list.n; i++) {
		struct document *document = &batch->documents[batch->n];
		if (!cache_get(run->cache, batch->run->scratch, run->list.at[i], true, document)) {
			if (!run->getter)
				fetch_say("%.*s: nothing of it is kept", TEXT_ARGS(run->list.at[i]));
			continue;
		}
		if (run->options->output)
			document_write(batch->run->scratch, run->options->output, document, false);
		batch->had++;
		batch->n++;
		batch->bytes += document->body.len;
		if (batch->bytes >= BATCH_BYTES)
			read_batch(batch);
	}
	read_batch(batch);
}

static void read_feeds(struct run *run)
{
	struct batch batch = {.run = run};

	batch.documents = arena_array(run->arena, run->list.n, struct document);
	run->printed = table_new(run->arena);
	run->page_of = table_new(run->arena);
	run_in_scratch(run, read_all, &batch);
	if (run->getter && run->counts.failed == run->list.n)
		run->status = FETCH_NO_ANSWER;
	else if (!batch.had)
		run->status = NG_NO_INPUT;
}

static void get_pages(struct run *run)
{
	if (!run->getter || !run->pages.n)
		return;
	getter_get(run->getter, run->pages.at, run->pages.n);
	for (size_t i = 0; i < run->pages.n; i++) {
		const struct get *page = &run->pages.at[i];
		run->counts.pages += page->outcome == GET_NEW;
		run->counts.pages_closed += page->outcome == GET_CLOSED;
		run->counts.pages_failed += page->outcome == GET_FAILED;
		if (page->outcome == GET_FAILED || (page->outcome == GET_CLOSED && run->options->verbose))
			run_complain(run, &page->error);
	}
}

static void sum_up(const struct run *run)
{
	const struct counts *counts = &run->counts;

	if (run->options->quiet)
		return;
	if (run->getter)
		fetch_say("%zu feeds: %zu changed, %zu unchanged, %zu failed; %zu articles listed, %zu printed",
			  run->list.n, counts->fresh, counts->same, counts->failed, counts->listed, counts->printed);
	else
		fetch_say("%zu feeds, offline; %zu articles listed, %zu printed", run->list.n, counts->listed,
			  counts->printed);
	if (counts->old)
		fetch_say("%zu articles are older than %zu days", counts->old, run->options->days);
	if (counts->empty)
		fetch_say("%zu articles have no text%s", counts->empty, run->options->pages ? "" : " (see --pages)");
	if (run->pages.n || counts->pages_over)
		fetch_say("%zu pages: %zu fetched, %zu closed by robots.txt, %zu failed, %zu over the limit",
			  run->pages.n + counts->pages_over, counts->pages, counts->pages_closed, counts->pages_failed,
			  counts->pages_over);
}

static void make_folder_of(struct run *run, const char *path)
{
	const char *slash = strrchr(path, '/');

	if (slash && slash > path)
		file_make_folders(run->arena, arena_string(run->arena, (struct ng_text){path, (size_t)(slash - path)}));
}

static void run_all(void *data)
{
	struct run *run = data;
	const char *state = NULL;
	int64_t now = run->clock->now();

	if (!settings_read(run->arena, &run->set)) {
		run->status = NG_CONFIG;
		return;
	}
	read_list(run);
	state = state_path(run);
	make_folder_of(run, state);
	run->cache = cache_open(run->arena, state);
	if (!run->options->offline)
		run->getter = getter_open(run->arena, run->cache, run->options, run->clock);
	get_feeds(run);
	read_feeds(run);
	get_pages(run);
	run_tell(run);
	cache_prune(run->cache, now - (int64_t)run->options->limits.kept_days * DAY_SECONDS, now);
	cache_commit(run->cache);
	sum_up(run);
	if (run->status == NG_OK && !run->counts.printed && (!run->options->output || run->options->spool))
		run->status = NG_NOTHING;
}

int fetch_run(const struct fetch_options *options, const struct fetch_clock *clock)
{
	struct run run = {.set = *options, .clock = clock, .arena = arena_new(options->limits.memory_bytes)};
	struct ng_error error = {.status = NG_INTERNAL, .what = "out of memory"};

	run.options = &run.set;
	run.scratch = arena_new(options->limits.memory_bytes);
	if (!run.arena || !run.scratch || !arena_try(run.arena, run_all, &run, &error)) {
		fetch_complain(&error);
		run.status = error.status;
	}
	arena_free(run.scratch);
	arena_free(run.arena);
	return run.status;
}
