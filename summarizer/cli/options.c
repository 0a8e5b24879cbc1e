/*
 * In: the arguments after a command's name. Out: struct cli. Options are rows of one table; each command names those it
 * takes, the common ones all commands take. --name=value and --name value, -o value and -ovalue; -- ends the options.
 * Refuses: unknown options (naming the nearest), missing or malformed values.
 */
#include "cli/cli.h"

#include <stdlib.h>
#include <string.h>

enum kind { FLAG, STRING, COUNT, REAL, FORMAT, STORIES, LIMIT };

struct option {
	const char *name;
	char letter;
	bool common;
	enum kind kind;
	size_t offset; /* of its place in struct cli */
	bool value;    /* of a flag: what it sets */
};

#define AT(member) offsetof(struct cli, member)
static const struct option options[] = {
    {"help", 'h', true, FLAG, AT(help), true},
    {"version", 'V', true, FLAG, AT(version), true},
    {"quiet", 'q', true, FLAG, AT(quiet), true},
    {"verbose", 'v', true, FLAG, AT(verbose), true},
    {"output", 'o', true, STRING, AT(output), false},
    {"data", 0, true, STRING, AT(options.data_dir), false},
    {"theme", 0, true, STRING, AT(options.theme_dir), false},
    {"jobs", 'j', true, COUNT, AT(options.jobs), false},
    {"strict", 0, true, FLAG, AT(options.strict), true},
    {"limit", 0, true, LIMIT, AT(options.limits), false},
    {"date", 0, true, STRING, AT(options.date), false},
    {"language", 0, true, STRING, AT(options.language), false},
    {"format", 0, true, FORMAT, AT(options.format), false},
    {"no-clean", 0, true, FLAG, AT(options.clean), false},
    {"keep", 0, true, STRING, AT(options.keep), false},
    {"state", 0, false, STRING, AT(options.state), false},
    {"title", 0, false, STRING, AT(options.title), false},
    {"stories", 0, false, STORIES, AT(options.stories_given), true},
    {"tightness", 0, false, REAL, AT(options.tightness), false},
    {"top", 0, false, COUNT, AT(options.top_stories), false},
    {"more", 0, false, COUNT, AT(options.more_stories), false},
    {"also", 0, false, COUNT, AT(options.also_stories), false},
    {"all", 0, false, FLAG, AT(options.all_quotes), true},
    {"explain", 0, false, FLAG, AT(explain), true},
    {"words", 0, false, COUNT, AT(options.words), false},
    {"sentences", 0, false, COUNT, AT(options.sentences), false},
    {"json", 0, false, FLAG, AT(json), true},
    {"days", 0, false, COUNT, AT(options.days), false},
    {"per-day", 0, false, COUNT, AT(options.per_day), false},
    {"from", 0, false, STRING, AT(options.from), false},
    {"to", 0, false, STRING, AT(to), false},
    {"partials", 0, false, STRING, AT(partials), false},
};
enum { N_OPTIONS = sizeof options / sizeof *options };

static bool takes(const struct command *command, const struct option *option)
{
	size_t len = strlen(option->name);

	if (option->common)
		return true;
	for (const char *at = command->options; at && (at = strstr(at, option->name)); at += len)
		if ((at == command->options || at[-1] == ' ') && (at[len] == ' ' || at[len] == '\0'))
			return true;
	return false;
}

/* Edit distance (Levenshtein), for the hint; names are short. */
static size_t distance(const char *a, const char *b)
{
	enum { LONGEST = 32 };
	size_t row[LONGEST + 1], n = strlen(b);

	if (n > LONGEST || strlen(a) > LONGEST)
		return SIZE_MAX;
	for (size_t i = 0; i <= n; i++)
		row[i] = i;
	for (; *a; a++) {
		size_t corner = row[0]++;
		for (size_t i = 1; i <= n; i++) {
			size_t best = corner + (b[i - 1] != *a);
			corner = row[i];
			best = row[i] + 1 < best ? row[i] + 1 : best;
			row[i] = row[i - 1] + 1 < best ? row[i - 1] + 1 : best;
		}
	}
	return row[n];
}

static const char *nearest(const struct command *command, const char *name)
{
	enum { NEAR = 2 };
	size_t best = NEAR + 1;
	const char *found = NULL;

	for (size_t i = 0; i < N_OPTIONS; i++) {
		size_t d = takes(command, &options[i]) ? distance(name, options[i].name) : SIZE_MAX;
		if (d < best) {
			best = d;
			found = options[i].name;
		}
	}
	return found;
}

