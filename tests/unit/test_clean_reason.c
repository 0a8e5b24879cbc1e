/* The list of reasons. */
#include "test.h"

#include "clean/reason.h"

static void lists(void **state)
{
	(void)state;
	assert_true(reason_is_kept(TEXT("credit, title"), "title"));
	assert_true(reason_is_kept(TEXT("title"), "title"));
	assert_false(reason_is_kept(TEXT("titles"), "title"));
	assert_false(reason_is_kept(TEXT(""), "title"));
	assert_false(reason_is_kept((struct ng_text){NULL, 0}, "title"));
	assert_text_equal(reason_unknown(TEXT("credit, title")), "");
	assert_text_equal(reason_unknown(TEXT("credit, gossip ,x")), "gossip");
}

static void every_reason_is_explained(void **state)
{
	(void)state;
	for (const struct reason *reason = reasons; reason->name; reason++) {
		assert_true(reason->name[0] && reason->means[0]);
		assert_text_equal(reason_unknown(text_of(reason->name)), "");
		for (const struct reason *other = reasons; other != reason; other++)
			assert_string_not_equal(reason->name, other->name);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(lists), cmocka_unit_test(every_reason_is_explained)};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
