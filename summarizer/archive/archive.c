/*
 * The state file. In: tellings of days. Out: those of earlier days. One SQLite database in WAL mode: two tables, story
 * and telling; application_id says that it is ours, user_version which layout it has. A writer begins its transaction
 * when it opens the file, so that two runs at once cannot both build on the same past. Gists of tellings older than
 * KEPT days are dropped when a day is put: matching looks back two weeks, history needs headlines only.
 * Refuses: a file that is no database, another program's database, a newer layout; it is left as it was.
 */
#include "archive/archive.h"

#include <sqlite3.h>

#include "archive/gist.h"

enum { APPLICATION = 0x6e757467 /* "nutg" */, LAYOUT = 1, WAIT_MILLISECONDS = 5000, KEPT = 60 };

struct archive {
	struct arena *arena;
	const char *path;
	sqlite3 *database;
};

static const char layout[] =
    "CREATE TABLE story (id TEXT PRIMARY KEY, first INTEGER NOT NULL) WITHOUT ROWID;"
    "CREATE TABLE telling (day INTEGER NOT NULL, story TEXT NOT NULL REFERENCES story, place INTEGER "
    "NOT NULL, headline TEXT NOT NULL, gist BLOB, PRIMARY KEY (day, story)) WITHOUT ROWID;"
    "CREATE INDEX telling_story ON telling (story, day);";

static _Noreturn void fail(struct archive *archive, int code)
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
		what = "is damaged or no state file of nutgraf; it was left as it is";
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
	arena_fail(archive->arena, status, text_of(archive->path), 0, "%s", what);
}

static void check(struct archive *archive, int code)
{
	if (code != SQLITE_OK && code != SQLITE_DONE && code != SQLITE_ROW)
		fail(archive, code);
}

static void run(struct archive *archive, const char *sql)
{
	check(archive, sqlite3_exec(archive->database, sql, NULL, NULL, NULL));
}

static void finish(void *statement)
{
	sqlite3_finalize(statement);
}

static sqlite3_stmt *prepare(struct archive *archive, const char *sql)
{
	sqlite3_stmt *statement = NULL;

	check(archive, sqlite3_prepare_v2(archive->database, sql, -1, &statement, NULL));
	return arena_adopt(archive->arena, statement, finish);
}

static bool step(struct archive *archive, sqlite3_stmt *statement)
{
	int code = sqlite3_step(statement);

	check(archive, code);
	return code == SQLITE_ROW;
}

static int64_t number_of(struct archive *archive, const char *sql)
{
	sqlite3_stmt *statement = prepare(archive, sql);
	int64_t number = step(archive, statement) ? sqlite3_column_int64(statement, 0) : 0;

	arena_release(archive->arena, statement);
	return number;
}

static void close_database(void *database)
{
	sqlite3_close_v2(database);
}

static void lay_out(struct archive *archive)
{
	char pragma[64];

	run(archive, layout);
	sqlite3_snprintf(sizeof pragma, pragma, "PRAGMA application_id = %d;", APPLICATION);
	run(archive, pragma);
	sqlite3_snprintf(sizeof pragma, pragma, "PRAGMA user_version = %d;", LAYOUT);
	run(archive, pragma);
}

static void check_layout(struct archive *archive, bool may_lay_out)
{
	int64_t application = number_of(archive, "PRAGMA application_id"),
		version = number_of(archive, "PRAGMA user_version");

	if (!application && !version && !number_of(archive, "SELECT count(*) FROM sqlite_schema") && may_lay_out)
		lay_out(archive);
	else if (application != APPLICATION)
		arena_fail(archive->arena, NG_CONFIG, text_of(archive->path), 0,
			   "is no state file of nutgraf; it was left as it is");
	else if (version != LAYOUT)
		arena_fail(archive->arena, NG_CONFIG, text_of(archive->path), 0,
			   "has layout %lld, made by a newer nutgraf; this one knows %d; it was left as it is",
			   (long long)version, LAYOUT);
}

struct archive *archive_open(struct arena *arena, const char *path, enum archive_mode mode)
{
	struct archive *archive = arena_new_of(arena, struct archive);
	bool write = mode == ARCHIVE_WRITE;
	int flags = (write ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE : SQLITE_OPEN_READONLY) | SQLITE_OPEN_NOMUTEX;

	archive->arena = arena;
	archive->path = arena_string(arena, text_of(path));
	int code = sqlite3_open_v2(path, &archive->database, flags, NULL);
	arena_adopt(arena, archive->database, close_database);
	check(archive, code);
	sqlite3_extended_result_codes(archive->database, 1);
	sqlite3_busy_timeout(archive->database, WAIT_MILLISECONDS);
	if (write) {
		/* A file that is not ours must not be turned to WAL. */
		if (number_of(archive, "PRAGMA application_id") == APPLICATION ||
		    !number_of(archive, "SELECT count(*) FROM sqlite_schema"))
			run(archive, "PRAGMA journal_mode = WAL;");
		run(archive, "PRAGMA foreign_keys = ON; BEGIN IMMEDIATE;");
	}
	check_layout(archive, write);
	return archive;
}

void archive_close(struct arena *arena, struct archive *archive)
{
	arena_release(arena, archive->database);
	archive->database = NULL;
}

static void bind_text(struct archive *archive, sqlite3_stmt *statement, int at, struct ng_text text)
{
	check(archive,
	      sqlite3_bind_text64(statement, at, text.len ? text.at : "", text.len, SQLITE_STATIC, SQLITE_UTF8));
}

