/* nutgraf stats and nutgraf merge: tables of document frequencies, counted and added up. */
#include "cli/cli.h"

enum ng_status command_stats(struct cli *cli)
{
	enum ng_status inputs, status, written;
	ng_edition *edition = cli_edition(cli, cli->arguments, cli->n_arguments, &inputs);

	if (!edition)
		return inputs;
	struct output_sink sink = output_open(cli);
	status = ng_edition_stats(edition, sink.sink);
	written = output_close(&sink, status == NG_OK);
	if (written != NG_OK) {
		ng_edition_free(edition);
		return written;
	}
	return cli_finish(cli, edition, status, inputs);
}

enum ng_status command_merge(struct cli *cli)
{
	static const char *const standard_input[] = {"-"};
	enum ng_status status, written;
	struct ng_error error;
	ng_edition *edition = ng_edition_new(&cli->options, &error);

	if (!edition) {
		cli_complain(&error);
		return error.status;
	}
	struct output_sink sink = output_open(cli);
	status = ng_edition_merge_stats(edition, cli->n_arguments ? cli->arguments : standard_input,
					cli->n_arguments ? (size_t)cli->n_arguments : 1, sink.sink);
	written = output_close(&sink, status == NG_OK);
	if (written != NG_OK) {
		ng_edition_free(edition);
		return written;
	}
	return cli_finish(cli, edition, status, NG_OK);
}
