/* What earlier briefings said: one SQLite file. nutgraf(1), STATE. */
#ifndef ARCHIVE_ARCHIVE_H
#define ARCHIVE_ARCHIVE_H

#include "base/arena.h"

/* A story as one briefing told it. Hashes and features ascend. */
struct telling {
	struct ng_text id; /* of the story, the same on all its days */
	struct ng_text headline;
	int32_t day, first; /* of this telling; of the story's first one */
	struct gist *gist;  /* what it is about: see gist.h */
};

struct tellings {
	struct telling *at;
	size_t n, room;
};

enum archive_mode { ARCHIVE_READ, ARCHIVE_WRITE /* takes the lock, waits some seconds for it */ };

/*
 * Opens a state file; ARCHIVE_WRITE makes one where there is none. The arena adopts it; what is not committed is undone
 * when it is closed. Jumps: NG_BUSY (another run holds it), NG_CONFIG (damaged, newer, or no state file), NG_IO,
 * NG_CANNOT_CREATE.
 */
struct archive;
struct archive *archive_open(struct arena *arena, const char *path, enum archive_mode mode);
void archive_close(struct arena *arena, struct archive *archive);

/* The last telling of each story told on days [day - days, day), by id; gists hold all its days in that window. */
struct tellings archive_past(struct arena *arena, struct archive *archive, int32_t day, int32_t days);

/* Replaces what the day's briefing said. Not there for others until archive_commit(). */
void archive_put(struct archive *archive, int32_t day, const struct tellings *tellings);
/* Forgets a day; false: there was none. */
bool archive_forget(struct archive *archive, int32_t day);
void archive_commit(struct archive *archive);

/* All tellings of a story, oldest first (id empty: of all stories, newest day first). Without gists. */
struct tellings archive_history(struct arena *arena, struct archive *archive, struct ng_text id);

#endif
