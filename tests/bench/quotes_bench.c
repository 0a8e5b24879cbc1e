/*
 * quotes_bench [FILE...]: time of document_quotes over hostile texts of 1 MB, and over files. Prints MB/s of each; the
 * fastest of five runs. Nothing here is a test: see test_quote.c for the bounds.
 */
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "base/file.h"
#include "story/quote.h"

enum { SIZE = 1 << 20, RUNS = 5 };

static const char *const units[] = {
    "\"",
    "'",
    "\xe2\x80\x9c",
    "\xe2\x80\x98",
    "\xc2\xab",
    "\" ' ",
    "\xe2\x80\x98"
    "a b's ",
    "\"a\" ",
    "\xe2\x80\x9c"
    "A, ",
    "\"Yes,\" said Ann Lee. ",
    "\"No\" he said, ",
    "Ann Lee said ",
    "Ann ",
    "he said ",
    ", ",
    "the man of ",
    "(said ",
    "A: b\n\n",
    "'A\n\n",
    "Aa Smith Ab Smith Ac Smith \"Yes,\" said Smith. ",
    "U.S. ",
    "word ",
    "\"a,\" \"b,\" \"c,\" ",
};

struct job {
	struct arena *arena;
	int files;
	char **names;
};

static double seconds(void)
{
	struct timespec now;
	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
	return (double)now.tv_sec + 1e-9 * (double)now.tv_nsec;
}

static void report(struct arena *arena, const struct quote_tables *tables, const char *name, struct ng_text text)
{
	static const struct language english = {.code = {"en", 2}};
	double best = 1e9;
	size_t quotes = 0;

	for (int run = 0; run < RUNS; run++) {
		struct arena_mark mark = arena_mark(arena);
		struct document document = {.language = &english};
		document.article.text = text;
		double start = seconds();
		document_quotes(arena, tables, &document);
		double took = seconds() - start;
		best = took < best ? took : best;
		quotes = document.n_quotes;
		arena_reset(arena, mark);
	}
	printf("%8.1f MB/s %7.3f s %8zu quotes  %.60s\n", (double)text.len / 1e6 / best, best, quotes, name);
}

static void run(void *data)
{
	static const struct resources built_in = {.built_in = resource_data};
	struct job *job = data;
	struct quote_tables *tables = quote_tables_load(job->arena, &built_in);

	for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
		struct arena_mark mark = arena_mark(job->arena);
		size_t len = strlen(units[i]), n = SIZE / len;
		char *text = arena_array(job->arena, n * len, char);
		for (size_t k = 0; k < n; k++)
			memcpy(text + k * len, units[i], len);
		report(job->arena, tables, units[i], (struct ng_text){text, n * len});
		arena_reset(job->arena, mark);
	}
	for (int i = 0; i < job->files; i++)
		report(job->arena, tables, job->names[i], file_read(job->arena, job->names[i], (size_t)1 << 30));
}

int main(int count, char **arguments)
{
	struct job job = {arena_new((size_t)4 << 30), count - 1, arguments + 1};
	struct ng_error error;

	if (job.arena == NULL || !arena_try(job.arena, run, &job, &error)) {
		fprintf(stderr, "quotes_bench: %s: %s\n", error.where, error.what);
		return 1;
	}
	arena_free(job.arena);
	return 0;
}
