/*
 * bench_rank ARTICLES.jsonl [SENTENCES]: how fast is one story ranked and its summary chosen? The story is the first
 * SENTENCES (300) sentences of the articles, which have "title", "text" and "language" or are English. Prints the CPU
 * time of reading it into sentences and words, and of ranking and choosing, the median of 25 rounds.
 */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "base/file.h"
#include "base/json.h"
#include "clean/clean.h"
#include "language/sentence.h"
#include "story/select.h"

enum { ROUNDS = 25, DEPTH = 16 };
static const size_t file_limit = (size_t)1 << 30, memory_limit = (size_t)1 << 34;

struct bench {
	struct arena *arena;
	const char *path;
	size_t wanted; /* sentences */
	struct {
		struct document *at;
		size_t n, room;
	} documents;
	size_t n_sentences;
	double reading[ROUNDS], ranking[ROUNDS]; /* seconds */
};

static double now(void)
{
	return (double)clock() / CLOCKS_PER_SEC;
}

static int by_size(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

static double median_ms(double *seconds)
{
	qsort(seconds, ROUNDS, sizeof *seconds, by_size);
	return 1000 * seconds[ROUNDS / 2];
}

static void read_article(struct bench *bench, const struct languages *languages, struct ng_text line)
{
	const struct json *json = json_parse(bench->arena, line, DEPTH);
	struct document *document = array_add(bench->arena, &bench->documents);
	struct ng_text language = json_text(json, "language");

	document->language = language_of(languages, language.len ? language : TEXT("en"));
	document->article.title = json_text(json, "title");
	document->article.text = json_text(json, "text");
	clean_nothing(bench->arena, &document->article);
	document_sentences(bench->arena, document, bench->wanted - bench->n_sentences);
	bench->n_sentences += document->n_sentences;
}

static void read_words(struct bench *bench, struct word_reader *reader, const struct languages *languages,
		       struct ng_text bytes)
{
	struct ng_text line;

	bench->documents.n = bench->n_sentences = 0;
	while (bench->n_sentences < bench->wanted && text_cut(&bytes, '\n', &line))
		if (text_trim(line).len)
			read_article(bench, languages, line);
	for (size_t i = 0; i < bench->documents.n; i++)
		document_words(reader, bench->arena, &bench->documents.at[i]);
}

static size_t rank(struct bench *bench)
{
	enum { WORDS = 150 };
	struct rank_budget budget = {.words = WORDS, .reader = true};
	struct ranking ranking =
	    rank_sentences(bench->arena, bench->documents.at, bench->documents.n, bench->n_sentences);

	return rank_select(bench->arena, bench->documents.at, &ranking, &budget).n;
}

static void run(void *data)
{
	static const struct resources resources = {.built_in = resource_data};
	struct bench *bench = data;
	const struct languages *languages = languages_load(bench->arena, &resources);
	struct word_reader *reader = word_reader_new(bench->arena);
	struct ng_text bytes = file_read(bench->arena, bench->path, file_limit);
	size_t chosen = 0;

	for (int round = 0; round < ROUNDS; round++) {
		double start = now();
		read_words(bench, reader, languages, bytes);
		bench->reading[round] = now() - start;
		start = now();
		chosen = rank(bench);
		bench->ranking[round] = now() - start;
	}
	printf("%zu sentences of %zu articles: read %.2f ms, ranked and %zu chosen %.2f ms\n", bench->n_sentences,
	       bench->documents.n, median_ms(bench->reading), chosen, median_ms(bench->ranking));
}

int main(int argc, char **argv)
{
	struct bench bench = {.arena = arena_new(memory_limit),
			      .path = argc > 1 ? argv[1] : NULL,
			      .wanted = argc > 2 ? strtoull(argv[2], NULL, 10) : 300};
	struct ng_error error;

	if (!bench.arena || !bench.path || !bench.wanted) {
		fputs("usage: bench_rank ARTICLES.jsonl [SENTENCES]\n", stderr);
		return 64;
	}
	bool done = arena_try(bench.arena, run, &bench, &error);
	if (!done)
		fprintf(stderr, "%s:%lu: %s\n", error.where, error.line, error.what);
	arena_free(bench.arena);
	return done ? 0 : 1;
}
