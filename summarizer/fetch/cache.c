/*
 * The state of fetching. In: documents, keys, hosts. Out: the same, in a later run. An SQLite database; its
 * application_id says that it is ours, its user_version which layout it has. It is opened for one run alone
 * (locking_mode EXCLUSIVE), and what a run has fetched is committed as it comes, so that a run that is killed costs no
 * server a second answer.
 * Refuses: a file that is no database, another program's database, a newer layout; it is left as it was.
 */
#include "fetch/cache.h"

#include <sqlite3.h>

enum { APPLICATION = 0x6e757466 /* "nutf" */, LAYOUT = 1 };

enum query { GET, GET_HEAD, PUT, CONFIRM, IS_TOLD, TELL, HELD, HOLD, N_QUERIES };

static const char *const queries[N_QUERIES] = {
    [GET] = "SELECT url, final, type, etag, modified, asked, body FROM document WHERE url = ?",
    [GET_HEAD] = "SELECT url, final, type, etag, modified, asked FROM document WHERE url = ?",
    [PUT] = "INSERT OR REPLACE INTO document (url, final, type, etag, modified, asked, body) VALUES (?,?,?,?,?,?,?)",
    [CONFIRM] = "UPDATE document SET asked = ? WHERE url = ?",
    [IS_TOLD] = "SELECT 1 FROM article WHERE key = ?",
    [TELL] = "INSERT OR REPLACE INTO article (key, listed) VALUES (?, ?)",
    [HELD] = "SELECT until FROM host WHERE name = ?",
    [HOLD] = "INSERT OR REPLACE INTO host (name, until) VALUES (?, ?)",
};

static const char layout[] =
    "CREATE TABLE document (url TEXT PRIMARY KEY, final TEXT NOT NULL, type TEXT NOT NULL, etag TEXT NOT NULL,"
    " modified TEXT NOT NULL, asked INTEGER NOT NULL, body BLOB NOT NULL);"
    "CREATE TABLE article (key TEXT PRIMARY KEY, listed INTEGER NOT NULL) WITHOUT ROWID;"
    "CREATE TABLE host (name TEXT PRIMARY KEY, until INTEGER NOT NULL) WITHOUT ROWID;";

struct cache {
	struct arena *arena;
	const char *path;
	sqlite3 *database;
	sqlite3_stmt *statements[N_QUERIES];
};

static _Noreturn void fail(struct cache *cache, int code)
{
	enum ng_status status = NG_IO;
	const char *what = sqlite3_errstr(code);

	switch (code & 0xff) {
	case SQLITE_BUSY:
	case SQLITE_LOCKED:
		status = NG_BUSY;
		what = "another run is using it";
		break;
	case SQLITE_NOTADB:
	case SQLITE_CORRUPT:
		status = NG_CONFIG;
		what = "is damaged or no state file of nutgraf-fetch; it was left as it is";
		break;
	case SQLITE_NOMEM:
		status = NG_INTERNAL;
		what = "out of memory";
		break;
	case SQLITE_CANTOPEN:
	case SQLITE_READONLY:
	case SQLITE_PERM:
		status = NG_CANNOT_CREATE;
		what = "cannot be opened for writing";
		break;
	case SQLITE_FULL:
		what = "no space is left";
		break;
	default:
		break;
	}
	arena_fail(cache->arena, status, text_of(cache->path), 0, "%s", what);
}

static void check(struct cache *cache, int code)
{
	if (code != SQLITE_OK && code != SQLITE_DONE && code != SQLITE_ROW)
		fail(cache, code);
}

static void run(struct cache *cache, const char *sql)
{
	check(cache, sqlite3_exec(cache->database, sql, NULL, NULL, NULL));
}

static void finish(void *statement)
{
	sqlite3_finalize(statement);
}

static bool step(struct cache *cache, sqlite3_stmt *statement)
{
	int code = sqlite3_step(statement);

	check(cache, code);
	return code == SQLITE_ROW;
}

static int64_t number_of(struct cache *cache, const char *sql)
{
	sqlite3_stmt *statement = NULL;

	check(cache, sqlite3_prepare_v2(cache->database, sql, -1, &statement, NULL));
	arena_adopt(cache->arena, statement, finish);
	int64_t number = step(cache, statement) ? sqlite3_column_int64(statement, 0) : 0;
	arena_release(cache->arena, statement);
	return number;
}

static void close_database(void *database)
{
	sqlite3_close_v2(database);
}

static void lay_out(struct cache *cache)
{
	char pragma[64];

	run(cache, layout);
	sqlite3_snprintf(sizeof pragma, pragma, "PRAGMA application_id = %d;", APPLICATION);
	run(cache, pragma);
	sqlite3_snprintf(sizeof pragma, pragma, "PRAGMA user_version = %d;", LAYOUT);
	run(cache, pragma);
}

static void check_layout(struct cache *cache)
{
	int64_t application = number_of(cache, "PRAGMA application_id"),
		version = number_of(cache, "PRAGMA user_version");

	if (!application && !version && !number_of(cache, "SELECT count(*) FROM sqlite_schema"))
		lay_out(cache);
	else if (application != APPLICATION)
		arena_fail(cache->arena, NG_CONFIG, text_of(cache->path), 0,
			   "is no state file of nutgraf-fetch; it was left as it is");
	else if (version != LAYOUT)
		arena_fail(cache->arena, NG_CONFIG, text_of(cache->path), 0,
			   "has layout %lld, made by a newer nutgraf-fetch; this one knows %d; it was left as it is",
			   (long long)version, LAYOUT);
}

