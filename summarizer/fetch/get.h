/* Brings documents into the cache: asks politely, follows redirects, keeps to robots.txt. */
#ifndef FETCH_GET_H
#define FETCH_GET_H

#include "fetch/cache.h"
#include "fetch/fetch.h"

enum get_kind { GET_FEED, GET_PAGE };

enum get_outcome {
	GET_WAITING,
	GET_NEW,    /* a document came */
	GET_SAME,   /* the kept one is unchanged */
	GET_FAILED, /* `error` says why; an older one may be kept */
	GET_CLOSED  /* robots.txt disallows it */
};

struct get {
	struct ng_text url;
	enum get_kind kind;
	enum get_outcome outcome; /* GET_WAITING before */
	struct ng_error error;    /* where: the URL */
};

struct getter;

struct getter *getter_open(struct arena *arena, struct cache *cache, const struct fetch_options *options,
			   const struct fetch_clock *clock);
/* Gets all of them, in parallel; what was fetched is committed to the cache as it comes. */
void getter_get(struct getter *getter, struct get *gets, size_t n);

#endif
