/* Output: to standard output as it comes, or gathered and written at the end to a file, whole or not at all. */
#include "cli/cli.h"

#include "base/buf.h"
#include "base/file.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file_error.h"

struct output {
	const char *path; /* NULL: standard output */
	int code;         /* errno of a failed write */
	struct arena *arena;
	struct buf bytes;
	struct ng_text next;
};

static void gather(void *data)
{
	struct output *output = data;

	buf_put(&output->bytes, output->next);
}

static bool write_bytes(void *user, struct ng_text bytes)
{
	struct output *output = user;
	struct ng_error error;

	if (!output->path) {
		if (file_put(STDOUT_FILENO, bytes))
			return true;
		output->code = errno;
		return false;
	}
	output->next = bytes;
	if (output->arena && arena_try(output->arena, gather, output, &error))
		return true;
	output->code = ENOMEM;
	return false;
}

struct output_sink output_open(const struct cli *cli)
{
	struct output *output = calloc(1, sizeof *output);

	if (!output) {
		cli_say("out of memory");
		exit(NG_INTERNAL);
	}
	output->path = cli->output && strcmp(cli->output, "-") != 0 ? cli->output : NULL;
	if (output->path) {
		output->arena = arena_new(cli->options.limits.memory_bytes);
		output->bytes = buf_new(output->arena, SIZE_MAX);
	}
	return (struct output_sink){{write_bytes, output}, output};
}

static void write_file(void *data)
{
	const struct output *output = data;

	file_write(output->arena, output->path, buf_text(&output->bytes));
}

enum ng_status output_close(struct output_sink *sink, bool keep)
{
	struct output *output = sink->output;
	enum ng_status status = NG_OK;
	struct ng_error error;

	if (output->code) {
		cli_say("%s: %s", output->path ? output->path : "standard output", file_error(output->code));
		status = NG_IO;
	} else if (output->path && keep && !arena_try(output->arena, write_file, output, &error)) {
		cli_complain(&error);
		status = error.status;
	}
	arena_free(output->arena);
	free(output);
	sink->output = NULL;
	return status;
}
