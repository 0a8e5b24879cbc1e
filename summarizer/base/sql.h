/* A file of ours that SQLite keeps: opening it, its layout, statements; errors are jumps in an operator's words. */
#ifndef BASE_SQL_H
#define BASE_SQL_H

#include "base/arena.h"

#include <sqlite3.h>

/* Whose file it is. Layout n is made from n - 1 by layouts[n - 1]; PRAGMA application_id and user_version hold both. */
struct sql_kind {
	const char *program; /* "nutgraf" */
	int32_t application;
	int32_t layout; /* the newest there is */
	const char *const *layouts;
};

struct sql {
	struct arena *arena;
	const struct sql_kind *kind;
	const char *path;
	sqlite3 *database;
};

/* Opens without looking at what it holds; sql_close() or the arena closes it. */
void sql_open(struct sql *sql, struct arena *arena, const struct sql_kind *kind, const char *path, bool write);
void sql_close(struct sql *sql);
/* Which layout the file has; 0: none yet. Jumps with NG_CONFIG from what is not ours or newer than we are. */
int64_t sql_layout(struct sql *sql);
/* Inside a transaction: brings the file to the newest layout. */
void sql_lay_out(struct sql *sql);

void sql_check(struct sql *sql, int code); /* jumps unless all is well */
void sql_run(struct sql *sql, const char *statements);
/* A statement of the arena; arena_release() it when done. */
sqlite3_stmt *sql_prepare(struct sql *sql, const char *text);
bool sql_step(struct sql *sql, sqlite3_stmt *statement); /* true: a row */
void sql_do(struct sql *sql, sqlite3_stmt *statement);   /* steps once and makes it ready for the next time */
void sql_reset(struct sql *sql, sqlite3_stmt *statement);
int64_t sql_number(struct sql *sql, const char *text);

/* Texts must live until the statement has been stepped. Parameters count from 1, columns from 0. */
void sql_bind_text(struct sql *sql, sqlite3_stmt *statement, int at, struct ng_text text);
void sql_bind_number(struct sql *sql, sqlite3_stmt *statement, int at, int64_t number);
struct ng_text sql_text(struct arena *arena, sqlite3_stmt *statement, int at); /* copied; of a blob, too */

#endif
