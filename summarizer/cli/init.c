/*
 * nutgraf init: a nutgraf.conf to begin with. In: the table of settings. Out: every key with its default, commented
 * out, under one line that says what it is. Refuses: to write over a file.
 */
#include "cli/setting.h"

#include "base/file.h"
#include "base/file_error.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

static const char head[] =
    "# Settings of nutgraf; nutgraf.conf(5) tells more of each. Those commented out have their default.\n"
    "# An option of the command line or a NUTGRAF_ variable goes before what stands here.\n"
    "# `nutgraf doctor` checks this file.\n";

struct init {
	struct cli *cli;
	struct buf text;
};

static void put_setting(struct buf *out, const void *defaults, const struct setting *row, const char *indent)
{
	const char *dot = strchr(row->key, '.');

	buf_format(out, "%s# %s%s\n%s#%s = ", indent,
		   row->kind != SETTING_FLAG ? ""
		   : row->value              ? "yes: "
					     : "no: ",
		   row->help, indent, dot ? dot + 1 : row->key);
	setting_put(out, defaults, row);
	buf_byte(out, '\n');
}

static void put_section_head(struct buf *out, const struct setting *row)
{
	const char *dot = strchr(row->key, '.');

	buf_format(out, "\n%.*s {\n", (int)(dot - row->key), row->key);
}

static bool same_section(const struct setting *row, const struct setting *other)
{
	const char *dot = strchr(row->key, '.');
	size_t len = dot ? (size_t)(dot - row->key) + 1 : 0;

	return other->key && dot && strncmp(row->key, other->key, len) == 0;
}

/* Rows of a section stand together in the table. */
static void put_sections(struct buf *out, const struct cli *defaults)
{
	for (const struct setting *row = settings; row->help; row++) {
		if (!row->key || !strchr(row->key, '.'))
			continue;
		if (row == settings || !same_section(row, row - 1))
			put_section_head(out, row);
		put_setting(out, defaults, row, "\t");
		if (!same_section(row, row + 1))
			buf_puts(out, "}\n");
	}
}

static void write_text(void *data)
{
	struct init *init = data;
	struct cli defaults = {0};
	struct ng_source source = {.weight = 1};

	ng_options_default(&defaults.options);
	init->text = buf_new(init->cli->arena, SIZE_MAX);
	buf_puts(&init->text, head);
	for (const struct setting *row = settings; row->help; row++)
		if (row->key && !strchr(row->key, '.')) {
			buf_byte(&init->text, '\n');
			put_setting(&init->text, &defaults, row, "");
		}
	buf_puts(&init->text,
		 "\n# A section for each source that differs, named by its host or by the name its articles say.\n"
		 "#source \"news.example\" {\n");
	for (const struct setting *row = source_settings; row->help; row++)
		put_setting(&init->text, &source, row, "\t");
	buf_puts(&init->text, "#}\n");
	put_sections(&init->text, &defaults);
}

static enum ng_status print_text(const struct cli *cli, struct ng_text text)
{
	struct output_sink sink = output_open(cli);

	sink.sink.write(sink.sink.user, text);
	return output_close(&sink, true);
}

static enum ng_status create(const char *path, struct ng_text text)
{
	int file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);

	if (file < 0 && errno == EEXIST) {
		cli_say("%s: is there already, and is left as it is", path);
		return NG_CANNOT_CREATE;
	}
	if (file < 0) {
		cli_say("%s: %s", path, file_error(errno));
		return NG_CANNOT_CREATE;
	}
	bool written = file_put(file, text);
	int code = errno;
	if (close(file) != 0 && written) {
		written = false;
		code = errno;
	}
	if (written)
		return NG_OK;
	unlink(path);
	cli_say("%s: %s", path, file_error(code));
	return NG_IO;
}

enum ng_status command_init(struct cli *cli)
{
	struct init init = {.cli = cli};
	struct ng_error error;
	enum ng_status status;

	if (cli->n_arguments) {
		cli_say("init: %s is one argument too many", cli->arguments[0]);
		return NG_USAGE;
	}
	if (!arena_try(cli->arena, write_text, &init, &error)) {
		cli_complain(&error);
		return error.status;
	}
	if (cli->output && strcmp(cli->output, "-") == 0)
		return print_text(cli, buf_text(&init.text));
	status = create(cli->output ? cli->output : "nutgraf.conf", buf_text(&init.text));
	if (status == NG_OK && !cli->quiet)
		cli_say("%s written", cli->output ? cli->output : "nutgraf.conf");
	return status;
}
