/* Civil dates: the calendar against a slow count of days, ISO weeks, and the two readers with what they refuse. */
#include "test.h"

#include "base/date.h"

static void test_counts_every_day_from_year_1_to_9999(void **state)
{
	struct civil civil = {1, 1, 1};
	int32_t day = day_of(civil);
	int weekday = 1; /* 0001-01-01 is a Monday in the proleptic calendar */

	(void)state;
	assert_int_equal(day_of((struct civil){1970, 1, 1}), 0);
	while (civil.year <= 9999) {
		struct civil back = civil_of(day);
		if (day_of(civil) != day || back.year != civil.year || back.month != civil.month ||
		    back.day != civil.day || weekday_of(day) != weekday || !civil_valid(civil))
			fail_msg("%d-%d-%d", civil.year, civil.month, civil.day);
		if (++civil.day > days_in_month(civil.year, civil.month)) {
			civil.day = 1;
			if (++civil.month > 12) {
				civil.month = 1;
				civil.year++;
			}
		}
		day++;
		weekday = weekday % 7 + 1;
	}
}

static void test_refuses_days_that_are_not_there(void **state)
{
	(void)state;
	assert_false(civil_valid((struct civil){2026, 2, 29}));
	assert_true(civil_valid((struct civil){2024, 2, 29}));
	assert_false(civil_valid((struct civil){1900, 2, 29}));
	assert_true(civil_valid((struct civil){2000, 2, 29}));
	assert_false(civil_valid((struct civil){2026, 0, 1}));
	assert_false(civil_valid((struct civil){2026, 13, 1}));
	assert_false(civil_valid((struct civil){2026, 4, 31}));
	assert_false(civil_valid((struct civil){2026, 4, 0}));
	assert_false(civil_valid((struct civil){0, 4, 1}));
	assert_false(civil_valid((struct civil){10000, 1, 1}));
}

static void check_week(struct civil civil, int year, int week)
{
	int got_year, got_week;
	int32_t day = day_of(civil);

	iso_week_of(day, &got_year, &got_week);
	assert_int_equal(got_year, year);
	assert_int_equal(got_week, week);
	assert_int_equal(day_of_iso_week(year, week), day - weekday_of(day) + 1);
}

static void test_iso_weeks(void **state)
{
	(void)state;
	check_week((struct civil){2026, 3, 17}, 2026, 12);
	check_week((struct civil){2020, 12, 31}, 2020, 53);
	check_week((struct civil){2021, 1, 3}, 2020, 53);
	check_week((struct civil){2021, 1, 4}, 2021, 1);
	check_week((struct civil){2018, 12, 31}, 2019, 1);
	check_week((struct civil){2016, 1, 3}, 2015, 53);
}

typedef bool reader(struct ng_text text, struct stamp *stamp);

/* What the reader made of the text, as ISO 8601; "-" when it refused. */
static struct ng_text read_as(struct arena *arena, reader *read_stamp, const char *text)
{
	struct stamp stamp = {77, 77, 77};
	struct buf buf = buf_new(arena, 64);

	if (!read_stamp(text_of(text), &stamp)) {
		assert_true(stamp.day == 77 && stamp.second == 77 && stamp.zone == 77);
		return TEXT("-");
	}
	stamp_put(&buf, stamp);
	return buf_text(&buf);
}

struct reading {
	const char *text, *expected;
};

static void check_readings(struct arena *arena, reader *read_stamp, const struct reading *readings, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		struct ng_text got = read_as(arena, read_stamp, readings[i].text);
		if (!text_equal(got, text_of(readings[i].expected)))
			fail_msg("\"%s\" gave %.*s, not %s", readings[i].text, TEXT_ARGS(got), readings[i].expected);
	}
}

