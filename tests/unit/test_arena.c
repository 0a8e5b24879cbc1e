/* The arena: alignment, caps, marks, adopted objects, and the guard that loses no failure. */
#include "test.h"

#include <stdlib.h>

static int destroyed;

static void count_destroyed(void *object)
{
	destroyed++;
	free(object);
}

TEST_IN_ARENA(gives_zeroed_aligned_memory)
{
	for (size_t size = 1; size < 100; size++) {
		unsigned char *at = arena_alloc(arena, size, 1);
		assert_int_equal((uintptr_t)at % sizeof(max_align_t), 0);
		for (size_t i = 0; i < size; i++)
			assert_int_equal(at[i], 0);
		memset(at, 0xff, size);
	}
}

TEST_IN_ARENA(reused_memory_is_zeroed_again)
{
	struct arena_mark mark = arena_mark(arena);
	memset(arena_alloc(arena, 1000, 1), 0xff, 1000);
	arena_reset(arena, mark);
	unsigned char *at = arena_alloc(arena, 1000, 1);
	for (size_t i = 0; i < 1000; i++)
		assert_int_equal(at[i], 0);
}

static void take_too_much(void *data)
{
	arena_alloc(data, 1 << 20, 1);
}

static void overflow(void *data)
{
	arena_alloc(data, SIZE_MAX / 2, 3);
}

static void test_refuses_more_than_its_cap(void **state)
{
	struct arena *arena = arena_new(1 << 16);
	struct ng_error error = {0};

	(void)state;
	assert_false(arena_try(arena, take_too_much, arena, &error));
	assert_int_equal(error.status, NG_BAD_INPUT);
	assert_non_null(strstr(error.what, "65536"));
	assert_int_equal(arena_held(arena), 0);
	assert_false(arena_try(arena, overflow, arena, &error));
	arena_free(arena);
}

struct nested {
	struct arena *arena;
	char *kept;
	struct ng_error inner;
	bool inner_result;
};

static void fail_inside(void *data)
{
	struct nested *nested = data;

	arena_adopt(nested->arena, malloc(8), count_destroyed);
	memset(arena_alloc(nested->arena, 100000, 1), 'x', 100000);
	arena_fail(nested->arena, NG_BAD_INPUT, TEXT("a.txt"), 7, "no %s here", "sense");
}

static void try_inside(void *data)
{
	struct nested *nested = data;

	nested->kept = arena_string(nested->arena, TEXT("kept"));
	arena_adopt(nested->arena, malloc(8), count_destroyed);
	nested->inner_result = arena_try(nested->arena, fail_inside, nested, &nested->inner);
}

static void test_the_innermost_guard_catches(void **state)
{
	struct nested nested = {.arena = arena_new(1 << 20)};
	struct ng_error error = {0};

	(void)state;
	destroyed = 0;
	assert_true(arena_try(nested.arena, try_inside, &nested, &error));
	assert_false(nested.inner_result);
	assert_string_equal(nested.inner.where, "a.txt");
	assert_int_equal(nested.inner.line, 7);
	assert_string_equal(nested.inner.what, "no sense here");
	assert_string_equal(nested.kept, "kept");
	assert_int_equal(destroyed, 1);
	arena_free(nested.arena);
	assert_int_equal(destroyed, 2);
}

TEST_IN_ARENA(releases_an_adopted_object_once)
{
	destroyed = 0;
	void *first = arena_adopt(arena, malloc(1), count_destroyed);
	void *second = arena_adopt(arena, malloc(1), count_destroyed);
	arena_release(arena, first);
	assert_int_equal(destroyed, 1);
	arena_release(arena, second);
	assert_int_equal(destroyed, 2);
	arena_reset(arena, (struct arena_mark){0});
	assert_int_equal(destroyed, 2);
}

TEST_IN_ARENA(grows_arrays)
{
	struct {
		int *at;
		size_t n, room;
	} list = {0};

	for (int i = 0; i < 1000; i++)
		*array_add(arena, &list) = i;
	assert_int_equal(list.n, 1000);
	for (int i = 0; i < 1000; i++)
		assert_int_equal(list.at[i], i);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(gives_zeroed_aligned_memory),     cmocka_unit_test(reused_memory_is_zeroed_again),
	    cmocka_unit_test(test_refuses_more_than_its_cap),  cmocka_unit_test(test_the_innermost_guard_catches),
	    cmocka_unit_test(releases_an_adopted_object_once), cmocka_unit_test(grows_arrays),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
