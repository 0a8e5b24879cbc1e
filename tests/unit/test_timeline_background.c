/* Background: a month or year that two documents write out, before the first day told. */
#include "test.h"

#include "base/date.h"
#include "story.h"
#include "story/timeline_background.h"

static int32_t day(int year, int month, int of_month)
{
	return day_of((struct civil){year, month, of_month});
}

static void put_date(struct arena *arena, struct document *document, uint32_t sentence, const char *value,
		     int32_t first, enum ng_granularity granularity, bool relative)
{
	struct date *dates = arena_array(arena, document->n_dates + 1, struct date);
	for (size_t i = 0; i < document->n_dates; i++)
		dates[i] = document->dates[i];
	struct date *date = &dates[document->n_dates++];
	*date = (struct date){.sentence = sentence, .day = first, .granularity = granularity, .relative = relative};
	snprintf(date->value, sizeof date->value, "%s", value);
	document->dates = dates;
}

static const char *const mill[] = {"The mill burned down.", "It was built by monks.", "Nobody was hurt."};

struct pair {
	struct document at[2];
};

static struct pair two(struct arena *arena)
{
	return (struct pair){{test_document(arena, "", mill, 3), test_document(arena, "", mill, 3)}};
}

static bool find(struct arena *arena, struct pair *pair, int32_t before, struct background *background)
{
	return background_find(arena, pair->at, rows_collect(arena, pair->at, 2, 100), before, background);
}

TEST_IN_ARENA(needs_two_documents)
{
	struct pair pair = two(arena);
	struct background background;
	put_date(arena, &pair.at[0], 0, "1904", day(1904, 1, 1), NG_YEAR, false);
	put_date(arena, &pair.at[0], 1, "1904", day(1904, 1, 1), NG_YEAR, false);
	assert_false(find(arena, &pair, day(2020, 1, 1), &background));
	put_date(arena, &pair.at[1], 1, "1904", day(1904, 1, 1), NG_YEAR, false);
	assert_true(find(arena, &pair, day(2020, 1, 1), &background));
	assert_string_equal(background.value, "1904");
	assert_int_equal(background.granularity, NG_YEAR);
	assert_int_equal(background.n, 3);
	assert_false(find(arena, &pair, day(1904, 12, 31), &background));
}

TEST_IN_ARENA(leaves_out_what_is_counted_from_today_and_spans)
{
	static const char *const values[] = {"2019", "190", "2018-SP", "2019-W12"};
	for (size_t i = 0; i < 4; i++) {
		struct pair pair = two(arena);
		struct background background;
		enum ng_granularity granularity = i < 2 ? NG_YEAR : i == 2 ? NG_QUARTER : NG_WEEK;
		put_date(arena, &pair.at[0], 0, values[i], day(1990, 1, 1), granularity, i == 0);
		put_date(arena, &pair.at[1], 0, values[i], day(1990, 1, 1), granularity, i == 0);
		assert_false(find(arena, &pair, day(2020, 1, 1), &background));
	}
}

TEST_IN_ARENA(a_sentence_with_a_day_is_no_background)
{
	struct pair pair = two(arena);
	struct background background;
	put_date(arena, &pair.at[0], 0, "1904", day(1904, 1, 1), NG_YEAR, false);
	put_date(arena, &pair.at[1], 0, "1904", day(1904, 1, 1), NG_YEAR, false);
	put_date(arena, &pair.at[1], 0, "2020-01-02", day(2020, 1, 2), NG_DAY, false);
	assert_false(find(arena, &pair, day(2020, 1, 1), &background));
}

TEST_IN_ARENA(the_most_named_wins_then_the_latest)
{
	struct pair pair = two(arena);
	struct background background;
	for (int i = 0; i < 2; i++) {
		put_date(arena, &pair.at[i], 0, "1904-06", day(1904, 6, 1), NG_MONTH, false);
		put_date(arena, &pair.at[i], 1, "1950-03", day(1950, 3, 1), NG_MONTH, false);
	}
	assert_true(find(arena, &pair, day(2020, 1, 1), &background));
	assert_string_equal(background.value, "1950-03");
	assert_int_equal(background.day, day(1950, 3, 1));
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(needs_two_documents),
					   cmocka_unit_test(leaves_out_what_is_counted_from_today_and_spans),
					   cmocka_unit_test(a_sentence_with_a_day_is_no_background),
					   cmocka_unit_test(the_most_named_wins_then_the_latest)};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
