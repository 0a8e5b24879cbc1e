/* Resources: compiled in, overridden file by file, never outside the folder. */
#include "test_folder.h"

#include "base/resource.h"

static const unsigned char one[] = "one", two[] = "two", three[] = "three";
static const struct resource built_in[] = {
    {"cues.txt", one, 3}, {"en/a.txt", two, 3}, {"en/b.txt", three, 5}, {NULL, NULL, 0}};

static int make_overrides(void **state)
{
	if (enter_folder(state) || mkdir("data", 0777) || mkdir("data/en", 0777) || mkdir("data/en/deep", 0777) ||
	    mkdir("data/fr", 0777))
		return -1;
	make_file("outside.txt", TEXT("outside"));
	make_file("data/en/b.txt", TEXT("mine"));
	make_file("data/en/c.txt", TEXT(""));
	make_file("data/en/deep/d.txt", TEXT("deep"));
	make_file("data/fr/a.txt", TEXT("french"));
	return symlink("..", "data/fr/loop");
}

static void check(struct arena *arena, const struct resources *resources, const char *name, const char *expected)
{
	bool found;
	struct ng_text bytes = resource_find(arena, resources, name, &found);

	assert_int_equal(found, expected != NULL);
	assert_text(bytes, text_of(expected), __FILE__, __LINE__);
}

TEST_IN_ARENA(finds_what_is_compiled_in)
{
	struct resources resources = {.built_in = built_in};

	check(arena, &resources, "cues.txt", "one");
	check(arena, &resources, "en/a.txt", "two");
	check(arena, &resources, "en/b.txt", "three");
	check(arena, &resources, "en/c.txt", NULL);
	check(arena, &resources, "en", NULL);
	check(arena, &resources, "", NULL);
	check(arena, &resources, "a", NULL);
	check(arena, &resources, "z", NULL);
}

TEST_IN_ARENA(the_folder_goes_first)
{
	struct resources resources = {.built_in = built_in, .folder = "data"};

	check(arena, &resources, "en/a.txt", "two");
	check(arena, &resources, "en/b.txt", "mine");
	check(arena, &resources, "en/c.txt", "");
	check(arena, &resources, "en/deep/d.txt", "deep");
	check(arena, &resources, "fr/b.txt", NULL);
}

TEST_IN_ARENA(no_name_leaves_the_folder)
{
	struct resources resources = {.folder = "data"};

	check(arena, &resources, "../outside.txt", NULL);
	check(arena, &resources, "en/../../outside.txt", NULL);
	check(arena, &resources, "/etc/passwd", NULL);
	check(arena, &resources, "en//c.txt", NULL);
	check(arena, &resources, "en/..", NULL);
}

static void check_names(struct resource_names names, const char *const *expected)
{
	for (size_t i = 0; expected[i]; i++) {
		assert_true(i < names.n);
		assert_text(names.at[i], text_of(expected[i]), __FILE__, __LINE__);
		assert_true(!expected[i + 1] == (i + 1 == names.n));
	}
}

TEST_IN_ARENA(lists_both_places_once_and_sorted)
{
	static const char *const all[] = {"cues.txt", "en/a.txt", "en/b.txt", NULL};
	static const char *const english[] = {"en/a.txt", "en/b.txt", "en/c.txt", "en/deep/d.txt", NULL};
	struct resources only_built_in = {.built_in = built_in}, both = {.built_in = built_in, .folder = "data"};

	check_names(resource_list(arena, &only_built_in, ""), all);
	check_names(resource_list(arena, &both, "en/"), english);
	assert_int_equal(resource_list(arena, &both, "de/").n, 0);
}

static void find_folder(void *data)
{
	struct resources resources = {.built_in = built_in, .folder = "data"};
	bool found;

	resource_find(data, &resources, "en", &found);
}

TEST_IN_ARENA(a_folder_in_the_place_of_a_file_is_an_error)
{
	struct ng_error error = {0};

	assert_false(arena_try(arena, find_folder, arena, &error));
	assert_string_equal(error.where, "data/en");
	assert_string_equal(error.what, "is a folder");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(finds_what_is_compiled_in),
	    cmocka_unit_test(the_folder_goes_first),
	    cmocka_unit_test(no_name_leaves_the_folder),
	    cmocka_unit_test(lists_both_places_once_and_sorted),
	    cmocka_unit_test(a_folder_in_the_place_of_a_file_is_an_error),
	};

	return cmocka_run_group_tests(tests, make_overrides, leave_folder);
}
