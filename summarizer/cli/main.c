/* The program: finds the command, reads its options, runs it. Exit codes are those of enum ng_status. */
#include "cli/cli.h"

#include <stdio.h>
#include <string.h>

static const struct command *find_command(const char *name)
{
	for (const struct command *command = commands; command->name; command++)
		if (strcmp(command->name, name) == 0)
			return command;
	return NULL;
}

static enum ng_status print_and_check(void)
{
	if (fflush(stdout) == 0 && !ferror(stdout))
		return NG_OK;
	cli_say("cannot write to standard output");
	return NG_IO;
}

static enum ng_status print_version(void)
{
	printf("nutgraf %s\n", ng_version());
	return print_and_check();
}

static enum ng_status print_help(const struct command *command)
{
	cli_help(command);
	return print_and_check();
}

static bool is_one_of(const char *word, const char *first, const char *second)
{
	return strcmp(word, first) == 0 || strcmp(word, second) == 0;
}

/* What a run needs before its command: options, settings. Jumps when memory ends. */
struct start {
	struct cli cli;
	int argc;
	char **argv;
	enum ng_status status;
};

static void prepare(void *data)
{
	struct start *start = data;

	if (!cli_parse(&start->cli, start->argc, start->argv))
		start->status = NG_USAGE;
	else if (!start->cli.help && !start->cli.version && start->cli.command->run != command_init &&
		 start->cli.command->run != command_doctor)
		start->status = cli_configure(&start->cli);
}

static enum ng_status run(struct start *start)
{
	struct cli *cli = &start->cli;
	struct ng_error error;

	if (!arena_try(cli->arena, prepare, start, &error)) {
		cli_complain(&error);
		return error.status;
	}
	if (start->status != NG_OK)
		return start->status;
	if (cli->help)
		return print_help(cli->command);
	if (cli->version)
		return print_version();
	return cli->command->run(cli);
}

int main(int argc, char **argv)
{
	enum { MEMORY = 1 << 26 };
	struct start start = {.cli.say = cli_say, .argc = argc - 2, .argv = argv + 2};
	enum ng_status status;

	if (argc < 2) {
		cli_say("no command; see nutgraf --help");
		return NG_USAGE;
	}
	if (is_one_of(argv[1], "--help", "-h") || strcmp(argv[1], "help") == 0)
		return (int)print_help(argc > 2 ? find_command(argv[2]) : NULL);
	if (is_one_of(argv[1], "--version", "-V"))
		return (int)print_version();
	start.cli.command = find_command(argv[1]);
	if (!start.cli.command) {
		cli_say("%s is no command; see nutgraf --help", argv[1]);
		return NG_USAGE;
	}
	start.cli.arena = arena_new(MEMORY);
	if (!start.cli.arena) {
		cli_say("out of memory");
		return NG_INTERNAL;
	}
	status = run(&start);
	arena_free(start.cli.arena);
	return (int)status;
}
