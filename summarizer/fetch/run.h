/* A run's state, for the rooms that share it: run.c gets and chooses, tell.c writes. */
#ifndef FETCH_RUN_H
#define FETCH_RUN_H

#include "fetch/article.h"
#include "fetch/fetch.h"
#include "fetch/get.h"

struct counts {
	size_t fresh, same, failed, listed, pages, pages_failed, pages_closed, pages_over, printed, empty, old;
};

struct run {
	const struct fetch_options *options; /* `set` */
	struct fetch_options set;
	const struct fetch_clock *clock;
	struct arena *arena;
	struct arena *scratch; /* emptied after each batch of feeds and each page */
	struct cache *cache;
	struct getter *getter; /* NULL: offline */
	struct feed_list list;
	struct get *feeds;
	struct feed_articles articles; /* those to print */
	struct table printed;          /* their keys */
	struct {
		struct get *at;
		size_t n, room;
	} pages;
	struct table page_of; /* an article's URL to its place in `pages`, + 1; 0: the page is kept */
	struct counts counts;
	int status; /* the exit code */
};

/* Names what could not be used; under --strict it costs the run its success. */
void run_complain(struct run *run, const struct ng_error *error);
/* Runs what takes memory of the scratch arena alone, and gives it back. */
void run_in_scratch(struct run *run, void (*work)(void *data), void *data);
/* Was it published longer ago than --days? What does not say when is as new as its listing. */
bool run_is_old(const struct run *run, const struct json *record);
/* Reads the pages of teasers and writes the articles; those written count as told. */
void run_tell(struct run *run);

#endif
