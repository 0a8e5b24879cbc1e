/* JSON trees: members, numbers without a locale, and what is written. */
#include "test.h"

#include "base/json.h"

#include <math.h>

static struct ng_text written(struct arena *arena, const struct json *value)
{
	struct buf buf = buf_new(arena, 1 << 24);

	json_put(&buf, value);
	return buf_text(&buf);
}

static struct ng_text indented(struct arena *arena, const struct json *value)
{
	struct buf buf = buf_new(arena, 1 << 20);

	json_put_indented(&buf, value);
	return buf_text(&buf);
}

static struct json *sample(struct arena *arena)
{
	struct json *object = json_new(arena, JSON_OBJECT), *list = json_new(arena, JSON_LIST);

	json_set(object, "name", json_string(arena, TEXT("Ada \"A\"\n")));
	json_set(object, "list", list);
	json_add(list, json_int(arena, INT64_MIN));
	json_add(list, json_new(arena, JSON_NULL));
	json_add(json_add(list, json_new(arena, JSON_LIST)), json_boolean(arena, true));
	json_add(list, json_new(arena, JSON_OBJECT));
	json_set(object, "last", json_boolean(arena, false));
	return object;
}

TEST_IN_ARENA(writes_on_one_line)
{
	struct json *object = sample(arena);

	assert_text_equal(written(arena, object),
			  "{\"name\":\"Ada \\\"A\\\"\\n\",\"list\":[-9223372036854775808,null,[true],{}],"
			  "\"last\":false}");
	assert_text_equal(written(arena, json_member(object, "list")), "[-9223372036854775808,null,[true],{}]");
	assert_text_equal(written(arena, json_new(arena, JSON_LIST)), "[]");
	assert_text_equal(written(arena, json_string(arena, TEXT(""))), "\"\"");
}

TEST_IN_ARENA(writes_indented)
{
	assert_text_equal(indented(arena, sample(arena)),
			  "{\n \"name\": \"Ada \\\"A\\\"\\n\",\n \"list\": [\n  -9223372036854775808,\n  null,\n  [\n  "
			  " true\n  ],\n  {}\n ],\n"
			  " \"last\": false\n}");
}

TEST_IN_ARENA(writes_any_depth)
{
	struct json *top = json_new(arena, JSON_LIST), *at = top;

	for (int i = 0; i < 1000000; i++)
		at = json_add(at, json_new(arena, JSON_LIST));
	assert_int_equal(written(arena, top).len, 2000002);
}

TEST_IN_ARENA(finds_members)
{
	struct json *object = sample(arena);

	assert_int_equal(object->n, 3);
	assert_text_equal(json_text(object, "name"), "Ada \"A\"\n");
	assert_text_equal(json_text(object, "nam"), "");
	assert_text_equal(json_text(object, "list"), "");
	assert_null(json_member(object, "absent"));
	assert_null(json_member(json_member(object, "list"), "name"));
	assert_null(json_member(NULL, "name"));
	json_set(object, "name", json_int(arena, 7));
	assert_text_equal(json_text(object, "name"), "7");
}

static void check_real(struct arena *arena, double number, int decimals, const char *expected)
{
	assert_text(written(arena, json_real(arena, number, decimals)), text_of(expected), __FILE__, __LINE__);
}

TEST_IN_ARENA(writes_fixed_point)
{
	check_real(arena, 0, 3, "0.000");
	check_real(arena, -0.0, 2, "0.00");
	check_real(arena, -0.001, 2, "0.00");
	check_real(arena, 0.5, 0, "1");
	check_real(arena, -1.5, 1, "-1.5");
	check_real(arena, 1.25, 1, "1.3");
	check_real(arena, 2.0 / 3, 4, "0.6667");
	check_real(arena, 12345.06, 2, "12345.06");
	check_real(arena, 0.1, 12, "0.100000000");
	check_real(arena, NAN, 2, "null");
	check_real(arena, -INFINITY, 2, "null");
	check_real(arena, 1e300, 2, "null");
	check_real(arena, 9e15, 2, "9000000000000000.00");
}

static double number_of(struct arena *arena, const char *text)
{
	struct json *json = json_new(arena, JSON_NUMBER);
	double number = -77;

	json->text = text_of(text);
	bool taken = json_number(json, &number), finite = isfinite(number);
	assert_int_equal(taken, finite);
	return number;
}

TEST_IN_ARENA(reads_numbers)
{
	double number;

	assert_true(number_of(arena, "0") == 0);
	assert_true(number_of(arena, "-12") == -12);
	assert_true(number_of(arena, "3.14159") == 3.14159);
	assert_true(number_of(arena, "0.1") == 0.1);
	assert_true(number_of(arena, "1e3") == 1000);
	assert_true(number_of(arena, "1E+3") == 1000);
	assert_true(number_of(arena, "25e-1") == 2.5);
	assert_true(number_of(arena, "-1.5e-7") == -1.5e-7);
	assert_true(number_of(arena, "9007199254740993000") == 9007199254740993000.0);
	assert_true(fabs(number_of(arena, "123456789012345678901234567890") / 123456789012345678901234567890.0 - 1) <
		    1e-15);
	assert_true(fabs(number_of(arena, "1.7976931348623157e308") / 1.7976931348623157e308 - 1) < 1e-13);
	assert_true(
	    fabs(number_of(arena, "0.00000000000000000000000000001234567890123456789") / 1.234567890123456789e-29 - 1) <
	    1e-14);
	assert_true(number_of(arena, "1e-999") == 0);
	assert_true(number_of(arena, "0e99999999999999999999") == 0);
	assert_true(number_of(arena, "1e999") == INFINITY);
	assert_true(number_of(arena, "-1e99999999999999999999") == -INFINITY);
	assert_false(json_number(NULL, &number));
	assert_false(json_number(json_string(arena, TEXT("1")), &number));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(writes_on_one_line), cmocka_unit_test(writes_indented),
	    cmocka_unit_test(writes_any_depth),   cmocka_unit_test(finds_members),
	    cmocka_unit_test(writes_fixed_point), cmocka_unit_test(reads_numbers),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
