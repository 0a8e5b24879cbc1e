/* nutgraf render: a template with data, or a briefing's JSON to one of the outputs. */
#include "cli/cli.h"

static enum ng_status to_output(struct cli *cli, ng_edition *edition, struct ng_sink sink)
{
	enum ng_output output;

	if (cli->n_arguments != 1) {
		cli_say("render: --to needs one briefing.json%s%s", cli->n_arguments ? ", not also " : "",
			cli->n_arguments ? cli->arguments[1] : "");
		return NG_USAGE;
	}
	if (!ng_output_named(cli->to, &output)) {
		cli_say("render: --to: bad value \"%s\"", cli->to);
		return NG_USAGE;
	}
	return ng_edition_render_file(edition, cli->arguments[0], output, sink);
}

enum ng_status command_render(struct cli *cli)
{
	struct ng_error error;
	enum ng_status status, written;

	if (!cli->to && !cli->list_names && cli->n_arguments != 2) {
		cli_say("render: say TEMPLATE DATA.json, or BRIEFING.json --to FORMAT");
		return NG_USAGE;
	}
	ng_edition *edition = ng_edition_new(&cli->options, &error);
	if (!edition) {
		cli_complain(&error);
		return error.status;
	}
	struct output_sink sink = output_open(cli);
	if (cli->list_names)
		status = ng_edition_names(edition, sink.sink);
	else if (cli->to)
		status = to_output(cli, edition, sink.sink);
	else
		status =
		    ng_edition_render_template(edition, cli->arguments[0], cli->arguments[1], cli->partials, sink.sink);
	cli_warn(cli, edition);
	written = output_close(&sink, status == NG_OK);
	if (status != NG_OK && status != NG_USAGE && written == NG_OK)
		cli_complain(ng_edition_error(edition));
	ng_edition_free(edition);
	return written == NG_OK ? status : written;
}
