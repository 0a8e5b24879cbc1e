/*
 * bench_html PAGE...: how fast are pages read? Prints CPU time as MB/s of page bytes, the best of five rounds:
 * libxml2's parse of the bytes as they are (the yardstick: what every peer on libxml2 pays at least), the guard with
 * the parse of what it leaves, and the whole way to an article with roles and metadata.
 */
#include <libxml/HTMLparser.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "base/file.h"
#include "read/html.h"
#include "read/html_guard.h"
#include "read/html_tree.h"

enum { ROUNDS = 5, PAGE_BYTES = 64 << 20 };

struct bench {
	struct arena *arena;
	char **paths;
	struct {
		struct ng_text *at;
		size_t n, room;
	} pages;
	size_t bytes;
	void (*read)(const struct read_context *context, struct ng_text page);
};

static void parse_only(const struct read_context *context, struct ng_text page)
{
	(void)context;
	xmlFreeDoc(htmlReadMemory(page.at, (int)page.len, "", "UTF-8",
				  HTML_PARSE_NONET | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_RECOVER));
}

static void guard_and_parse(const struct read_context *context, struct ng_text page)
{
	html_tree(context, html_guard(context, page).markup);
}

static void whole(const struct read_context *context, struct ng_text page)
{
	struct articles articles = {0};

	read_record(&html_reader, context, page, &articles);
}

struct one {
	const struct bench *bench;
	struct read_context context;
	struct ng_text page;
};

static void read_one(void *data)
{
	struct one *one = data;

	one->bench->read(&one->context, one->page);
}

static double seconds(void)
{
	struct timespec now;

	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
	return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static double round_of(const struct bench *bench)
{
	static const struct ng_limits limits = {.depth = 256, .record_bytes = PAGE_BYTES};
	double start = seconds();
	struct ng_error error;

	for (size_t i = 0; i < bench->pages.n; i++) {
		struct arena_mark mark = arena_mark(bench->arena);
		struct one one = {bench, {bench->arena, TEXT("page"), 1, NG_NO_DAY, &limits}, bench->pages.at[i]};
		arena_try(bench->arena, read_one, &one, &error);
		arena_reset(bench->arena, mark);
	}
	return seconds() - start;
}

static void measure(void *data)
{
	static const struct {
		const char *name;
		void (*read)(const struct read_context *context, struct ng_text page);
	} ways[] = {{"libxml2's parse", parse_only}, {"guard and parse", guard_and_parse}, {"whole", whole}};
	struct bench *bench = data;

	for (char **path = bench->paths; *path; path++) {
		struct ng_text page = file_read(bench->arena, *path, PAGE_BYTES);
		*array_add(bench->arena, &bench->pages) = page;
		bench->bytes += page.len;
	}
	printf("%zu pages, %.1f MB\n", bench->pages.n, (double)bench->bytes / 1e6);
	for (size_t way = 0; way < sizeof ways / sizeof *ways; way++) {
		double best = 0;
		bench->read = ways[way].read;
		for (int i = 0; i < ROUNDS; i++) {
			double time = round_of(bench);
			best = i == 0 || time < best ? time : best;
		}
		printf("%-16s %7.1f MB/s\n", ways[way].name, (double)bench->bytes / 1e6 / best);
	}
}

int main(int argc, char **argv)
{
	struct bench bench = {.arena = arena_new((size_t)4 << 30), .paths = argv + 1};
	struct ng_error error;

	if (argc < 2 || !bench.arena) {
		fprintf(stderr, "usage: bench_html PAGE...\n");
		return 2;
	}
	if (!arena_try(bench.arena, measure, &bench, &error)) {
		fprintf(stderr, "%s: %s\n", error.where, error.what);
		return 1;
	}
	arena_free(bench.arena);
	return 0;
}
