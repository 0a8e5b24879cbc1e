/* What all commands that read inputs do: make an edition, add the inputs, and at the end name what was skipped. */
#include "cli/cli.h"

#include <unistd.h>

ng_edition *cli_edition(struct cli *cli, const char **inputs, int n_inputs, enum ng_status *status)
{
	static const char *standard_input[] = {"-"};
	struct ng_error error;
	bool lines_here = !cli->output && isatty(STDOUT_FILENO); /* a bar among them helps nobody */

	progress_watch(&cli->progress, &cli->options, cli->quiet || lines_here);
	ng_edition *edition = ng_edition_new(&cli->options, &error);

	*status = NG_OK;
	if (!edition) {
		cli_complain(&error);
		*status = error.status;
		return NULL;
	}
	if (n_inputs == 0) {
		inputs = standard_input;
		n_inputs = 1;
	}
	for (int i = 0; i < n_inputs; i++) {
		enum ng_status added = ng_edition_add(edition, inputs[i]);
		if (added == NG_OK)
			continue;
		cli_complain(ng_edition_error(edition));
		*status = added;
		if (added != NG_NO_INPUT || cli->options.strict) {
			ng_edition_free(edition);
			return NULL;
		}
	}
	return edition;
}

void cli_warn(const struct cli *cli, const ng_edition *edition)
{
	size_t n;
	const struct ng_error *warnings = ng_edition_warnings(edition, &n);

	for (size_t i = 0; i < n && !cli->quiet; i++)
		cli_say("warning: %s: %s", warnings[i].where, warnings[i].what);
}

enum ng_status cli_finish(const struct cli *cli, ng_edition *edition, enum ng_status status, enum ng_status inputs)
{
	size_t n;
	const struct ng_skipped *skipped = ng_edition_skipped(edition, &n);

	for (size_t i = 0; i < n && !cli->quiet; i++) {
		if (skipped[i].line)
			cli_say("skipped %.*s:%lu: %.*s", (int)skipped[i].where.len, skipped[i].where.at,
				skipped[i].line, (int)skipped[i].what.len, skipped[i].what.at);
		else
			cli_say("skipped %.*s: %.*s", (int)skipped[i].where.len, skipped[i].where.at,
				(int)skipped[i].what.len, skipped[i].what.at);
	}
	cli_warn(cli, edition);
	if (status != NG_OK && status != NG_NOTHING)
		cli_complain(ng_edition_error(edition));
	ng_edition_free(edition);
	return status == NG_OK || (status == NG_NOTHING && inputs != NG_OK) ? inputs : status;
}
