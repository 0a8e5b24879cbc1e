/* Likeness and thresholds: days, weekdays, titles; more strangers ask for more. */
#include "test.h"

#include <math.h>

#include "story/cluster_likeness.h"

static struct vectors vectors_on(struct arena *arena, size_t n, int32_t day)
{
	struct vectors vectors = {.at = arena_array(arena, n, struct vector), .n = n};

	for (size_t i = 0; i < n; i++)
		vectors.at[i].day = day;
	return vectors;
}

static double least(struct arena *arena, size_t n, int32_t day)
{
	struct vectors vectors = vectors_on(arena, n, day);

	return likeness_for(&vectors, 1).least;
}

TEST_IN_ARENA(more_strangers_ask_for_more)
{
	double before = 0;

	for (size_t n = 20; n < 20000; n *= 3) {
		double value = least(arena, n, NG_NO_DAY);
		assert_true(value >= before && value > 0 && value < 1);
		assert_true(least(arena, n, 20000) <= value);
		before = value;
	}
	assert_true(least(arena, 20000, NG_NO_DAY) > 2 * least(arena, 20, NG_NO_DAY));
	assert_true(least(arena, 2, NG_NO_DAY) > least(arena, 20, NG_NO_DAY));
	assert_true(least(arena, 0, NG_NO_DAY) > 0);
}

TEST_IN_ARENA(articles_of_other_months_are_no_strangers)
{
	struct vectors vectors = vectors_on(arena, 4000, 0);

	for (size_t i = 0; i < vectors.n; i++)
		vectors.at[i].day = (int32_t)i;
	double spread = likeness_for(&vectors, 1).least;
	assert_true(spread < least(arena, 4000, 0));
	assert_true(fabs(spread - least(arena, 20, 0)) < 1e-9);
}

TEST_IN_ARENA(tightness_moves_threshold_and_floor)
{
	struct vectors vectors = vectors_on(arena, 100, 0);
	struct likeness one = likeness_for(&vectors, 1), two = likeness_for(&vectors, 2);

	assert_true(fabs(two.least - 2 * one.least) < 1e-12);
	assert_true(fabs(two.floor - 2 * one.floor) < 1e-12);
	assert_true(one.floor < one.least);
}

TEST_IN_ARENA(days_and_weekdays_count)
{
	struct vectors vectors = vectors_on(arena, 100, 0);
	struct likeness likeness = likeness_for(&vectors, 1);
	struct vector monday = {.day = 10, .weekdays = 1}, tuesday = {.day = 10, .weekdays = 2};
	struct vector both = {.day = 10, .weekdays = 3}, none = {.day = 10}, late = {.day = 14};
	struct vector unknown = {.day = NG_NO_DAY}, far = {.day = INT32_MAX};

	assert_true(likeness_of(&likeness, &none, &none, .5) == .5);
	assert_true(fabs(likeness_of(&likeness, &none, &late, .5) - .5 * exp(-1)) < 1e-12);
	assert_true(likeness_of(&likeness, &none, &late, .5) == likeness_of(&likeness, &late, &none, .5));
	assert_true(likeness_of(&likeness, &none, &unknown, .5) == .5);
	assert_true(likeness_of(&likeness, &none, &far, 1) == 0);
	assert_true(likeness_of(&likeness, &monday, &both, .5) > .5);
	assert_true(likeness_of(&likeness, &monday, &tuesday, .5) < .5);
	assert_true(likeness_of(&likeness, &monday, &none, .5) == .5);
	assert_true(likeness_of(&likeness, &monday, &monday, 1) == 1);
}

TEST_IN_ARENA(nothing_beyond_the_reach_comes_up_to_the_floor)
{
	struct vectors vectors = vectors_on(arena, 100, 0);
	struct likeness likeness = likeness_for(&vectors, 1);
	struct vector none = {.day = 0};

	assert_true(likeness.reach > 0 && likeness.reach < LIKENESS_DAYS);
	for (int32_t day = likeness.reach + 1; day < LIKENESS_DAYS; day++)
		assert_true(likeness.fade[day] * likeness.titles * 1.22 < likeness.floor);
	struct vector reached = {.day = likeness.reach}, beyond = {.day = likeness.reach + 1};
	assert_true(likeness_of(&likeness, &none, &reached, 1) > 0);
	assert_true(likeness_of(&likeness, &none, &beyond, 1) == 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(more_strangers_ask_for_more),
	    cmocka_unit_test(articles_of_other_months_are_no_strangers),
	    cmocka_unit_test(tightness_moves_threshold_and_floor),
	    cmocka_unit_test(days_and_weekdays_count),
	    cmocka_unit_test(nothing_beyond_the_reach_comes_up_to_the_floor),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
