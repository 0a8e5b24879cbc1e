/* nutgraf verify: every printed item of a briefing against its sources. */
#include "cli/cli.h"

#include "base/text.h"

#include <stdio.h>

enum ng_status command_verify(struct cli *cli)
{
	enum ng_status inputs, status, written;
	size_t items = 0;
	char line[64];

	if (cli->n_arguments < 1) {
		cli_say("verify: say BRIEFING.json INPUT...");
		return NG_USAGE;
	}
	ng_edition *edition = cli_edition(cli, cli->arguments + 1, cli->n_arguments - 1, &inputs);
	if (!edition)
		return inputs;
	struct output_sink sink = output_open(cli);
	status = ng_edition_verify_file(edition, cli->arguments[0], &items);
	snprintf(line, sizeof line, "%zu items, all verbatim\n", items);
	if (status == NG_OK)
		sink.sink.write(sink.sink.user, text_of(line));
	written = output_close(&sink, status == NG_OK);
	status = cli_finish(cli, edition, status, inputs);
	return written != NG_OK ? written : status;
}
