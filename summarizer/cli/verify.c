/* nutgraf verify: every printed item of a briefing against its sources. */
#include "cli/cli.h"

#include <stdio.h>

enum ng_status command_verify(struct cli *cli)
{
	enum ng_status inputs, status;
	size_t items = 0;

	if (cli->n_arguments < 1) {
		cli_say("verify: say BRIEFING.json INPUT...");
		return NG_USAGE;
	}
	ng_edition *edition = cli_edition(cli, cli->arguments + 1, cli->n_arguments - 1, &inputs);
	if (!edition)
		return inputs;
	status = ng_edition_verify_file(edition, cli->arguments[0], &items);
	if (status == NG_OK)
		printf("%zu items, all verbatim\n", items);
	return cli_finish(cli, edition, status, inputs);
}
