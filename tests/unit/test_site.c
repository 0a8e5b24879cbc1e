/* The folder of days: what it holds, in any order, again and again. */
#include "briefing.h"
#include "test_folder.h"

#include "base/date.h"
#include "render/site.h"
#include "render/site_days.h"

static int32_t day_number(int year, int month, int day)
{
	return day_of((struct civil){year, month, day});
}

static void write_day(struct arena *arena, const char *out, int32_t day)
{
	struct ng_briefing *briefing = day_briefing(arena);

	briefing->day = day;
	site_write(arena, out, &plain_theme, briefing, SIZE_MAX);
	site_write_mail(arena, out, &plain_theme, briefing, SIZE_MAX);
}

static struct ng_text file_of(struct arena *arena, const char *out, const char *path)
{
	return file_read(arena, arena_format(arena, "%s/%s", out, path).at, 1 << 24);
}

static const char *const files[] = {
    "index.html",
    "archive.html",
    "feed.xml",
    "rss.xml",
    "feed.json",
    "sitemap.xml",
    "2026/02/index.html",
    "2026/03/index.html",
    "2026/02/28/index.html",
    "2026/03/01/index.html",
    "2026/03/01/briefing.md",
    "2026/03/01/briefing.json",
    "2026/03/01/briefing.eml",
    "2026/03/03/index.html",
};

TEST_IN_ARENA(any_order_gives_the_same_bytes)
{
	const int32_t a = day_number(2026, 2, 28), b = day_number(2026, 3, 1), c = day_number(2026, 3, 3);
	const int32_t orders[][4] = {{a, b, c, c}, {c, b, a, a}, {b, c, a, b}};
	static const char *const folders[] = {"first", "second", "third"};

	for (size_t i = 0; i < 3; i++)
		for (size_t k = 0; k < 4; k++)
			write_day(arena, folders[i], orders[i][k]);
	for (size_t k = 0; k < sizeof files / sizeof *files; k++) {
		struct ng_text bytes = file_of(arena, "first", files[k]);
		assert_true(bytes.len > 0);
		for (size_t i = 1; i < 3; i++)
			if (!text_equal(file_of(arena, folders[i], files[k]), bytes))
				fail_msg("%s/%s differs", folders[i], files[k]);
	}
}

TEST_IN_ARENA(neighbours_know_each_other)
{
	write_day(arena, "n", day_number(2026, 3, 1));
	write_day(arena, "n", day_number(2026, 3, 5));
	assert_true(has_text(file_of(arena, "n", "2026/03/01/index.html"),
			     "href=\"../../../2026/03/05/index.html\" rel=\"next\""));
	write_day(arena, "n", day_number(2026, 3, 3));
	struct ng_text first = file_of(arena, "n", "2026/03/01/index.html"),
		       last = file_of(arena, "n", "2026/03/05/index.html");
	assert_true(has_text(first, "href=\"../../../2026/03/03/index.html\" rel=\"next\""));
	assert_false(has_text(first, "rel=\"prev\""));
	assert_true(has_text(last, "href=\"../../../2026/03/03/index.html\" rel=\"prev\""));
	assert_false(has_text(last, "rel=\"next\""));
	assert_true(has_text(file_of(arena, "n", "index.html"), "href=\"2026/03/03/index.html\" rel=\"prev\""));
	assert_true(has_text(file_of(arena, "n", "index.html"), "<time datetime=\"2026-03-05\">"));
}

TEST_IN_ARENA(the_archive_is_by_month_newest_first)
{
	write_day(arena, "a", day_number(2025, 12, 31));
	write_day(arena, "a", day_number(2026, 1, 1));
	write_day(arena, "a", day_number(2026, 1, 2));
	struct ng_text all = file_of(arena, "a", "archive.html"), month = file_of(arena, "a", "2025/12/index.html");
	size_t january = text_find(all, TEXT("January 2026"), 0), december = text_find(all, TEXT("December 2025"), 0);
	assert_true(january < december && december < all.len);
	assert_true(text_find(all, TEXT("2026/01/02/"), 0) < text_find(all, TEXT("2026/01/01/"), 0));
	assert_true(has_text(month, "Wednesday 31"));
	assert_false(has_text(month, "January 2026"));
	assert_true(has_text(file_of(arena, "a", "sitemap.xml"),
			     "<loc>https://nutgraf.localhost/2025/12/31/</loc><lastmod>2025-12-31</lastmod>"));
}

static void write_mail_too_long(void *data)
{
	struct ng_briefing *briefing = day_briefing(data);
	struct render_options options = plain_theme;

	briefing->day = day_number(2026, 3, 1);
	options.mail_bytes = 1;
	site_write_mail(data, "m", &options, briefing, SIZE_MAX);
}

TEST_IN_ARENA(a_refused_mail_leaves_no_older_one)
{
	struct ng_error error;

	write_day(arena, "m", day_number(2026, 3, 1));
	assert_int_equal(file_kind("m/2026/03/01/briefing.eml"), FILE_REGULAR);
	assert_false(arena_try(arena, write_mail_too_long, arena, &error));
	assert_int_equal(error.status, NG_BAD_INPUT);
	assert_int_equal(file_kind("m/2026/03/01/briefing.eml"), FILE_ABSENT);
}

TEST_IN_ARENA(only_days_are_days)
{
	write_day(arena, "d", day_number(2026, 3, 1));
	assert_int_equal(mkdir("d/2026/03/xx", 0777) | mkdir("d/2026/02", 0777) | mkdir("d/2026/02/30", 0777) |
			     mkdir("d/2026/03/02", 0777) | mkdir("d/2026/13", 0777) | mkdir("d/notes", 0777) |
			     mkdir("d/2026/03/003", 0777),
			 0);
	make_file("d/2026/02/30/briefing.json", TEXT("{}"));
	make_file("d/2026/03/xx/briefing.json", TEXT("{}"));
	make_file("d/2026/03/003/briefing.json", TEXT("{}"));
	make_file("d/2027", TEXT(""));
	struct site_days days = site_days_find(arena, "d");
	assert_int_equal(days.n, 1);
	assert_int_equal(days.at[0], day_number(2026, 3, 1));
	assert_int_equal(site_days_find(arena, "nowhere").n, 0);
}

static void write_again(void *data)
{
	write_day(data, "b", day_number(2026, 3, 2));
}

static void write_without_day(void *data)
{
	write_day(data, "b", NG_NO_DAY);
}

TEST_IN_ARENA(what_cannot_be_read_is_named)
{
	struct ng_error error = {0};

	write_day(arena, "b", day_number(2026, 3, 1));
	make_file("b/2026/03/01/briefing.json", TEXT("{\"nutgraf\":1,"));
	assert_false(arena_try(arena, write_again, arena, &error));
	assert_int_equal(error.status, NG_BAD_INPUT);
	assert_string_equal(error.where, "b/2026/03/01/briefing.json");
	assert_false(arena_try(arena, write_without_day, arena, &error));
	assert_int_equal(error.status, NG_BAD_INPUT);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(any_order_gives_the_same_bytes),
	    cmocka_unit_test(neighbours_know_each_other),
	    cmocka_unit_test(the_archive_is_by_month_newest_first),
	    cmocka_unit_test(only_days_are_days),
	    cmocka_unit_test(what_cannot_be_read_is_named),
	    cmocka_unit_test(a_refused_mail_leaves_no_older_one),
	};

	return cmocka_run_group_tests(tests, enter_folder, leave_folder);
}
