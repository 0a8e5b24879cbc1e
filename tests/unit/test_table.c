/* The hash table: insertion order, growth, and keys made to collide. */
#include "test.h"

#include "base/table.h"

TEST_IN_ARENA(an_empty_table_has_nothing)
{
	struct table table = table_new(arena);

	assert_null(table_get(&table, TEXT("")));
	assert_null(table_get(&table, TEXT("a")));
}

TEST_IN_ARENA(keeps_values_in_order_of_insertion)
{
	struct table table = table_new(arena);

	for (size_t i = 0; i < 10000; i++) {
		struct table_entry *entry = table_put(&table, arena_format(arena, "key %zu", i * 7919 % 10007));
		assert_int_equal(entry->value, 0);
		entry->value = i + 1;
	}
	assert_int_equal(table.n, 10000);
	for (size_t i = 0; i < 10000; i++) {
		struct ng_text key = arena_format(arena, "key %zu", i * 7919 % 10007);
		assert_int_equal(table_get(&table, key)->value, i + 1);
		assert_int_equal(table_put(&table, key)->value, i + 1);
		assert_true(text_equal(table.at[i].key, key));
	}
	assert_int_equal(table.n, 10000);
	assert_null(table_get(&table, TEXT("key 10007")));
}

TEST_IN_ARENA(tells_empty_and_prefix_keys_apart)
{
	struct table table = table_new(arena);

	table_put(&table, TEXT(""))->value = 1;
	table_put(&table, TEXT("a"))->value = 2;
	table_put(&table, TEXT("a\0"))->value = 3;
	assert_int_equal(table_get(&table, TEXT(""))->value, 1);
	assert_int_equal(table_get(&table, TEXT("a"))->value, 2);
	assert_int_equal(table_get(&table, TEXT("a\0"))->value, 3);
}

/* The step of text_hash() before its finish, a bijection of b for each a: the way an attacker would go. */
static uint64_t colliding_second_word(uint64_t first, uint64_t target)
{
	uint64_t state = hash_mix(0x243f6a8885a308d3u ^ 16, first);

	return (target ^ state) - 0x9e3779b97f4a7c15u - (state << 6) - (state >> 2);
}

TEST_IN_ARENA(survives_keys_made_to_collide)
{
	struct table table = table_new(arena);
	size_t n = 20000;

	for (size_t i = 0; i < n; i++) {
		unsigned char key[16];
		uint64_t first = i * 0x2545f4914f6cdd1du + 1, second = colliding_second_word(first, 42);
		for (size_t k = 0; k < 8; k++) {
			key[k] = (unsigned char)(first >> (8 * k));
			key[8 + k] = (unsigned char)(second >> (8 * k));
		}
		table_put(&table, arena_copy(arena, (struct ng_text){(char *)key, 16}))->value = i;
	}
	assert_int_equal(table.n, n);
	assert_int_equal(table.at[0].hash, table.at[n - 1].hash);
	assert_true(table.salted);
	for (size_t i = 0; i < n; i++)
		assert_int_equal(table_get(&table, table.at[i].key)->value, i);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(an_empty_table_has_nothing),
	    cmocka_unit_test(keeps_values_in_order_of_insertion),
	    cmocka_unit_test(tells_empty_and_prefix_keys_apart),
	    cmocka_unit_test(survives_keys_made_to_collide),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
