/*
 * The state file. In: tellings of days. Out: those of earlier days. One SQLite database in WAL mode; application_id
 * says that it is ours, user_version which layout it has, and an older layout is brought up to date when it is opened.
 * A writer begins its transaction when it opens the file, so that two runs at once cannot both build on the same past.
 * Gists and timelines of all but the last sixty days told are dropped when a day is put: matching looks back two weeks,
 * history needs headlines only. No statement of a night reads more than those days, however old the file is.
 * Refuses: a file that is no database, another program's database, a newer layout; it is left as it was.
 */
#include "archive/archive.h"

#include "archive/archive_file.h"
#include "archive/gist.h"
#include "base/file.h"

enum { LAYOUT = 2, WAIT_MILLISECONDS = 5000 };

/* From no layout to the first, from the first to the second ... */
static const char *const layouts[LAYOUT] = {
    "CREATE TABLE story (id TEXT PRIMARY KEY, first INTEGER NOT NULL) WITHOUT ROWID;"
    "CREATE TABLE telling (day INTEGER NOT NULL, story TEXT NOT NULL REFERENCES story, place INTEGER "
    "NOT NULL, headline TEXT NOT NULL, gist BLOB, PRIMARY KEY (day, story)) WITHOUT ROWID;"
    "CREATE INDEX telling_story ON telling (story, day);",
    /* Gists apart, so that the old ones are found at once; timelines with their articles. */
    "CREATE TABLE gist (day INTEGER NOT NULL, story TEXT NOT NULL, bytes BLOB NOT NULL, PRIMARY KEY (day, story)) "
    "WITHOUT ROWID;"
    "INSERT INTO gist SELECT day, story, gist FROM telling WHERE gist IS NOT NULL;"
    "ALTER TABLE telling DROP COLUMN gist;"
    "ALTER TABLE telling ADD COLUMN kin TEXT NOT NULL DEFAULT '';"
    "CREATE TABLE source (key INTEGER PRIMARY KEY, id TEXT NOT NULL, name TEXT NOT NULL, url TEXT NOT NULL, title TEXT "
    "NOT NULL, author TEXT NOT NULL, site TEXT NOT NULL, section TEXT NOT NULL, language TEXT NOT NULL, published TEXT "
    "NOT NULL, published_from TEXT NOT NULL, day INTEGER NOT NULL, text TEXT NOT NULL);"
    "CREATE INDEX source_id ON source (id);"
    "CREATE TABLE entry (story TEXT NOT NULL, told INTEGER NOT NULL, place INTEGER NOT NULL, date TEXT NOT NULL, "
    "granularity INTEGER NOT NULL, day INTEGER NOT NULL, text TEXT NOT NULL, score REAL NOT NULL, start INTEGER NOT "
    "NULL, end INTEGER NOT NULL, source INTEGER NOT NULL REFERENCES source, PRIMARY KEY (story, told, place)) WITHOUT "
    "ROWID;"
    "CREATE INDEX entry_told ON entry (told);"
    "CREATE INDEX entry_source ON entry (source);",
};

static const struct sql_kind kind = {"nutgraf", 0x6e757467 /* "nutg" */, LAYOUT, layouts};

sqlite3_stmt *archive_prepare_days(struct archive *archive, const char *text, int64_t first, int64_t second)
{
	sqlite3_stmt *statement = sql_prepare(&archive->sql, text);
	int n = sqlite3_bind_parameter_count(statement);

	if (n > 0)
		sql_bind_number(&archive->sql, statement, 1, first);
	if (n > 1)
		sql_bind_number(&archive->sql, statement, 2, second);
	return statement;
}

static void open_writing(struct archive *archive)
{
	sql_layout(&archive->sql); /* a file that is not ours must not be turned to WAL */
	sql_run(&archive->sql, "PRAGMA journal_mode = WAL;");
	sql_run(&archive->sql, "PRAGMA foreign_keys = ON; BEGIN IMMEDIATE;");
	sql_lay_out(&archive->sql);
}

