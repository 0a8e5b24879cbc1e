/* nutgraf-fetch: what the command line says, and the run. It sees nutgraf.h, base/ and what cli/ shares. */
#ifndef FETCH_FETCH_H
#define FETCH_FETCH_H

#include "base/arena.h"

/* Limits on what one run may take; each has a default (options.c) and a test. Times are milliseconds. */
struct fetch_limits {
	size_t list_bytes;   /* one list of feeds */
	size_t feeds;        /* in one run */
	size_t feed_bytes;   /* one feed, decompressed */
	size_t pages;        /* fetched in one run */
	size_t page_bytes;   /* one page, decompressed */
	size_t robots_bytes; /* of robots.txt that are looked at */
	size_t header_bytes; /* one answer's header */
	size_t url_bytes;    /* one URL */
	size_t redirects;    /* of one request */
	size_t attempts;     /* at one request */
	size_t connect_ms;   /* until connected */
	size_t request_ms;   /* until the whole answer is there */
	size_t wait_ms;      /* the longest Retry-After that is waited for; for a longer one, the next run comes back */
	size_t run_ms; /* of asking for feeds, and again for pages; what is not there then is left for the next run */
	size_t kept_days;    /* documents not asked for and articles not listed for so long are forgotten */
	size_t memory_bytes; /* one arena */
};

struct fetch_options {
	const char **arguments; /* what is no option; none: the feeds of nutgraf.conf */
	int n_arguments;
	const char *output;  /* -o; NULL: no files */
	const char *state;   /* NULL: in the user's state folder */
	const char *contact; /* in the User-Agent; NULL: nutgraf.conf's, or none */
	const char *config;  /* a nutgraf.conf to read besides the user's and the system's; NULL: that of this folder */
	const char *spool;   /* a file that articles are added to; NULL: they go to standard output */
	bool no_config, pages, all, offline, allow_http, allow_private, strict, quiet, verbose, help, version;
	size_t jobs, per_host, delay_ms, teaser_bytes;
	size_t days; /* articles published longer ago are left out; 0: none are */
	struct fetch_limits limits;
};

/* Reads the arguments. False: a message was printed; the exit code is NG_USAGE. */
bool options_parse(struct fetch_options *options, int argc, char **argv);
void options_help(void);

/* Sets from nutgraf.conf and the environment what the arguments left open. False: messages were printed; the exit code
 * is NG_CONFIG. Jumps when there is no memory, or --config's file is not there. */
bool settings_read(struct arena *arena, struct fetch_options *options);

/* Where time comes from, so that tests can tell it. */
struct fetch_clock {
	int64_t (*now)(void);     /* seconds since 1970-01-01 UTC */
	int64_t (*elapsed)(void); /* milliseconds, never going back */
};

/* An exit code besides those of enum ng_status: feeds were asked, and none answered. */
enum { FETCH_NO_ANSWER = 69 };

/* Fetches; messages go to standard error. The exit code. */
int fetch_run(const struct fetch_options *options, const struct fetch_clock *clock);

/* Messages on standard error, one line each, escaped for a terminal. */
void fetch_say(const char *format, ...) __attribute__((format(printf, 1, 2)));
void fetch_complain(const struct ng_error *error);

#endif
