/*
 * Any bytes through one reader, as the program would take them: record by record, each under a guard. What a reader
 * may do is refuse; what it must not do aborts: a record that does not move on, text that is no UTF-8, a block outside
 * the text or out of order, a day that is none.
 */
#include "fuzz.h"

#include "base/utf8.h"

#include <stdio.h>
#include <stdlib.h>

static const struct ng_limits limits = {.input_bytes = 1 << 22,
					.record_bytes = 1 << 22,
					.articles = 1000,
					.depth = 64,
					.memory_bytes = 1 << 28,
					.output_bytes = 1 << 22};

struct run {
	const struct reader *reader;
	struct arena *arena;
	struct ng_text bytes;
	struct articles articles;
};

static void must(bool holds, const char *what)
{
	if (holds)
		return;
	fprintf(stderr, "broken contract: %s\n", what);
	abort();
}

static void check_blocks(const struct article *article)
{
	uint32_t end = 0;

	for (size_t i = 0; i < article->blocks.n; i++) {
		const struct block *block = &article->blocks.at[i];
		must(block->start >= end && block->start <= block->end && block->end <= article->text.len,
		     "blocks are in order, inside the text");
		end = block->end;
	}
}

static void check_article(const struct article *article)
{
	const struct ng_text fields[] = {article->text, article->title,   article->author,   article->site,
					 article->url,  article->section, article->language, article->id};

	for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
		must(utf8_valid(fields[i]), "texts are UTF-8 without NUL");
	must(article->id.len > 0, "an article has an id");
	must((article->published_from == FROM_NOWHERE) == (article->published.day == NG_NO_DAY),
	     "a day has an origin and an origin a day");
	check_blocks(article);
}

static void read_records(void *data)
{
	struct run *run = data;
	struct read_context context = {
	    .arena = run->arena, .name = TEXT("fuzz"), .line = 1, .file_day = NG_NO_DAY, .limits = &limits};

	for (size_t at = 0, end; at < run->bytes.len; at = end) {
		end = run->reader->record_end ? run->reader->record_end(run->bytes, at) : run->bytes.len;
		must(end > at && end <= run->bytes.len, "a record moves on");
		read_record(run->reader, &context, text_slice(run->bytes, at, end), &run->articles);
	}
	for (size_t i = 0; i < run->articles.n; i++)
		check_article(&run->articles.at[i]);
}

int fuzz_reader(const struct reader *reader, const uint8_t *data, size_t size)
{
	struct run run = {.reader = reader, .arena = arena_new(limits.memory_bytes)};
	struct ng_error error;

	run.bytes = (struct ng_text){(const char *)data, size};
	if (!run.arena)
		return 0;
	reader->sniff(run.bytes, TEXT("fuzz"));
	arena_try(run.arena, read_records, &run, &error);
	arena_free(run.arena);
	return 0;
}
