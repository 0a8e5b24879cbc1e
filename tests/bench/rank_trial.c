/*
 * rank_trial ITEMS.jsonl words|sentences N: how good are summaries under given weights? tools/fit_rank.py drives it.
 * In: one item a line, {"language": "en", "docs": [{"title": "...", "text": "..."}], "refs": ["..."]}; then on standard
 * input lines of weights, all figures of struct rank_weights in their order. Out: a first line with the program's own
 * weights for these items, then for each line of weights the ROUGE (see rouge.c, x 100) of each item in one line.
 * Ranking and selection are the library's own, so what is fitted is what runs. Items with one document and with several
 * have weights of their own and do not belong in one file.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/json.h"
#include "clean/clean.h"
#include "language/sentence.h"
#include "rouge.h"
#include "story/rank_weights.h"
#include "story/select.h"

enum { FIGURES = sizeof(struct rank_weights) / sizeof(double) };
static const size_t file_limit = (size_t)1 << 30, memory_limit = (size_t)1 << 34, sentence_limit = 2000;

struct item {
	struct document *documents;
	size_t n;
	struct rouge_text *references;
	size_t n_references;
	struct ranking ranking;
};

struct trial {
	struct arena *arena;
	const char *path;
	struct rank_budget budget;
	const struct languages *languages;
	struct word_reader *words;
	struct {
		struct item *at;
		size_t n, room;
	} items;
};

static struct rouge_text stems_of(struct arena *arena, const struct word *words, size_t n)
{
	uint64_t *stems = arena_array(arena, n, uint64_t);

	for (size_t i = 0; i < n; i++)
		stems[i] = words[i].stem;
	return rouge_text(arena, stems, n);
}

static void read_document(struct trial *trial, const struct language *language, const struct json *json,
			  struct document *document)
{
	document->language = language;
	document->article.title = json_text(json, "title");
	document->article.text = json_text(json, "text");
	clean_nothing(trial->arena, &document->article);
	document_sentences(trial->arena, document, sentence_limit);
	document_words(trial->words, trial->arena, document);
}

static void read_item(struct trial *trial, struct ng_text line)
{
	struct arena *arena = trial->arena;
	const struct json *json = json_parse(arena, line, 16);
	const struct json *docs = json_member(json, "docs"), *refs = json_member(json, "refs");
	const struct language *language = language_of(trial->languages, json_text(json, "language"));
	struct item *item = array_add(arena, &trial->items);

	if (!docs || !refs)
		arena_fail(arena, NG_BAD_INPUT, text_of(trial->path), trial->items.n, "an item needs docs and refs");
	item->documents = arena_array(arena, docs->n, struct document);
	for (const struct json *doc = docs->first; doc; doc = doc->next)
		read_document(trial, language, doc, &item->documents[item->n++]);
	item->references = arena_array(arena, refs->n, struct rouge_text);
	for (const struct json *ref = refs->first; ref; ref = ref->next) {
		struct words words = {0};
		words_find(trial->words, arena, language, ref->text, 0, (uint32_t)ref->text.len, &words);
		item->references[item->n_references++] = stems_of(arena, words.at, words.n);
	}
	item->ranking = rank_sentences(arena, item->documents, item->n, sentence_limit);
}

static double score(struct trial *trial, struct item *item, const struct rank_weights *weights)
{
	struct arena *arena = trial->arena;
	struct arena_mark mark = arena_mark(arena);
	struct words words = {0};
	double sum = 0;

	rank_score(&item->ranking, weights);
	struct choice choice = rank_select(arena, item->documents, &item->ranking, &trial->budget);
	for (size_t i = 0; i < choice.n; i++) {
		const struct document *document = &item->documents[choice.at[i].document];
		const struct sentence *sentence = &document->sentences[choice.at[i].sentence];
		for (uint32_t w = 0; w < sentence->n_words; w++)
			*array_add(arena, &words) = document->words[sentence->first_word + w];
	}
	struct rouge_text summary = stems_of(arena, words.at, words.n);
	for (size_t i = 0; i < item->n_references; i++)
		sum += rouge(arena, &summary, &item->references[i]) / (double)item->n_references;
	arena_reset(arena, mark);
	return 100 * sum;
}

static void put_figures(const double *figures, size_t n)
{
	for (size_t i = 0; i < n; i++)
		printf("%.6g%c", figures[i], i + 1 < n ? ' ' : '\n');
	fflush(stdout);
}

static void run(void *data)
{
	static const struct resources resources = {.built_in = resource_data};
	struct trial *trial = data;
	struct ng_text bytes, line;
	struct rank_weights weights;
	double *figures = (double *)&weights;
	size_t n = 0;

	trial->languages = languages_load(trial->arena, &resources);
	trial->words = word_reader_new(trial->arena);
	bytes = file_read(trial->arena, trial->path, file_limit);
	while (text_cut(&bytes, '\n', &line))
		if (text_trim(line).len)
			read_item(trial, line);
	if (!trial->items.n)
		arena_fail(trial->arena, NG_BAD_INPUT, text_of(trial->path), 0, "holds no item");
	double *scores = arena_array(trial->arena, trial->items.n, double);
	put_figures((const double *)trial->items.at[0].ranking.weights, FIGURES);
	while (scanf("%lf", &figures[n]) == 1) {
		if (++n < FIGURES)
			continue;
		for (size_t i = 0; i < trial->items.n; i++)
			scores[i] = score(trial, &trial->items.at[i], &weights);
		put_figures(scores, trial->items.n);
		n = 0;
	}
}

int main(int count, char **arguments)
{
	struct trial trial = {.arena = arena_new(memory_limit)};
	struct ng_error error = {0};

	if (!trial.arena || count != 4 || atoi(arguments[3]) < 1) {
		fputs("usage: rank_trial ITEMS.jsonl words|sentences N\n", stderr);
		return NG_USAGE;
	}
	trial.path = arguments[1];
	if (strcmp(arguments[2], "words") == 0)
		trial.budget.words = (size_t)atoi(arguments[3]);
	else
		trial.budget.sentences = (size_t)atoi(arguments[3]);
	bool done = arena_try(trial.arena, run, &trial, &error);
	if (!done)
		fprintf(stderr, "rank_trial: %s:%lu: %s\n", error.where, error.line, error.what);
	arena_free(trial.arena);
	return done ? 0 : (int)error.status;
}