TEST_IN_ARENA(reads_iso_8601)
{
	static const struct reading readings[] = {
	    {"2026-03-17", "2026-03-17"},
	    {"20260317", "2026-03-17"},
	    {" 2026-03-17\n", "2026-03-17"},
	    {"2026-03-17T08:40", "2026-03-17T08:40:00"},
	    {"2026-03-17T08:40Z", "2026-03-17T08:40:00Z"},
	    {"2026-03-17t08:40:05z", "2026-03-17T08:40:05Z"},
	    {"2026-03-17T08:40:05.123456789Z", "2026-03-17T08:40:05Z"},
	    {"2026-03-17T08:40:05,5+01:00", "2026-03-17T08:40:05+01:00"},
	    {"2026-03-17 08:40:05 -0530", "2026-03-17T08:40:05-05:30"},
	    {"2026-03-17 08:40:05 UTC", "2026-03-17T08:40:05Z"},
	    {"2026-03-17T08:40:05-05", "2026-03-17T08:40:05-05:00"},
	    {"20260317T084005Z", "2026-03-17T08:40:05Z"},
	    {"20260317T0840", "2026-03-17T08:40:00"},
	    {"2026-03-17T00:00:00+00:00", "2026-03-17T00:00:00Z"},
	    {"2026-03-17T23:59:60Z", "2026-03-17T23:59:59Z"},
	    {"", "-"},
	    {"2026", "-"},
	    {"2026-03", "-"},
	    {"2026-0317", "-"},
	    {"202603-17", "-"},
	    {"2026-W12-2", "-"},
	    {"2026-076", "-"},
	    {"2026-02-29", "-"},
	    {"2026-13-01", "-"},
	    {"0000-01-01", "-"},
	    {"2026-03-17T", "-"},
	    {"2026-03-17T08", "-"},
	    {"2026-03-17T24:00", "-"},
	    {"2026-03-17T08:60", "-"},
	    {"2026-03-17T08:40:61", "-"},
	    {"2026-03-17T08:40:", "-"},
	    {"2026-03-17T08:40:05.", "-"},
	    {"2026-03-17T08:40+24:00", "-"},
	    {"2026-03-17T08:40+01:", "-"},
	    {"2026-03-17T08:40+1", "-"},
	    {"2026-03-17T08:40 XYZ", "-"},
	    {"2026-03-17x", "-"},
	    {"-2026-03-17", "-"},
	};

	check_readings(arena, stamp_from_iso, readings, sizeof readings / sizeof *readings);
}

TEST_IN_ARENA(reads_rfc_5322)
{
	static const struct reading readings[] = {
	    {"Tue, 17 Mar 2026 08:40:05 +0100", "2026-03-17T08:40:05+01:00"},
	    {"17 Mar 2026 08:40 -0430", "2026-03-17T08:40:00-04:30"},
	    {"Tue, 17 Mar 2026 08:40:05 GMT", "2026-03-17T08:40:05Z"},
	    {"Tue, 17 Mar 26 8:40:05 EST", "2026-03-17T08:40:05-05:00"},
	    {"Sun, 17 Mar 96 08:40:05 PDT", "1996-03-17T08:40:05-07:00"},
	    {"17 March 2026 08:40:05 +0100 (CET (winter \\) time))", "2026-03-17T08:40:05+01:00"},
	    {"Tuesday, 17-Mar-26 08:40:05 GMT", "2026-03-17T08:40:05Z"},
	    {"Tuesday, 17-Mar-2026 08:40:05 GMT", "2026-03-17T08:40:05Z"},
	    {"Tue Mar 17 08:40:05 2026", "2026-03-17T08:40:05"},
	    {"Tue Mar 17 2026 08:40:05 GMT+0100 (Central European Standard Time)", "2026-03-17T08:40:05+01:00"},
	    {"Tue, 17 Sept. 2026", "2026-09-17"},
	    {"Mar 17, 2026 8:40 PM", "2026-03-17T20:40:00"},
	    {"Mar 17, 2026 12:05 am EST", "2026-03-17T00:05:00-05:00"},
	    {"Tue, 17 Mar 2026 08:40:05 XYZ", "2026-03-17T08:40:05"},
	    {"Tue, 17 Mar 2026 08:40:05 -0000", "2026-03-17T08:40:05Z"},
	    {"", "-"},
	    {"Tue", "-"},
	    {"Tue, 17 2026 08:40:05 +0100", "-"},
	    {"Tue, 31 Feb 2026 08:40:05 +0100", "-"},
	    {"Tue, 17 Mar 2026 25:40:05 +0100", "-"},
	    {"Tue, 17 Mar 2026 08:61:05 +0100", "-"},
	    {"Tue, 17 Mar 2026 08:40:05 +2500", "-"},
	    {"Tue, 17 Mar 2026 08:40:05 +01", "2026-03-17T08:40:05+01:00"},
	    {"Tue, 17 Mar 2026 13:40 PM", "-"},
	    {"Tue, 17 Mar 2026 0:40 PM", "-"},
	    {"Tue, 17 Mar 2026 08:40 (open", "-"},
	    {"Tue, 17 Mar 2026 2026", "-"},
	    {"Tue, 17 Mar Apr 2026", "-"},
	    {"Tue, 17 Mar 20260", "-"},
	    {"Tue, 17 Ma 2026", "-"},
	    {"yesterday", "-"},
	    {"Tue, 17 Mar 2026 08:40 +0100 +0200", "-"},
	    {"Tue, 17 Mar 2026 08:40 09:40", "-"},
	    {"99999999999999999999", "-"},
	};

	check_readings(arena, stamp_from_rfc5322, readings, sizeof readings / sizeof *readings);
}