static struct archive *open_file(struct arena *arena, const char *path, bool write)
{
	struct archive *archive = arena_new_of(arena, struct archive);

	sql_open(&archive->sql, arena, &kind, path, write);
	sqlite3_busy_timeout(archive->sql.database, WAIT_MILLISECONDS);
	return archive;
}

struct archive *archive_open(struct arena *arena, const char *path, enum archive_mode mode)
{
	if (mode != ARCHIVE_WRITE && file_kind(path) == FILE_ABSENT)
		arena_fail(arena, NG_NO_INPUT, text_of(path), 0, "no such state file");
	struct archive *archive = open_file(arena, path, mode != ARCHIVE_READ);
	if (mode != ARCHIVE_READ) {
		open_writing(archive);
	} else if (sql_layout(&archive->sql) < LAYOUT) {
		archive_close(archive);
		archive = open_file(arena, path, true);
		open_writing(archive);
		archive_commit(archive);
	}
	return archive;
}

void archive_close(struct archive *archive)
{
	sql_close(&archive->sql);
}

/* A row of: story, first, day, headline, kin. */
static struct telling read_telling(struct arena *arena, sqlite3_stmt *statement)
{
	return (struct telling){
	    .id = sql_text(arena, statement, 0),
	    .first = (int32_t)sqlite3_column_int64(statement, 1),
	    .day = (int32_t)sqlite3_column_int64(statement, 2),
	    .headline = sql_text(arena, statement, 3),
	    .kin = sql_text(arena, statement, 4),
	};
}

#define TELLINGS "SELECT telling.story, first, telling.day, headline, kin"

static struct gist *read_gist(struct arena *arena, struct archive *archive, sqlite3_stmt *statement, int at)
{
	const void *blob = sqlite3_column_blob(statement, at);
	struct gist *gist = gist_unpack(arena, (struct ng_text){blob, (size_t)sqlite3_column_bytes(statement, at)});

	if (!gist)
		sql_check(&archive->sql, SQLITE_CORRUPT);
	return gist;
}

struct tellings archive_past(struct arena *arena, struct archive *archive, int32_t day, int32_t days)
{
	sqlite3_stmt *statement = archive_prepare_days(
	    archive,
	    TELLINGS ", bytes FROM telling JOIN story ON id = telling.story JOIN gist USING (day, story) WHERE "
		     "telling.day >= ? AND telling.day < ? ORDER BY telling.story, telling.day",
	    (int64_t)day - days, day);
	struct tellings past = {0};

	while (sql_step(&archive->sql, statement)) {
		struct telling telling = read_telling(arena, statement);
		telling.gist = read_gist(arena, archive, statement, 5);
		*array_add(arena, &past) = telling;
	}
	arena_release(archive->sql.arena, statement);
	return past;
}

static bool run_with_day(struct archive *archive, const char *sql, int32_t day)
{
	sqlite3_stmt *statement = archive_prepare_days(archive, sql, day, 0);

	sql_do(&archive->sql, statement);
	arena_release(archive->sql.arena, statement);
	return sqlite3_changes(archive->sql.database) > 0;
}

/* Its stories stay until tidy(): the day may tell them again. */
static bool delete_day(struct archive *archive, int32_t day)
{
	sql_run(&archive->sql, "CREATE TEMP TABLE IF NOT EXISTS touched (story TEXT PRIMARY KEY) WITHOUT ROWID;");
	run_with_day(archive, "INSERT INTO touched SELECT story FROM telling WHERE day = ?", day);
	timeline_forget(archive, day);
	run_with_day(archive, "DELETE FROM gist WHERE day = ?", day);
	return run_with_day(archive, "DELETE FROM telling WHERE day = ?", day);
}

/* A story that no day tells any more is gone. */
static void tidy(struct archive *archive)
{
	sql_run(&archive->sql,
		"DELETE FROM story WHERE id IN (SELECT story FROM touched) AND NOT EXISTS (SELECT 1 FROM "
		"telling WHERE telling.story = id); DELETE FROM touched;");
}

