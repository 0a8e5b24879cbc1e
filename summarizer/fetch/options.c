/*
 * In: the arguments. Out: struct fetch_options. Options and limits are rows of two tables. --name=value and --name
 * value, -o value and -ovalue; -- ends the options. Refuses: unknown options and limits, missing or malformed values.
 */
#include "fetch/fetch.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum kind { FLAG, STRING, COUNT, LIMIT };

struct option {
	const char *name;
	char letter;
	enum kind kind;
	size_t offset; /* of its place in struct fetch_options */
};

#define AT(member) offsetof(struct fetch_options, member)
static const struct option options[] = {
    {"help", 'h', FLAG, AT(help)},
    {"version", 'V', FLAG, AT(version)},
    {"quiet", 'q', FLAG, AT(quiet)},
    {"verbose", 'v', FLAG, AT(verbose)},
    {"output", 'o', STRING, AT(output)},
    {"spool", 0, STRING, AT(spool)},
    {"pages", 0, FLAG, AT(pages)},
    {"days", 0, COUNT, AT(days)},
    {"all", 'a', FLAG, AT(all)},
    {"offline", 0, FLAG, AT(offline)},
    {"state", 0, STRING, AT(state)},
    {"config", 0, STRING, AT(config)},
    {"no-config", 0, FLAG, AT(no_config)},
    {"contact", 0, STRING, AT(contact)},
    {"allow-http", 0, FLAG, AT(allow_http)},
    {"allow-private", 0, FLAG, AT(allow_private)},
    {"strict", 0, FLAG, AT(strict)},
    {"jobs", 'j', COUNT, AT(jobs)},
    {"per-host", 0, COUNT, AT(per_host)},
    {"delay", 0, COUNT, AT(delay_ms)},
    {"teaser", 0, COUNT, AT(teaser_bytes)},
    {"limit", 0, LIMIT, AT(limits)},
};
enum { N_OPTIONS = sizeof options / sizeof *options };

struct limit {
	const char *name;
	size_t offset, standard; /* its default */
};

static const struct limit limits[] = {
    {"list_bytes", AT(limits.list_bytes), 16777216},  {"feeds", AT(limits.feeds), 10000},
    {"feed_bytes", AT(limits.feed_bytes), 16777216},  {"pages", AT(limits.pages), 1000},
    {"page_bytes", AT(limits.page_bytes), 8388608},   {"robots_bytes", AT(limits.robots_bytes), 512000},
    {"header_bytes", AT(limits.header_bytes), 65536}, {"url_bytes", AT(limits.url_bytes), 4096},
    {"redirects", AT(limits.redirects), 5},           {"attempts", AT(limits.attempts), 2},
    {"connect_ms", AT(limits.connect_ms), 15000},     {"request_ms", AT(limits.request_ms), 60000},
    {"wait_ms", AT(limits.wait_ms), 60000},           {"run_ms", AT(limits.run_ms), 1800000},
    {"kept_days", AT(limits.kept_days), 30},          {"memory_bytes", AT(limits.memory_bytes), 1073741824},
};
enum { N_LIMITS = sizeof limits / sizeof *limits };

static const struct fetch_options standard = {.jobs = 8, .per_host = 2, .delay_ms = 1000, .teaser_bytes = 1000};

static const char help[] =
    "  nutgraf-fetch feeds.opml > today.jsonl\n"
    "  nutgraf-fetch --pages --contact https://example.org/about feeds.txt | nutgraf build -o site\n"
    "  nutgraf-fetch https://example.org/feed.xml -o articles\n"
    "\n"
    "nutgraf-fetch asks the feeds of a list for what is new and prints it as JSON\n"
    "Lines, an article a line, which nutgraf reads. It asks politely, and remembers\n"
    "what it has printed. Without a list it takes the feeds that nutgraf.conf names.\n"
    "\n"
    "usage: nutgraf-fetch [OPTIONS] [OPML|LIST|URL...]\n"
    "\n"
    "  -o, --output DIR     keep feeds and pages as files under DIR, print no articles\n"
    "      --spool FILE     add articles to FILE, for a program that takes it away\n"
    "      --pages          fetch the page of an article when its feed has only a teaser\n"
    "      --teaser N       what is shorter than N bytes is a teaser (1000)\n"
    "      --days N         leave out what was published more than N days ago\n"
    "  -a, --all            print articles printed before, too\n"
    "      --offline        use what is kept; open no connection\n"
    "      --state FILE     what is remembered ($XDG_STATE_HOME/nutgraf/fetch.sqlite)\n"
    "      --contact TEXT   a URL or address for the User-Agent\n"
    "      --config FILE    settings, instead of nutgraf.conf in this folder\n"
    "      --no-config      without settings\n"
    "      --allow-http     ask over http too; without it, over https alone\n"
    "      --allow-private  ask private, loopback and link-local addresses too\n"
    "  -j, --jobs N         requests at once (8)\n"
    "      --per-host N     of them to one host (2)\n"
    "      --delay MS       between two requests to one host (1000)\n"
    "      --limit NAME=N   see nutgraf-fetch(1), LIMITS\n"
    "      --strict         a feed or page that cannot be had makes the run fail\n"
    "  -q, --quiet          no messages but errors\n"
    "  -v, --verbose        more messages\n"
    "  -h, --help           this text\n"
    "  -V, --version        the version\n";

