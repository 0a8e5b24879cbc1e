/*
 * When to ask whom: the politeness of fetching, apart from clock and network. Tasks are numbers of the caller; times
 * are milliseconds of any clock that does not go back.
 */
#ifndef FETCH_PLAN_H
#define FETCH_PLAN_H

#include "base/table.h"

struct plan_rules {
	size_t jobs;      /* requests at once */
	size_t per_host;  /* of them to one host */
	int64_t delay_ms; /* between the starts of two requests to one host */
};

struct plan;
#define PLAN_NONE SIZE_MAX

struct plan *plan_new(struct arena *arena, struct plan_rules rules);
void plan_add(struct plan *plan, size_t task, struct ng_text host); /* behind the host's other tasks */
/*
 * The next task to start at `now`, which then runs until plan_done(). PLAN_NONE: none yet; *wait_ms says how long until
 * one may, -1 when none will before a running one is done. Hosts that may be asked longest go first, then those named
 * first: the order depends on nothing but the calls.
 */
size_t plan_next(struct plan *plan, int64_t now, int64_t *wait_ms);
void plan_done(struct plan *plan, struct ng_text host);
/* No request to the host before `until` (Retry-After). A hold is never shortened. */
void plan_hold(struct plan *plan, struct ng_text host, int64_t until);
bool plan_is_empty(const struct plan *plan); /* nothing waits, nothing runs */

#endif
