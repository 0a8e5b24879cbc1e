/* The commands that print lines: extract sentences dates quotes cluster summarize timeline. */
#include "cli/cli.h"

#include <string.h>

static enum ng_lines stage_of(const struct cli *cli)
{
	static const struct {
		const char *name;
		enum ng_lines stage, other; /* with --json or --explain */
	} stages[] = {
	    {"extract", NG_EXTRACT, NG_EXPLAIN},    {"sentences", NG_SENTENCES, NG_SENTENCES},
	    {"dates", NG_DATES, NG_DATES},          {"quotes", NG_QUOTES, NG_QUOTES},
	    {"cluster", NG_CLUSTER, NG_CLUSTER},    {"summarize", NG_SUMMARIZE, NG_SUMMARIZE_JSON},
	    {"timeline", NG_TIMELINE, NG_TIMELINE},
	};
	size_t i = 0;

	while (strcmp(stages[i].name, cli->command->name) != 0)
		i++;
	return cli->json || cli->explain ? stages[i].other : stages[i].stage;
}

enum ng_status command_lines(struct cli *cli)
{
	enum ng_status inputs, status, written;

	cli->options.to = cli->to;
	ng_edition *edition = cli_edition(cli, cli->arguments, cli->n_arguments, &inputs);
	if (!edition)
		return inputs;
	struct output_sink sink = output_open(cli);
	status = ng_edition_lines(edition, stage_of(cli), sink.sink);
	written = output_close(&sink, status == NG_OK);
	if (written != NG_OK) { /* its message was printed; what the edition says of it is less */
		ng_edition_free(edition);
		return written;
	}
	return cli_finish(cli, edition, status, inputs);
}
