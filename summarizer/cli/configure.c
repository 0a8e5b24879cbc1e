/*
 * Where settings come from. In: struct cli with the options given. Out: all settings, each from the most special place
 * that has it: an option, the environment, the project's nutgraf.conf (or --config's), the user's, the system's. The
 * one room that reads the environment. Refuses: values that are none, with file, line and column, or with the variable;
 * a project's file that belongs to another user, who could make this one's briefing say and write what he likes.
 */
#include "cli/config.h"

#include "base/file.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static const char project_file[] = "nutgraf.conf", system_file[] = "/etc/nutgraf/nutgraf.conf";

static bool read_file(struct cli *cli, const char *path, enum config_trust trust)
{
	struct config_error error;

	if (config_read(cli, path, trust, &error)) {
		*(const char **)array_add(cli->arena, &cli->files) = path;
		if (cli->verbose && cli->command->run != command_doctor)
			cli->say("settings from %s", path);
		return true;
	}
	if (error.column)
		cli->say("%s:%lu:%lu: %s", path, error.line, error.column, error.what);
	else if (error.line)
		cli->say("%s:%lu: %s", path, error.line, error.what);
	else
		cli->say("%s: %s", path, error.what);
	return false;
}

static bool read_if_there(struct cli *cli, const char *path)
{
	return file_kind(path) == FILE_ABSENT || read_file(cli, path, CONFIG_NAMED);
}

/* $XDG_CONFIG_HOME/nutgraf/nutgraf.conf, as the XDG base directory specification has it: relative paths are ignored. */
static bool read_users(struct cli *cli)
{
	const char *folder = getenv("XDG_CONFIG_HOME"), *home = getenv("HOME");

	if (folder && *folder == '/')
		return read_if_there(cli, arena_format(cli->arena, "%s/nutgraf/nutgraf.conf", folder).at);
	if (home && *home == '/')
		return read_if_there(cli, arena_format(cli->arena, "%s/.config/nutgraf/nutgraf.conf", home).at);
	return true;
}

/* A file that was only found is taken from its folder's owner, if that is the user or root. */
static bool read_projects(struct cli *cli)
{
	struct stat status;

	if (cli->config)
		return read_file(cli, cli->config, CONFIG_NAMED);
	if (stat(project_file, &status) != 0)
		return true;
	if (status.st_uid == geteuid() || status.st_uid == 0)
		return read_file(cli, project_file, CONFIG_FOUND);
	cli->say("%s: belongs to another user; name it with --config to use it", project_file);
	return false;
}

static bool read_environment(struct cli *cli)
{
	bool good = true;

	for (const struct setting *row = settings; row->help; row++) {
		struct buf name = buf_new(cli->arena, SIZE_MAX);
		const char *variable, *value;
		if (!row->key)
			continue;
		setting_put_variable(&name, row);
		variable = arena_string(cli->arena, buf_text(&name));
		value = getenv(variable);
		if (!value || !*value)
			continue;
		cli->origins[row - settings] = variable;
		if (setting_set(cli, row, value))
			continue;
		cli->say("%s: bad value \"%s\"; %s is wanted", variable, value, setting_wanted(row));
		good = false;
	}
	return good;
}

/* The row an option sets: that of --limit is named by its value. */
static const struct setting *row_of(struct cli *cli, const struct given *given)
{
	size_t len = given->setting->kind == SETTING_LIMIT ? strcspn(given->value, "=") : 0;

	if (!len)
		return given->setting;
	return setting_of_key(settings, arena_format(cli->arena, "limits.%.*s", (int)len, given->value).at);
}

static void set_given(struct cli *cli)
{
	for (size_t i = 0; i < cli->n_given; i++) {
		setting_set(cli, cli->given[i].setting, cli->given[i].value);
		cli->origins[row_of(cli, &cli->given[i]) - settings] = "option";
	}
}

/* The rows of the theme, as lines that go before those of its theme.conf. */
static const char *theme_lines(struct cli *cli)
{
	struct buf lines = buf_new(cli->arena, SIZE_MAX);

	for (const struct setting *row = settings; row->help; row++) {
		const char *value, *dot;
		if (row->kind != SETTING_TEMPLATE)
			continue;
		value = *(const char *const *)((const char *)cli + row->offset);
		dot = strchr(row->key, '.');
		if (value)
			buf_format(&lines, "[%.*s]\n%s\t%s\n", (int)(dot - row->key), row->key, dot + 1, value);
	}
	return lines.len ? arena_string(cli->arena, buf_text(&lines)) : NULL;
}

enum ng_status cli_configure(struct cli *cli)
{
	struct ng_options defaults;
	const char *output = cli->output;
	bool good = true;

	if (!cli->no_config) {
		ng_options_default(&defaults);
		cli->options = defaults;
		good = read_if_there(cli, system_file);
		good = read_users(cli) && good;
		good = read_projects(cli) && good;
		good = read_environment(cli) && good;
		if (cli->command->run != command_build && cli->command->run != command_doctor)
			cli->output = output;
		set_given(cli);
	}
	cli->options.sources = cli->sources.at;
	cli->options.n_sources = cli->sources.n;
	cli->options.theme_settings = theme_lines(cli);
	return good ? NG_OK : NG_CONFIG;
}

void cli_take_inputs(struct cli *cli)
{
	struct ng_text rest = text_of(cli->inputs), input;
	struct inputs {
		const char **at;
		size_t n, room;
	} inputs = {0};

	while (rest.len && text_cut(&rest, ',', &input))
		*(const char **)array_add(cli->arena, &inputs) = arena_string(cli->arena, input);
	cli->arguments = inputs.at;
	cli->n_arguments = (int)inputs.n;
}
