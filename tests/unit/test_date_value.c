/* Values: how each kind is written, its first day and granularity, and steps over month ends and years. */
#include "test.h"

#include "base/date.h"
#include "language/date_value.h"

static int32_t day(int year, int month, int of_month)
{
	return day_of((struct civil){year, month, of_month});
}

static void assert_written(struct date_value value, const char *expected, int32_t first,
			   enum ng_granularity granularity)
{
	struct date date = {0};
	date_value_write(&value, &date);
	assert_string_equal(date.value, expected);
	assert_int_equal(date.day, first);
	assert_int_equal(date.granularity, granularity);
}

static void writes_each_kind(void **state)
{
	int32_t tuesday = day(2023, 3, 21);
	(void)state;
	assert_written(date_value_day(tuesday), "2023-03-21", tuesday, NG_DAY);
	assert_written(date_value_unit(UNIT_WEEK, 0, tuesday), "2023-W12", day(2023, 3, 20), NG_WEEK);
	assert_written(date_value_unit(UNIT_WEEKEND, 0, tuesday), "2023-W12-WE", day(2023, 3, 25), NG_WEEK);
	assert_written(date_value_unit(UNIT_MONTH, -1, tuesday), "2023-02", day(2023, 2, 1), NG_MONTH);
	assert_written(date_value_unit(UNIT_QUARTER, -1, tuesday), "2022-Q4", day(2022, 10, 1), NG_QUARTER);
	assert_written(date_value_unit(UNIT_HALF, 1, tuesday), "2023-H2", day(2023, 7, 1), NG_QUARTER);
	assert_written(date_value_unit(UNIT_YEAR, -200, tuesday), "1823", day(1823, 1, 1), NG_YEAR);
	assert_written(date_value_unit(UNIT_DECADE, -1, tuesday), "201", day(2010, 1, 1), NG_YEAR);
	assert_written(date_value_unit(UNIT_CENTURY, -1, tuesday), "19", day(1900, 1, 1), NG_YEAR);
	assert_written(date_value_text(DATE_DATE, "PAST_REF"), "PAST_REF", NG_NO_DAY, NG_DAY);
}

static void writes_times(void **state)
{
	struct date_value value = date_value_day(day(2023, 3, 21));
	(void)state;
	value.part = TEXT("NI");
	assert_written(value, "2023-03-21TNI", value.day, NG_DAY);
	value.hour = 8;
	assert_written(value, "2023-03-21T08", value.day, NG_DAY);
	value.minute = 5;
	assert_written(value, "2023-03-21T08:05", value.day, NG_DAY);
	value.second = 0;
	assert_written(value, "2023-03-21T08:05:00", value.day, NG_DAY);
	value.kind = KIND_CLOCK;
	assert_written(value, "T08:05:00", NG_NO_DAY, NG_DAY);
}

static void weeks_cross_years(void **state)
{
	(void)state;
	assert_written(date_value_unit(UNIT_WEEK, 0, day(2021, 1, 3)), "2020-W53", day(2020, 12, 28), NG_WEEK);
	assert_written(date_value_unit(UNIT_WEEK, 1, day(2021, 1, 3)), "2021-W01", day(2021, 1, 4), NG_WEEK);
	assert_written(date_value_unit(UNIT_FORTNIGHT, -1, day(2020, 1, 6)), "2019-W52", day(2019, 12, 23), NG_WEEK);
}

static void months_end_where_they_end(void **state)
{
	(void)state;
	assert_int_equal(date_months_on(day(2023, 3, 31), -1), day(2023, 2, 28));
	assert_int_equal(date_months_on(day(2024, 3, 31), -1), day(2024, 2, 29));
	assert_int_equal(date_months_on(day(2024, 2, 29), 12), day(2025, 2, 28));
	assert_int_equal(date_months_on(day(2023, 12, 31), 2), day(2024, 2, 29));
	assert_int_equal(date_months_on(day(2023, 1, 15), -13), day(2021, 12, 15));
}

static void years_out_of_range_have_no_day(void **state)
{
	struct date_value value = date_value_year(12000);
	(void)state;
	assert_int_equal(date_value_first(&value), NG_NO_DAY);
	assert_written(value, "", NG_NO_DAY, NG_DAY);
	value = date_value_unit(UNIT_YEAR, -3000, day(2023, 1, 1));
	assert_int_equal(date_value_first(&value), NG_NO_DAY);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(writes_each_kind), cmocka_unit_test(writes_times), cmocka_unit_test(weeks_cross_years),
	    cmocka_unit_test(months_end_where_they_end), cmocka_unit_test(years_out_of_range_have_no_day)};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