static bool unknown(const struct command *command, const char *argument)
{
	const char *hint = strncmp(argument, "--", 2) == 0 ? nearest(command, argument + 2) : NULL;

	if (hint)
		cli_say("%s: no option %s; did you mean --%s?", command->name, argument, hint);
	else
		cli_say("%s: no option %s; see nutgraf %s --help", command->name, argument, command->name);
	return false;
}

static bool parse_count(const char *value, unsigned long long most, unsigned long long *count)
{
	char *end;

	if (*value < '0' || *value > '9')
		return false;
	*count = strtoull(value, &end, 10);
	return !*end && *count <= most;
}

static bool set_format(const char *value, enum ng_format *format)
{
	static const struct {
		const char *name;
		enum ng_format format;
	} formats[] = {
	    {"plain", NG_FORMAT_PLAIN}, {"html", NG_FORMAT_HTML}, {"markdown", NG_FORMAT_MARKDOWN},
	    {"jsonl", NG_FORMAT_JSONL}, {"feed", NG_FORMAT_FEED}, {"mail", NG_FORMAT_MAIL},
	    {"warc", NG_FORMAT_WARC},   {"json", NG_FORMAT_JSON},
	};

	for (size_t i = 0; i < sizeof formats / sizeof *formats; i++)
		if (strcmp(formats[i].name, value) == 0) {
			*format = formats[i].format;
			return true;
		}
	return false;
}

/* NAME=BYTES, as struct ng_limits names them. */
static bool set_limit(const char *value, struct ng_limits *limits)
{
	const struct {
		const char *name;
		size_t *at;
	} names[] = {
	    {"input_bytes", &limits->input_bytes},
	    {"record_bytes", &limits->record_bytes},
	    {"articles", &limits->articles},
	    {"article_sentences", &limits->article_sentences},
	    {"story_sentences", &limits->story_sentences},
	    {"depth", &limits->depth},
	    {"memory_bytes", &limits->memory_bytes},
	    {"output_bytes", &limits->output_bytes},
	};
	const char *equals = strchr(value, '=');
	unsigned long long count;

	if (!equals || !parse_count(equals + 1, SIZE_MAX / 2, &count))
		return false;
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (strlen(names[i].name) == (size_t)(equals - value) &&
		    strncmp(names[i].name, value, (size_t)(equals - value)) == 0) {
			*names[i].at = (size_t)count;
			return true;
		}
	return false;
}

static bool set_real(const char *value, double *real)
{
	char *end;

	*real = strtod(value, &end);
	return end != value && !*end && *real > 0 && *real <= 100;
}

static bool set_value(struct cli *cli, const struct option *option, const char *value)
{
	void *place = (char *)cli + option->offset;
	unsigned long long count;

	switch (option->kind) {
	case FLAG:
		*(bool *)place = option->value;
		return true;
	case STRING:
		*(const char **)place = value;
		return true;
	case COUNT:
		if (!parse_count(value, 100000000, &count))
			return false;
		if (option->offset == AT(options.jobs))
			cli->options.jobs = (unsigned)count;
		else
			*(size_t *)place = (size_t)count;
		return true;
	case REAL:
		return set_real(value, place);
	case FORMAT:
		return set_format(value, place);
	case STORIES:
		*(bool *)place = strcmp(value, "given") == 0;
		return *(bool *)place || strcmp(value, "found") == 0;
	case LIMIT:
		return set_limit(value, place);
	}
	return false;
}

static const struct option *find_long(const struct command *command, const char *name, size_t len)
{
	for (size_t i = 0; i < N_OPTIONS; i++)
		if (strlen(options[i].name) == len && strncmp(options[i].name, name, len) == 0 &&
		    takes(command, &options[i]))
			return &options[i];
	return NULL;
}

static const struct option *find_letter(char letter)
{
	for (size_t i = 0; i < N_OPTIONS; i++)
		if (options[i].letter == letter)
			return &options[i];
	return NULL;
}

/* The option at argv[*at], whose value may be the next argument. */
static bool take_option(struct cli *cli, int argc, char **argv, int *at)
{
	const char *argument = argv[*at], *value = NULL;
	const struct option *option;

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
	if (option->kind == FLAG) {
		if (value) {
			cli_say("%s: --%s takes no value", cli->command->name, option->name);
			return false;
		}
		return set_value(cli, option, NULL);
	}
	if (!value && *at + 1 < argc)
		value = argv[++*at];
	if (!value) {
		cli_say("%s: --%s needs a value", cli->command->name, option->name);
		return false;
	}
	if (set_value(cli, option, value))
		return true;
	cli_say("%s: --%s: bad value \"%s\"", cli->command->name, option->name, value);
	return false;
}

bool cli_parse(struct cli *cli, int argc, char **argv)
{
	bool ended = false;

	ng_options_default(&cli->options);
	cli->arguments = (const char **)argv;
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
