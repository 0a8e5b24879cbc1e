/* The one table of settings: what an option, a key of nutgraf.conf, a variable of the environment and a line of help
 * are made from. */
#ifndef CLI_SETTING_H
#define CLI_SETTING_H

#include "cli/cli.h"

enum setting_kind {
	SETTING_FLAG,
	SETTING_STRING,
	SETTING_PATH,
	SETTING_PATHS, /* separated by commas, as in LIST */
	SETTING_THEME, /* the name of a built-in theme, or a path, which has a slash */
	SETTING_COUNT, /* size_t */
	SETTING_JOBS,  /* unsigned */
	SETTING_SIZE,  /* size_t, without a bound */
	SETTING_REAL,  /* double above 0, at most 100 */
	SETTING_FORMAT,
	SETTING_STORIES,
	SETTING_LIST,    /* separated by commas; in nutgraf.conf {one, two} */
	SETTING_LIMIT,   /* NAME=N, another row's key under `limits` */
	SETTING_TEMPLATE /* a line of theme.conf: the key's section and name */
};

struct setting {
	const char *name; /* of the option, without dashes; NULL: none */
	char letter;
	bool common; /* all commands take it */
	enum setting_kind kind;
	size_t offset;   /* of its place in struct cli, or in struct ng_source */
	bool value;      /* of a flag: what the option sets */
	const char *key; /* in nutgraf.conf, "section.key" in a section; NULL: neither there nor in the environment */
	const char *value_name; /* in help */
	const char *help;
};
extern const struct setting settings[];        /* of struct cli; ended by a row without help */
extern const struct setting source_settings[]; /* of struct ng_source: what is in a section `source` */

/* Takes a value for the setting at `base`, which must live as long. False: it is none; see setting_wanted(). */
bool setting_set(void *base, const struct setting *setting, const char *value);
const char *setting_wanted(const struct setting *setting); /* "a count" */
bool setting_is_list(const struct setting *setting);
const struct setting *setting_of_key(const struct setting *table, const char *key);

/* What the setting at `base` is now, as nutgraf.conf has it after "=". */
void setting_put(struct buf *out, const void *base, const struct setting *setting);
/* NUTGRAF_MAIL_FROM. */
void setting_put_variable(struct buf *out, const struct setting *setting);

/* The nearest of `names` within an edit distance of 2, or a third of the name's length; NULL: none. */
struct nearest {
	const char *name;
	size_t distance;
};
void nearest_try(struct nearest *nearest, const char *name, const char *candidate);

#endif
