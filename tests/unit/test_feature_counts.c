/* Counting hashes and finding them: in all shares, in few and many buckets, and where all fall in one. */
#include "test.h"

#include "story/feature_counts.h"

static struct feature_counts counts_of(struct arena *arena, const struct hash_list *lists, size_t n, unsigned jobs)
{
	return feature_counts(arena, lists, n, jobs, (size_t)1 << 30);
}

TEST_IN_ARENA(keeps_what_two_lists_have)
{
	static const uint32_t a[] = {7, 0xffffffff, 3, 0}, b[] = {0xffffffff, 9, 0}, c[] = {0, 11};
	const struct hash_list lists[] = {{a, 4}, {b, 3}, {c, 2}};
	struct feature_counts counts = counts_of(arena, lists, 3, 1);

	assert_int_equal(counts.keys.n, 2);
	assert_int_equal(counts.keys.at[0], 0);
	assert_int_equal(counts.lists[0], 3);
	assert_int_equal(counts.lists[1], 2);
	assert_int_equal(feature_keys_find(&counts.keys, 0xffffffff), 1);
	assert_int_equal(feature_keys_find(&counts.keys, 9), FEATURE_NONE);
}

/* List i has the multiples of i + 2 below a bound, spread over all shares by an odd factor. */
TEST_IN_ARENA(agrees_with_counting_one_by_one)
{
	enum { LISTS = 20, BOUND = 30000 };
	const uint32_t spread = 2654435761u;
	struct hash_list lists[LISTS];
	size_t n = 0;

	for (uint32_t i = 0; i < LISTS; i++) {
		uint32_t *at = arena_array(arena, BOUND, uint32_t);
		lists[i] = (struct hash_list){at, 0};
		for (uint32_t value = i + 2; value < BOUND; value += i + 2)
			at[lists[i].n++] = value * spread;
	}
	struct feature_counts one = counts_of(arena, lists, LISTS, 1), many = counts_of(arena, lists, LISTS, 4);
	for (uint32_t value = 1; value < BOUND; value++) {
		uint32_t expected = 0, key = feature_keys_find(&one.keys, value * spread);
		for (uint32_t i = 0; i < LISTS; i++)
			expected += value % (i + 2) == 0;
		assert_true((key != FEATURE_NONE) == (expected > 1));
		if (expected > 1)
			assert_int_equal(one.lists[key], expected);
		n += expected > 1;
	}
	assert_int_equal(one.keys.n, n);
	assert_int_equal(many.keys.n, n);
	assert_memory_equal(many.keys.at, one.keys.at, n * sizeof *one.keys.at);
	assert_memory_equal(many.lists, one.lists, n * sizeof *one.lists);
}

TEST_IN_ARENA(finds_keys_made_to_share_a_bucket)
{
	enum { N = 20000 };
	uint32_t *sorted = arena_array(arena, N, uint32_t);

	for (uint32_t i = 0; i < N; i++)
		sorted[i] = 0x12340000 + 2 * i;
	struct feature_keys keys = feature_keys(arena, sorted, N);
	for (uint32_t i = 0; i < N; i++) {
		assert_int_equal(feature_keys_find(&keys, sorted[i]), i);
		assert_int_equal(feature_keys_find(&keys, sorted[i] + 1), FEATURE_NONE);
	}
	assert_int_equal(feature_keys_find(&keys, 0), FEATURE_NONE);
	assert_int_equal(feature_keys_find(&keys, UINT32_MAX), FEATURE_NONE);
}

TEST_IN_ARENA(takes_nothing)
{
	struct feature_counts counts = counts_of(arena, NULL, 0, 2);

	assert_int_equal(counts.keys.n, 0);
	assert_int_equal(feature_keys_find(&counts.keys, 1), FEATURE_NONE);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(keeps_what_two_lists_have),
	    cmocka_unit_test(agrees_with_counting_one_by_one),
	    cmocka_unit_test(finds_keys_made_to_share_a_bucket),
	    cmocka_unit_test(takes_nothing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
