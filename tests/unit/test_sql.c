/* Files that SQLite keeps: layouts from none to the newest, and whose they are. */
#include "test_folder.h"

#include "base/sql.h"

static const char *const layouts[] = {"CREATE TABLE one (a TEXT);", "ALTER TABLE one ADD COLUMN b INTEGER;"};
static const struct sql_kind first = {"mill", 77, 1, layouts}, second = {"mill", 77, 2, layouts},
			     other = {"bakery", 78, 2, layouts};

static struct sql opened(struct arena *arena, const struct sql_kind *kind, const char *path)
{
	struct sql sql;

	sql_open(&sql, arena, kind, path, true);
	sql_run(&sql, "BEGIN IMMEDIATE;");
	sql_lay_out(&sql);
	sql_run(&sql, "COMMIT;");
	return sql;
}

TEST_IN_ARENA(a_file_grows_with_its_layouts)
{
	struct sql sql = opened(arena, &first, "grows");

	assert_int_equal(sql_layout(&sql), 1);
	sqlite3_stmt *put = sql_prepare(&sql, "INSERT INTO one VALUES (?)");
	sql_bind_text(&sql, put, 1, TEXT("flour"));
	sql_do(&sql, put);
	sql_bind_text(&sql, put, 1, TEXT(""));
	sql_do(&sql, put);
	arena_release(arena, put);
	sql_close(&sql);
	sql = opened(arena, &second, "grows");
	assert_int_equal(sql_layout(&sql), 2);
	assert_int_equal(sql_number(&sql, "SELECT count(*) FROM one WHERE b IS NULL"), 2);
	sqlite3_stmt *get = sql_prepare(&sql, "SELECT a FROM one ORDER BY a DESC");
	assert_true(sql_step(&sql, get));
	assert_text_equal(sql_text(arena, get, 0), "flour");
	assert_true(sql_step(&sql, get));
	assert_text_equal(sql_text(arena, get, 0), "");
	assert_false(sql_step(&sql, get));
}

struct opening {
	struct arena *arena;
	const struct sql_kind *kind;
	const char *path;
};

static void open_it(void *data)
{
	struct opening *opening = data;

	opened(opening->arena, opening->kind, opening->path);
}

static void refuses(struct arena *arena, const struct sql_kind *kind, const char *path, enum ng_status status,
		    const char *what)
{
	struct opening opening = {arena, kind, path};
	struct ng_error error;

	assert_false(arena_try(arena, open_it, &opening, &error));
	assert_int_equal(error.status, status);
	assert_string_equal(error.where, path);
	assert_non_null(strstr(error.what, what));
}

TEST_IN_ARENA(what_is_not_ours_is_refused)
{
	struct sql sql = opened(arena, &second, "mill");

	sql_close(&sql);
	refuses(arena, &other, "mill", NG_CONFIG, "is no state file of bakery");
	refuses(arena, &first, "mill", NG_CONFIG, "made by a newer mill");
	make_file("noise", TEXT("This is no database, whatever its name says, and long enough to tell so: it "
				"has more bytes than the hundred of a header."));
	refuses(arena, &second, "noise", NG_CONFIG, "is damaged or no state file of mill");
	refuses(arena, &second, "no/folder/here", NG_CANNOT_CREATE, "cannot be opened");
	sql = opened(arena, &second, "mill");
	assert_int_equal(sql_layout(&sql), 2);
}

TEST_IN_ARENA(one_at_a_time)
{
	struct sql sql = opened(arena, &second, "busy");

	sql_run(&sql, "BEGIN IMMEDIATE;");
	refuses(arena, &second, "busy", NG_BUSY, "another run is using it");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_file_grows_with_its_layouts),
	    cmocka_unit_test(what_is_not_ours_is_refused),
	    cmocka_unit_test(one_at_a_time),
	};

	return cmocka_run_group_tests(tests, enter_folder, leave_folder);
}