static void test_unix_seconds_both_ways(void **state)
{
	static const int64_t seconds[] = {0,      -1,     1,          86399,        86400,
					  -86400, -86401, 1773733205, -62135596800, 253402300799};

	(void)state;
	for (size_t i = 0; i < sizeof seconds / sizeof *seconds; i++) {
		struct stamp stamp = stamp_from_unix(seconds[i]);
		assert_true(stamp.second >= 0 && stamp.second < 86400);
		assert_true(stamp_to_unix(stamp) == seconds[i]);
	}
	assert_int_equal(stamp_from_unix(-62135596801).day, NG_NO_DAY);
	assert_int_equal(stamp_from_unix(253402300800).day, NG_NO_DAY);
	assert_int_equal(stamp_from_unix(INT64_MAX).day, NG_NO_DAY);
	assert_int_equal(stamp_from_unix(INT64_MIN).day, NG_NO_DAY);
	assert_true(stamp_to_unix((struct stamp){1, -1, ZONE_NONE}) == 86400 + 43200);
	assert_true(stamp_to_unix((struct stamp){1, 0, 60}) == 86400 - 3600);
	assert_true(stamp_to_unix(STAMP_NONE) == INT64_MIN);
}

TEST_IN_ARENA(writes_what_is_known)
{
	struct buf buf = buf_new(arena, 100);

	stamp_put(&buf, STAMP_NONE);
	stamp_put_rfc5322(&buf, STAMP_NONE);
	day_put(&buf, NG_NO_DAY);
	assert_text_equal(buf_text(&buf), "");
	stamp_put_rfc5322(&buf, (struct stamp){day_of((struct civil){2026, 3, 7}), 8 * 3600 + 5, -330});
	assert_text_equal(buf_text(&buf), "Sat, 7 Mar 2026 08:00:05 -0530");
	buf_cut(&buf, 0);
	stamp_put_rfc5322(&buf, (struct stamp){0, -1, ZONE_NONE});
	assert_text_equal(buf_text(&buf), "Thu, 1 Jan 1970 12:00:00 +0000");
	buf_cut(&buf, 0);
	day_put(&buf, day_of((struct civil){7, 1, 2}));
	assert_text_equal(buf_text(&buf), "0007-01-02");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_counts_every_day_from_year_1_to_9999),
	    cmocka_unit_test(test_refuses_days_that_are_not_there),
	    cmocka_unit_test(test_iso_weeks),
	    cmocka_unit_test(reads_iso_8601),
	    cmocka_unit_test(reads_rfc_5322),
	    cmocka_unit_test(test_unix_seconds_both_ways),
	    cmocka_unit_test(writes_what_is_known),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
