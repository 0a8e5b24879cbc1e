/* nutgraf history and nutgraf forget: what the state file remembers. */
#include "cli/cli.h"

static ng_edition *open_edition(struct cli *cli, int most, enum ng_status *status)
{
	struct ng_error error;
	ng_edition *edition;

	*status = NG_USAGE;
	if (cli->n_arguments > most) {
		cli_say("%s: %s is one argument too many", cli->command->name, cli->arguments[most]);
		return NULL;
	}
	edition = ng_edition_new(&cli->options, &error);
	if (edition)
		return edition;
	cli_complain(&error);
	*status = error.status;
	return NULL;
}

enum ng_status command_history(struct cli *cli)
{
	enum ng_status status, written;
	ng_edition *edition = open_edition(cli, 1, &status);

	if (!edition)
		return status;
	struct output_sink sink = output_open(cli);
	status = ng_edition_history(edition, cli->n_arguments ? cli->arguments[0] : NULL, sink.sink);
	written = output_close(&sink, status == NG_OK);
	if (status == NG_NOTHING)
		cli_say("%s: no story \"%s\" is remembered", cli->options.state, cli->arguments[0]);
	else if (status != NG_OK && written == NG_OK)
		cli_complain(ng_edition_error(edition));
	ng_edition_free(edition);
	return written == NG_OK ? status : written;
}

enum ng_status command_forget(struct cli *cli)
{
	enum ng_status status;

	if (cli->n_arguments)
		cli->options.date = cli->arguments[0];
	ng_edition *edition = open_edition(cli, 1, &status);
	if (!edition)
		return status;
	status = ng_edition_forget(edition);
	if (status == NG_NOTHING)
		cli_say("%s: no briefing of that day is remembered", cli->options.state);
	else if (status != NG_OK)
		cli_complain(ng_edition_error(edition));
	ng_edition_free(edition);
	return status;
}