struct cache *cache_open(struct arena *arena, const char *path)
{
	struct cache *cache = arena_new_of(arena, struct cache);
	int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX;

	cache->arena = arena;
	cache->path = arena_string(arena, text_of(path));
	int code = sqlite3_open_v2(path, &cache->database, flags, NULL);
	arena_adopt(arena, cache->database, close_database);
	check(cache, code);
	sqlite3_extended_result_codes(cache->database, 1);
	run(cache, "PRAGMA locking_mode = EXCLUSIVE;");
	run(cache, "BEGIN IMMEDIATE;");
	check_layout(cache);
	for (enum query query = 0; query < N_QUERIES; query++) {
		check(cache, sqlite3_prepare_v3(cache->database, queries[query], -1, SQLITE_PREPARE_PERSISTENT,
						&cache->statements[query], NULL));
		arena_adopt(arena, cache->statements[query], finish);
	}
	return cache;
}

void cache_commit(struct cache *cache)
{
	run(cache, "COMMIT;");
	run(cache, "BEGIN IMMEDIATE;");
}

static void bind_text(struct cache *cache, sqlite3_stmt *statement, int at, struct ng_text text)
{
	check(cache, sqlite3_bind_text64(statement, at, text.len ? text.at : "", text.len, SQLITE_STATIC, SQLITE_UTF8));
}

static struct ng_text column_text(struct arena *arena, sqlite3_stmt *statement, int at)
{
	const void *text = sqlite3_column_blob(statement, at);

	return arena_copy(arena, (struct ng_text){text, (size_t)sqlite3_column_bytes(statement, at)});
}

static void check_reset(struct cache *cache, sqlite3_stmt *statement)
{
	check(cache, sqlite3_reset(statement));
}

bool cache_get(struct cache *cache, struct arena *arena, struct ng_text url, bool with_body, struct document *document)
{
	sqlite3_stmt *statement = cache->statements[with_body ? GET : GET_HEAD];

	bind_text(cache, statement, 1, url);
	bool found = step(cache, statement);
	if (found)
		*document = (struct document){
		    .url = column_text(arena, statement, 0),
		    .final = column_text(arena, statement, 1),
		    .type = column_text(arena, statement, 2),
		    .etag = column_text(arena, statement, 3),
		    .modified = column_text(arena, statement, 4),
		    .asked = sqlite3_column_int64(statement, 5),
		    .body = with_body ? column_text(arena, statement, 6) : TEXT(""),
		};
	check_reset(cache, statement);
	return found;
}

void cache_put(struct cache *cache, const struct document *document)
{
	sqlite3_stmt *statement = cache->statements[PUT];

	bind_text(cache, statement, 1, document->url);
	bind_text(cache, statement, 2, document->final);
	bind_text(cache, statement, 3, document->type);
	bind_text(cache, statement, 4, document->etag);
	bind_text(cache, statement, 5, document->modified);
	check(cache, sqlite3_bind_int64(statement, 6, document->asked));
	check(cache, sqlite3_bind_blob64(statement, 7, document->body.len ? document->body.at : "", document->body.len,
					 SQLITE_STATIC));
	step(cache, statement);
	check_reset(cache, statement);
}

void cache_confirm(struct cache *cache, struct ng_text url, int64_t asked)
{
	sqlite3_stmt *statement = cache->statements[CONFIRM];

	check(cache, sqlite3_bind_int64(statement, 1, asked));
	bind_text(cache, statement, 2, url);
	step(cache, statement);
	check_reset(cache, statement);
}

/* The number a key has, or 0. */
static int64_t look_up(struct cache *cache, enum query query, struct ng_text key)
{
	sqlite3_stmt *statement = cache->statements[query];

	bind_text(cache, statement, 1, key);
	int64_t number = step(cache, statement) ? sqlite3_column_int64(statement, 0) : 0;
	check_reset(cache, statement);
	return number;
}

static void note(struct cache *cache, enum query query, struct ng_text key, int64_t number)
{
	sqlite3_stmt *statement = cache->statements[query];

	bind_text(cache, statement, 1, key);
	check(cache, sqlite3_bind_int64(statement, 2, number));
	step(cache, statement);
	check_reset(cache, statement);
}

bool cache_is_told(struct cache *cache, struct ng_text key)
{
	return look_up(cache, IS_TOLD, key) != 0;
}

void cache_tell(struct cache *cache, struct ng_text key, int64_t now)
{
	note(cache, TELL, key, now);
}

int64_t cache_held(struct cache *cache, struct ng_text host)
{
	return look_up(cache, HELD, host);
}

void cache_hold(struct cache *cache, struct ng_text host, int64_t until)
{
	note(cache, HOLD, host, until);
}

void cache_prune(struct cache *cache, int64_t before, int64_t now)
{
	char sql[256];

	sqlite3_snprintf(sizeof sql, sql,
			 "DELETE FROM document WHERE asked < %lld; DELETE FROM article WHERE listed < %lld;"
			 "DELETE FROM host WHERE until <= %lld;",
			 (long long)before, (long long)before, (long long)now);
	run(cache, sql);
}
