/* Shingles: what share of a text stands in another. */
#include "test.h"

#include "read/shingles.h"

TEST_IN_ARENA(shares)
{
	const uint64_t text[] = {1, 2, 3, 4, 5, 6, 7, 8}, half[] = {2, 3, 4, 5, 9, 9}, turned[] = {8, 7, 6, 5, 4};
	struct shingles set = shingles_of(arena, text, 8);

	assert_true(shingles_share(&set, text, 8) == 1);
	assert_true(shingles_share(&set, text + 2, 4) == 1);
	assert_true(shingles_share(&set, half, 6) == 1. / 3);
	assert_true(shingles_share(&set, turned, 5) == 0);
	assert_true(shingles_share(&set, text, 3) == 0);
	set = shingles_of(arena, text, 3);
	assert_true(shingles_share(&set, text, 8) == 0);
}

TEST_IN_ARENA(many)
{
	enum { N = 100000 };
	uint64_t *words = arena_array(arena, N, uint64_t);

	for (size_t i = 0; i < N; i++)
		words[i] = hash_mix(i, 7);
	struct shingles set = shingles_of(arena, words, N);
	assert_true(shingles_share(&set, words + N / 2, N / 2) == 1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(shares), cmocka_unit_test(many)};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
