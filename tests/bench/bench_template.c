/*
 * How long the template engine takes. In: a briefing's JSON, a number of rounds, and names of templates of the default
 * theme. Out: a line a template: microseconds of one rendering, the template read once before, as it is for all pages
 * of a site; the fastest of the rounds, since all noise is slower; and bytes. With "-" for the number of rounds: the
 * view itself as JSON, for engines to compare with (mustache_js.cjs).
 */
#include "base/buf.h"
#include "base/file.h"
#include "render/theme.h"
#include "render/view.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

struct bench {
	struct arena *arena;
	char **arguments;
	int n;
};

static double now(void)
{
	struct timespec time;

	clock_gettime(CLOCK_MONOTONIC, &time);
	return (double)time.tv_sec * 1e6 + (double)time.tv_nsec / 1e3;
}

static void time_template(struct arena *arena, const struct theme *theme, const char *file, const struct json *view,
			  int rounds)
{
	double best = 1e300;
	size_t bytes = 0;
	struct buf first = buf_new(arena, SIZE_MAX);

	theme_render(theme, &first, file, view);
	for (int i = 0; i < rounds; i++) {
		struct arena_mark before = arena_mark(arena);
		struct buf out = buf_new(arena, SIZE_MAX);
		double start = now();
		theme_render(theme, &out, file, view);
		double took = now() - start;
		best = took < best ? took : best;
		bytes = out.len;
		arena_reset(arena, before);
	}
	printf("%s\t%.1f\t%zu\n", file, best, bytes);
}

static void run(void *data)
{
	struct bench *bench = data;
	struct arena *arena = bench->arena;
	struct render_options options = {.theme = {.built_in = resource_templates}};
	struct theme theme = theme_open(arena, &options);
	struct ng_text bytes = file_read(arena, bench->arguments[0], SIZE_MAX);
	struct json *view = theme_view(&theme, briefing_from_json(arena, json_parse(arena, bytes, 64)));

	json_set(view, "preview", json_string(arena, TEXT("preview")));
	json_set(view, "unsubscribe", json_string(arena, TEXT("https://a.example/u")));
	if (strcmp(bench->arguments[1], "-") == 0) {
		struct buf out = buf_new(arena, SIZE_MAX);
		json_put(&out, view);
		fwrite(out.at, 1, out.len, stdout);
		return;
	}
	for (int i = 2; i < bench->n; i++)
		time_template(arena, &theme, bench->arguments[i], view, atoi(bench->arguments[1]));
}

int main(int argc, char **argv)
{
	struct bench bench = {arena_new(SIZE_MAX), argv + 1, argc - 1};
	struct ng_error error;

	if (argc < 3) {
		fprintf(stderr, "usage: bench_template BRIEFING.json ROUNDS|- TEMPLATE...\n");
		return 64;
	}
	bool done = arena_try(bench.arena, run, &bench, &error);
	if (!done)
		fprintf(stderr, "%s: %s\n", error.where, error.what);
	arena_free(bench.arena);
	return done ? 0 : 1;
}
