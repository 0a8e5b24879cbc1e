/* Timelines of told stories, and the articles they stand in. */
#include "test_folder.h"

#include "archive/archive.h"
#include "archive/gist.h"

static struct entry entry(const char *date, int32_t day, const char *article, const char *text)
{
	return (struct entry){
	    .event = {.date = text_of(date),
		      .day = day,
		      .granularity = NG_MONTH,
		      .item = {.text = TEXT("It was so."), .score = .1, .origin = {9, 3, 13}}},
	    .article = {.id = text_of(article), .site = TEXT("Orlen Times"), .title = TEXT("So it was"), .day = day},
	    .text = text_of(text),
	};
}

static void put(struct arena *arena, const char *path, int32_t day, const char *story, struct entry *entries, size_t n)
{
	struct archive *archive = archive_open(arena, path, ARCHIVE_WRITE);
	struct telling one = {.id = text_of(story), .day = day, .first = day, .entries = entries, .n_entries = n};

	one.gist = arena_new_of(arena, struct gist);
	archive_put(archive, day, &(struct tellings){&one, 1, 1});
	archive_commit(archive);
	archive_close(archive);
}

static size_t count_articles;

static void count(void *user, struct ng_text title, struct ng_text text)
{
	assert_text_equal(title, "So it was");
	assert_true(text_equal(text, *(const struct ng_text *)user));
	count_articles++;
}

static size_t articles(struct arena *arena, const char *path, const char *id, const char *text)
{
	struct archive *archive = archive_open(arena, path, ARCHIVE_READ);
	struct ng_text expected = text_of(text);

	count_articles = 0;
	archive_articles(arena, archive, text_of(id), count, &expected);
	archive_close(archive);
	return count_articles;
}

static struct entries timeline(struct arena *arena, const char *path, const char *story, int32_t day)
{
	struct archive *archive = archive_open(arena, path, ARCHIVE_READ);
	struct entries entries = archive_timeline(arena, archive, text_of(story), day);

	archive_close(archive);
	return entries;
}

TEST_IN_ARENA(entries_come_back)
{
	struct entry first[] = {entry("1970-04", 90, "x", "So. It was so."),
				entry("1970-05", 120, "x", "So. It was so.")};
	struct entry second[] = {entry("1970-06", 101, "y", "Yes: It was so.")};

	put(arena, "back", 100, "a", first, 2);
	put(arena, "back", 101, "a", second, 1);
	struct entries entries = timeline(arena, "back", "a", 102);
	assert_int_equal(entries.n, 3);
	assert_text_equal(entries.at[0].event.date, "1970-04");
	assert_int_equal(entries.at[0].event.granularity, NG_MONTH);
	assert_int_equal(entries.at[0].event.day, 90);
	assert_false(entries.at[0].event.ahead);
	assert_text_equal(entries.at[0].event.item.text, "It was so.");
	assert_true(entries.at[0].event.item.score == .1);
	assert_int_equal(entries.at[0].event.item.origin.start, 3);
	assert_int_equal(entries.at[0].event.item.origin.end, 13);
	assert_text_equal(entries.at[0].article.id, "x");
	assert_text_equal(entries.at[0].article.site, "Orlen Times");
	assert_int_equal(entries.at[0].article.day, 90);
	assert_true(entries.at[1].event.ahead);
	assert_text_equal(entries.at[2].event.date, "1970-06");
	assert_int_equal(timeline(arena, "back", "a", 101).n, 2);
	assert_int_equal(timeline(arena, "back", "a", 100).n, 0);
	assert_int_equal(timeline(arena, "back", "b", 102).n, 0);
}

/* One article of two entries is kept once; another text under its id is another one. */
TEST_IN_ARENA(articles_are_kept_once)
{
	struct entry two[] = {entry("1970-04", 90, "x", "So. It was so."),
			      entry("1970-05", 120, "x", "So. It was so.")};
	struct entry same[] = {entry("1970-06", 121, "x", "So. It was so.")};

	put(arena, "once", 100, "a", two, 2);
	put(arena, "once", 101, "a", same, 1);
	assert_int_equal(articles(arena, "once", "x", "So. It was so."), 1);
	assert_int_equal(articles(arena, "once", "y", ""), 0);
}

TEST_IN_ARENA(what_is_forgotten_is_gone)
{
	struct entry first[] = {entry("1970-04", 90, "x", "So. It was so.")};
	struct entry second[] = {entry("1970-06", 101, "y", "So. It was so.")};

	put(arena, "gone", 100, "a", first, 1);
	put(arena, "gone", 101, "a", second, 1);
	put(arena, "gone", 101, "a", NULL, 0); /* told again without it */
	assert_int_equal(timeline(arena, "gone", "a", 102).n, 1);
	assert_int_equal(articles(arena, "gone", "y", ""), 0);
	assert_int_equal(articles(arena, "gone", "x", "So. It was so."), 1);
	struct archive *archive = archive_open(arena, "gone", ARCHIVE_WRITE);
	archive_forget(archive, 100);
	archive_commit(archive);
	archive_close(archive);
	assert_int_equal(timeline(arena, "gone", "a", 102).n, 0);
	assert_int_equal(articles(arena, "gone", "x", ""), 0);
}

TEST_IN_ARENA(old_ones_go)
{
	struct entry first[] = {entry("1970-04", 90, "x", "So. It was so.")};

	put(arena, "old", 0, "a", first, 1);
	for (int32_t day = 1; day < 60; day++)
		put(arena, "old", day, "a", NULL, 0);
	assert_int_equal(timeline(arena, "old", "a", 100).n, 1);
	put(arena, "old", 60, "a", NULL, 0);
	assert_int_equal(timeline(arena, "old", "a", 100).n, 0);
	assert_int_equal(articles(arena, "old", "x", ""), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(entries_come_back),
	    cmocka_unit_test(articles_are_kept_once),
	    cmocka_unit_test(what_is_forgotten_is_gone),
	    cmocka_unit_test(old_ones_go),
	};

	return cmocka_run_group_tests_name("archive_timeline", tests, enter_folder, leave_folder);
}
