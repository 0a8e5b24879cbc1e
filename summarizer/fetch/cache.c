/*
 * The state of fetching. In: documents, keys, hosts. Out: the same, in a later run. An SQLite database; its
 * application_id says that it is ours, its user_version which layout it has. It is opened for one run alone
 * (locking_mode EXCLUSIVE), and what a run has fetched is committed as it comes, so that a run that is killed costs no
 * server a second answer.
 * Refuses: a file that is no database, another program's database, a newer layout; it is left as it was.
 */
#include "fetch/cache.h"

#include "base/sql.h"

enum { LAYOUT = 1 };

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

static const char *const layouts[LAYOUT] = {layout};
static const struct sql_kind kind = {"nutgraf-fetch", 0x6e757466 /* "nutf" */, LAYOUT, layouts};

struct cache {
	struct sql sql;
	sqlite3_stmt *statements[N_QUERIES];
};

struct cache *cache_open(struct arena *arena, const char *path)
{
	struct cache *cache = arena_new_of(arena, struct cache);

	sql_open(&cache->sql, arena, &kind, path, true);
	sql_run(&cache->sql, "PRAGMA locking_mode = EXCLUSIVE;");
	sql_run(&cache->sql, "BEGIN IMMEDIATE;");
	sql_lay_out(&cache->sql);
	for (enum query query = 0; query < N_QUERIES; query++)
		cache->statements[query] = sql_prepare(&cache->sql, queries[query]);
	return cache;
}

void cache_commit(struct cache *cache)
{
	sql_run(&cache->sql, "COMMIT;");
	sql_run(&cache->sql, "BEGIN IMMEDIATE;");
}

bool cache_get(struct cache *cache, struct arena *arena, struct ng_text url, bool with_body, struct document *document)
{
	sqlite3_stmt *statement = cache->statements[with_body ? GET : GET_HEAD];

	sql_bind_text(&cache->sql, statement, 1, url);
	bool found = sql_step(&cache->sql, statement);
	if (found)
		*document = (struct document){
		    .url = sql_text(arena, statement, 0),
		    .final = sql_text(arena, statement, 1),
		    .type = sql_text(arena, statement, 2),
		    .etag = sql_text(arena, statement, 3),
		    .modified = sql_text(arena, statement, 4),
		    .asked = sqlite3_column_int64(statement, 5),
		    .body = with_body ? sql_text(arena, statement, 6) : TEXT(""),
		};
	sql_reset(&cache->sql, statement);
	return found;
}

void cache_put(struct cache *cache, const struct document *document)
{
	sqlite3_stmt *statement = cache->statements[PUT];

	sql_bind_text(&cache->sql, statement, 1, document->url);
	sql_bind_text(&cache->sql, statement, 2, document->final);
	sql_bind_text(&cache->sql, statement, 3, document->type);
	sql_bind_text(&cache->sql, statement, 4, document->etag);
	sql_bind_text(&cache->sql, statement, 5, document->modified);
	sql_bind_number(&cache->sql, statement, 6, document->asked);
	sql_check(&cache->sql, sqlite3_bind_blob64(statement, 7, document->body.len ? document->body.at : "",
						   document->body.len, SQLITE_STATIC));
	sql_do(&cache->sql, statement);
}

void cache_confirm(struct cache *cache, struct ng_text url, int64_t asked)
{
	sqlite3_stmt *statement = cache->statements[CONFIRM];

	sql_bind_number(&cache->sql, statement, 1, asked);
	sql_bind_text(&cache->sql, statement, 2, url);
	sql_do(&cache->sql, statement);
}

/* The number a key has, or 0. */
static int64_t look_up(struct cache *cache, enum query query, struct ng_text key)
{
	sqlite3_stmt *statement = cache->statements[query];

	sql_bind_text(&cache->sql, statement, 1, key);
	int64_t number = sql_step(&cache->sql, statement) ? sqlite3_column_int64(statement, 0) : 0;
	sql_reset(&cache->sql, statement);
	return number;
}

static void note(struct cache *cache, enum query query, struct ng_text key, int64_t number)
{
	sqlite3_stmt *statement = cache->statements[query];

	sql_bind_text(&cache->sql, statement, 1, key);
	sql_bind_number(&cache->sql, statement, 2, number);
	sql_do(&cache->sql, statement);
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
	sql_run(&cache->sql, sql);
}
