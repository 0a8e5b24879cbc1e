/* Numbers for keys: order of first sight, growth, badly spread keys. */
#include "test.h"

#include "story/ids.h"

TEST_IN_ARENA(numbers_keys_in_order_of_first_sight)
{
	struct ids ids = {0};

	assert_int_equal(ids_get(&ids, 7), IDS_NONE);
	assert_int_equal(ids_put(arena, &ids, 7), 0);
	assert_int_equal(ids_put(arena, &ids, 0), 1);
	assert_int_equal(ids_put(arena, &ids, 7), 0);
	assert_int_equal(ids_get(&ids, 0), 1);
	assert_int_equal(ids_get(&ids, 8), IDS_NONE);
	assert_int_equal(ids.n, 2);
}

TEST_IN_ARENA(keeps_numbers_when_it_grows)
{
	struct ids ids = {0};

	for (uint64_t i = 0; i < 100000; i++)
		assert_int_equal(ids_put(arena, &ids, i << 32), i);
	for (uint64_t i = 0; i < 100000; i++)
		assert_int_equal(ids_get(&ids, i << 32), i);
	assert_int_equal(ids_get(&ids, 1), IDS_NONE);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(numbers_keys_in_order_of_first_sight),
	    cmocka_unit_test(keeps_numbers_when_it_grows),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
