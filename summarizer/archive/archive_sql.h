/* The inside of the state file, shared by the rooms that read and write its tables: SQLite, with jumps for errors. */
#ifndef ARCHIVE_ARCHIVE_SQL_H
#define ARCHIVE_ARCHIVE_SQL_H

#include "archive/archive.h"

#include <sqlite3.h>

struct archive {
	struct arena *arena;
	const char *path;
	sqlite3 *database;
};

void sql_check(struct archive *archive, int code); /* jumps unless all is well */
void sql_run(struct archive *archive, const char *sql);
/* A statement of the archive's arena; arena_release() it when done. */
sqlite3_stmt *sql_prepare(struct archive *archive, const char *sql);
/* The same with its first parameters bound. */
sqlite3_stmt *sql_prepare_days(struct archive *archive, const char *sql, int64_t first, int64_t second);
bool sql_step(struct archive *archive, sqlite3_stmt *statement); /* true: a row */
void sql_do(struct archive *archive, sqlite3_stmt *statement);   /* steps once and makes it ready for the next time */
int64_t sql_number(struct archive *archive, const char *sql);

/* Texts must live until the statement has been stepped. Parameters count from 1, columns from 0. */
void sql_bind_text(struct archive *archive, sqlite3_stmt *statement, int at, struct ng_text text);
void sql_bind_number(struct archive *archive, sqlite3_stmt *statement, int at, int64_t number);
struct ng_text sql_text(struct arena *arena, sqlite3_stmt *statement, int at); /* copied */

/* The tables of timelines. */
void timeline_put(struct archive *archive, const struct telling *telling);
void timeline_forget(struct archive *archive, int32_t day);
void timeline_drop_old(struct archive *archive, int32_t oldest); /* what was told before that day */

#endif