/* By days told, not by the calendar: a night with a wrong clock must not make all others old. */
static void drop_old(struct archive *archive)
{
	int32_t oldest = (int32_t)sql_number(
	    &archive->sql, "SELECT min(day) FROM (SELECT DISTINCT day FROM telling ORDER BY day DESC LIMIT 60)");

	run_with_day(archive, "DELETE FROM gist WHERE day < ?", oldest);
	timeline_drop_old(archive, oldest);
}

static void put_gist(struct archive *archive, const struct telling *telling, int32_t day)
{
	sqlite3_stmt *statement =
	    archive_prepare_days(archive, "INSERT INTO gist (day, story, bytes) VALUES (?, ?, ?)", day, 0);
	struct ng_text bytes = gist_pack(archive->sql.arena, telling->gist);

	sql_bind_text(&archive->sql, statement, 2, telling->id);
	sql_check(&archive->sql, sqlite3_bind_blob64(statement, 3, bytes.at, bytes.len, SQLITE_STATIC));
	sql_do(&archive->sql, statement);
	arena_release(archive->sql.arena, statement);
}

void archive_put(struct archive *archive, int32_t day, const struct tellings *tellings)
{
	struct arena *arena = archive->sql.arena;

	delete_day(archive, day);
	sqlite3_stmt *story =
	    sql_prepare(&archive->sql, "INSERT INTO story (id, first) VALUES (?, ?) ON CONFLICT (id) DO NOTHING");
	sqlite3_stmt *row =
	    sql_prepare(&archive->sql, "INSERT INTO telling (day, story, place, headline, kin) VALUES (?, ?, ?, ?, ?)");
	for (size_t i = 0; i < tellings->n; i++) {
		const struct telling *telling = &tellings->at[i];
		sql_bind_text(&archive->sql, story, 1, telling->id);
		sql_bind_number(&archive->sql, story, 2, telling->first);
		sql_do(&archive->sql, story);
		sql_bind_number(&archive->sql, row, 1, day);
		sql_bind_text(&archive->sql, row, 2, telling->id);
		sql_bind_number(&archive->sql, row, 3, (int64_t)i);
		sql_bind_text(&archive->sql, row, 4, telling->headline);
		sql_bind_text(&archive->sql, row, 5, telling->kin);
		sql_do(&archive->sql, row);
		put_gist(archive, telling, day);
		timeline_put(archive, telling);
	}
	arena_release(arena, row);
	arena_release(arena, story);
	drop_old(archive);
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
	sql_run(&archive->sql, "COMMIT;");
}

struct tellings archive_history(struct arena *arena, struct archive *archive, struct ng_text id)
{
	sqlite3_stmt *statement =
	    sql_prepare(&archive->sql,
			id.len ? TELLINGS " FROM telling JOIN story ON id = story WHERE story = ? ORDER BY telling.day"
			       : TELLINGS " FROM telling JOIN story ON id = story ORDER BY telling.day DESC, place");
	struct tellings history = {0};

	if (id.len)
		sql_bind_text(&archive->sql, statement, 1, id);
	while (sql_step(&archive->sql, statement))
		*array_add(arena, &history) = read_telling(arena, statement);
	arena_release(archive->sql.arena, statement);
	return history;
}

size_t archive_check(struct archive *archive)
{
	sqlite3_stmt *statement = sql_prepare(&archive->sql, "PRAGMA integrity_check(1)");
	bool whole = sql_step(&archive->sql, statement) &&
		     sqlite3_stricmp((const char *)sqlite3_column_text(statement, 0), "ok") == 0;

	arena_release(archive->sql.arena, statement);
	if (!whole)
		sql_check(&archive->sql, SQLITE_CORRUPT);
	struct arena_mark mark = arena_mark(archive->sql.arena);
	archive_past(archive->sql.arena, archive, INT32_MAX, INT32_MAX); /* reads all gists */
	arena_reset(archive->sql.arena, mark);
	return (size_t)sql_number(&archive->sql, "SELECT count(DISTINCT day) FROM telling");
}
