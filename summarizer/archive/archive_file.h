/* The inside of the state file, shared by the rooms that read and write its tables. */
#ifndef ARCHIVE_ARCHIVE_FILE_H
#define ARCHIVE_ARCHIVE_FILE_H

#include "archive/archive.h"
#include "base/sql.h"

struct archive {
	struct sql sql;
};

/* A statement with its first two parameters bound, if it has them. */
sqlite3_stmt *archive_prepare_days(struct archive *archive, const char *text, int64_t first, int64_t second);

/* The tables of timelines. */
void timeline_put(struct archive *archive, const struct telling *telling);
void timeline_forget(struct archive *archive, int32_t day);
void timeline_drop_old(struct archive *archive, int32_t oldest); /* what was told before that day */

#endif
