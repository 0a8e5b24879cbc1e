/*
 * clean_trial ARTICLES.jsonl terms|roles: what cleaning sees of lines that were labelled. tools/fit_clean.py
 * drives it. In: one article a line, {"title": "...", "lines": [["a line", 1], ...]}, labels 1 body, 0 noise, null for
 * a blank line. Out, a line for each line: the article's number, the label, whether it
 * is a sentence, and first   the terms of the first
 * pass, "number:value" each; second  the terms of the second pass; the logits of the first, one for each line, come on
 * standard input; roles   kind, reason and the line itself, as cleaning decides. Terms are the library's own, so what
 * is fitted is what runs.
 */
#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "base/file.h"
#include "base/json.h"
#include "clean/clean.h"
#include "clean/headline.h"
#include "clean/terms.h"

enum { SENTENCE_WORDS = 4 };
enum mode { TERMS_OF_LINES, ROLES };
static const size_t file_limit = (size_t)1 << 30, memory_limit = (size_t)1 << 34;

struct trial {
	struct arena *arena;
	const char *path;
	enum mode mode;
	struct lexicon lexicon;
	const struct clean_tables *tables;
	unsigned long article;
};

struct label {
	uint32_t start, end;
	int label;
};

struct labels {
	struct label *at;
	size_t n, room;
};

static void put_terms(const double *terms, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (terms[i] > 0 || terms[i] < 0)
			printf(" %zu:%.4g", i, terms[i]);
	putchar('\n');
}

static int label_of(const struct labels *labels, size_t *at, uint32_t start, uint32_t end)
{
	int label = -1;

	while (*at < labels->n && labels->at[*at].end <= start)
		++*at;
	for (size_t i = *at; i < labels->n && labels->at[i].start < end; i++)
		if (labels->at[i].label > label)
			label = labels->at[i].label;
	return label;
}

static void put_roles(struct trial *trial, struct article *article, const struct labels *labels)
{
	static const char *const kinds[] = {"body", "heading", "list", "quote", "caption", "note", "noise"};
	size_t at = 0;

	clean_article(trial->arena, trial->tables, article, TEXT(""));
	printf("%lu\ttitle\t%s\t-\t%.*s\n", trial->article, article->title_cut ? "cut" : "whole",
	       TEXT_ARGS(article->title));
	for (size_t i = 0; i < article->blocks.n; i++) {
		const struct block *block = &article->blocks.at[i];
		printf("%lu\t%d\t%s\t%s\t", trial->article, label_of(labels, &at, block->start, block->end),
		       kinds[block->kind], block->reason ? block->reason : "-");
		for (uint32_t b = block->start; b < block->end; b++)
			putchar(article->text.at[b] == '\n' ? ' ' : article->text.at[b]);
		putchar('\n');
	}
}

static void put_page(struct trial *trial, struct article *article, const struct labels *labels)
{
	struct arena *arena = trial->arena;
	struct lines lines = lines_find(arena, article->text);
	struct page page = page_read(arena, &trial->lexicon, article->text, &lines);
	double terms[TERMS];
	size_t at = 0;

	headline_find(&trial->lexicon, &page, article);
	page_title(arena, &trial->lexicon, &page, article->title);
	for (size_t i = 0; i < page.n; i++) {
		bool sentence = page.looks[i].flags & LOOK_STOPPED && page.looks[i].words >= SENTENCE_WORDS;
		printf("%lu %d %d", trial->article, label_of(labels, &at, page.lines[i].start, page.lines[i].end),
		       sentence);
		terms_of(&page, i, terms);
		put_terms(terms, TERMS);
	}
}

static void read_article(struct trial *trial, struct ng_text line)
{
	struct arena *arena = trial->arena;
	const struct json *json = json_parse(arena, line, 16), *lines = json_member(json, "lines");
	struct buf text = buf_new(arena, UINT32_MAX);
	struct labels labels = {0};
	struct article article = {.title = json_text(json, "title")};

	if (!lines)
		arena_fail(arena, NG_BAD_INPUT, text_of(trial->path), trial->article + 1, "an article needs lines");
	for (const struct json *pair = lines->first; pair; pair = pair->next) {
		const struct json *words = pair->first, *mark = words ? words->next : NULL;
		if (!words || !mark)
			continue;
		struct label label = {(uint32_t)text.len, 0, -1};
		if (mark->kind == JSON_NUMBER)
			label.label = text_equal(mark->text, TEXT("1"));
		buf_put(&text, words->text);
		label.end = (uint32_t)text.len;
		buf_byte(&text, '\n');
		if (label.label >= 0)
			*array_add(arena, &labels) = label;
	}
	article.text = utf8_repair(arena, buf_text(&text));
	if (trial->mode == ROLES)
		put_roles(trial, &article, &labels);
	else
		put_page(trial, &article, &labels);
	trial->article++;
}

static void run(void *data)
{
	static const struct resources resources = {.built_in = resource_data};
	struct trial *trial = data;
	struct ng_text bytes = file_read(trial->arena, trial->path, file_limit), line;

	trial->lexicon = lexicon_load(trial->arena, &resources);
	trial->tables = clean_tables_load(trial->arena, &resources);
	while (text_cut(&bytes, '\n', &line)) {
		struct arena_mark mark = arena_mark(trial->arena);
		if (text_trim(line).len)
			read_article(trial, line);
		arena_reset(trial->arena, mark);
	}
}

int main(int count, char **arguments)
{
	static const char *const modes[] = {"terms", "roles"};
	struct trial trial = {.arena = arena_new(memory_limit)};
	struct ng_error error = {0};
	bool known = false;

	for (size_t i = 0; count == 3 && i < sizeof modes / sizeof *modes; i++)
		if (strcmp(arguments[2], modes[i]) == 0) {
			trial.mode = (enum mode)i;
			known = true;
		}
	if (!trial.arena || !known) {
		fputs("usage: clean_trial ARTICLES.jsonl terms|roles\n", stderr);
		return NG_USAGE;
	}
	trial.path = arguments[1];
	bool done = arena_try(trial.arena, run, &trial, &error);
	if (!done)
		fprintf(stderr, "clean_trial: %s:%lu: %s\n", error.where, error.line, error.what);
	arena_free(trial.arena);
	return done ? 0 : (int)error.status;
}
