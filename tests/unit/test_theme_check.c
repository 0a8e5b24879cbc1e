/* Faults of themes; that of a user is tested from outside (tests/cli/config.py). */
#include "test.h"

#include "render/theme_check.h"

static void count(void *user, const struct ng_error *error)
{
	print_error("%s:%lu: %s\n", error->where, error->line, error->what);
	++*(size_t *)user;
}

TEST_IN_ARENA(built_in_themes_have_none)
{
	static const char *const names[] = {NULL, "plain", "broadsheet", "wire"};

	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		const struct render_options theme = {.theme = {resource_templates, names[i], NULL}};
		size_t faults = 0;
		assert_true(theme_check(arena, &theme, (struct theme_report){count, &faults}) > 20);
		assert_int_equal(faults, 0);
	}
}

TEST_IN_ARENA(settings_that_go_first_are_looked_at)
{
	const struct render_options theme = {.theme = {resource_templates, NULL, "[mail]\nfrom\tnobody\n"}};
	size_t faults = 0;

	theme_check(arena, &theme, (struct theme_report){count, &faults});
	assert_int_equal(faults, 1);
}

TEST_IN_ARENA(strict_names_do_not_stay)
{
	const struct render_options theme = {.theme = {resource_templates, NULL, NULL}};
	size_t faults = 0, held = arena_held(arena);

	theme_check(arena, &theme, (struct theme_report){count, &faults});
	assert_false(theme.strict);
	assert_true(arena_held(arena) < held + (1 << 20)); /* what it renders is given back */
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(built_in_themes_have_none),
	    cmocka_unit_test(settings_that_go_first_are_looked_at),
	    cmocka_unit_test(strict_names_do_not_stay),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
