/* The state file. */
#include "test_folder.h"

#include "archive/archive.h"
#include "archive/gist.h"
#include "base/file.h"

#include <sqlite3.h>

static struct telling telling(struct arena *arena, const char *id, int32_t first, uint32_t stem)
{
	struct gist *gist = arena_new_of(arena, struct gist);

	gist->stems = arena_new_of(arena, uint32_t);
	*gist->stems = stem;
	gist->n_stems = 1;
	return (struct telling){.id = text_of(id), .headline = text_of("A headline"), .first = first, .gist = gist};
}

static void put_day(struct arena *arena, const char *path, int32_t day, struct telling *at, size_t n)
{
	struct archive *archive = archive_open(arena, path, ARCHIVE_WRITE);

	archive_put(archive, day, &(struct tellings){at, n, n});
	archive_commit(archive);
	archive_close(archive);
}

static struct tellings past_of(struct arena *arena, const char *path, int32_t day, int32_t days)
{
	struct archive *archive = archive_open(arena, path, ARCHIVE_READ);
	struct tellings past = archive_past(arena, archive, day, days);

	archive_close(archive);
	return past;
}

TEST_IN_ARENA(days_and_their_stories)
{
	struct telling first[] = {telling(arena, "b", 100, 1), telling(arena, "a", 100, 2)};
	struct telling second[] = {telling(arena, "a", 100, 3)};

	first[0].kin = TEXT("c d");
	put_day(arena, "days", 100, first, 2);
	put_day(arena, "days", 101, second, 1);
	struct tellings past = past_of(arena, "days", 102, 14);
	assert_int_equal(past.n, 3);
	assert_text_equal(past.at[0].id, "a");
	assert_int_equal(past.at[0].day, 100);
	assert_int_equal(past.at[0].first, 100);
	assert_int_equal(past.at[0].gist->stems[0], 2);
	assert_text_equal(past.at[1].id, "a");
	assert_int_equal(past.at[1].day, 101);
	assert_int_equal(past.at[1].gist->stems[0], 3);
	assert_text_equal(past.at[2].id, "b");
	assert_text_equal(past.at[2].headline, "A headline");
	assert_text_equal(past.at[2].kin, "c d");
	assert_int_equal(past_of(arena, "days", 101, 14).n, 2);
	assert_int_equal(past_of(arena, "days", 100, 14).n, 0);
	assert_int_equal(past_of(arena, "days", 115, 14).n, 1);
	assert_int_equal(past_of(arena, "days", 116, 14).n, 0);
}

TEST_IN_ARENA(a_day_put_again_is_the_same_day)
{
	struct telling two[] = {telling(arena, "b", 100, 1), telling(arena, "a", 100, 2)};

	put_day(arena, "again", 100, two, 2);
	put_day(arena, "again", 100, two, 1);
	struct archive *archive = archive_open(arena, "again", ARCHIVE_READ);
	struct tellings history = archive_history(arena, archive, TEXT(""));
	assert_int_equal(history.n, 1);
	assert_text_equal(history.at[0].id, "b");
	archive_close(archive);
}

TEST_IN_ARENA(a_day_is_forgotten)
{
	struct telling one[] = {telling(arena, "a", 100, 1)};

	put_day(arena, "forget", 100, one, 1);
	put_day(arena, "forget", 101, one, 1);
	struct archive *archive = archive_open(arena, "forget", ARCHIVE_WRITE);
	assert_true(archive_forget(archive, 101));
	assert_false(archive_forget(archive, 101));
	archive_commit(archive);
	assert_int_equal(archive_history(arena, archive, TEXT("a")).n, 1);
	assert_int_equal(archive_history(arena, archive, TEXT("x")).n, 0);
	archive_close(archive);
}

TEST_IN_ARENA(what_is_not_committed_is_undone)
{
	struct telling one[] = {telling(arena, "a", 100, 1)};
	struct archive *archive = archive_open(arena, "undo", ARCHIVE_WRITE);

	archive_commit(archive);
	archive_close(archive);
	archive = archive_open(arena, "undo", ARCHIVE_WRITE);
	archive_put(archive, 100, &(struct tellings){one, 1, 1});
	archive_close(archive);
	assert_int_equal(past_of(arena, "undo", 101, 14).n, 0);
}

TEST_IN_ARENA(old_gists_go_headlines_stay)
{
	struct telling one[] = {telling(arena, "a", 0, 1)};

	for (int32_t day = 0; day < 61; day++)
		put_day(arena, "old", day, one, 1);
	assert_int_equal(past_of(arena, "old", 1000, 1000).n, 60);
	struct archive *archive = archive_open(arena, "old", ARCHIVE_READ);
	assert_int_equal(archive_history(arena, archive, TEXT("a")).n, 61);
	archive_close(archive);
}

/* A night with a wrong clock makes no other day old. */
TEST_IN_ARENA(a_day_far_ahead)
{
	struct telling one[] = {telling(arena, "a", 100, 1)};

	put_day(arena, "ahead", 100, one, 1);
	put_day(arena, "ahead", 30000, one, 1);
	put_day(arena, "ahead", 101, one, 1);
	assert_int_equal(past_of(arena, "ahead", 102, 14).n, 2);
}

struct opening {
	struct arena *arena;
	const char *path;
	enum archive_mode mode;
};

static void open_it(void *data)
{
	struct opening *opening = data;

	archive_open(opening->arena, opening->path, opening->mode);
}

static enum ng_status refusal(struct arena *arena, const char *path, enum archive_mode mode)
{
	struct opening opening = {arena, path, mode};
	struct ng_error error;

