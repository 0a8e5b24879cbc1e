/* The state file. */
#include "test_folder.h"

#include "archive/archive.h"
#include "archive/gist.h"
#include "base/file.h"

static struct telling telling(struct arena *arena, const char *id, int32_t first, uint32_t stem)
{
	struct gist *gist = arena_new_of(arena, struct gist);

	gist->stems = arena_new_of(arena, uint32_t);
	*gist->stems = stem;
	gist->n_stems = 1;
	return (struct telling){text_of(id), text_of("A headline"), 0, first, gist};
}

static void put_day(struct arena *arena, const char *path, int32_t day, struct telling *at, size_t n)
{
	struct archive *archive = archive_open(arena, path, ARCHIVE_WRITE);

	archive_put(archive, day, &(struct tellings){at, n, n});
	archive_commit(archive);
	archive_close(arena, archive);
}

static struct tellings past_of(struct arena *arena, const char *path, int32_t day, int32_t days)
{
	struct archive *archive = archive_open(arena, path, ARCHIVE_READ);
	struct tellings past = archive_past(arena, archive, day, days);

	archive_close(arena, archive);
	return past;
}

TEST_IN_ARENA(days_and_their_stories)
{
	struct telling first[] = {telling(arena, "b", 100, 1), telling(arena, "a", 100, 2)};
	struct telling second[] = {telling(arena, "a", 100, 3)};

	put_day(arena, "days", 100, first, 2);
	put_day(arena, "days", 101, second, 1);
	struct tellings past = past_of(arena, "days", 102, 14);
	assert_int_equal(past.n, 2);
	assert_text_equal(past.at[0].id, "a");
	assert_int_equal(past.at[0].day, 101);
	assert_int_equal(past.at[0].first, 100);
	assert_int_equal(past.at[0].gist->n_stems, 2); /* of both days */
	assert_text_equal(past.at[1].id, "b");
	assert_text_equal(past.at[1].headline, "A headline");
	assert_int_equal(past_of(arena, "days", 101, 14).n, 2);
	assert_int_equal(past_of(arena, "days", 101, 14).at[0].gist->n_stems, 1);
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
	archive_close(arena, archive);
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
	archive_close(arena, archive);
}

TEST_IN_ARENA(what_is_not_committed_is_undone)
{
	struct telling one[] = {telling(arena, "a", 100, 1)};
	struct archive *archive = archive_open(arena, "undo", ARCHIVE_WRITE);

	archive_commit(archive);
	archive_close(arena, archive);
	archive = archive_open(arena, "undo", ARCHIVE_WRITE);
	archive_put(archive, 100, &(struct tellings){one, 1, 1});
	archive_close(arena, archive);
	assert_int_equal(past_of(arena, "undo", 101, 14).n, 0);
}

TEST_IN_ARENA(old_gists_go_headlines_stay)
{
	struct telling one[] = {telling(arena, "a", 100, 1)};

	put_day(arena, "old", 100, one, 1);
	put_day(arena, "old", 200, NULL, 0);
	assert_int_equal(past_of(arena, "old", 201, 1000).n, 0);
	struct archive *archive = archive_open(arena, "old", ARCHIVE_READ);
	assert_int_equal(archive_history(arena, archive, TEXT("a")).n, 1);
	archive_close(arena, archive);
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
	assert_int_equal(refusal(arena, "absent", ARCHIVE_READ), NG_CANNOT_CREATE);
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

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(days_and_their_stories),      cmocka_unit_test(a_day_put_again_is_the_same_day),
	    cmocka_unit_test(a_day_is_forgotten),          cmocka_unit_test(what_is_not_committed_is_undone),
	    cmocka_unit_test(old_gists_go_headlines_stay), cmocka_unit_test(damaged_and_foreign_files_are_left_alone),
	    cmocka_unit_test(a_newer_file_is_refused),
	};

	return cmocka_run_group_tests_name("archive", tests, enter_folder, leave_folder);
}
