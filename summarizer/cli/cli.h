/* The program around the library: arguments, messages, output. It sees nutgraf.h and base/ only. */
#ifndef CLI_CLI_H
#define CLI_CLI_H

#include "nutgraf.h"

/* What the command line says. Strings point into argv. */
struct cli {
	const struct command *command;
	struct ng_options options;
	const char *output;   /* -o; NULL: standard output */
	const char *to;       /* render: --to */
	const char *partials; /* render: --partials */
	bool json, explain, quiet, verbose;
	bool help, version;
	const char **arguments; /* what is no option */
	int n_arguments;
};

struct command {
	const char *name;
	const char *summary; /* one line */
	const char *help;    /* begins with examples */
	const char *options; /* names of its own options, each between blanks; the common ones go without saying */
	enum ng_status (*run)(struct cli *cli);
};
extern const struct command commands[]; /* ended by a row without a name */

/* Reads the arguments after the command's name. False: a message was printed; the exit code is NG_USAGE. */
bool cli_parse(struct cli *cli, int argc, char **argv);
void cli_help(const struct command *command); /* NULL: of the program */

/* Messages on standard error, one line each, escaped for a terminal. */
void cli_complain(const struct ng_error *error);
void cli_say(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* An edition with the inputs of the command line; NULL: *status says why, and a message was printed. Inputs that are
 * not there are named and make *status NG_NO_INPUT; the others are used. */
ng_edition *cli_edition(struct cli *cli, const char **inputs, int n_inputs, enum ng_status *status);
/* Names what was skipped, and the edition's error if `status` is one; the exit code. */
enum ng_status cli_finish(const struct cli *cli, ng_edition *edition, enum ng_status status, enum ng_status inputs);

/* Where output goes: standard output, or -o's file, which appears whole or not at all. */
struct output;
struct output_sink {
	struct ng_sink sink;
	struct output *output;
};
struct output_sink output_open(const struct cli *cli);
/* Writes what is left; a message was printed unless NG_OK. `keep` false: -o's file is left as it was. */
enum ng_status output_close(struct output_sink *sink, bool keep);

enum ng_status command_lines(struct cli *cli); /* extract sentences dates quotes cluster summarize timeline */
enum ng_status command_build(struct cli *cli);
enum ng_status command_render(struct cli *cli);
enum ng_status command_verify(struct cli *cli);
enum ng_status command_explain(struct cli *cli);
enum ng_status command_history(struct cli *cli);
enum ng_status command_forget(struct cli *cli);

#endif
