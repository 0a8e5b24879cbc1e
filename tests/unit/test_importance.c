/* Order of stories: outlets before articles, what is carried counts a quarter, fresh before old, ties the same always.
 */
#include "test.h"

#include <math.h>

#include "story/importance.h"

/* An item of story `story`, told by outlet number `outlet` (0: unknown) on a day. */
struct told {
	uint32_t story;
	uint64_t outlet;
	int32_t day;
	enum copy_kind copy;
};

static struct story_plans plan(struct arena *arena, const struct told *told, size_t n, int32_t today)
{
	struct item *items = arena_array(arena, n, struct item);
	struct membership *members = arena_array(arena, n, struct membership);

	for (size_t i = 0; i < n; i++) {
		items[i] =
		    (struct item){.outlet = told[i].outlet,
				  .day = told[i].day,
				  .moment = told[i].day == NG_NO_DAY ? INT64_MIN : told[i].day * (int64_t)86400 + 43200,
				  .content = i + 1,
				  .title = TEXT("River floods the old town")};
		members[i] = (struct membership){told[i].story, (uint32_t)i, told[i].copy};
	}
	return plan_stories(arena, items, members, n, today);
}

TEST_IN_ARENA(many_outlets_go_before_many_articles)
{
	const struct told told[] = {{0, 1, 20000, COPY_NONE},
				    {0, 1, 20000, COPY_NONE},
				    {0, 1, 20000, COPY_NONE},
				    {1, 1, 20000, COPY_NONE},
				    {1, 2, 20000, COPY_NONE}};
	struct story_plans plans = plan(arena, told, 5, 20000);

	assert_int_equal(plans.n, 2);
	assert_int_equal(plans.at[0].n_outlets, 2);
	assert_int_equal(plans.at[0].n_items, 2);
	assert_int_equal(plans.at[1].n_outlets, 1);
	assert_true(fabs(plans.at[0].importance - log(3)) < 1e-12);
	assert_true(fabs(plans.at[1].importance - log(2)) < 1e-12);
}

TEST_IN_ARENA(what_is_carried_counts_a_quarter_and_an_update_nothing)
{
	const struct told told[] = {{0, 1, 20000, COPY_NONE},    {0, 2, 20000, COPY_CARRIED},
				    {0, 2, 20000, COPY_CARRIED}, {0, 1, 20000, COPY_UPDATED},
				    {0, 3, 20000, COPY_NONE},    {0, 3, 20000, COPY_CARRIED}};
	struct story_plans plans = plan(arena, told, 6, 20000);

	assert_int_equal(plans.at[0].n_outlets, 3);
	assert_int_equal(plans.at[0].n_copies, 4);
	assert_true(fabs(plans.at[0].importance - log(1 + 2.25)) < 1e-12);
	/* Originals first, though copies may have a lower hash. */
	assert_int_equal(plans.at[0].items[0], 0);
	assert_int_equal(plans.at[0].items[1], 4);
}

TEST_IN_ARENA(a_day_halves_a_story)
{
	const struct told told[] = {{0, 1, 19999, COPY_NONE}, {0, 2, 19999, COPY_NONE}, {1, 3, 20000, COPY_NONE}};
	struct story_plans plans = plan(arena, told, 3, 20000);

	assert_int_equal(plans.at[0].items[0], 2);
	assert_true(fabs(plans.at[1].importance - log(3) / 2) < 1e-12);
}

TEST_IN_ARENA(without_dates_all_are_fresh_and_unknown_outlets_count_one_by_one)
{
	const struct told told[] = {
	    {0, 0, NG_NO_DAY, COPY_NONE}, {1, 0, NG_NO_DAY, COPY_NONE}, {1, 0, NG_NO_DAY, COPY_NONE}};
	struct story_plans plans = plan(arena, told, 3, NG_NO_DAY);

	assert_int_equal(plans.at[0].n_outlets, 2);
	assert_true(fabs(plans.at[0].importance - log(3)) < 1e-12);
	assert_int_equal(plans.at[1].items[0], 0);
}

TEST_IN_ARENA(ties_go_to_more_articles_then_the_newest_then_the_lowest_hash)
{
	const struct told told[] = {
	    {0, 1, 20000, COPY_NONE}, {1, 2, 20000, COPY_NONE}, {2, 3, 20000, COPY_NONE}, {2, 3, 20000, COPY_NONE}};
	struct story_plans plans = plan(arena, told, 4, 20000);

	assert_int_equal(plans.at[0].items[0], 2);
	assert_int_equal(plans.at[1].items[0], 0);
	assert_int_equal(plans.at[2].items[0], 1);
}

TEST_IN_ARENA(takes_nothing_and_very_old_news)
{
	const struct told old = {0, 1, -700000, COPY_NONE};

	assert_int_equal(plan(arena, NULL, 0, 20000).n, 0);
	struct story_plans plans = plan(arena, &old, 1, 20000);
	assert_true(plans.at[0].importance >= 0 && plans.at[0].importance < 1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(many_outlets_go_before_many_articles),
	    cmocka_unit_test(what_is_carried_counts_a_quarter_and_an_update_nothing),
	    cmocka_unit_test(a_day_halves_a_story),
	    cmocka_unit_test(without_dates_all_are_fresh_and_unknown_outlets_count_one_by_one),
	    cmocka_unit_test(ties_go_to_more_articles_then_the_newest_then_the_lowest_hash),
	    cmocka_unit_test(takes_nothing_and_very_old_news),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
