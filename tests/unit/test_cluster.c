/* Clusters: what is a story, whatever the order of numbers, threads and days; and what cannot be one. */
#include "test.h"

#include "items.h"

static const char flood_a[] = "The river Ambel burst its banks at Harmouth and flooded the harbour quarter overnight.";
static const char flood_b[] = "Hundreds left the harbour quarter of Harmouth after the river Ambel burst its banks.";
static const char vote_a[] = "Parliament in Quellen rejected the pension reform by nine votes late on Thursday.";

TEST_IN_ARENA(joins_two_reports_of_one_event_and_no_other)
{
	struct item items[] = {
	    TEST_ITEM(arena, "post.example", 20000, "Harmouth flooded as river Ambel bursts banks", flood_a),
	    TEST_ITEM(arena, "mail.example", 20000, "Pension reform rejected in Quellen", vote_a),
	    TEST_ITEM(arena, "news.example", 20001, "River Ambel floods Harmouth harbour", flood_b),
	};
	const struct membership *members = test_cluster(arena, items, 3);

	assert_int_equal(members[0].story, 0);
	assert_int_equal(members[1].story, 1);
	assert_int_equal(members[2].story, 0);
}

TEST_IN_ARENA(works_for_two_articles_and_fewer)
{
	struct item items[] = {
	    TEST_ITEM(arena, "", NG_NO_DAY, "Harmouth flooded as river Ambel bursts banks", flood_a),
	    TEST_ITEM(arena, "", NG_NO_DAY, "River Ambel floods Harmouth harbour", flood_b),
	};

	assert_non_null(test_cluster(arena, items, 0));
	assert_int_equal(test_cluster(arena, items, 1)[0].story, 0);
	struct item again[] = {
	    TEST_ITEM(arena, "", NG_NO_DAY, "Harmouth flooded as river Ambel bursts banks", flood_a),
	    TEST_ITEM(arena, "", NG_NO_DAY, "River Ambel floods Harmouth harbour", flood_b),
	};
	assert_int_equal(test_cluster(arena, again, 2)[1].story, 0);
}

TEST_IN_ARENA(keeps_the_same_words_of_another_month_apart)
{
	struct item items[] = {
	    TEST_ITEM(arena, "post.example", 20000, "Harmouth flooded as river Ambel bursts banks", flood_a),
	    TEST_ITEM(arena, "news.example", 20040, "River Ambel floods Harmouth harbour", flood_b),
	};

	assert_int_equal(test_cluster(arena, items, 2)[1].story, 1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(joins_two_reports_of_one_event_and_no_other),
	    cmocka_unit_test(works_for_two_articles_and_fewer),
	    cmocka_unit_test(keeps_the_same_words_of_another_month_apart),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
