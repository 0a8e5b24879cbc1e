/* Permissions: an origin at a time; who waits is let go in order, once. */
#include "unit/test.h"

#include "fetch/permission.h"

#define A TEXT("https://a.example:443")

TEST_IN_ARENA(answers_bind_their_origin)
{
	struct permissions *permissions = permissions_new(arena, "nutgraf-fetch");

	assert_int_equal(permissions_of(permissions, A, TEXT("/x")), PERMISSION_UNKNOWN);
	permissions_ask(permissions, A);
	assert_int_equal(permissions_of(permissions, A, TEXT("/x")), PERMISSION_ASKED);
	permissions_answer(permissions, A, TEXT("User-agent: *\nDisallow: /x"), false);
	assert_int_equal(permissions_of(permissions, A, TEXT("/x")), PERMISSION_DENIED);
	assert_int_equal(permissions_of(permissions, A, TEXT("/y")), PERMISSION_GIVEN);
	assert_int_equal(permissions_of(permissions, TEXT("http://a.example:80"), TEXT("/y")), PERMISSION_UNKNOWN);
	permissions_answer(permissions, TEXT("https://b.example:443"), TEXT(""), true);
	assert_int_equal(permissions_of(permissions, TEXT("https://b.example:443"), TEXT("/")), PERMISSION_CLOSED);
}

TEST_IN_ARENA(lets_go_in_order)
{
	struct permissions *permissions = permissions_new(arena, "nutgraf-fetch");

	for (size_t i = 0; i < 3; i++)
		permissions_wait(permissions, A, i);
	permissions_wait(permissions, TEXT("https://b.example:443"), 7);
	for (size_t i = 0; i < 3; i++)
		assert_int_equal(permissions_release(permissions, A), i);
	assert_int_equal(permissions_release(permissions, A), SIZE_MAX);
	permissions_wait(permissions, A, 5);
	assert_int_equal(permissions_release(permissions, A), 5);
	assert_int_equal(permissions_release(permissions, TEXT("https://b.example:443")), 7);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(answers_bind_their_origin),
	    cmocka_unit_test(lets_go_in_order),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
