/*
 * nutgraf shard I/N FILE...: the I-th of N parts of files of lines (JSON Lines), on standard output. In: all the files
 * as one; a part's borders are the first line ends at or after I-1 and I N-ths of their bytes, so that each part can be
 * cut without reading the others, every line is in one part, and the parts in order are the whole. A last line without
 * its end gets one. Refuses: what is no regular file, and I or N that are none.
 */
#include "cli/cli.h"

#include "base/file.h"

#include <stdlib.h>

enum { BLOCK = 1 << 20 };

struct shard {
	struct cli *cli;
	struct ng_sink sink;
	uint64_t part, parts;
	bool failed; /* to write */
};

static bool read_number(const char **at, uint64_t *number)
{
	char *end;

	if (**at < '1' || **at > '9')
		return false;
	*number = strtoull(*at, &end, 10);
	*at = end;
	return *number <= 1000000;
}

static bool read_part(const char *at, struct shard *shard)
{
	return read_number(&at, &shard->part) && *at++ == '/' && read_number(&at, &shard->parts) && !*at &&
	       shard->part <= shard->parts;
}

static bool put(struct shard *shard, struct ng_text bytes)
{
	shard->failed = shard->failed || (bytes.len && !shard->sink.write(shard->sink.user, bytes));
	return !shard->failed;
}

/* Where the first line begins at or after `offset`; the size of the file when none does. */
static uint64_t line_at(struct arena *arena, const char *path, uint64_t offset, uint64_t size)
{
	uint64_t at = offset ? offset - 1 : 0; /* the end of a line just before it counts */

	while (offset && at < size) {
		struct arena_mark mark = arena_mark(arena);
		struct ng_text block = file_read_range(arena, path, at, BLOCK);
		size_t end = text_find(block, TEXT("\n"), 0);
		bool found = end < block.len;
		at += found ? end + 1 : block.len;
		bool ended = found || !block.len;
		arena_reset(arena, mark);
		if (ended)
			break;
	}
	return offset ? at : 0;
}

static void put_range(struct shard *shard, const char *path, uint64_t from, uint64_t to)
{
	struct arena *arena = shard->cli->arena;
	bool ended = true;

	while (from < to) {
		struct arena_mark mark = arena_mark(arena);
		struct ng_text block =
		    file_read_range(arena, path, from, to - from < BLOCK ? (size_t)(to - from) : BLOCK);
		if (!block.len || !put(shard, block))
			return;
		ended = block.at[block.len - 1] == '\n';
		from += block.len;
		arena_reset(arena, mark);
	}
	if (!ended)
		put(shard, TEXT("\n"));
}

/* The part of `whole` bytes, as bytes [from, to) of a file that begins `before` bytes into them. */
static void put_file(struct shard *shard, const char *path, uint64_t before, uint64_t size, uint64_t whole)
{
	uint64_t borders[2];

	for (uint64_t i = 0; i < 2; i++) {
		uint64_t part = shard->part - 1 + i;
		uint64_t border = whole / shard->parts * part + whole % shard->parts * part / shard->parts;
		borders[i] = border <= before ? 0 : border - before < size ? border - before : size;
		borders[i] = borders[i] < size ? line_at(shard->cli->arena, path, borders[i], size) : size;
	}
	put_range(shard, path, borders[0], borders[1]);
}

static void cut(void *data)
{
	struct shard *shard = data;
	const struct cli *cli = shard->cli;
	uint64_t whole = 0, before = 0;

	for (int i = 1; i < cli->n_arguments; i++)
		whole += file_size(cli->arena, cli->arguments[i]);
	for (int i = 1; i < cli->n_arguments && !shard->failed; i++) {
		uint64_t size = file_size(cli->arena, cli->arguments[i]);
		put_file(shard, cli->arguments[i], before, size, whole);
		before += size;
	}
}

enum ng_status command_shard(struct cli *cli)
{
	struct shard shard = {.cli = cli};
	struct ng_error error;

	if (cli->n_arguments < 2 || !read_part(cli->arguments[0], &shard)) {
		cli_say("shard: say which part of how many, as 3/8, and of which files");
		return NG_USAGE;
	}
	struct output_sink sink = output_open(cli);
	shard.sink = sink.sink;
	bool done = arena_try(cli->arena, cut, &shard, &error);
	enum ng_status written = output_close(&sink, done);
	if (written != NG_OK || done)
		return written;
	cli_complain(&error);
	return error.status;
}
