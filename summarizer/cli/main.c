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

int main(int argc, char **argv)
{
	struct cli cli = {0};

	if (argc < 2) {
		cli_say("no command; see nutgraf --help");
		return NG_USAGE;
	}
	if (is_one_of(argv[1], "--help", "-h") || strcmp(argv[1], "help") == 0)
		return (int)print_help(argc > 2 ? find_command(argv[2]) : NULL);
	if (is_one_of(argv[1], "--version", "-V"))
		return (int)print_version();
	cli.command = find_command(argv[1]);
	if (!cli.command) {
		cli_say("%s is no command; see nutgraf --help", argv[1]);
		return NG_USAGE;
	}
	if (!cli_parse(&cli, argc - 2, argv + 2))
		return NG_USAGE;
	if (cli.help)
		return (int)print_help(cli.command);
	if (cli.version)
		return (int)print_version();
	return (int)cli.command->run(&cli);
}
