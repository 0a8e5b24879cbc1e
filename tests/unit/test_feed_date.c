/* Dates as feeds have them: the standards', with every zone's name, and what is written instead. */
#include "test.h"

#include "read/feed_date.h"

static struct ng_text read_as(struct arena *arena, const char *text)
{
	struct stamp stamp;
	struct buf buf = buf_new(arena, 64);

	if (!feed_date(arena, text_of(text), &stamp))
		return TEXT("-");
	stamp_put(&buf, stamp);
	return buf_text(&buf);
}

static void check(struct arena *arena, const char *const (*cases)[2], size_t n)
{
	for (size_t i = 0; i < n; i++)
		assert_text(read_as(arena, cases[i][0]), text_of(cases[i][1]), cases[i][0], (int)i);
}

TEST_IN_ARENA(reads_the_standards)
{
	static const char *const cases[][2] = {
	    {"2026-03-17T08:40:00Z", "2026-03-17T08:40:00Z"},
	    {"2026-03-17t08:40:00.25+01:00", "2026-03-17T08:40:00+01:00"},
	    {"2026-03-17", "2026-03-17"},
	    {"Tue, 17 Mar 2026 08:40:00 GMT", "2026-03-17T08:40:00Z"},
	    {"17 Mar 26 08:40 EST", "2026-03-17T08:40:00-05:00"},
	    {"Tue(so they say), 17(th) Mar(ch) 2026 08:40:00 +0000 (a (b) c)", "2026-03-17T08:40:00Z"},
	    {"\n  Tue,\n 17 Mar\t2026 08:40:00 -0234\n", "2026-03-17T08:40:00-02:34"},
	};

	check(arena, cases, sizeof cases / sizeof *cases);
}

TEST_IN_ARENA(knows_zones_by_name)
{
	static const char *const cases[][2] = {
	    {"Tue, 17 Mar 2026 08:40:00 AEST", "2026-03-17T08:40:00+10:00"},
	    {"Tue, 17 Mar 2026 08:40:00 IST", "2026-03-17T08:40:00+05:30"},
	    {"Tue, 17 Mar 2026 08:40:00 NZDT", "2026-03-17T08:40:00+13:00"},
	    {"Tue, 17 Mar 2026 08:40:00 HST", "2026-03-17T08:40:00-10:00"},
	    {"Tue, 17 Mar 2026 08:40:00 MESZ", "2026-03-17T08:40:00+02:00"},
	    {"Tue, 17 Mar 2026 08:40:00 A", "2026-03-17T08:40:00"},
	    {"Tue, 17 Mar 2026 08:40:00 XYZ", "2026-03-17T08:40:00"},
	};

	check(arena, cases, sizeof cases / sizeof *cases);
}

TEST_IN_ARENA(mends_broken_dates)
{
	static const char *const cases[][2] = {
	    {"2026-03-17 T 08:40:00-05:00", "2026-03-17T08:40:00-05:00"},
	    {"2026-03-17 08:40:00 +01:00", "2026-03-17T08:40:00+01:00"},
	    {"2026-3-7 8:40", "2026-03-07T08:40:00"},
	    {"2026/03/17 08:40:00", "2026-03-17T08:40:00"},
	    {"17.03.2026", "2026-03-17"},
	    {"17.3.2026, 08:40", "2026-03-17T08:40:00"},
	    {"03/17/2026", "2026-03-17"},
	    {"17/03/2026 08:40", "2026-03-17T08:40:00"},
	    {"5/5/2026", "2026-05-05"},
	    {"1773736800", "2026-03-17T08:40:00Z"},
	    {"1773736800000", "2026-03-17T08:40:00Z"},
	    {"Tuesday, March 17, 2026 8:40 PM", "2026-03-17T20:40:00"},
	    {"mardi., 17 Mar 2026 08:40:00 +0100", "2026-03-17T08:40:00+01:00"},
	    {"2026-03-17T25:10:00Z", "2026-03-17"},
	    {"Tue, 17 Mar 2026 25:10:00 +0000", "2026-03-17"},
	    {"Tue, 17 Mar 2026 08:40:00 +0100 (updated)", "2026-03-17T08:40:00+01:00"},
	};

	check(arena, cases, sizeof cases / sizeof *cases);
}

TEST_IN_ARENA(refuses_what_is_no_day)
{
	static const char *const cases[] = {
	    "",           "yesterday", "2026",  "2026-03",     "2026-02-30",     "31 Jun 2026 10:00:00 GMT",
	    "4/5/2026",   "4-5-2026",  "20260", "17773736800", "99999999999999", "0000-00-00T00:00:00Z",
	    "32.13.2026",
	};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		assert_text(read_as(arena, cases[i]), TEXT("-"), cases[i], (int)i);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(reads_the_standards),
	    cmocka_unit_test(knows_zones_by_name),
	    cmocka_unit_test(mends_broken_dates),
	    cmocka_unit_test(refuses_what_is_no_day),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
