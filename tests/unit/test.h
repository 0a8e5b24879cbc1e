/* What every unit test includes: cmocka, and an arena for the test's own data. */
#ifndef TEST_H
#define TEST_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <cmocka.h>

#include "base/arena.h"

#define assert_text_equal(text, expected) assert_text((text), TEXT(expected), __FILE__, __LINE__)

static inline void assert_text(struct ng_text text, struct ng_text expected, const char *file, int line)
{
	if (text_equal(text, expected))
		return;
	print_error("got:      \"%.*s\"\nexpected: \"%.*s\"\n", TEXT_ARGS(text), TEXT_ARGS(expected));
	_fail(file, line);
}

/*
 * A test body that takes memory: TEST_IN_ARENA(name) { ... arena ... } defines `static void name(void **state)`, which
 * runs the body inside arena_try() and fails if the body's allocation fails.
 */
#define TEST_IN_ARENA(name)                                                                                            \
	static void name##_body(struct arena *arena);                                                                  \
	static void name##_run(void *data)                                                                             \
	{                                                                                                              \
		name##_body(data);                                                                                     \
	}                                                                                                              \
	static void name(void **state)                                                                                 \
	{                                                                                                              \
		struct ng_error error = {0};                                                                           \
		struct arena *arena = arena_new((size_t)1 << 30);                                                      \
		(void)state;                                                                                           \
		assert_non_null(arena);                                                                                \
		if (!arena_try(arena, name##_run, arena, &error))                                                      \
			fail_msg("%s:%lu: %s", error.where, error.line, error.what);                                   \
		arena_free(arena);                                                                                     \
	}                                                                                                              \
	static void name##_body(struct arena *arena)

#endif
