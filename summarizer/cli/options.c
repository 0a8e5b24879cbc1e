/*
 * In: the arguments after a command's name. Out: struct cli, with the options noted, so that they can be set again over
 * what nutgraf.conf and the environment say. Options are rows of the table of settings; each command names those it
 * takes, the common ones all commands take. --name=value and --name value, -o value and -ovalue; -- ends the options.
 * Refuses: unknown options (naming the nearest), missing or malformed values.
 */
#include "cli/setting.h"

#include <string.h>

bool option_taken(const struct command *command, const struct setting *setting)
{
	size_t len = setting->name ? strlen(setting->name) : 0;

	if (!len || setting->common)
		return len > 0;
	for (const char *at = command->options; at && (at = strstr(at, setting->name)); at += len)
		if ((at == command->options || at[-1] == ' ') && (at[len] == ' ' || at[len] == '\0'))
			return true;
	return false;
}

static bool unknown(const struct command *command, const char *argument)
{
	struct nearest hint = {0};

	for (const struct setting *row = settings; row->help && strncmp(argument, "--", 2) == 0; row++)
		if (option_taken(command, row))
			nearest_try(&hint, argument + 2, row->name);
	if (hint.name)
		cli_say("%s: no option %s; did you mean --%s?", command->name, argument, hint.name);
	else
		cli_say("%s: no option %s; see nutgraf %s --help", command->name, argument, command->name);
	return false;
}

static const struct setting *find_long(const struct command *command, const char *name, size_t len)
{
	for (const struct setting *row = settings; row->help; row++)
		if (option_taken(command, row) && strlen(row->name) == len && strncmp(row->name, name, len) == 0)
			return row;
	return NULL;
}

static const struct setting *find_letter(char letter)
{
	for (const struct setting *row = settings; row->help; row++)
		if (row->letter == letter)
			return row;
	return NULL;
}

/* The option at argv[*at], whose value may be the next argument. */
static bool take_option(struct cli *cli, int argc, char **argv, int *at)
{
	const char *argument = argv[*at], *value = NULL;
	const struct setting *option;

	if (argument[1] == '-') {
		const char *equals = strchr(argument, '=');
		size_t len = equals ? (size_t)(equals - argument) - 2 : strlen(argument + 2);
		option = find_long(cli->command, argument + 2, len);
		value = equals ? equals + 1 : NULL;
	} else {
		option = find_letter(argument[1]);
		value = argument[2] ? argument + 2 : NULL;
	}
	if (!option)
		return unknown(cli->command, argument);
	if (option->kind == SETTING_FLAG && value) {
		cli_say("%s: --%s takes no value", cli->command->name, option->name);
		return false;
	}
	if (option->kind != SETTING_FLAG && !value && *at + 1 < argc)
		value = argv[++*at];
	if (option->kind != SETTING_FLAG && !value) {
		cli_say("%s: --%s needs a value", cli->command->name, option->name);
		return false;
	}
	if (!setting_set(cli, option, value)) {
		cli_say("%s: --%s: bad value \"%s\"; %s is wanted", cli->command->name, option->name, value,
			setting_wanted(option));
		return false;
	}
	cli->given[cli->n_given++] = (struct given){option, value};
	return true;
}

bool cli_parse(struct cli *cli, int argc, char **argv)
{
	bool ended = false;

	ng_options_default(&cli->options);
	cli->arguments = (const char **)argv;
	cli->given = arena_array(cli->arena, (size_t)argc + 1, struct given);
	for (int i = 0; i < argc; i++) {
		if (!ended && strcmp(argv[i], "--") == 0) {
			ended = true;
		} else if (!ended && argv[i][0] == '-' && argv[i][1]) {
			if (!take_option(cli, argc, argv, &i))
				return false;
		} else {
			argv[cli->n_arguments++] = argv[i];
		}
	}
	return true;
}
