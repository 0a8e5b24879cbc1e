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

TEST_IN_ARENA(strangers_stay_alone)
{
	enum { N = 500 };
	struct item *items = arena_array(arena, N, struct item);

	for (size_t i = 0; i < N; i++) {
		const char *text = arena_format(arena, "Alpha%zu beta%zu gamma%zu.%c", i, i, i, '\0').at;
		items[i] = test_item(arena, "", i % 2 ? 20000 : NG_NO_DAY, "", &text, 1);
	}
	const struct membership *members = test_cluster(arena, items, N);
	for (size_t i = 0; i < N; i++)
		assert_int_equal(members[i].story, i);
}

TEST_IN_ARENA(a_hundred_thousand_equal_articles_are_one_story)
{
	enum { N = 100000 };
	struct item *items = arena_array(arena, N, struct item);
	struct item one = TEST_ITEM(arena, "", NG_NO_DAY, "Harmouth flooded as river Ambel bursts banks", flood_a);

	for (size_t i = 0; i < N; i++)
		items[i] = one;
	const struct membership *members = test_cluster(arena, items, N);
	for (size_t i = 0; i < N; i++)
		assert_int_equal(members[i].story, 0);
}

/* The titles stand alone, so no sentence tells a copy. */
TEST_IN_ARENA(equal_titles_of_many_outlets_are_one_story)
{
	enum { N = 30000 };
	struct item *items = arena_array(arena, N, struct item);

	for (size_t i = 0; i < N; i++)
		items[i] = test_item(arena, "", 20000, "Harmouth flooded as river Ambel bursts banks", NULL, 0);
	const struct membership *members = test_cluster(arena, items, N);
	for (size_t i = 0; i < N; i++)
		assert_int_equal(members[i].story, 0);
}

/* A word of all 30,000 articles of one day is posted nowhere. A few of 240,000 features share a hash by chance. */
TEST_IN_ARENA(a_word_that_all_share_joins_nothing)
{
	enum { N = 30000 };
	struct item *items = arena_array(arena, N, struct item);

	for (size_t i = 0; i < N; i++) {
		const char *text =
		    arena_format(arena, "Harmouth alpha%zu beta%zu gamma%zu delta%zu.%c", i, i, i, i, '\0').at;
		items[i] = test_item(arena, "", 20000, "", &text, 1);
	}
	const struct membership *members = test_cluster(arena, items, N);
	assert_true(members[N - 1].story > N - 30);
}

TEST_IN_ARENA(features_made_to_collide_are_told_apart)
{
	enum { N = 4000, EACH = 8 };
	struct item *items = arena_array(arena, N, struct item);

	for (uint32_t i = 0; i < N; i++) {
		items[i] = (struct item){.day = 20000, .n_words = EACH, .n_features = EACH, .content = i};
		items[i].features = arena_array(arena, EACH, uint32_t);
		items[i].counts = arena_array(arena, EACH, uint16_t);
		for (uint32_t k = 0; k < EACH; k++) {
			/* The same first bits for all; items 2j and 2j + 1 share all their features. */
			items[i].features[k] = 0x40000000 + i / 2 * EACH + k;
			items[i].counts[k] = (uint16_t)(6 << FEATURE_COUNT_BITS | (k == 0 ? 1 + i % 2 : 1));
		}
	}
	const struct membership *members = test_cluster(arena, items, N);
	for (uint32_t i = 0; i < N; i++)
		assert_int_equal(members[i].story, i / 2);
}

TEST_IN_ARENA(empty_articles_stay_alone)
{
	struct item items[] = {test_item(arena, "", NG_NO_DAY, "", NULL, 0),
			       test_item(arena, "", NG_NO_DAY, "", NULL, 0)};

	assert_int_equal(test_cluster(arena, items, 2)[1].story, 1);
}

TEST_IN_ARENA(a_date_in_the_future_is_today)
{
	struct item items[] = {
	    TEST_ITEM(arena, "post.example", 20000, "Harmouth flooded as river Ambel bursts banks", flood_a),
	    TEST_ITEM(arena, "news.example", 29000, "River Ambel floods Harmouth harbour", flood_b),
	};
	struct cluster_options options = {.tightness = 1, .today = 20000, .jobs = 1, .memory_cap = (size_t)1 << 30};
	struct idf_tables *idf = idf_tables_load(arena, &test_no_data);

	assert_int_equal(cluster_items(arena, idf, items, 2, &options)[1].story, 0);
}

TEST_IN_ARENA(given_stories_are_taken)
{
	struct item items[] = {
	    TEST_ITEM(arena, "post.example", 20000, "Harmouth flooded as river Ambel bursts banks", flood_a),
	    TEST_ITEM(arena, "mail.example", 20000, "Pension reform rejected in Quellen", vote_a),
	    TEST_ITEM(arena, "news.example", 20000, "River Ambel floods Harmouth harbour", flood_b),
	};
	struct cluster_options options = {
	    .tightness = 1, .given = true, .today = NG_NO_DAY, .jobs = 1, .memory_cap = (size_t)1 << 30};

	items[0].given = items[1].given = 5;
	const struct membership *members = cluster_items(arena, NULL, items, 3, &options);
	assert_int_equal(members[0].story, members[1].story);
	assert_int_not_equal(members[0].story, members[2].story);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(joins_two_reports_of_one_event_and_no_other),
	    cmocka_unit_test(works_for_two_articles_and_fewer),
	    cmocka_unit_test(keeps_the_same_words_of_another_month_apart),
	    cmocka_unit_test(strangers_stay_alone),
	    cmocka_unit_test(a_hundred_thousand_equal_articles_are_one_story),
	    cmocka_unit_test(equal_titles_of_many_outlets_are_one_story),
	    cmocka_unit_test(a_word_that_all_share_joins_nothing),
	    cmocka_unit_test(features_made_to_collide_are_told_apart),
	    cmocka_unit_test(empty_articles_stay_alone),
	    cmocka_unit_test(a_date_in_the_future_is_today),
	    cmocka_unit_test(given_stories_are_taken),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