	if (arena_try(arena, open_it, &opening, &error))
		return NG_OK;
	assert_string_equal(error.where, path);
	return error.status;
}

/* Neither is touched, byte for byte. */
TEST_IN_ARENA(damaged_and_foreign_files_are_left_alone)
{
	make_file("text",
		  TEXT("This is no database, but it is long enough to be looked at as one by a careless reader."));
	assert_int_equal(refusal(arena, "text", ARCHIVE_WRITE), NG_CONFIG);
	assert_int_equal(refusal(arena, "text", ARCHIVE_READ), NG_CONFIG);
	assert_text_equal(text_slice(file_read(arena, "text", 1000), 0, 7), "This is");
	assert_int_equal(system("sqlite3 other 'CREATE TABLE x (y)' 2>/dev/null || cp text other"), 0);
	struct ng_text before = file_read(arena, "other", 100000);
	assert_int_equal(refusal(arena, "other", ARCHIVE_WRITE), NG_CONFIG);
	assert_true(text_equal(file_read(arena, "other", 100000), before));
	assert_int_equal(refusal(arena, "absent", ARCHIVE_READ), NG_NO_INPUT);
	assert_int_equal(refusal(arena, "absent", ARCHIVE_CHANGE), NG_NO_INPUT);
	assert_int_equal(file_kind("absent"), FILE_ABSENT);
	assert_int_equal(refusal(arena, "no/folder/state", ARCHIVE_WRITE), NG_CANNOT_CREATE);
}

static void newer_layout(struct arena *arena)
{
	struct ng_text bytes = file_read(arena, "newer", 1000000);
	char *copy = arena_string(arena, TEXT(""));

	copy = arena_alloc(arena, bytes.len, 1);
	memcpy(copy, bytes.at, bytes.len);
	copy[63] = 99; /* user_version, bytes 60 to 63 of the header */
	make_file("newer", (struct ng_text){copy, bytes.len});
}

TEST_IN_ARENA(a_newer_file_is_refused)
{
	put_day(arena, "newer", 100, NULL, 0);
	newer_layout(arena);
	assert_int_equal(refusal(arena, "newer", ARCHIVE_WRITE), NG_CONFIG);
}

/* A file as the first layout had it is brought up to date, whoever opens it, and nothing is lost. */
static void make_first_layout(struct arena *arena, const char *path)
{
	struct telling one = telling(arena, "a", 100, 7);
	struct ng_text bytes = gist_pack(arena, one.gist);
	sqlite3 *database;
	sqlite3_stmt *statement;

	assert_int_equal(sqlite3_open(path, &database), SQLITE_OK);
	assert_int_equal(
	    sqlite3_exec(database,
			 "PRAGMA application_id = 1853191271; PRAGMA user_version = 1;"
			 "CREATE TABLE story (id TEXT PRIMARY KEY, first INTEGER NOT NULL) WITHOUT ROWID;"
			 "CREATE TABLE telling (day INTEGER NOT NULL, story TEXT NOT NULL REFERENCES story, place "
			 "INTEGER NOT NULL, headline TEXT NOT NULL, gist BLOB, PRIMARY KEY (day, story)) WITHOUT "
			 "ROWID;"
			 "CREATE INDEX telling_story ON telling (story, day);"
			 "INSERT INTO story VALUES ('a', 99);"
			 "INSERT INTO telling VALUES (99, 'a', 0, 'Long ago', NULL);",
			 NULL, NULL, NULL),
	    SQLITE_OK);
	assert_int_equal(sqlite3_prepare_v2(database, "INSERT INTO telling VALUES (100, 'a', 0, 'Headline', ?)", -1,
					    &statement, NULL),
			 SQLITE_OK);
	sqlite3_bind_blob64(statement, 1, bytes.at, bytes.len, SQLITE_STATIC);
	assert_int_equal(sqlite3_step(statement), SQLITE_DONE);
	sqlite3_finalize(statement);
	sqlite3_close(database);
}

TEST_IN_ARENA(an_older_layout_is_brought_up_to_date)
{
	static const enum archive_mode modes[] = {ARCHIVE_READ, ARCHIVE_WRITE};

	for (size_t i = 0; i < 2; i++) {
		const char *path = i ? "first-w" : "first-r";
		make_first_layout(arena, path);
		struct archive *archive = archive_open(arena, path, modes[i]);
		assert_int_equal(archive_history(arena, archive, TEXT("a")).n, 2);
		struct tellings past = archive_past(arena, archive, 101, 14);
		assert_int_equal(past.n, 1);
		assert_text_equal(past.at[0].headline, "Headline");
		assert_text_equal(past.at[0].kin, "");
		assert_int_equal(past.at[0].first, 99);
		assert_int_equal(past.at[0].gist->stems[0], 7);
		archive_close(archive);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(days_and_their_stories),
	    cmocka_unit_test(a_day_put_again_is_the_same_day),
	    cmocka_unit_test(a_day_is_forgotten),
	    cmocka_unit_test(what_is_not_committed_is_undone),
	    cmocka_unit_test(old_gists_go_headlines_stay),
	    cmocka_unit_test(damaged_and_foreign_files_are_left_alone),
	    cmocka_unit_test(a_newer_file_is_refused),
	    cmocka_unit_test(a_day_far_ahead),
	    cmocka_unit_test(an_older_layout_is_brought_up_to_date),
	};

	return cmocka_run_group_tests_name("archive", tests, enter_folder, leave_folder);
}
