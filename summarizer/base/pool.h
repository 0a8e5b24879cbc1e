/*
 * A pool of worker threads. Tasks are numbered; each worker has an arena of its own; what a task leaves goes to a slot
 * of its number, so results do not depend on the number of threads. The first failure in task order wins.
 */
#ifndef BASE_POOL_H
#define BASE_POOL_H

#include "base/arena.h"

struct pool_job {
	void *shared;                                     /* the same for all; read-only but for slots */
	void *(*open)(void *shared, struct arena *arena); /* a worker's own state, once; NULL: none */
	/* Task number `task`; `scratch` is emptied after it, `keep` lives as long as the pool_run caller's arena. */
	void (*run)(void *shared, void *own, size_t task, struct arena *keep, struct arena *scratch);
	size_t n_tasks; /* SIZE_MAX with fetch: until it says so */
	/* For streams, NULL otherwise: called under a lock, in task order, before run(); it puts task `task`'s input
	   into `own` or `scratch`. False: there is no such task, and none after it. */
	bool (*fetch)(void *shared, void *own, size_t task, struct arena *scratch);
};

/* `jobs` 0: one thread a processor. Worker arenas are adopted by `arena`. Jumps with the first failure in task order.
 */
void pool_run(struct arena *arena, unsigned jobs, size_t memory_cap, const struct pool_job *job);
unsigned pool_processors(void);

#endif
