/* The commands. */
#ifndef CLI_COMMAND_H
#define CLI_COMMAND_H

#include "nutgraf.h"

struct cli;
struct setting;

struct command {
	const char *name;
	const char *summary; /* one line */
	const char *help;    /* begins with examples */
	const char *options; /* names of its own options, each between blanks; the common ones go without saying */
	enum ng_status (*run)(struct cli *cli);
};
extern const struct command commands[]; /* ended by a row without a name */

void cli_help(const struct command *command); /* NULL: of the program */
bool option_taken(const struct command *command, const struct setting *setting);

enum ng_status command_lines(struct cli *cli); /* extract sentences dates quotes cluster summarize timeline */
enum ng_status command_build(struct cli *cli);
enum ng_status command_render(struct cli *cli);
enum ng_status command_verify(struct cli *cli);
enum ng_status command_explain(struct cli *cli);
enum ng_status command_history(struct cli *cli);
enum ng_status command_forget(struct cli *cli);
enum ng_status command_doctor(struct cli *cli);
enum ng_status command_init(struct cli *cli);
enum ng_status command_shard(struct cli *cli);
enum ng_status command_stats(struct cli *cli);
enum ng_status command_merge(struct cli *cli);

#endif
