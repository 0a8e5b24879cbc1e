/* cmark on arena memory: the same HTML as on its own, nothing left behind, limits that jump. */
#include "test.h"

#include "base/cmark_memory.h"

#include <stdlib.h>

static const char markdown[] =
    "# Head *line*\n\n> A [link](http://x \"t\") & `code`\n\n1. one\n2. two\n\n```c\nx\n```\n";

static void render(void *data)
{
	struct arena *arena = data;
	cmark_parser *parser = cmark_parser_new_with_mem(CMARK_OPT_DEFAULT, cmark_memory(arena));
	char *expected = cmark_markdown_to_html(markdown, sizeof markdown - 1, CMARK_OPT_DEFAULT);

	cmark_parser_feed(parser, markdown, sizeof markdown - 1);
	char *html = cmark_render_html(cmark_parser_finish(parser), CMARK_OPT_DEFAULT);
	assert_string_equal(html, expected);
	free(expected);
}

TEST_IN_ARENA(renders_the_same)
{
	render(arena);
}

static void render_much(void *data)
{
	struct arena *arena = data;
	cmark_parser *parser = cmark_parser_new_with_mem(CMARK_OPT_DEFAULT, cmark_memory(arena));

	for (int i = 0; i < 100000; i++)
		cmark_parser_feed(parser, markdown, sizeof markdown - 1);
	cmark_parser_finish(parser);
}

static void test_the_cap_is_the_arenas(void **state)
{
	struct arena *arena = arena_new(1 << 20);
	struct ng_error error = {0};

	(void)state;
	assert_false(arena_try(arena, render_much, arena, &error));
	assert_int_equal(error.status, NG_BAD_INPUT);
	assert_int_equal(arena_held(arena), 0);
	assert_true(arena_try(arena, render, arena, &error));
	arena_free(arena);
}

TEST_IN_ARENA(blocks_keep_their_bytes_when_they_grow)
{
	cmark_mem *memory = cmark_memory(arena);
	char *at = memory->calloc(3, 5);

	for (int i = 0; i < 15; i++)
		assert_int_equal(at[i], 0);
	memcpy(at, "fourteen bytes", 15);
	at = memory->realloc(at, 100);
	assert_string_equal(at, "fourteen bytes");
	assert_ptr_equal(memory->realloc(at, 50), at);
	assert_string_equal(memory->realloc(at, 1000), "fourteen bytes");
	assert_non_null(memory->realloc(NULL, 10));
	memory->free(at);
	memory->free(NULL);
}

static void overflow(void *data)
{
	cmark_memory(data)->calloc(SIZE_MAX / 2, 3);
}

TEST_IN_ARENA(refuses_sizes_beyond_memory)
{
	struct ng_error error = {0};

	assert_false(arena_try(arena, overflow, arena, &error));
	assert_int_equal(error.status, NG_INTERNAL);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(renders_the_same),
	    cmocka_unit_test(test_the_cap_is_the_arenas),
	    cmocka_unit_test(blocks_keep_their_bytes_when_they_grow),
	    cmocka_unit_test(refuses_sizes_beyond_memory),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
