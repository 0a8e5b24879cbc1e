/*
 * Files that SQLite keeps for us. In: SQL and values. Out: rows; errors as jumps that name the file and say in words of
 * an operator what is wrong with it. Refuses: a file that is no database, another program's database, a newer layout;
 * it is left as it was.
 */
#include "base/sql.h"

static _Noreturn void fail(struct sql *sql, int code)
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
	case SQLITE_CONSTRAINT: /* the tables contradict each other: we put nothing in that could */
		arena_fail(sql->arena, NG_CONFIG, text_of(sql->path), 0,
			   "is damaged or no state file of %s; it was left as it is", sql->kind->program);
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
	arena_fail(sql->arena, status, text_of(sql->path), 0, "%s", what);
}

void sql_check(struct sql *sql, int code)
{
	if (code != SQLITE_OK && code != SQLITE_DONE && code != SQLITE_ROW)
		fail(sql, code);
}

static void close_database(void *database)
{
	sqlite3_close_v2(database);
}

void sql_open(struct sql *sql, struct arena *arena, const struct sql_kind *kind, const char *path, bool write)
{
	int flags = (write ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE : SQLITE_OPEN_READONLY) | SQLITE_OPEN_NOMUTEX;

	*sql = (struct sql){.arena = arena, .kind = kind, .path = arena_string(arena, text_of(path))};
	int code = sqlite3_open_v2(path, &sql->database, flags, NULL);
	arena_adopt(arena, sql->database, close_database);
	sql_check(sql, code);
	sqlite3_extended_result_codes(sql->database, 1);
}

void sql_close(struct sql *sql)
{
	arena_release(sql->arena, sql->database);
	sql->database = NULL;
}

int64_t sql_layout(struct sql *sql)
{
	const struct sql_kind *kind = sql->kind;
	int64_t application = sql_number(sql, "PRAGMA application_id"),
		version = sql_number(sql, "PRAGMA user_version");

	if (!application && !version && !sql_number(sql, "SELECT count(*) FROM sqlite_schema"))
		return 0;
	if (application != kind->application || version < 1)
		arena_fail(sql->arena, NG_CONFIG, text_of(sql->path), 0, "is no state file of %s; it was left as it is",
			   kind->program);
	if (version > kind->layout)
		arena_fail(sql->arena, NG_CONFIG, text_of(sql->path), 0,
			   "has layout %lld, made by a newer %s; this one knows %ld; it was left as it is",
			   (long long)version, kind->program, (long)kind->layout);
	return version;
}

void sql_lay_out(struct sql *sql)
{
	const struct sql_kind *kind = sql->kind;
	int64_t from = sql_layout(sql);
	char pragma[64];

	if (from == kind->layout)
		return;
	for (int64_t i = from; i < kind->layout; i++)
		sql_run(sql, kind->layouts[i]);
	sqlite3_snprintf(sizeof pragma, pragma, "PRAGMA application_id = %d;", kind->application);
	sql_run(sql, pragma);
	sqlite3_snprintf(sizeof pragma, pragma, "PRAGMA user_version = %d;", kind->layout);
	sql_run(sql, pragma);
}

void sql_run(struct sql *sql, const char *statements)
{
	sql_check(sql, sqlite3_exec(sql->database, statements, NULL, NULL, NULL));
}

static void finish(void *statement)
{
	sqlite3_finalize(statement);
}

sqlite3_stmt *sql_prepare(struct sql *sql, const char *text)
{
	sqlite3_stmt *statement = NULL;

	sql_check(sql, sqlite3_prepare_v2(sql->database, text, -1, &statement, NULL));
	return arena_adopt(sql->arena, statement, finish);
}

bool sql_step(struct sql *sql, sqlite3_stmt *statement)
{
	int code = sqlite3_step(statement);

	sql_check(sql, code);
	return code == SQLITE_ROW;
}

void sql_reset(struct sql *sql, sqlite3_stmt *statement)
{
	sql_check(sql, sqlite3_reset(statement));
}

void sql_do(struct sql *sql, sqlite3_stmt *statement)
{
	sql_step(sql, statement);
	sql_reset(sql, statement);
}

int64_t sql_number(struct sql *sql, const char *text)
{
	sqlite3_stmt *statement = sql_prepare(sql, text);
	int64_t number = sql_step(sql, statement) ? sqlite3_column_int64(statement, 0) : 0;

	arena_release(sql->arena, statement);
	return number;
}

void sql_bind_text(struct sql *sql, sqlite3_stmt *statement, int at, struct ng_text text)
{
	sql_check(sql,
		  sqlite3_bind_text64(statement, at, text.len ? text.at : "", text.len, SQLITE_STATIC, SQLITE_UTF8));
}

void sql_bind_number(struct sql *sql, sqlite3_stmt *statement, int at, int64_t number)
{
	sql_check(sql, sqlite3_bind_int64(statement, at, number));
}

struct ng_text sql_text(struct arena *arena, sqlite3_stmt *statement, int at)
{
	const void *text = sqlite3_column_blob(statement, at);

	return arena_copy(arena, (struct ng_text){text, (size_t)sqlite3_column_bytes(statement, at)});
}
