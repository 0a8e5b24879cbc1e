/*
 * A pool of worker threads. In: numbered tasks. Out: what they leave in their slots, or the first failure in task
 * order. The calling thread is the first worker, so one job needs no thread and runs the same code. Tasks are taken in
 * order; after a failure none with a higher number is begun, while the lower ones, all taken before, are finished: so
 * the failure reported does not depend on the number of threads. Each task runs under the guards of its worker's
 * arenas.
 */
#include "base/pool.h"

#include <pthread.h>
#include <unistd.h>

enum { MOST_WORKERS = 256 };

struct pool {
	const struct pool_job *job;
	pthread_mutex_t lock;  /* of all below, and of fetch() */
	size_t next, end;      /* tasks [next, end) are to be taken */
	size_t failed;         /* lowest task that failed; SIZE_MAX: none */
	struct ng_error error; /* its error */
};

struct worker {
	struct pool *pool;
	struct arena *keep, *scratch;
	void *own;
	size_t task;
	bool fetched;
	pthread_t thread;
};

unsigned pool_processors(void)
{
	long n = sysconf(_SC_NPROCESSORS_ONLN);

	return n < 1 ? 1 : n > MOST_WORKERS ? MOST_WORKERS : (unsigned)n;
}

/* Called under the lock. */
static void note_failure(struct pool *pool, size_t task, const struct ng_error *error)
{
	if (task < pool->failed) {
		pool->failed = task;
		pool->error = *error;
	}
	if (pool->end > task)
		pool->end = task;
}

/* A function of the job under the guards of both arenas: a jump from either comes out here. */
struct guarded {
	struct worker *worker;
	void (*run)(struct worker *worker);
	bool done;
	struct ng_error error;
};

static void run_inner(void *data)
{
	struct guarded *guarded = data;

	guarded->run(guarded->worker);
}

static void run_outer(void *data)
{
	struct guarded *guarded = data;

	guarded->done = arena_try(guarded->worker->scratch, run_inner, guarded, &guarded->error);
}

static bool run_guarded(struct worker *worker, void (*run)(struct worker *worker), struct ng_error *error)
{
	struct guarded guarded = {.worker = worker, .run = run};

	if (!arena_try(worker->keep, run_outer, &guarded, &guarded.error))
		guarded.done = false;
	*error = guarded.error;
	return guarded.done;
}

static void open_worker(struct worker *worker)
{
	const struct pool_job *job = worker->pool->job;

	worker->own = job->open ? job->open(job->shared, worker->keep) : NULL;
}

static void fetch_task(struct worker *worker)
{
	const struct pool_job *job = worker->pool->job;

	worker->fetched = job->fetch(job->shared, worker->own, worker->task, worker->scratch);
}

static void run_task(struct worker *worker)
{
	const struct pool_job *job = worker->pool->job;

	job->run(job->shared, worker->own, worker->task, worker->keep, worker->scratch);
}

/* Called under the lock. False: there are no more tasks. */
static bool take_locked(struct worker *worker)
{
	struct pool *pool = worker->pool;
	struct ng_error error;

	if (pool->next >= pool->end)
		return false;
	worker->task = pool->next++;
	if (!pool->job->fetch)
		return true;
	if (!run_guarded(worker, fetch_task, &error)) {
		note_failure(pool, worker->task, &error);
		return false;
	}
	if (!worker->fetched)
		pool->end = worker->task;
	return worker->fetched;
}

static bool take(struct worker *worker)
{
	pthread_mutex_lock(&worker->pool->lock);
	bool taken = take_locked(worker);
	pthread_mutex_unlock(&worker->pool->lock);
	return taken;
}

static void fail_task(struct worker *worker, size_t task, const struct ng_error *error)
{
	pthread_mutex_lock(&worker->pool->lock);
	note_failure(worker->pool, task, error);
	pthread_mutex_unlock(&worker->pool->lock);
}

static void *work(void *data)
{
	struct worker *worker = data;
	struct arena_mark empty = arena_mark(worker->scratch);
	struct ng_error error;

	if (!run_guarded(worker, open_worker, &error)) {
		fail_task(worker, 0, &error); /* it fails for every worker alike */
		return NULL;
	}
	while (take(worker)) {
		if (!run_guarded(worker, run_task, &error))
			fail_task(worker, worker->task, &error);
		arena_reset(worker->scratch, empty);
	}
	return NULL;
}

static void free_arena(void *arena)
{
	arena_free(arena);
}

static size_t count_workers(unsigned jobs, size_t n_tasks)
{
	size_t n = jobs ? jobs : pool_processors();

	if (n > MOST_WORKERS)
		n = MOST_WORKERS;
	return n < n_tasks ? n : n_tasks;
}

void pool_run(struct arena *arena, unsigned jobs, size_t memory_cap, const struct pool_job *job)
{
	struct pool pool = {.job = job, .end = job->n_tasks, .failed = SIZE_MAX};
	size_t n = count_workers(jobs, job->n_tasks), started = 1;

	if (n == 0)
		return;
	struct worker *workers = arena_array(arena, n, struct worker);
	for (size_t i = 0; i < n; i++) {
		workers[i].pool = &pool;
		workers[i].keep = arena_adopt(arena, arena_new(memory_cap), free_arena);
		workers[i].scratch = arena_adopt(arena, arena_new(memory_cap), free_arena);
	}
	pthread_mutex_init(&pool.lock, NULL);
	/* A thread that cannot be had is no failure: the others do its work. */
	while (started < n && pthread_create(&workers[started].thread, NULL, work, &workers[started]) == 0)
		started++;
	work(&workers[0]);
	for (size_t i = 1; i < started; i++)
		pthread_join(workers[i].thread, NULL);
	pthread_mutex_destroy(&pool.lock);
	if (pool.failed != SIZE_MAX)
		arena_throw(arena, &pool.error);
	for (size_t i = 0; i < n; i++)
		arena_release(arena, workers[i].scratch);
}
