/* nutgraf build: everything, from inputs to the files of a day. */
#include "cli/cli.h"

static void say_what_was_done(const struct cli *cli, const struct ng_briefing *briefing)
{
	size_t shown = briefing->n_stories;

	if (cli->quiet)
		return;
	cli_say("%zu articles from %zu outlets, %zu stories, %zu shown, %zu inputs skipped; written to %s",
		briefing->n_read, briefing->n_outlets, briefing->n_stories_found, shown, briefing->n_skipped,
		cli->output);
}

enum ng_status command_build(struct cli *cli)
{
	enum ng_status inputs, status;

	if (!cli->output) {
		cli_say("build: say where to write with -o DIR");
		return NG_USAGE;
	}
	ng_edition *edition = cli_edition(cli, cli->arguments, cli->n_arguments, &inputs);
	if (!edition)
		return inputs;
	status = ng_edition_compose(edition);
	if (status == NG_OK || status == NG_NOTHING) {
		enum ng_status published = ng_edition_publish(edition, cli->output);
		if (published == NG_OK)
			say_what_was_done(cli, ng_edition_briefing(edition));
		else
			status = published;
	}
	if (status == NG_NOTHING && !cli->quiet)
		cli_say("nothing to publish: no article could be used");
	return cli_finish(cli, edition, status, inputs);
}
