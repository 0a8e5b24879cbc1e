/* Reasons of clustering: parts that add up, words that name themselves, pairs in order. */
#include "test.h"

#include <math.h>

#include "items.h"
#include "story/cluster_why.h"

static const char flood_a[] = "The river Ambel burst its banks at Harmouth and flooded the harbour quarter overnight.";
static const char flood_b[] = "Hundreds left the harbour quarter of Harmouth after the river Ambel burst its banks.";
static const char vote_a[] = "Parliament in Quellen rejected the pension reform by nine votes late on Thursday.";

static struct clustering cluster_all(struct arena *arena, struct item *items, size_t n, bool given)
{
	struct cluster_options options = {
	    .tightness = 1, .given = given, .today = NG_NO_DAY, .jobs = 1, .memory_cap = (size_t)1 << 30};

	return cluster_with_reasons(arena, idf_tables_load(arena, &test_no_data), items, n, &options);
}

TEST_IN_ARENA(tells_each_pair_its_cosine_days_and_words)
{
	struct document flood = test_document(arena, "Ambel floods Harmouth", (const char *const[]){flood_a}, 1);
	struct item items[] = {
	    TEST_ITEM(arena, "post.example", 20000, "Ambel floods Harmouth", flood_a),
	    TEST_ITEM(arena, "mail.example", NG_NO_DAY, "Pension reform rejected in Quellen", vote_a),
	    TEST_ITEM(arena, "news.example", 20002, "River Ambel floods Harmouth harbour", flood_b),
	};
	struct clustering clustering = cluster_all(arena, items, 3, false);
	struct why_pairs pairs = cluster_why(arena, &clustering, (const uint32_t[]){0, 1, 2}, 3);

	assert_int_equal(pairs.n, 3);
	assert_true(pairs.at[0].one == 0 && pairs.at[0].other == 1 && pairs.at[1].other == 2 && pairs.at[2].one == 1);
	const struct why_pair *alike = &pairs.at[1], *strange = &pairs.at[0];
	assert_int_equal(alike->days, 2);
	assert_true(alike->cosine > alike->likeness && alike->likeness >= clustering.likeness->least);
	assert_int_equal(alike->n_words, WHY_WORDS);
	double sum = 0;
	for (size_t i = 0; i < alike->n_words; i++) {
		struct ng_text words = item_feature_words(&flood, alike->words[i].feature);
		assert_true(words.len > 0);
		assert_true(i == 0 || alike->words[i].part <= alike->words[i - 1].part);
		sum += alike->words[i].part;
	}
	assert_true(sum <= alike->cosine + 1e-9 && sum > 0);
	assert_int_equal(strange->days, NG_NO_DAY);
	assert_true(strange->likeness < clustering.likeness->floor && strange->n_words == 0);
}

TEST_IN_ARENA(equal_words_are_one_vector_and_wholly_alike)
{
	struct item items[] = {
	    TEST_ITEM(arena, "post.example", 20000, "Ambel floods Harmouth", flood_a),
	    TEST_ITEM(arena, "news.example", 20000, "AMBEL floods Harmouth", flood_a),
	};
	struct clustering clustering = cluster_all(arena, items, 2, true);
	struct why_pairs pairs = cluster_why(arena, &clustering, (const uint32_t[]){0, 1}, 2);

	assert_int_equal(pairs.n, 1);
	assert_true(fabs(pairs.at[0].cosine - 1) < 1e-9);
	assert_int_equal(cluster_why(arena, &clustering, NULL, 0).n, 0);
	assert_int_equal(cluster_why(arena, &clustering, (const uint32_t[]){1}, 1).n, 0);
}

TEST_IN_ARENA(names_pairs_of_words_as_they_stand)
{
	struct document document =
	    test_document(arena, "", (const char *const[]){"The harbour quarter of Harmouth is wet."}, 1);
	struct item item;

	item_make(arena, arena, &document, &item);
	bool pair = false;
	for (uint32_t i = 0; i < item.n_features; i++)
		pair = pair || text_equal(item_feature_words(&document, item.features[i]), TEXT("harbour quarter"));
	assert_true(pair);
	assert_int_equal(item_feature_words(&document, 7).len, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(tells_each_pair_its_cosine_days_and_words),
	    cmocka_unit_test(equal_words_are_one_vector_and_wholly_alike),
	    cmocka_unit_test(names_pairs_of_words_as_they_stand),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