static struct ng_text column_text(struct arena *arena, sqlite3_stmt *statement, int at)
{
	const void *text = sqlite3_column_text(statement, at);

	return arena_copy(arena, (struct ng_text){text, (size_t)sqlite3_column_bytes(statement, at)});
}

/* A row of: story, first, day, headline [, gist]. */
static struct telling read_telling(struct arena *arena, struct archive *archive, sqlite3_stmt *statement,
				   bool with_gist)
{
	struct telling telling = {
	    .id = column_text(arena, statement, 0),
	    .first = (int32_t)sqlite3_column_int64(statement, 1),
	    .day = (int32_t)sqlite3_column_int64(statement, 2),
	    .headline = column_text(arena, statement, 3),
	};

	if (with_gist) {
		const void *blob = sqlite3_column_blob(statement, 4);
		struct ng_text bytes = {blob, (size_t)sqlite3_column_bytes(statement, 4)};
		telling.gist = gist_unpack(arena, bytes);
		if (!telling.gist)
			fail(archive, SQLITE_CORRUPT);
	}
	return telling;
}

struct tellings archive_past(struct arena *arena, struct archive *archive, int32_t day, int32_t days)
{
	sqlite3_stmt *statement =
	    prepare(archive, "SELECT story, first, day, headline, gist FROM telling JOIN story ON id = story "
			     "WHERE day >= ? AND day < ? AND gist IS NOT NULL ORDER BY story, day");
	struct tellings past = {0};

	check(archive, sqlite3_bind_int64(statement, 1, (int64_t)day - days));
	check(archive, sqlite3_bind_int64(statement, 2, day));
	while (step(archive, statement)) {
		struct telling telling = read_telling(arena, archive, statement, true);
		struct telling *last = past.n ? &past.at[past.n - 1] : NULL;
		if (last && text_equal(last->id, telling.id)) {
			telling.gist = gist_join(arena, last->gist, telling.gist);
			*last = telling;
		} else {
			*array_add(arena, &past) = telling;
		}
	}
	arena_release(archive->arena, statement);
	return past;
}

static bool delete_day(struct archive *archive, int32_t day)
{
	sqlite3_stmt *statement = prepare(archive, "DELETE FROM telling WHERE day = ?");

	check(archive, sqlite3_bind_int64(statement, 1, day));
	step(archive, statement);
	bool any = sqlite3_changes(archive->database) > 0;
	arena_release(archive->arena, statement);
	return any;
}

/* A story that no day tells any more is gone. */
static void tidy(struct archive *archive)
{
	run(archive, "DELETE FROM story WHERE id NOT IN (SELECT story FROM telling);");
}

static void drop_old_gists(struct archive *archive, int32_t day)
{
	sqlite3_stmt *statement = prepare(archive, "UPDATE telling SET gist = NULL WHERE day < ? AND gist IS NOT NULL");

	check(archive, sqlite3_bind_int64(statement, 1, (int64_t)day - KEPT));
	step(archive, statement);
	arena_release(archive->arena, statement);
}

void archive_put(struct archive *archive, int32_t day, const struct tellings *tellings)
{
	struct arena *arena = archive->arena;

	delete_day(archive, day);
	sqlite3_stmt *story =
	    prepare(archive, "INSERT INTO story (id, first) VALUES (?, ?) ON CONFLICT (id) DO NOTHING");
	sqlite3_stmt *telling =
	    prepare(archive, "INSERT INTO telling (day, story, place, headline, gist) VALUES (?, ?, ?, ?, ?)");
	for (size_t i = 0; i < tellings->n; i++) {
		struct ng_text gist = gist_pack(arena, tellings->at[i].gist);
		bind_text(archive, story, 1, tellings->at[i].id);
		check(archive, sqlite3_bind_int64(story, 2, tellings->at[i].first));
		step(archive, story);
		check(archive, sqlite3_reset(story));
		check(archive, sqlite3_bind_int64(telling, 1, day));
		bind_text(archive, telling, 2, tellings->at[i].id);
		check(archive, sqlite3_bind_int64(telling, 3, (int64_t)i));
		bind_text(archive, telling, 4, tellings->at[i].headline);
		check(archive, sqlite3_bind_blob64(telling, 5, gist.at, gist.len, SQLITE_STATIC));
		step(archive, telling);
		check(archive, sqlite3_reset(telling));
	}
	arena_release(arena, telling);
	arena_release(arena, story);
	drop_old_gists(archive, day);
	tidy(archive);
}

bool archive_forget(struct archive *archive, int32_t day)
{
	bool any = delete_day(archive, day);

	tidy(archive);
	return any;
}

void archive_commit(struct archive *archive)
{
	run(archive, "COMMIT;");
}

struct tellings archive_history(struct arena *arena, struct archive *archive, struct ng_text id)
{
	sqlite3_stmt *statement =
	    id.len ? prepare(archive, "SELECT story, first, day, headline FROM telling JOIN story ON id = story "
				      "WHERE story = ? ORDER BY day")
		   : prepare(archive, "SELECT story, first, day, headline FROM telling JOIN story ON id = story "
				      "ORDER BY day DESC, place");
	struct tellings history = {0};

	if (id.len)
		bind_text(archive, statement, 1, id);
	while (step(archive, statement))
		*array_add(arena, &history) = read_telling(arena, archive, statement, false);
	arena_release(archive->arena, statement);
	return history;
}