void options_help(void)
{
	fputs(help, stdout);
}

static bool parse_count(const char *value, size_t *count)
{
	const unsigned long long most = (unsigned long long)1 << 40;
	char *end;

	if (*value < '0' || *value > '9')
		return false;
	unsigned long long number = strtoull(value, &end, 10);
	*count = (size_t)number;
	return !*end && number <= most;
}

/* NAME=N */
static bool set_limit(struct fetch_options *into, const char *value)
{
	const char *equals = strchr(value, '=');
	size_t count;

	if (!equals || !parse_count(equals + 1, &count))
		return false;
	for (size_t i = 0; i < N_LIMITS; i++)
		if (strlen(limits[i].name) == (size_t)(equals - value) &&
		    strncmp(limits[i].name, value, (size_t)(equals - value)) == 0) {
			*(size_t *)((char *)into + limits[i].offset) = count;
			return true;
		}
	return false;
}

static bool set_value(struct fetch_options *into, const struct option *option, const char *value)
{
	void *place = (char *)into + option->offset;

	switch (option->kind) {
	case FLAG:
		*(bool *)place = true;
		return true;
	case STRING:
		*(const char **)place = value;
		return *value != '\0';
	case COUNT:
		return parse_count(value, place);
	case LIMIT:
		return set_limit(into, value);
	}
	return false;
}

static const struct option *find(const char *argument, const char **value)
{
	const char *name = argument + 2, *equals = strchr(argument, '=');
	size_t len = equals ? (size_t)(equals - name) : strlen(argument) - 2;
	bool is_long = argument[1] == '-';

	*value = !is_long ? (argument[2] ? argument + 2 : NULL) : equals ? equals + 1 : NULL;
	for (size_t i = 0; i < N_OPTIONS; i++)
		if (is_long ? strlen(options[i].name) == len && strncmp(options[i].name, name, len) == 0
			    : options[i].letter == argument[1])
			return &options[i];
	return NULL;
}

static bool take_option(struct fetch_options *into, int argc, char **argv, int *at)
{
	const char *value, *argument = argv[*at];
	const struct option *option = find(argument, &value);

	if (!option) {
		fetch_say("no option %s; see nutgraf-fetch --help", argument);
		return false;
	}
	if (option->kind == FLAG && value) {
		fetch_say("--%s takes no value", option->name);
		return false;
	}
	if (option->kind != FLAG && !value) {
		if (*at + 1 == argc) {
			fetch_say("--%s needs a value", option->name);
			return false;
		}
		value = argv[++*at];
	}
	if (set_value(into, option, value))
		return true;
	fetch_say("--%s: bad value \"%s\"", option->name, value);
	return false;
}

static bool check(const struct fetch_options *parsed)
{
	if (parsed->help || parsed->version)
		return true;
	if (!parsed->jobs || !parsed->per_host || parsed->jobs > 256) {
		fetch_say("--jobs and --per-host are at least 1, --jobs at most 256");
		return false;
	}
	return true;
}

bool options_parse(struct fetch_options *parsed, int argc, char **argv)
{
	bool ended = false;

	*parsed = standard;
	for (size_t i = 0; i < N_LIMITS; i++)
		*(size_t *)((char *)parsed + limits[i].offset) = limits[i].standard;
	parsed->arguments = (const char **)argv;
	for (int i = 0; i < argc; i++) {
		if (!ended && strcmp(argv[i], "--") == 0) {
			ended = true;
		} else if (!ended && argv[i][0] == '-' && argv[i][1]) {
			if (!take_option(parsed, argc, argv, &i))
				return false;
		} else {
			argv[parsed->n_arguments++] = argv[i];
		}
	}
	return check(parsed);
}
