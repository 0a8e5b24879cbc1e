/* Days of publication in lines. */
#include "test.h"

#include "base/buf.h"
#include "clean/clean.h"
#include "clean/published.h"

static const struct resources built_in = {.built_in = resource_data};

static struct ng_text written(struct arena *arena, struct stamp stamp)
{
	struct buf buf = buf_new(arena, 64);

	if (stamp.day != NG_NO_DAY)
		stamp_put(&buf, stamp);
	return buf_text(&buf);
}

TEST_IN_ARENA(dates_of_lines)
{
	static const struct {
		const char *line, *expected;
	} cases[] = {
	    {"March 21, 2023, 7:18 AM", "2023-03-21T07:18:00"},
	    {"Published 7:07 PM EST Nov 19, 2019", "2019-11-19T19:07:00-05:00"},
	    {"18 NOV 2019", "2019-11-18"},
	    {"PUBLISHED:  10:48, Tue, Nov 19, 2019", "2019-11-19T10:48:00"},
	    {"12:30am Nov. 1st, 2019", "2019-11-01T00:30:00"},
	    {"Published Nov 19, 2019 | Updated Nov 21, 2019", "2019-11-19"},
	    {"2023-03-21", "2023-03-21"},
	    {"21.3.2023", "2023-03-21"},
	    {"3/21/2023", "2023-03-21"},
	    {"21/3/2023", "2023-03-21"},
	    {"4/4/2023", "2023-04-04"},
	    {"Stand: 21. M\xc3\xa4rz 2023", "2023-03-21"},
	    {"publi\xc3\xa9 le 21 mars 2023", "2023-03-21"},
	    {"21 de marzo de 2023", "2023-03-21"},
	    {"21 \xd0\xbc\xd0\xb0\xd1\x80\xd1\x82\xd0\xb0 2023", "2023-03-21"},
	    {"2023\xe5\xb9\xb4"
	     "3\xe6\x9c\x88"
	     "21\xe6\x97\xa5",
	     "2023-03-21"},
	    {"ng\xc3\xa0y 21 th\xc3\xa1ng 3 n\xc4\x83m 2023", "2023-03-21"},
	    /* none */
	    {"3/4/2023", ""},
	    {"March 21", ""},
	    {"March 2023", ""},
	    {"February 30, 2023", ""},
	    {"10:48", ""},
	    {"", ""},
	};
	struct lexicon lexicon = lexicon_load(arena, &built_in);

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct stamp stamp;
		bool found = published_date(&lexicon, text_of(cases[i].line), &stamp);
		assert_text(written(arena, stamp), text_of(cases[i].expected), __FILE__, (int)i);
		assert_int_equal(found, cases[i].expected[0] != '\0');
	}
}

#define PROSE "The ferry to Orlen ran again on Tuesday after nine days in the yard, the harbour office said.\n"

TEST_IN_ARENA(lines_that_say_it)
{
	static const struct {
		const char *text, *expected;
	} cases[] = {
	    {"Ferry runs\nMarch 21, 2023\n" PROSE, "2023-03-21"},
	    {"Ferry runs\nBy Marla Quint - 11/18/19 11:04 PM EST, Nov 18, 2019\n" PROSE, "2019-11-18T23:04:00-05:00"},
	    {PROSE "First published: March 21, 2023\n", "2023-03-21"},
	    /* a day the article tells of, a picture's, a copyright's, another article's */
	    {PROSE "The storm of March 12, 2023\n" PROSE, ""},
	    {"The storm of March 12, 2023\n" PROSE, ""},
	    {"File photo of March 12, 2022: the ferry\n" PROSE, ""},
	    {PROSE "Related: Ferry fails, March 12, 2023\n", ""},
	    {PROSE, ""},
	};
	const struct clean_tables *tables = clean_tables_load(arena, &built_in);

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct article article = {
		    .text = text_of(cases[i].text), .published = STAMP_NONE, .file_day = NG_NO_DAY};
		clean_article(arena, tables, &article, TEXT(""));
		assert_text(written(arena, article.published), text_of(cases[i].expected), __FILE__, (int)i);
		assert_int_equal(article.published_from, cases[i].expected[0] ? FROM_TEXT : FROM_NOWHERE);
	}
}

TEST_IN_ARENA(what_is_known_stays)
{
	const struct clean_tables *tables = clean_tables_load(arena, &built_in);
	struct ng_text text = TEXT("March 21, 2023\n" PROSE);
	int32_t day = day_of((struct civil){2023, 3, 21});
	struct article article = {.text = text, .published = {day + 5, -1, ZONE_NONE}, .published_from = FROM_META};

	article.file_day = NG_NO_DAY;
	clean_article(arena, tables, &article, TEXT(""));
	assert_int_equal(article.published.day, day + 5);
	assert_int_equal(article.published_from, FROM_META);
	article = (struct article){.text = text, .published = STAMP_NONE, .file_day = day - 1};
	clean_article(arena, tables, &article, TEXT("")); /* the file was there before */
	assert_int_equal(article.published.day, NG_NO_DAY);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(dates_of_lines),
	    cmocka_unit_test(lines_that_say_it),
	    cmocka_unit_test(what_is_known_stays),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
