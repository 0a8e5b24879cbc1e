/*
 * bench_language TEXT [LANGUAGE]: how fast is text cut into sentences and words? Articles are parted by form feeds, or
 * are 8 KiB long. Prints CPU time as MB/s, the best of five rounds, and beside each the ratio to the yardstick: a pass
 * of utf8proc_iterate over the same bytes in the same run (what `wc -m` in a UTF-8 locale does takes about as long).
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <utf8proc.h>

#include "base/file.h"
#include "language/sentence.h"
#include "language/word.h"

enum { ROUNDS = 5, ARTICLE = 8192 };

struct bench {
	struct arena *arena;
	const char *path, *code;
	const struct languages *languages;
	const struct language *language;
	struct word_reader *reader;
	struct {
		struct ng_text *at;
		size_t n, room;
	} articles;
	size_t bytes, found;
};

static void cut_articles(struct bench *bench, struct ng_text text)
{
	while (text.len) {
		size_t feed = text_find(text, TEXT("\f"), 0), end = feed;
		if (feed == text.len && text.len > ARTICLE) {
			end = text_find(text, TEXT("\n"), ARTICLE);
			feed = end;
		}
		*array_add(bench->arena, &bench->articles) = text_slice(text, 0, end);
		bench->bytes += end;
		text = text_slice(text, feed + 1, text.len);
	}
}

static void yardstick(struct bench *bench, struct ng_text text)
{
	utf8proc_int32_t rune;

	for (size_t at = 0; at < text.len;) {
		utf8proc_ssize_t len =
		    utf8proc_iterate((const utf8proc_uint8_t *)text.at + at, (utf8proc_ssize_t)(text.len - at), &rune);
		at += len > 0 ? (size_t)len : 1;
		bench->found++;
	}
}

static void sentences(struct bench *bench, struct ng_text text)
{
	struct spans spans = {0};

	sentences_split(bench->arena, bench->language, text, 0, (uint32_t)text.len, &spans);
	bench->found += spans.n;
}

static void words(struct bench *bench, struct ng_text text)
{
	struct words words = {0};

	words_find(bench->reader, bench->arena, bench->language, text, 0, (uint32_t)text.len, &words);
	bench->found += words.n;
}

static void both(struct bench *bench, struct ng_text text)
{
	struct document document = {.language = bench->language, .anchor = NG_NO_DAY};
	struct block block = {0, (uint32_t)text.len, BLOCK_BODY, NULL};

	document.article.text = text;
	document.article.blocks.at = &block;
	document.article.blocks.n = 1;
	document_sentences(bench->arena, &document, SIZE_MAX);
	document_words(bench->reader, bench->arena, &document);
	bench->found += document.n_words;
}

static void identify(struct bench *bench, struct ng_text text)
{
	bench->found += language_identify(bench->languages, text) == bench->language;
}

static double seconds(struct bench *bench, void (*work)(struct bench *, struct ng_text))
{
	double best = 0;

	for (int round = 0; round < ROUNDS; round++) {
		clock_t start = clock();
		bench->found = 0;
		for (size_t i = 0; i < bench->articles.n; i++) {
			struct arena_mark mark = arena_mark(bench->arena);
			work(bench, bench->articles.at[i]);
			arena_reset(bench->arena, mark);
		}
		double took = (double)(clock() - start) / CLOCKS_PER_SEC;
		best = round == 0 || took < best ? took : best;
	}
	return best;
}

static void run(void *data)
{
	static const struct resources resources = {.built_in = resource_data};
	static const struct {
		const char *name;
		void (*work)(struct bench *, struct ng_text);
	} steps[] = {{"utf8proc_iterate", yardstick},
		     {"sentences", sentences},
		     {"words and stems", words},
		     {"both, of documents", both},
		     {"language of articles", identify}};
	struct bench *bench = data;
	double rule = 0;

	cut_articles(bench, file_read(bench->arena, bench->path, (size_t)1 << 30));
	bench->languages = languages_load(bench->arena, &resources);
	bench->language = language_of(bench->languages, text_of(bench->code));
	bench->reader = word_reader_new(bench->arena);
	printf("%zu articles, %.1f MB, %s\n", bench->articles.n, (double)bench->bytes / 1e6, bench->code);
	for (size_t i = 0; i < sizeof steps / sizeof *steps; i++) {
		double took = seconds(bench, steps[i].work);
		rule = i == 0 ? took : rule;
		printf("%-22s %8.1f MB/s  %5.2f x the yardstick's time  %zu\n", steps[i].name,
		       (double)bench->bytes / 1e6 / took, took / rule, bench->found);
	}
}

int main(int argc, char **argv)
{
	struct bench bench = {.arena = arena_new((size_t)1 << 34), .code = argc > 2 ? argv[2] : "en"};
	struct ng_error error = {0};

	if (argc < 2 || !bench.arena) {
		fprintf(stderr, "usage: bench_language TEXT [LANGUAGE]\n");
		return 64;
	}
	bench.path = argv[1];
	if (!arena_try(bench.arena, run, &bench, &error)) {
		fprintf(stderr, "bench_language: %s:%lu: %s\n", error.where, error.line, error.what);
		return 65;
	}
	arena_free(bench.arena);
	return 0;
}
