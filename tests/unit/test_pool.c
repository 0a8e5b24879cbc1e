/* The pool: every task once, whatever the threads; the first failure in task order; streams; memory that stays. */
#include "test.h"

#include "base/pool.h"

enum { CAP = 1 << 24, TASKS = 500 };

struct squares {
	struct ng_text slots[TASKS];
	int runs[TASKS];
	size_t fail_from, fail_step; /* tasks fail_from, fail_from + fail_step ... fail; step 0: none */
	bool fail_scratch;           /* by taking too much of the scratch arena */
	size_t fetched, stream_ends, fetch_fails;
};

static void *open_own(void *shared, struct arena *arena)
{
	(void)shared;
	return arena_array(arena, 1, size_t);
}

static void run_square(void *shared, void *own, size_t task, struct arena *keep, struct arena *scratch)
{
	struct squares *squares = shared;

	++*(size_t *)own;
	squares->runs[task]++;
	memset(arena_alloc(scratch, 1000, 1), 'x', 1000);
	squares->slots[task] = arena_format(keep, "%zu", task * task);
	if (squares->fail_step && task >= squares->fail_from && (task - squares->fail_from) % squares->fail_step == 0) {
		if (squares->fail_scratch)
			arena_alloc(scratch, CAP, 2);
		arena_fail(keep, NG_BAD_INPUT, TEXT("x"), task, "no");
	}
}

struct call {
	struct arena *arena;
	unsigned jobs;
	struct pool_job job;
};

static void run_call(void *data)
{
	struct call *call = data;

	pool_run(call->arena, call->jobs, CAP, &call->job);
}

static const unsigned thread_counts[] = {1, 2, 7, 0};
enum { COUNTS = sizeof thread_counts / sizeof *thread_counts };

TEST_IN_ARENA(runs_each_task_once)
{
	for (size_t i = 0; i < COUNTS; i++) {
		struct squares *squares = arena_new_of(arena, struct squares);
		struct pool_job job = {.shared = squares, .open = open_own, .run = run_square, .n_tasks = TASKS};
		pool_run(arena, thread_counts[i], CAP, &job);
		for (size_t task = 0; task < TASKS; task++) {
			assert_int_equal(squares->runs[task], 1);
			assert_true(text_equal(squares->slots[task], arena_format(arena, "%zu", task * task)));
		}
	}
}

static void run_nothing(void *shared, void *own, size_t task, struct arena *keep, struct arena *scratch)
{
	(void)own, (void)task, (void)keep, (void)scratch;
	++*(int *)shared;
}

TEST_IN_ARENA(takes_no_task_and_one)
{
	int runs = 0;
	struct pool_job job = {.shared = &runs, .run = run_nothing, .n_tasks = 0};

	pool_run(arena, 4, CAP, &job);
	assert_int_equal(runs, 0);
	job.n_tasks = 1;
	pool_run(arena, 4, CAP, &job);
	assert_int_equal(runs, 1);
}

static void check_failure(struct arena *arena, unsigned jobs, bool scratch)
{
	struct squares *squares = arena_new_of(arena, struct squares);
	struct call call = {arena, jobs, {.shared = squares, .open = open_own, .run = run_square, .n_tasks = TASKS}};
	struct ng_error error = {0};

	squares->fail_from = 123;
	squares->fail_step = 3;
	squares->fail_scratch = scratch;
	assert_false(arena_try(arena, run_call, &call, &error));
	assert_int_equal(error.status, NG_BAD_INPUT);
	if (!scratch) {
		assert_string_equal(error.where, "x");
		assert_int_equal(error.line, 123);
	}
	for (size_t task = 0; task <= 123; task++)
		assert_int_equal(squares->runs[task], 1);
	if (jobs == 1)
		assert_int_equal(squares->runs[124], 0);
}

TEST_IN_ARENA(the_first_failure_in_task_order_wins)
{
	for (int round = 0; round < 20; round++) {
		for (size_t i = 0; i < COUNTS; i++) {
			check_failure(arena, thread_counts[i], false);
			check_failure(arena, thread_counts[i], true);
		}
	}
}

static bool fetch_number(void *shared, void *own, size_t task, struct arena *scratch)
{
	struct squares *squares = shared;

	(void)own;
	assert_int_equal(task, squares->fetched); /* in task order */
	memset(arena_alloc(scratch, 10, 1), 'y', 10);
	if (task == squares->fetch_fails)
		arena_fail(scratch, NG_IO, TEXT("stream"), task, "broke off");
	squares->fetched++;
	return task < squares->stream_ends;
}

TEST_IN_ARENA(takes_a_stream)
{
	for (size_t i = 0; i < COUNTS; i++) {
		struct squares *squares = arena_new_of(arena, struct squares);
		struct pool_job job = {
		    .shared = squares, .open = open_own, .run = run_square, .fetch = fetch_number, .n_tasks = SIZE_MAX};
		squares->stream_ends = 321;
		squares->fetch_fails = SIZE_MAX;
		pool_run(arena, thread_counts[i], CAP, &job);
		assert_int_equal(squares->fetched, 322);
		for (size_t task = 0; task < TASKS; task++)
			assert_int_equal(squares->runs[task], task < 321);
	}
}

TEST_IN_ARENA(a_stream_that_breaks_off_is_a_failure_of_its_task)
{
	for (size_t i = 0; i < COUNTS; i++) {
		struct squares *squares = arena_new_of(arena, struct squares);
		struct call call = {arena,
				    thread_counts[i],
				    {.shared = squares,
				     .open = open_own,
				     .run = run_square,
				     .fetch = fetch_number,
				     .n_tasks = SIZE_MAX}};
		struct ng_error error = {0};
		squares->stream_ends = TASKS;
		squares->fetch_fails = 77;
		assert_false(arena_try(arena, run_call, &call, &error));
		assert_int_equal(error.status, NG_IO);
		assert_int_equal(error.line, 77);
		for (size_t task = 0; task < TASKS; task++)
			assert_int_equal(squares->runs[task], task < 77);
	}
}

static void *open_and_fail(void *shared, struct arena *arena)
{
	(void)shared;
	arena_fail(arena, NG_CONFIG, TEXT("own"), 0, "no state");
}

TEST_IN_ARENA(a_worker_that_cannot_start_is_a_failure)
{
	for (size_t i = 0; i < COUNTS; i++) {
		struct squares *squares = arena_new_of(arena, struct squares);
		struct call call = {arena,
				    thread_counts[i],
				    {.shared = squares, .open = open_and_fail, .run = run_square, .n_tasks = TASKS}};
		struct ng_error error = {0};
		assert_false(arena_try(arena, run_call, &call, &error));
		assert_int_equal(error.status, NG_CONFIG);
		assert_int_equal(squares->runs[0], 0);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(runs_each_task_once),
	    cmocka_unit_test(takes_no_task_and_one),
	    cmocka_unit_test(the_first_failure_in_task_order_wins),
	    cmocka_unit_test(takes_a_stream),
	    cmocka_unit_test(a_stream_that_breaks_off_is_a_failure_of_its_task),
	    cmocka_unit_test(a_worker_that_cannot_start_is_a_failure),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
