/*
 * nutgraf.conf, by libconfuse: it knows the syntax and the lines, the table of settings the names and values. In: a
 * file. Out: values in struct cli, relative paths taken from the file's folder. libconfuse keeps no columns, so that of
 * an error is where the word at fault stands in its line. Its callbacks allocate nothing and never jump: values are
 * checked while it reads, so that a fault has its line, and set when it is done. Refuses: unknown keys, naming the
 * nearest; values that are none; ${...}, by which libconfuse would put the environment into a briefing; in a file that
 * was found and not named, paths that leave its folder.
 */
#include "cli/config.h"

#include "base/file.h"
#include "base/utf8.h"

#include <confuse.h>
#include <string.h>

enum { LARGEST = 1 << 20, LONGEST_KEY = 64 };

struct reading {
	struct cli *cli;
	const char *path;
	enum config_trust trust;
	struct ng_text text;
	struct config_error *error;
	unsigned long lines[N_SETTINGS_MOST]; /* where each row of the table was set */
};

/* libconfuse hands no data to its callbacks, but every section keeps a pointer under a name that no file can write. */
static const char no_name[] = "";

static struct reading *reading_of(cfg_t *section)
{
	const cfg_opt_t *option = section->opts;

	while (option->name[0])
		option++;
	return (struct reading *)option->simple_value.ptr;
}

static struct ng_text line_of(struct ng_text text, unsigned long number)
{
	struct ng_text line = TEXT("");

	for (unsigned long i = 0; i < number; i++)
		if (!text_cut(&text, '\n', &line))
			return TEXT("");
	return line;
}

static bool stands_alone(struct ng_text line, size_t at, size_t len)
{
	static const char around[] = " \t={},\"'";

	return (at == 0 || strchr(around, line.at[at - 1])) &&
	       (at + len == line.len || strchr(around, line.at[at + len]));
}

/* Of the word in its line, in characters from 1; 0: it is not there as it was read (an escape, a line further on). */
static unsigned long column_of(struct ng_text line, struct ng_text word)
{
	for (size_t at = text_find(line, word, 0); word.len && at < line.len; at = text_find(line, word, at + 1))
		if (stands_alone(line, at, word.len))
			return utf8_width(text_slice(line, 0, at)) + 1;
	return 0;
}

static void fault(struct reading *reading, int line, const char *word, const char *format, ...)
    __attribute__((format(printf, 4, 5)));
static void fault(struct reading *reading, int line, const char *word, const char *format, ...)
{
	va_list args;

	if (reading->error->what[0])
		return;
	va_start(args, format);
	vsnprintf(reading->error->what, sizeof reading->error->what, format, args);
	va_end(args);
	reading->error->line = line > 0 ? (unsigned long)line : 0;
	reading->error->column = column_of(line_of(reading->text, reading->error->line), text_of(word));
}

static void unknown_key(cfg_t *section, struct reading *reading, const char *name)
{
	struct nearest hint = {0};

	for (const cfg_opt_t *option = section->opts; option->name; option++)
		if (option->name[0])
			nearest_try(&hint, name, option->name);
	if (hint.name)
		fault(reading, section->line, name, "no setting \"%s\" here; did you mean \"%s\"?", name, hint.name);
	else
		fault(reading, section->line, name, "no setting \"%s\" here; see nutgraf.conf(5)", name);
}

/* What stands between the last single quotes of a message of libconfuse's is what it stumbled over. */
static void quoted_word(const char *message, char *word, size_t room)
{
	const char *end = strrchr(message, '\''), *start = end;

	*word = '\0';
	while (start && start > message && start[-1] != '\'')
		start--;
	if (start && start > message && (size_t)(end - start) < room) {
		memcpy(word, start, (size_t)(end - start));
		word[end - start] = '\0';
	}
}

static void note_error(cfg_t *section, const char *format, va_list args) __attribute__((format(printf, 2, 0)));
static void note_error(cfg_t *section, const char *format, va_list args)
{
	char message[sizeof(struct config_error)], word[LONGEST_KEY];

	vsnprintf(message, sizeof message, format, args);
	quoted_word(message, word, sizeof word);
	if (strncmp(format, "no such option", strlen("no such option")) == 0)
		unknown_key(section, reading_of(section), word);
	else
		fault(reading_of(section), section->line, word, "%s", message);
}

static const struct setting *find_setting(const cfg_t *section, const char *name)
{
	char key[LONGEST_KEY];

	snprintf(key, sizeof key, "%s%s%s", strcmp(section->name, "root") == 0 ? "" : section->name,
		 strcmp(section->name, "root") == 0 ? "" : ".", name);
	return setting_of_key(section->title ? source_settings : settings, key);
}

static bool is_path(const struct setting *setting, const char *value)
{
	switch (setting->kind) {
	case SETTING_PATH:
		return true;
	case SETTING_PATHS:
		return !strstr(value, "://");
	case SETTING_THEME:
		return strchr(value, '/') != NULL;
	default:
		return false;
	}
}

