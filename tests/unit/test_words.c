/* Dates, counts and marks in words. */
#include "test.h"

#include "base/date.h"
#include "render/words.h"

enum { TODAY = 20529 }; /* 2026-03-17 */

TEST_IN_ARENA(counts)
{
	assert_text_equal(words_count(arena, 0, "story", "stories"), "0 stories");
	assert_text_equal(words_count(arena, 1, "story", "stories"), "1 story");
	assert_text_equal(words_count(arena, 999, "story", "stories"), "999 stories");
	assert_text_equal(words_count(arena, 1004, "story", "stories"), "1,004 stories");
	assert_text_equal(words_count(arena, 12003004, "story", "stories"), "12,003,004 stories");
}

TEST_IN_ARENA(days)
{
	assert_text_equal(words_day(arena, TODAY), "Tuesday 17 March 2026");
	assert_text_equal(words_day(arena, day_of((struct civil){2023, 1, 1})), "Sunday 1 January 2023");
	assert_text_equal(words_date(arena, TODAY - 1, TODAY), "16 March");
	assert_text_equal(words_date(arena, day_of((struct civil){2025, 12, 31}), TODAY), "31 December 2025");
	assert_text_equal(words_date(arena, TODAY, NG_NO_DAY), "17 March 2026");
}

static struct ng_text label(struct arena *arena, enum ng_granularity granularity, struct civil civil)
{
	struct ng_event event = {.granularity = granularity, .day = day_of(civil)};

	return words_label(arena, &event, TODAY);
}

TEST_IN_ARENA(labels_say_no_more_than_is_known)
{
	assert_text_equal(label(arena, NG_DAY, (struct civil){2026, 9, 4}), "4 Sept");
	assert_text_equal(label(arena, NG_DAY, (struct civil){2025, 9, 4}), "4 Sept 2025");
	assert_text_equal(label(arena, NG_WEEK, (struct civil){2026, 3, 9}), "Week of 9 Mar");
	assert_text_equal(label(arena, NG_MONTH, (struct civil){2026, 3, 1}), "March");
	assert_text_equal(label(arena, NG_MONTH, (struct civil){2024, 3, 1}), "March 2024");
	assert_text_equal(label(arena, NG_QUARTER, (struct civil){2026, 10, 1}), "Q4");
	assert_text_equal(label(arena, NG_YEAR, (struct civil){2026, 1, 1}), "2026");
}

TEST_IN_ARENA(moments)
{
	assert_text_equal(words_moment(arena, TEXT("2026-03-16T21:10+01:00"), TODAY), "16 March, 21:10");
	assert_text_equal(words_moment(arena, TEXT("2026-03-16"), TODAY), "16 March");
	assert_text_equal(words_moment(arena, TEXT("2026-03-17T07:05Z"), TODAY), "07:05");
	assert_text_equal(words_moment(arena, TEXT("2026-03-17"), TODAY), "today");
	assert_text_equal(words_moment(arena, TEXT("2025-03-17"), TODAY), "17 March 2025");
	assert_text_equal(words_moment(arena, TEXT("2023-03-16T00:00Z"), TODAY), "16 March 2023, 00:00");
	assert_text_equal(words_moment(arena, TEXT("yesterday"), TODAY), "");
	assert_text_equal(words_moment(arena, TEXT(""), TODAY), "");
}

TEST_IN_ARENA(marks)
{
	(void)arena;
	assert_string_equal(words_marks(TEXT("de")).open, "„");
	assert_string_equal(words_marks(TEXT("DE-at")).close, "“");
	assert_string_equal(words_marks(TEXT("fr")).open, "«\xe2\x80\xaf");
	assert_string_equal(words_marks(TEXT("den")).open, "“");
	assert_string_equal(words_marks(TEXT("")).close, "”");
	assert_true(words_right_to_left(TEXT("ar-EG")));
	assert_false(words_right_to_left(TEXT("arn")));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(counts),  cmocka_unit_test(days),  cmocka_unit_test(labels_say_no_more_than_is_known),
	    cmocka_unit_test(moments), cmocka_unit_test(marks),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
