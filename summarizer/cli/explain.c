/* nutgraf explain: why a story of a briefing is as it is. */
#include "cli/cli.h"

enum ng_status command_explain(struct cli *cli)
{
	enum ng_status inputs, status, written;

	if (cli->n_arguments < 2) {
		cli_say("explain: say BRIEFING.json STORY INPUT...");
		return NG_USAGE;
	}
	ng_edition *edition = cli_edition(cli, cli->arguments + 2, cli->n_arguments - 2, &inputs);
	if (!edition)
		return inputs;
	struct output_sink sink = output_open(cli);
	status = ng_edition_explain_file(edition, cli->arguments[0], cli->arguments[1], cli->json, sink.sink);
	written = output_close(&sink, status == NG_OK);
	if (written != NG_OK) { /* its message was printed; what the edition says of it is less */
		ng_edition_free(edition);
		return written;
	}
	return cli_finish(cli, edition, status, inputs);
}
