/*
 * SQLite for the archive. In: SQL and values. Out: rows; errors as jumps that name the state file and say in words of
 * an operator what is wrong with it. Refuses nothing itself.
 */
#include "archive/archive_sql.h"

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
	case SQLITE_CONSTRAINT: /* the tables contradict each other: we put nothing in that could */
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

void sql_check(struct archive *archive, int code)
{
	if (code != SQLITE_OK && code != SQLITE_DONE && code != SQLITE_ROW)
		fail(archive, code);
}

void sql_run(struct archive *archive, const char *sql)
{
	sql_check(archive, sqlite3_exec(archive->database, sql, NULL, NULL, NULL));
}

static void finish(void *statement)
{
	sqlite3_finalize(statement);
}

sqlite3_stmt *sql_prepare(struct archive *archive, const char *sql)
{
	sqlite3_stmt *statement = NULL;

	sql_check(archive, sqlite3_prepare_v2(archive->database, sql, -1, &statement, NULL));
	return arena_adopt(archive->arena, statement, finish);
}

sqlite3_stmt *sql_prepare_days(struct archive *archive, const char *sql, int64_t first, int64_t second)
{
	sqlite3_stmt *statement = sql_prepare(archive, sql);
	int n = sqlite3_bind_parameter_count(statement);

	if (n > 0)
		sql_bind_number(archive, statement, 1, first);
	if (n > 1)
		sql_bind_number(archive, statement, 2, second);
	return statement;
}

bool sql_step(struct archive *archive, sqlite3_stmt *statement)
{
	int code = sqlite3_step(statement);

	sql_check(archive, code);
	return code == SQLITE_ROW;
}

void sql_do(struct archive *archive, sqlite3_stmt *statement)
{
	sql_step(archive, statement);
	sql_check(archive, sqlite3_reset(statement));
}

int64_t sql_number(struct archive *archive, const char *sql)
{
	sqlite3_stmt *statement = sql_prepare(archive, sql);
	int64_t number = sql_step(archive, statement) ? sqlite3_column_int64(statement, 0) : 0;

	arena_release(archive->arena, statement);
	return number;
}

void sql_bind_text(struct archive *archive, sqlite3_stmt *statement, int at, struct ng_text text)
{
	sql_check(archive,
		  sqlite3_bind_text64(statement, at, text.len ? text.at : "", text.len, SQLITE_STATIC, SQLITE_UTF8));
}

void sql_bind_number(struct archive *archive, sqlite3_stmt *statement, int at, int64_t number)
{
	sql_check(archive, sqlite3_bind_int64(statement, at, number));
}

struct ng_text sql_text(struct arena *arena, sqlite3_stmt *statement, int at)
{
	const void *text = sqlite3_column_text(statement, at);

	return arena_copy(arena, (struct ng_text){text, (size_t)sqlite3_column_bytes(statement, at)});
}
