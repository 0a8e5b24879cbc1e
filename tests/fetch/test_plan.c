/* Politeness under a clock of our own: delays, places of hosts, holds, order. */
#include "unit/test.h"

#include "fetch/plan.h"

#define A TEXT("a.example:443")
#define B TEXT("b.example:443")

static void expect(struct plan *plan, int64_t now, size_t task, int64_t wait, int line)
{
	int64_t got_wait;
	size_t got = plan_next(plan, now, &got_wait);

	if (got != task || got_wait != wait)
		fail_msg("line %d: task %zd, wait %lld", line, (ssize_t)got, (long long)got_wait);
}
#define EXPECT(now, task, wait) expect(plan, now, task, wait, __LINE__)

TEST_IN_ARENA(nothing_waits)
{
	struct plan *plan = plan_new(arena, (struct plan_rules){2, 1, 1000});

	EXPECT(0, PLAN_NONE, -1);
	assert_true(plan_is_empty(plan));
}

TEST_IN_ARENA(a_delay_lies_between_starts_at_one_host)
{
	struct plan *plan = plan_new(arena, (struct plan_rules){8, 2, 1000});

	for (size_t i = 0; i < 4; i++)
		plan_add(plan, i, A);
	EXPECT(5000, 0, 0);
	EXPECT(5000, PLAN_NONE, 1000);
	EXPECT(5400, PLAN_NONE, 600);
	EXPECT(6000, 1, 0);
	EXPECT(7000, PLAN_NONE, -1); /* two run: its places are taken */
	plan_done(plan, A);
	EXPECT(7000, 2, 0);
	plan_done(plan, A);
	plan_done(plan, A);
	EXPECT(7999, PLAN_NONE, 1);
	EXPECT(8000, 3, 0);
	assert_false(plan_is_empty(plan));
	plan_done(plan, A);
	assert_true(plan_is_empty(plan));
}

TEST_IN_ARENA(hosts_do_not_wait_for_each_other)
{
	struct plan *plan = plan_new(arena, (struct plan_rules){8, 1, 1000});

	plan_add(plan, 0, A);
	plan_add(plan, 1, A);
	plan_add(plan, 2, B);
	EXPECT(0, 0, 0);
	EXPECT(0, 2, 0);
	EXPECT(0, PLAN_NONE, -1);
	plan_done(plan, A);
	EXPECT(0, PLAN_NONE, 1000);
}

TEST_IN_ARENA(jobs_bound_all_hosts)
{
	struct plan *plan = plan_new(arena, (struct plan_rules){2, 2, 0});
	char name[16];

	for (size_t i = 0; i < 5; i++) {
		snprintf(name, sizeof name, "h%zu", i);
		plan_add(plan, i, text_of(name));
	}
	EXPECT(0, 0, 0);
	EXPECT(0, 1, 0);
	EXPECT(0, PLAN_NONE, -1);
	plan_done(plan, TEXT("h0"));
	EXPECT(0, 2, 0);
	EXPECT(0, PLAN_NONE, -1);
}

TEST_IN_ARENA(without_a_delay_hosts_take_turns)
{
	struct plan *plan = plan_new(arena, (struct plan_rules){8, 2, 1});

	for (size_t i = 0; i < 3; i++)
		plan_add(plan, i, A);
	for (size_t i = 3; i < 6; i++)
		plan_add(plan, i, B);
	EXPECT(10, 0, 0);
	EXPECT(10, 3, 0);
	EXPECT(11, 1, 0);
	EXPECT(11, 4, 0);
}

TEST_IN_ARENA(a_hold_is_kept_and_never_shortened)
{
	struct plan *plan = plan_new(arena, (struct plan_rules){8, 2, 10});

	plan_add(plan, 0, A);
	plan_add(plan, 1, B);
	plan_hold(plan, A, 60000);
	plan_hold(plan, A, 500);
	EXPECT(0, 1, 0);
	EXPECT(0, PLAN_NONE, 60000);
	EXPECT(59999, PLAN_NONE, 1);
	EXPECT(60000, 0, 0);
	plan_hold(plan, TEXT("c.example:80"), 70000); /* before its first task */
	plan_add(plan, 2, TEXT("c.example:80"));
	EXPECT(60000, PLAN_NONE, 10000);
}

/* Many hosts with holds of their own come in the order of their moments. */
TEST_IN_ARENA(the_heap_keeps_order)
{
	enum { HOSTS = 500 };
	struct plan *plan = plan_new(arena, (struct plan_rules){HOSTS, 1, 0});
	char name[16];
	int64_t wait, now = 0, last = -1;

	for (size_t i = 0; i < HOSTS; i++) {
		snprintf(name, sizeof name, "h%zu", i);
		plan_add(plan, i, text_of(name));
		plan_hold(plan, text_of(name), (int64_t)(i * 7919 % HOSTS));
	}
	for (size_t i = 0; i < HOSTS; i++) {
		size_t task = plan_next(plan, now, &wait);
		if (task == PLAN_NONE) {
			assert_true(wait > 0);
			now += wait;
			task = plan_next(plan, now, &wait);
		}
		assert_int_not_equal(task, PLAN_NONE);
		int64_t moment = (int64_t)(task * 7919 % HOSTS);
		assert_true(moment > last && moment <= now);
		last = moment;
	}
	EXPECT(now, PLAN_NONE, -1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(nothing_waits),
	    cmocka_unit_test(a_delay_lies_between_starts_at_one_host),
	    cmocka_unit_test(hosts_do_not_wait_for_each_other),
	    cmocka_unit_test(jobs_bound_all_hosts),
	    cmocka_unit_test(without_a_delay_hosts_take_turns),
	    cmocka_unit_test(a_hold_is_kept_and_never_shortened),
	    cmocka_unit_test(the_heap_keeps_order),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
