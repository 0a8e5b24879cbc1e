/*
 * Each output with each of its allocations failing, once and for good: it says "out of memory" or gives the very same
 * bytes, and leaves no block of memory. Mail is not here: GLib, which gmime stands on, ends the process instead.
 */
#include "briefing.h"

#include "failmalloc.h"

struct outcome {
	enum ng_output output;
	struct arena *arena;
	struct ng_text json;
	bool done;
	uint64_t result;
	enum ng_status status;
	unsigned long calls;
	long left;
};

static void render(void *data)
{
	struct outcome *outcome = data;
	const struct json *json = json_parse(outcome->arena, outcome->json, 64);

	outcome->result =
	    text_hash(render_as(outcome->arena, outcome->output, briefing_from_json(outcome->arena, json)));
	outcome->done = true;
}

static struct outcome run_failing(enum ng_output output, struct ng_text json, unsigned long at, bool forever)
{
	struct outcome outcome = {.output = output, .json = json};
	struct ng_error error = {0};
	long live = failmalloc_live();

	failmalloc_arm(at, forever);
	outcome.arena = arena_new((size_t)1 << 30);
	outcome.status = NG_INTERNAL;
	if (outcome.arena) {
		arena_try(outcome.arena, render, &outcome, &error);
		outcome.status = error.status;
	}
	arena_free(outcome.arena);
	outcome.calls = failmalloc_calls();
	failmalloc_arm(0, false);
	outcome.left = failmalloc_live() - live;
	return outcome;
}

TEST_IN_ARENA(no_failure_is_lost)
{
	static const enum ng_output tried[] = {NG_TO_MARKDOWN, NG_TO_HTML, NG_TO_JSON, NG_TO_ATOM, NG_TO_JSON_FEED};
	struct ng_text json = file_read(arena, arena_format(arena, "%s/day.json", getenv("GOLDEN")).at, 1 << 20);
	unsigned long failures = 0;

	for (size_t i = 0; i < sizeof tried / sizeof *tried; i++) {
		struct outcome whole = run_failing(tried[i], json, 0, false);
		assert_true(whole.done && whole.calls > 1);
		for (unsigned long at = 1; at <= whole.calls; at++)
			for (int forever = 0; forever < 2; forever++) {
				struct outcome outcome = run_failing(tried[i], json, at, forever);
				if (outcome.done)
					assert_true(outcome.result == whole.result);
				else
					assert_int_equal(outcome.status, NG_INTERNAL);
				assert_int_equal(outcome.left, 0);
				failures += !outcome.done;
			}
	}
	assert_true(failures > 10);
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(no_failure_is_lost)};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
