/* The program around the library: arguments, messages, output. It sees nutgraf.h and base/ only. */
#ifndef CLI_CLI_H
#define CLI_CLI_H

#include "base/buf.h"
#include "cli/command.h"
#include "cli/output.h"
#include "cli/progress.h"

/* An option as it was given. */
struct setting;
struct given {
	const struct setting *setting;
	const char *value; /* NULL: a flag */
};

enum { N_SETTINGS_MOST = 96 };

/* What the command line, the environment and nutgraf.conf say. Strings live in the arena, argv or the environment. */
struct cli {
	struct arena *arena; /* lives as long as the run */
	const struct command *command;
	void (*say)(const char *format, ...) __attribute__((format(printf, 1, 2))); /* the program's own */
	struct ng_options options;
	struct progress progress;
	const char *output;   /* -o; NULL: standard output */
	const char *to;       /* render: --to */
	const char *partials; /* render: --partials */
	bool list_names;      /* render: --list-names */
	bool json, explain, quiet, verbose;
	bool help, version;
	const char **arguments; /* what is no option */
	int n_arguments;
	const char *config; /* --config */
	bool no_config;
	const char *inputs; /* of build, when none is named, separated by commas */
	struct {
		const char *mail_from, *mail_to, *mail_subject, *mail_list_id, *mail_unsubscribe;
		const char *site_base, *site_front_matter, *site_outputs, *feed_entries;
	} theme; /* over theme.conf */
	const char *fetch_feeds, *fetch_contact;
	struct {
		struct ng_source *at;
		size_t n, room;
	} sources;
	struct given *given;
	size_t n_given;
	struct {
		const char **at;
		size_t n, room;
	} files;                              /* those read */
	const char *origins[N_SETTINGS_MOST]; /* of each row of the table of settings; NULL: the default */
};

/* Reads the arguments after the command's name. False: a message was printed; the exit code is NG_USAGE. */
bool cli_parse(struct cli *cli, int argc, char **argv);
/* Reads nutgraf.conf and the environment, sets the options over them. NG_CONFIG: there were faults; all are printed. */
enum ng_status cli_configure(struct cli *cli);
/* Takes the inputs of nutgraf.conf for those of the command line. */
void cli_take_inputs(struct cli *cli);

/* Messages on standard error, one line each, escaped for a terminal. */
void cli_complain(const struct ng_error *error);
void cli_say(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* An edition with the inputs of the command line; NULL: *status says why, and a message was printed. Inputs that are
 * not there are named and make *status NG_NO_INPUT; the others are used. */
ng_edition *cli_edition(struct cli *cli, const char **inputs, int n_inputs, enum ng_status *status);
void cli_warn(const struct cli *cli, const ng_edition *edition); /* the edition's warnings, unless --quiet */
/* Names what was skipped, and the edition's error if `status` is one; the exit code. */
enum ng_status cli_finish(const struct cli *cli, ng_edition *edition, enum ng_status status, enum ng_status inputs);

#endif
