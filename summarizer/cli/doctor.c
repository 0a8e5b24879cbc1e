/*
 * nutgraf doctor: everything a run stands on, looked over. In: settings, and inputs if named. Out: a line for each
 * thing that is well, on standard output; each fault as a message, with file and line where it has them. The exit code
 * is the first fault's. It changes nothing.
 */
#include "cli/setting.h"

#include "base/file.h"
#include "base/file_error.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

extern char **environ;

struct doctor {
	struct cli *cli;
	struct buf report;
	enum ng_status status; /* the first fault's */
	size_t n_faults;
};

static void note(struct doctor *doctor, enum ng_status status)
{
	if (doctor->status == NG_OK)
		doctor->status = status;
	doctor->n_faults++;
}

static void complain(void *user, const struct ng_error *fault)
{
	cli_complain(fault);
	note(user, fault->status);
}

/* A variable that looks like a setting and is none. */
static void check_variable(struct doctor *doctor, const char *variable)
{
	struct nearest hint = {0};
	size_t len = strcspn(variable, "=");
	const char *name = arena_format(doctor->cli->arena, "%.*s", (int)len, variable).at;

	for (const struct setting *row = settings; row->help; row++) {
		struct buf known = buf_new(doctor->cli->arena, SIZE_MAX);
		if (!row->key)
			continue;
		setting_put_variable(&known, row);
		if (text_equal(buf_text(&known), text_of(name)))
			return;
		nearest_try(&hint, name, arena_string(doctor->cli->arena, buf_text(&known)));
	}
	cli_say("%s: no setting has this variable%s%s%s", name, hint.name ? "; did you mean " : "",
		hint.name ? hint.name : "", hint.name ? "?" : "");
	note(doctor, NG_CONFIG);
}

static void list_settings(struct doctor *doctor)
{
	const struct cli *cli = doctor->cli;

	for (const struct setting *row = settings; row->help; row++) {
		const char *origin = cli->origins[row - settings];
		if (!row->key)
			continue;
		buf_format(&doctor->report, "  %s = ", row->key);
		setting_put(&doctor->report, cli, row);
		buf_format(&doctor->report, "  (%s)\n", origin ? origin : "default");
	}
	for (size_t i = 0; i < cli->sources.n; i++) {
		buf_format(&doctor->report, "  source \"%s\" {", cli->sources.at[i].host);
		for (const struct setting *row = source_settings; row->help; row++) {
			buf_format(&doctor->report, " %s = ", strchr(row->key, '.') + 1);
			setting_put(&doctor->report, &cli->sources.at[i], row);
		}
		buf_puts(&doctor->report, " }\n");
	}
}

static void check_settings(struct doctor *doctor)
{
	struct cli *cli = doctor->cli;

	if (cli_configure(cli) != NG_OK)
		note(doctor, NG_CONFIG);
	for (char **variable = environ; !cli->no_config && *variable; variable++)
		if (strncmp(*variable, "NUTGRAF_", strlen("NUTGRAF_")) == 0)
			check_variable(doctor, *variable);
	for (size_t i = 0; i < cli->files.n; i++)
		buf_format(&doctor->report, "settings: %s\n", cli->files.at[i]);
	if (!cli->files.n)
		buf_puts(&doctor->report, "settings: no nutgraf.conf\n");
	if (cli->verbose)
		list_settings(doctor);
}

static void check_edition(struct doctor *doctor)
{
	const struct ng_options *options = &doctor->cli->options;
	struct ng_checked checked;
	struct ng_error error;
	ng_edition *edition = ng_edition_new(options, &error);

	if (!edition) {
		complain(doctor, &error);
		return;
	}
	size_t before = doctor->n_faults;
	enum ng_status status = ng_edition_check(edition, complain, doctor, &checked);
	if (status != NG_OK && doctor->n_faults == before) /* it could not look */
		complain(doctor, ng_edition_error(edition));
	ng_edition_free(edition);
	if (checked.tables)
		buf_format(&doctor->report, "data: %s, %zu files\n", options->data_dir ? options->data_dir : "built in",
			   checked.tables);
	if (status == NG_OK)
		buf_format(&doctor->report, "theme: %s, %zu templates\n",
			   options->theme_dir ? options->theme_dir : "plain", checked.templates);
	if (status == NG_OK && options->state && file_kind(options->state) == FILE_ABSENT)
		buf_format(&doctor->report, "state: %s, not there yet\n", options->state);
	else if (status == NG_OK && options->state)
		buf_format(&doctor->report, "state: %s, %zu %s\n", options->state, checked.days,
			   checked.days == 1 ? "day" : "days");
}

/* The folder that what is not there yet would be made in. */
static const char *folder_of(struct arena *arena, const char *path)
{
	const char *slash = strrchr(path, '/');

	if (!slash)
		return ".";
	return slash == path ? "/" : arena_format(arena, "%.*s", (int)(slash - path), path).at;
}

/* Can it be written, or be made? */
static void check_writable(struct doctor *doctor, const char *name, const char *path)
{
	const char *at = path;

	if (!path)
		return;
	while (access(at, F_OK) != 0 && errno == ENOENT && strcmp(at, ".") != 0 && strcmp(at, "/") != 0)
		at = folder_of(doctor->cli->arena, at);
	if (access(at, W_OK) == 0 && (at == path || file_kind(at) == FILE_FOLDER)) {
		buf_format(&doctor->report, "%s: %s, can be %s\n", name, path, at == path ? "written" : "made");
		return;
	}
	cli_say("%s: %s: %s", path, at, errno == ENOENT || errno == 0 ? "is no folder" : file_error(errno));
	note(doctor, NG_CANNOT_CREATE);
}

static void check_input(struct doctor *doctor, const char *path)
{
	if (strcmp(path, "-") != 0 && access(path, R_OK) != 0) {
		cli_say("%s: %s", path, file_error(errno));
		note(doctor, NG_NO_INPUT);
		return;
	}
	buf_format(&doctor->report, "input: %s\n", path);
}

static void examine(void *data)
{
	struct doctor *doctor = data;
	struct cli *cli = doctor->cli;

	doctor->report = buf_new(cli->arena, SIZE_MAX);
	check_settings(doctor);
	check_edition(doctor);
	check_writable(doctor, "output", cli->output);
	check_writable(doctor, "state", cli->options.state);
	if (!cli->n_arguments)
		cli_take_inputs(cli);
	for (int i = 0; i < cli->n_arguments; i++)
		check_input(doctor, cli->arguments[i]);
	if (doctor->n_faults)
		buf_format(&doctor->report, "%zu %s\n", doctor->n_faults, doctor->n_faults == 1 ? "fault" : "faults");
	else
		buf_puts(&doctor->report, "all is well\n");
}

enum ng_status command_doctor(struct cli *cli)
{
	struct doctor doctor = {.cli = cli};
	struct ng_error error;

	if (!arena_try(cli->arena, examine, &doctor, &error)) {
		cli_complain(&error);
		return error.status;
	}
	cli->output = NULL; /* a setting to look at, not where to print */
	struct output_sink sink = output_open(cli);
	sink.sink.write(sink.sink.user, buf_text(&doctor.report));
	enum ng_status written = output_close(&sink, true);
	return doctor.status != NG_OK ? doctor.status : written;
}