static bool stays_inside(const char *path)
{
	struct ng_text rest = text_of(path), part;

	if (*path == '/')
		return false;
	while (text_cut(&rest, '/', &part))
		if (text_equal(part, TEXT("..")))
			return false;
	return true;
}

/* Called for each value as it is read. The value is tried on a copy: a file with a fault sets nothing. */
static int check_value(cfg_t *section, cfg_opt_t *option, const char *value, void *result)
{
	struct reading *reading = reading_of(section);
	const struct setting *setting = find_setting(section, option->name);
	union {
		struct cli cli;
		struct ng_source source;
	} trial;

	memset(&trial, 0, sizeof trial);
	if (!setting)
		unknown_key(section, reading, option->name);
	else if (!setting_set(&trial, setting, value))
		fault(reading, section->line, value, "%s: bad value \"%s\"; %s is wanted", option->name, value,
		      setting_wanted(setting));
	else if (setting_is_list(setting) && strchr(value, ','))
		fault(reading, section->line, value, "%s: a comma in \"%s\"; write two entries", option->name, value);
	else if (reading->trust == CONFIG_FOUND && is_path(setting, value) && !stays_inside(value))
		fault(reading, section->line, value,
		      "%s: \"%s\" leaves this folder; name the file with --config to allow that", option->name, value);
	else if (!section->title)
		reading->lines[setting - settings] = (unsigned long)section->line;
	*(const char **)result = value;
	return reading->error->what[0] ? -1 : 0;
}

static cfg_opt_t option_of(const struct setting *setting)
{
	const char *dot = strchr(setting->key, '.');

	return (cfg_opt_t){.name = dot ? dot + 1 : setting->key,
			   .type = CFGT_STR,
			   .flags = CFGF_NODEFAULT | (setting_is_list(setting) ? CFGF_LIST : CFGF_NONE),
			   .parsecb = check_value};
}

/* Adds to a table of libconfuse's, which ends with a row without a name. */
static void add_option(cfg_opt_t *options, cfg_opt_t option)
{
	while (options->name)
		options++;
	*options = option;
}

/* libconfuse's table of the rows in one section ("": in none), and the reading. */
static cfg_opt_t *options_in(struct arena *arena, const struct setting *table, const char *section,
			     struct reading *reading)
{
	cfg_opt_t *options = arena_array(arena, N_SETTINGS_MOST, cfg_opt_t);

	add_option(options, (cfg_opt_t){.name = no_name,
					.type = CFGT_PTR,
					.flags = CFGF_NODEFAULT,
					.simple_value.ptr = (void **)reading});
	for (const struct setting *row = table; row->help; row++) {
		const char *dot = row->key ? strchr(row->key, '.') : NULL;
		size_t len = dot ? (size_t)(dot - row->key) : 0;
		if (row->key && strlen(section) == len && strncmp(row->key, section, len) == 0)
			add_option(options, option_of(row));
	}
	return options;
}

static void free_parser(void *parser)
{
	cfg_free(parser);
}

static cfg_t *make_parser(struct arena *arena, struct reading *reading)
{
	static const char *const sections[] = {"mail", "site", "feed", "limits", "fetch"};
	cfg_opt_t *root = options_in(arena, settings, "", reading);

	for (size_t i = 0; i < sizeof sections / sizeof *sections; i++)
		add_option(root, (cfg_opt_t){.name = sections[i],
					     .type = CFGT_SEC,
					     .subopts = options_in(arena, settings, sections[i], reading)});
	add_option(root, (cfg_opt_t){.name = "source",
				     .type = CFGT_SEC,
				     .flags = CFGF_MULTI | CFGF_TITLE | CFGF_NO_TITLE_DUPES,
				     .subopts = options_in(arena, source_settings, "source", reading)});
	cfg_t *parser = arena_adopt(arena, cfg_init(root, CFGF_NONE), free_parser);
	cfg_set_error_function(parser, note_error);
	return parser;
}

/* A relative path is seen from the file's folder. */
static const char *path_from(struct reading *reading, const struct setting *setting, const char *value)
{
	const char *slash = strrchr(reading->path, '/');

	if (!slash || !*value || *value == '/' || strcmp(value, "-") == 0 || !is_path(setting, value))
		return value;
	return arena_format(reading->cli->arena, "%.*s/%s", (int)(slash - reading->path), reading->path, value).at;
}

static const char *value_of(struct reading *reading, const struct setting *setting, cfg_opt_t *option)
{
	struct buf value = buf_new(reading->cli->arena, SIZE_MAX);

	for (unsigned i = 0; i < cfg_opt_size(option); i++) {
		buf_puts(&value, value.len ? "," : "");
		buf_puts(&value, path_from(reading, setting, cfg_opt_getnstr(option, i)));
	}
	return arena_string(reading->cli->arena, buf_text(&value));
}

