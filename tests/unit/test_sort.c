/* The stable sort: order, stability, sizes, and what it takes of the arena. */
#include "test.h"

#include "base/sort.h"

struct pair {
	uint32_t key, place;
	char ballast[5];
};

static int order_pairs(const void *a, const void *b, void *context)
{
	const struct pair *one = a, *other = b;

	++*(size_t *)context;
	return (one->key > other->key) - (one->key < other->key);
}

static void check(struct arena *arena, size_t n, uint32_t keys)
{
	struct pair *pairs = arena_array(arena, n, struct pair);
	size_t calls = 0, bound = 0;
	uint32_t random = 12345;

	for (size_t i = 0; i < n; i++) {
		random = random * 1664525 + 1013904223;
		pairs[i] = (struct pair){(random >> 8) % keys, (uint32_t)i, "abc"};
	}
	size_t held = arena_held(arena);
	sort_stable(arena, pairs, n, sizeof *pairs, order_pairs, &calls);
	assert_int_equal(arena_held(arena), held);
	for (size_t i = 1; i < n; i++) {
		assert_true(pairs[i - 1].key <= pairs[i].key);
		if (pairs[i - 1].key == pairs[i].key)
			assert_true(pairs[i - 1].place < pairs[i].place);
		assert_string_equal(pairs[i].ballast, "abc");
	}
	for (size_t run = 1; run < n; run *= 2)
		bound += n + n / run + 1;
	assert_true(calls <= bound);
}

TEST_IN_ARENA(sorts_all_small_sizes)
{
	for (size_t n = 0; n < 70; n++) {
		check(arena, n, 1000);
		check(arena, n, 3);
	}
}

TEST_IN_ARENA(sorts_many)
{
	arena_alloc(arena, 1, 1);
	check(arena, 1, 1);
	struct arena_mark mark = arena_mark(arena);
	check(arena, 100, 50000);
	arena_reset(arena, mark);
	check(arena, 33333, 50000);
	check(arena, 33333, 1);
}

TEST_IN_ARENA(finds_the_first_place)
{
	struct pair pairs[9], key = {0};
	size_t calls;

	for (size_t n = 0; n <= 9; n++) {
		for (size_t i = 0; i < n; i++)
			pairs[i] = (struct pair){.key = (uint32_t)(2 * (i / 2) + 1)}; /* 1 1 3 3 5 ... */
		for (key.key = 0; key.key < 12; key.key++) {
			size_t before = 0;
			while (before < n && pairs[before].key < key.key)
				before++;
			calls = 0;
			assert_int_equal(sort_place(pairs, n, sizeof *pairs, &key, order_pairs, &calls), before);
			assert_true(calls <= 4);
		}
	}
	(void)arena;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(sorts_all_small_sizes),
	    cmocka_unit_test(sorts_many),
	    cmocka_unit_test(finds_the_first_place),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
