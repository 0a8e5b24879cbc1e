/* Progress as a terminal gets it. The time is the test's. */
#include "unit/test.h"

#include "cli/progress.h"

static void line_is(enum ng_stage stage, uint64_t done, uint64_t total, const char *expected)
{
	struct progress progress = {0};
	char text[128];
	size_t n = progress_put(&progress, text, sizeof text, 0, stage, done, total);

	assert_int_equal(text[0], '\r');
	assert_string_equal(text + 1, expected);
	assert_int_equal(n, strlen(expected) + 1);
}

static void lines(void **state)
{
	(void)state;
	line_is(NG_READING, 0, 0, "reading");
	line_is(NG_READING, 2999999, 0, "reading, 2 MB");
	line_is(NG_READING, 0, 200, "reading [........................]   0 %");
	line_is(NG_READING, 199, 200, "reading [#######################.]  99 %");
	line_is(NG_READING, 200, 200, "reading [########################] 100 %");
	line_is(NG_READING, 201, 200, "reading [########################] 100 %"); /* a file that grew */
	line_is(NG_GROUPING, 0, 0, "grouping");
}

static void put_is(struct progress *progress, int64_t now, enum ng_stage stage, uint64_t done, const char *expected)
{
	char text[128] = "";

	assert_int_equal(progress_put(progress, text, sizeof text, now, stage, done, 0), strlen(expected));
	assert_string_equal(text, expected);
}

static void a_line_covers_the_one_before(void **state)
{
	struct progress progress = {0};

	(void)state;
	put_is(&progress, 0, NG_READING, 1000000, "\rreading, 1 MB");
	put_is(&progress, 1000, NG_TELLING, 0, "\rtelling      ");
	put_is(&progress, 2000, NG_READING, 10000000, "\rreading, 10 MB");
	put_is(&progress, 3000, NG_DONE, 0, "\r              \r");
	put_is(&progress, 4000, NG_DONE, 0, "");
	put_is(&progress, 5000, NG_READING, 0, "\rreading");
}

static void it_is_told_seldom(void **state)
{
	struct progress progress = {.next = 2000};

	(void)state;
	put_is(&progress, 1999, NG_READING, 0, "");
	put_is(&progress, 1999, NG_GROUPING, 0, ""); /* too short a run for any line */
	put_is(&progress, 2000, NG_READING, 0, "\rreading");
	put_is(&progress, 2099, NG_READING, 0, "");
	put_is(&progress, 2099, NG_GROUPING, 0, "\rgrouping"); /* which says nothing more for as long as it takes */
	put_is(&progress, 2198, NG_GROUPING, 0, "");
	put_is(&progress, 2199, NG_GROUPING, 0, "\rgrouping");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(lines),
	    cmocka_unit_test(a_line_covers_the_one_before),
	    cmocka_unit_test(it_is_told_seldom),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
