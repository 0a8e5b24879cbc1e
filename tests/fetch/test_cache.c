/* The cache: what is put is there after a commit, what is not committed is not; files that are not ours stay as they
 * are. */
#include "unit/test_folder.h"

#include "fetch/cache.h"

#include <sqlite3.h>

static struct document page(int64_t asked)
{
	return (struct document){.url = TEXT("https://a.example/1"),
				 .final = TEXT("https://a.example/2"),
				 .type = TEXT("text/html"),
				 .etag = TEXT("\"v1\""),
				 .modified = TEXT("yesterday"),
				 .body = TEXT("a\0b"),
				 .asked = asked};
}

/* Runs in an arena of its own, whose end closes the cache. */
static void session(void (*run)(void *arena), struct ng_error *error)
{
	struct arena *arena = arena_new((size_t)1 << 24);

	assert_non_null(arena);
	*error = (struct ng_error){0};
	arena_try(arena, run, arena, error);
	arena_free(arena);
}

static void put_and_commit(void *arena)
{
	struct cache *cache = cache_open(arena, "state");
	struct document document = page(1000);

	cache_put(cache, &document);
	cache_tell(cache, TEXT("key"), 1000);
	cache_hold(cache, TEXT("a.example:443"), 5000);
	cache_commit(cache);
	cache_confirm(cache, document.url, 2000);
	cache_tell(cache, TEXT("other"), 1000);
}

static void look(void *arena)
{
	struct cache *cache = cache_open(arena, "state");
	struct document document = {.asked = 0};

	assert_true(cache_get(cache, arena, TEXT("https://a.example/1"), true, &document));
	assert_text_equal(document.final, "https://a.example/2");
	assert_text_equal(document.type, "text/html");
	assert_text_equal(document.etag, "\"v1\"");
	assert_text_equal(document.modified, "yesterday");
	assert_text_equal(document.body, "a\0b");
	assert_int_equal(document.asked, 1000);
	assert_true(cache_get(cache, arena, TEXT("https://a.example/1"), false, &document));
	assert_int_equal(document.body.len, 0);
	assert_false(cache_get(cache, arena, TEXT("https://a.example/"), true, &document));
	assert_true(cache_is_told(cache, TEXT("key")));
	assert_false(cache_is_told(cache, TEXT("other")));
	assert_int_equal(cache_held(cache, TEXT("a.example:443")), 5000);
	assert_int_equal(cache_held(cache, TEXT("b.example:443")), 0);
}

static void test_commits(void **state)
{
	struct ng_error error;

	(void)state;
	session(put_and_commit, &error);
	assert_int_equal(error.status, NG_OK);
	session(look, &error);
	assert_int_equal(error.status, NG_OK);
}

static void prune(void *arena)
{
	struct cache *cache = cache_open(arena, "pruned");
	struct document document = page(1000);

	cache_put(cache, &document);
	cache_tell(cache, TEXT("old"), 999);
	cache_tell(cache, TEXT("new"), 999);
	cache_tell(cache, TEXT("new"), 1000); /* listed again */
	cache_hold(cache, TEXT("past"), 4000);
	cache_hold(cache, TEXT("future"), 4001);
	cache_prune(cache, 1000, 4000);
	assert_true(cache_get(cache, arena, document.url, false, &document));
	assert_false(cache_is_told(cache, TEXT("old")));
	assert_true(cache_is_told(cache, TEXT("new")));
	assert_int_equal(cache_held(cache, TEXT("past")), 0);
	assert_int_equal(cache_held(cache, TEXT("future")), 4001);
	cache_prune(cache, 1001, 4000);
	assert_false(cache_get(cache, arena, TEXT("https://a.example/1"), false, &document));
}

static void test_prunes(void **state)
{
	struct ng_error error;

	(void)state;
	session(prune, &error);
	assert_int_equal(error.status, NG_OK);
}

static void open_again(void *arena)
{
	cache_open(arena, "busy");
}

static void open_twice(void *arena)
{
	struct ng_error error;
	struct cache *cache = cache_open(arena, "busy");

	session(open_again, &error);
	assert_int_equal(error.status, NG_BUSY);
	cache_commit(cache);
	session(open_again, &error); /* also after a commit */
	assert_int_equal(error.status, NG_BUSY);
}

static void test_one_at_a_time(void **state)
{
	struct ng_error error;

	(void)state;
	session(open_twice, &error);
	assert_int_equal(error.status, NG_OK);
	session(open_again, &error);
	assert_int_equal(error.status, NG_OK);
}

static void open_other(void *arena)
{
	cache_open(arena, "other");
}

static void make_database(const char *sql)
{
	sqlite3 *database;

	remove("other");
	assert_int_equal(sqlite3_open("other", &database), SQLITE_OK);
	assert_int_equal(sqlite3_exec(database, sql, NULL, NULL, NULL), SQLITE_OK);
	sqlite3_close(database);
}

static struct ng_text slurp(char *into, size_t size)
{
	FILE *file = fopen("other", "rb");

	assert_non_null(file);
	struct ng_text text = {into, fread(into, 1, size, file)};
	fclose(file);
	return text;
}

static void refuses_other(const char *what)
{
	static char before[1 << 16], after[1 << 16];
	struct ng_error error;
	struct ng_text was = slurp(before, sizeof before);

	session(open_other, &error);
	assert_int_equal(error.status, NG_CONFIG);
	assert_non_null(strstr(error.what, what));
	assert_true(text_equal(was, slurp(after, sizeof after)));
}

static void test_other_files(void **state)
{
	(void)state;
	make_file("other", TEXT("this is a letter to a friend, and it is long enough to be looked at as a database.\n"
				"It goes on for more than a hundred bytes, which is the size of the header of one."));
	refuses_other("damaged");
	make_database("CREATE TABLE photo (x); INSERT INTO photo VALUES (1);");
	refuses_other("no state file of nutgraf-fetch");
	make_database("CREATE TABLE document (x); PRAGMA application_id = 1853191270; PRAGMA user_version = 2;");
	refuses_other("layout 2");
}

static void open_nowhere(void *arena)
{
	cache_open(arena, "no/such/folder/state");
}

static void test_no_folder(void **state)
{
	struct ng_error error;

	(void)state;
	session(open_nowhere, &error);
	assert_int_equal(error.status, NG_CANNOT_CREATE);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_commits),     cmocka_unit_test(test_prunes),    cmocka_unit_test(test_one_at_a_time),
	    cmocka_unit_test(test_other_files), cmocka_unit_test(test_no_folder),
	};

	return cmocka_run_group_tests(tests, enter_folder, leave_folder);
}
