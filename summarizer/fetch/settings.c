/*
 * Settings. In: options of the command line. Out: the same with what nutgraf.conf(5) says in its section fetch: feeds,
 * when no argument names one, and contact. nutgraf's own reader reads them, by the same order of files and the same
 * checks, so a fault anywhere in a file is one here, too.
 */
#include "cli/cli.h"
#include "fetch/fetch.h"

static void take_feeds(struct arena *arena, struct fetch_options *options, const char *feeds)
{
	struct ng_text rest = text_of(feeds), feed;
	struct {
		const char **at;
		size_t n, room;
	} list = {0};

	while (rest.len && text_cut(&rest, ',', &feed))
		*array_add(arena, &list) = arena_string(arena, feed);
	options->arguments = list.at;
	options->n_arguments = (int)list.n;
}

bool settings_read(struct arena *arena, struct fetch_options *options)
{
	static const struct command none = {.name = "nutgraf-fetch"};
	struct cli cli = {.arena = arena,
			  .command = &none,
			  .say = fetch_say,
			  .config = options->config,
			  .no_config = options->no_config,
			  .verbose = options->verbose};

	if (cli_configure(&cli) != NG_OK)
		return false;
	if (!options->n_arguments)
		take_feeds(arena, options, cli.fetch_feeds);
	if (!options->contact)
		options->contact = cli.fetch_contact;
	return true;
}
