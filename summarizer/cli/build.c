/* nutgraf build: everything, from inputs to the files of a day. */
#include "cli/cli.h"

static const char *of(size_t n, const char *one, const char *many)
{
	return n == 1 ? one : many;
}

static void say_what_was_done(const struct cli *cli, const struct ng_briefing *briefing)
{
	bool dated = briefing->day != NG_NO_DAY; /* else there is no day to write of */

	if (cli->quiet)
		return;
	cli_say("%zu %s from %zu %s, %zu %s, %zu shown, %zu %s skipped; %s%s", briefing->n_read,
		of(briefing->n_read, "article", "articles"), briefing->n_outlets,
		of(briefing->n_outlets, "outlet", "outlets"), briefing->n_stories_found,
		of(briefing->n_stories_found, "story", "stories"), briefing->n_stories, briefing->n_skipped,
		of(briefing->n_skipped, "input", "inputs"), dated ? "written to " : "nothing written",
		dated ? cli->output : "");
	if (briefing->n_left_out || briefing->n_muted)
		cli_say("left out as the settings want: %zu %s, %zu muted %s", briefing->n_left_out,
			of(briefing->n_left_out, "article", "articles"), briefing->n_muted,
			of(briefing->n_muted, "story", "stories"));
}

enum ng_status command_build(struct cli *cli)
{
	enum ng_status inputs, status;

	if (!cli->output) {
		cli_say("build: say where to write with -o DIR, or `output` in nutgraf.conf");
		return NG_USAGE;
	}
	if (!cli->n_arguments)
		cli_take_inputs(cli);
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
