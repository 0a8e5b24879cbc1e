/* Days in text, in the forms and languages pages have them. */
#include "test.h"

#include "read/written_date.h"

static struct ng_text found_in(struct arena *arena, const char *text, bool day_first)
{
	struct buf buf = buf_new(arena, 256);
	struct stamp stamp;
	size_t from = 0;

	if (written_date(text_of(text), day_first, &from, &stamp))
		stamp_put(&buf, stamp);
	return buf_text(&buf);
}

TEST_IN_ARENA(forms)
{
	static const struct {
		const char *text, *day;
		bool month_first;
	} cases[] = {
	    {"2026-03-17", "2026-03-17", false},
	    {"Updated 2026/3/7.", "2026-03-07", false},
	    {"20260317", "2026-03-17", false},
	    {"on 20260317084000 x", "2026-03-17", false},
	    {"2026\xe5\xb9\xb4"
	     "3\xe6\x9c\x88"
	     "17\xe6\x97\xa5",
	     "2026-03-17", false},
	    {"2026\xeb\x85\x84 3\xec\x9b\x94 17\xec\x9d\xbc", "2026-03-17", false},
	    {"17.3.2026", "2026-03-17", false},
	    {"17. 3. 2026", "2026-03-17", false},
	    {"4/3/2026", "2026-03-04", false},
	    {"4/3/2026", "2026-04-03", true},
	    {"4.3.2026", "2026-03-04", true},
	    {"4/17/26", "2026-04-17", false},
	    {"17 March 2026", "2026-03-17", false},
	    {"17th of March, 2026", "2026-03-17", false},
	    {"Tuesday, March 17th, 2026", "2026-03-17", true},
	    {"Mar. 17, 2026", "2026-03-17", false},
	    {"17-Mar-26", "2026-03-17", false},
	    {"17. M\xc3\xa4rz 2026", "2026-03-17", false},
	    {"1er ao\xc3\xbbt 2026", "2026-08-01", false},
	    {"17 de marzo de 2026", "2026-03-17", false},
	    {"17 \xd0\xbc\xd0\xb0\xd1\x80\xd1\x82\xd0\xb0 2026", "2026-03-17", false},
	    {"17 \xd9\x85\xd8\xa7\xd8\xb1\xd8\xb3 2026", "2026-03-17", false},
	    {"31 February 2026, then 1 March 2026", "2026-03-01", false},
	    {"2026-03-17T08:40:10Z", "2026-03-17T08:40:10Z", false},
	    {"2026-03-17 08:40 +01:00", "2026-03-17T08:40:00+01:00", false},
	    {"March 17, 2026 at 8:40 p.m. EDT", "2026-03-17T20:40:00-04:00", false},
	    {"March 17, 2026, 12:05 am", "2026-03-17T00:05:00", false},
	    {"17.03.2026 - 8.40 Uhr", "2026-03-17T08:40:00", false},
	    {"8:40, 17 March 2026", "2026-03-17T08:40:00", false},
	    {"17 March 2026 8:40 GMT+2", "2026-03-17T08:40:00+02:00", false},
	    {"17 March 2026 at 25:10", "2026-03-17", false},
	    {"March 2026", "", false},
	    {"17 March", "", false},
	    {"1.2.3.2026", "", false},
	    {"call 555-17-2026", "", false},
	    {"17 Marchers 2026", "", false},
	    {"1877-03-17", "", false},
	    {"120260317", "", false},
	    {"", "", false},
	};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct ng_text day = found_in(arena, cases[i].text, !cases[i].month_first);
		if (!text_starts(day, text_of(cases[i].day)) || (cases[i].day[0] == '\0' && day.len))
			fail_msg("%s: got \"%.*s\", expected %s", cases[i].text, TEXT_ARGS(day), cases[i].day);
	}
}

TEST_IN_ARENA(one_after_the_other)
{
	struct ng_text text = TEXT("Published 17 March 2026, updated 18 March 2026");
	struct stamp first, second, third;
	size_t from = 0;

	(void)arena;
	assert_true(written_date(text, true, &from, &first));
	assert_true(written_date(text, true, &from, &second));
	assert_int_equal(second.day, first.day + 1);
	assert_false(written_date(text, true, &from, &third));
	assert_int_equal(from, text.len);
}

TEST_IN_ARENA(hostile)
{
	static const char *const parts[] = {"1",     "1.",          "1-",  "2026-",    "March ",
					    "1 de ", "2026-03-17 ", "17 ", "\xd9\x85", "a"};
	struct buf buf = buf_new(arena, 1 << 24);
	struct stamp stamp;

	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
		buf_cut(&buf, 0);
		for (int n = 0; n < 200000; n++)
			buf_puts(&buf, parts[i]);
		for (size_t from = 0; from < buf.len;)
			written_date(buf_text(&buf), true, &from, &stamp);
	}
}

TEST_IN_ARENA(months)
{
	(void)arena;
	assert_int_equal(written_month(TEXT("january")), 1);
	assert_int_equal(written_month(TEXT("d\xc3\xa9"
					    "cembre")),
			 12);
	assert_int_equal(written_month(TEXT("jan feb")), 0);
	assert_int_equal(written_month(TEXT("")), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(forms),
	    cmocka_unit_test(one_after_the_other),
	    cmocka_unit_test(hostile),
	    cmocka_unit_test(months),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