static void set_from(struct reading *reading, void *base, const struct setting *setting, cfg_t *section)
{
	const char *dot = strchr(setting->key, '.');
	cfg_opt_t *option = cfg_getopt(section, dot ? dot + 1 : setting->key);

	if (option && option->flags & CFGF_MODIFIED)
		setting_set(base, setting, value_of(reading, setting, option));
}

static void set_settings(struct reading *reading, cfg_t *parser)
{
	struct cli *cli = reading->cli;

	for (const struct setting *row = settings; row->help; row++) {
		const char *dot = row->key ? strchr(row->key, '.') : NULL;
		cfg_t *section = parser;
		if (dot)
			section =
			    cfg_getsec(parser, arena_format(cli->arena, "%.*s", (int)(dot - row->key), row->key).at);
		if (!row->key)
			continue;
		set_from(reading, cli, row, section);
		if (reading->lines[row - settings])
			cli->origins[row - settings] =
			    arena_format(cli->arena, "%s:%lu", reading->path, reading->lines[row - settings]).at;
	}
}

/* A source that an earlier file tells of keeps what this one does not say. */
static struct ng_source *source_named(struct cli *cli, const char *host)
{
	struct ng_source *source;

	for (size_t i = 0; i < cli->sources.n; i++)
		if (strcmp(cli->sources.at[i].host, host) == 0)
			return &cli->sources.at[i];
	source = array_add(cli->arena, &cli->sources);
	*source = (struct ng_source){.host = arena_string(cli->arena, text_of(host)), .weight = 1};
	return source;
}

static void set_sources(struct reading *reading, cfg_t *parser)
{
	for (unsigned i = 0; i < cfg_size(parser, "source"); i++) {
		cfg_t *section = cfg_getnsec(parser, "source", i);
		struct ng_source *source = source_named(reading->cli, cfg_title(section));
		for (const struct setting *row = source_settings; row->help; row++)
			set_from(reading, source, row, section);
	}
}

/* The end of the comment or quoted string that begins at `at`; `at` itself: there is none. */
static size_t end_of(struct ng_text text, size_t at)
{
	struct ng_text rest = text_slice(text, at, text.len);
	char quote = text.at[at];

	if (quote == '#' || text_starts(rest, TEXT("//")))
		return text_find(text, TEXT("\n"), at);
	if (text_starts(rest, TEXT("/*")))
		return text_find(text, TEXT("*/"), at + 2) + 2;
	if (quote != '"' && quote != '\'')
		return at;
	for (at++; at < text.len && text.at[at] != quote; at++)
		at += text.at[at] == '\\';
	return at + 1;
}

static int line_at(struct ng_text text, size_t at)
{
	int line = 1;

	for (size_t i = 0; i < at; i++)
		line += text.at[i] == '\n';
	return line;
}

/*
 * The text with blanks for comments, whose lines libconfuse 3.3 counts twice. NULL: it has what libconfuse would take
 * without a word: bytes that are no text, a string that never ends, the environment.
 */
static char *prepare(struct arena *arena, struct reading *reading)
{
	struct ng_text text = reading->text;
	char *bare = arena_string(arena, text);

	if (!utf8_valid(text)) {
		fault(reading, 0, "", "is no UTF-8 text");
		return NULL;
	}
	for (size_t i = 0; i < text.len;) {
		size_t end = end_of(text, i);
		bool comment = end > i && text.at[i] != '"' && text.at[i] != '\'';
		if (end > text.len) {
			fault(reading, line_at(text, i), "", "a %s begins here and does not end",
			      comment ? "comment" : "string");
			return NULL;
		}
		for (size_t k = i; comment && k < end; k++)
			bare[k] = text.at[k] == '\n' ? '\n' : ' ';
		i = end > i ? end : i + 1;
	}
	size_t dollar = text_find(text_of(bare), TEXT("${"), 0);
	if (dollar < text.len) {
		fault(reading, line_at(text, dollar), "",
		      "\"${\" would put the environment in; use NUTGRAF_ variables instead");
		return NULL;
	}
	return bare;
}

bool config_read(struct cli *cli, const char *path, enum config_trust trust, struct config_error *error)
{
	struct arena *arena = cli->arena;
	struct reading *reading = arena_new_of(arena, struct reading);

	*error = (struct config_error){0};
	*reading = (struct reading){.cli = cli, .path = path, .trust = trust, .error = error};
	reading->text = file_read(arena, path, LARGEST);
	if (text_starts(reading->text, TEXT("\xef\xbb\xbf")))
		reading->text = text_slice(reading->text, 3, reading->text.len);
	char *bare = prepare(arena, reading);
	if (!bare)
		return false;
	cfg_t *parser = make_parser(arena, reading);
	bool read = cfg_parse_buf(parser, bare) == CFG_SUCCESS;
	if (!read)
		fault(reading, parser->line, "", "cannot be read on from here");
	else {
		set_settings(reading, parser);
		set_sources(reading, parser);
	}
	arena_release(arena, parser);
	return read;
}
