/* The publisher's calendar. */
#include "test.h"

#include "read/page_day.h"

static int32_t day(int year, int month, int of_month)
{
	return day_of((struct civil){year, month, of_month});
}

static void addresses(void **state)
{
	static const struct {
		const char *url;
		struct civil day;
	} cases[] = {
	    {"https://harbour.example/2026/03/17/ferry", {2026, 3, 17}},
	    {"https://harbour.example/2026/3/7/ferry", {2026, 3, 7}},
	    {"https://harbour.example/news-20260317.html", {2026, 3, 17}},
	    {"https://harbour.example/ferry-2026-03-17", {2026, 3, 17}},
	    {"https://harbour.example/2026/03/ferry", {0, 0, 0}},
	    {"https://harbour.example/2026/0317", {2026, 3, 17}},
	    {"https://harbour.example/2026/13/17/x", {0, 0, 0}},
	    {"https://harbour.example/2026/02/30/x", {0, 0, 0}},
	    {"https://harbour.example/id120260317", {0, 0, 0}},
	    {"https://harbour.example/202603171", {0, 0, 0}},
	    {"", {0, 0, 0}},
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		int32_t expected = cases[i].day.year ? day_of(cases[i].day) : NG_NO_DAY;
		if (page_day_of_url(text_of(cases[i].url)).day != expected)
			fail_msg("%s", cases[i].url);
	}
}

static void orders(void **state)
{
	(void)state;
	assert_true(page_month_first(TEXT("en-US"), TEXT("")));
	assert_true(page_month_first(TEXT("en"), TEXT("https://harbour.example/x")));
	assert_false(page_month_first(TEXT("en"), TEXT("https://www.harbour.co.uk/x")));
	assert_false(page_month_first(TEXT("en-GB"), TEXT("")));
	assert_false(page_month_first(TEXT("de"), TEXT("")));
	assert_false(page_month_first(TEXT(""), TEXT("")));
}

static void assert_moved(struct stamp from, struct stamp in_url, struct stamp shown, struct stamp to)
{
	struct stamp moved = page_day_at_publisher(from, in_url, shown);

	assert_int_equal(moved.day, to.day);
	assert_int_equal(moved.second, to.second);
	assert_int_equal(moved.zone, to.zone);
}

static void publishers(void **state)
{
	int32_t d = day(2026, 3, 17);
	struct stamp early = {d, 2 * 3600, 0}, late = {d, 20 * 3600, 0}, none = STAMP_NONE;

	(void)state;
	/* the page shows the hour: the zone is the difference */
	assert_moved(early, none, (struct stamp){d - 1, 21 * 3600, ZONE_NONE}, (struct stamp){d - 1, 21 * 3600, -300});
	assert_moved(late, none, (struct stamp){d + 1, 5 * 3600, ZONE_NONE}, (struct stamp){d + 1, 5 * 3600, 540});
	/* only the day is known */
	assert_moved(early, (struct stamp){d - 1, -1, ZONE_NONE}, none, (struct stamp){d - 1, -1, ZONE_NONE});
	assert_moved(late, none, (struct stamp){d + 1, -1, ZONE_NONE}, (struct stamp){d + 1, -1, ZONE_NONE});
	/* a zone cannot explain it */
	assert_moved(late, (struct stamp){d - 1, -1, ZONE_NONE}, none, late);
	assert_moved(early, (struct stamp){d - 2, -1, ZONE_NONE}, none, early);
	assert_moved(early, none, (struct stamp){d - 3, 2 * 3600, ZONE_NONE}, early);
	/* no zone is said: the same minute, whole hours off */
	assert_moved((struct stamp){d, 2 * 3600 + 1440, ZONE_NONE}, none,
		     (struct stamp){d - 1, 21 * 3600 + 1440, ZONE_NONE}, (struct stamp){d - 1, 21 * 3600 + 1440, -300});
	assert_moved((struct stamp){d, 2 * 3600 + 1440, ZONE_NONE}, none, (struct stamp){d - 1, 21 * 3600, ZONE_NONE},
		     (struct stamp){d, 2 * 3600 + 1440, ZONE_NONE});
	/* not in UTC */
	assert_moved((struct stamp){d, 3600, 60}, (struct stamp){d - 1, -1, ZONE_NONE}, none,
		     (struct stamp){d, 3600, 60});
	assert_moved(early, none, none, early);
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(addresses), cmocka_unit_test(orders),
					   cmocka_unit_test(publishers)};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
