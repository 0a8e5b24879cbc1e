/* What earlier briefings said: one SQLite file. nutgraf(1), STATE. */
#ifndef ARCHIVE_ARCHIVE_H
#define ARCHIVE_ARCHIVE_H

#include "base/arena.h"

/* An entry of a told timeline, with the article that it stands in. */
struct entry {
	struct ng_event event; /* as it was told: `ahead` on that day; origin.article counts for nothing */
	struct ng_article article;
	struct ng_text text; /* the article's, in which the origin's bytes count; to be kept, not given back */
};

/* A story as one briefing told it. */
struct telling {
	struct ng_text id; /* of the story, the same on all its days */
	struct ng_text headline;
	struct ng_text kin;    /* ids of the stories it split off from or took up that day, parted by blanks */
	int32_t day, first;    /* of this telling; of the story's first one */
	struct gist *gist;     /* what it is about: see gist.h */
	struct entry *entries; /* of its timeline, told that day for the first time */
	size_t n_entries;
};

struct tellings {
	struct telling *at;
	size_t n, room;
};

/* All but the first take the lock, and wait some seconds for it; the last makes a file where there is none. */
enum archive_mode { ARCHIVE_READ, ARCHIVE_CHANGE, ARCHIVE_WRITE };

/*
 * Opens a state file. One of an older layout is brought up to date. The arena adopts it; what is not committed is
 * undone when it is closed. Jumps: NG_NO_INPUT (it is not there), NG_BUSY (another run holds it), NG_CONFIG (damaged,
 * newer, or no state file), NG_IO, NG_CANNOT_CREATE.
 */
struct archive;
struct archive *archive_open(struct arena *arena, const char *path, enum archive_mode mode);
void archive_close(struct archive *archive);

/* The tellings of days [day - days, day), by story, oldest first, with their gists and without entries. */
struct tellings archive_past(struct arena *arena, struct archive *archive, int32_t day, int32_t days);

/* Looks at every byte of it; the number of days told. Jumps: NG_CONFIG, it is damaged. */
size_t archive_check(struct archive *archive);

/* Replaces what the day's briefing said. Not there for others until archive_commit(). */
void archive_put(struct archive *archive, int32_t day, const struct tellings *tellings);
/* Forgets a day; false: there was none. */
bool archive_forget(struct archive *archive, int32_t day);
void archive_commit(struct archive *archive);

/* All tellings of a story, oldest first (id empty: of all stories, newest day first). Without gists and entries. */
struct tellings archive_history(struct arena *arena, struct archive *archive, struct ng_text id);

/* The entries of a story's timeline told before `day`, in the order they were told. */
struct entries {
	struct entry *at;
	size_t n, room;
};
struct entries archive_timeline(struct arena *arena, struct archive *archive, struct ng_text id, int32_t day);
/* Calls found() with the title and the text of each kept article of this id. */
void archive_articles(struct arena *arena, struct archive *archive, struct ng_text id,
		      void (*found)(void *user, struct ng_text title, struct ng_text text), void *user);

#endif
