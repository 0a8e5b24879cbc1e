/* Files: read whole, written whole or not at all, folders in byte order. The only room that touches the file system. */
#ifndef BASE_FILE_H
#define BASE_FILE_H

#include "base/arena.h"

enum file_kind { FILE_ABSENT, FILE_REGULAR, FILE_FOLDER, FILE_STREAM /* pipe, terminal, device */ };
enum file_kind file_kind(const char *path);
uint64_t file_size_known(const char *path);                /* bytes; 0: no regular file, or an empty one */
uint64_t file_size(struct arena *arena, const char *path); /* bytes; jumps with NG_NO_INPUT: no regular file */
int32_t file_day(const char *path); /* of last modification, days since 1970-01-01 UTC; NG_NO_DAY: no regular file, or
				       the epoch, which stands for no time */

/* The whole file; "-" is standard input. Jumps: NG_NO_INPUT (absent, unreadable), NG_BAD_INPUT (over `limit` bytes),
 * NG_IO. */
struct ng_text file_read(struct arena *arena, const char *path, size_t limit);
/* Bytes [offset, offset + size) of a file; fewer at its end. */
struct ng_text file_read_range(struct arena *arena, const char *path, uint64_t offset, size_t size);

/* Reading in blocks, for inputs larger than memory. */
struct file_stream;
struct file_stream *file_open(struct arena *arena, const char *path); /* adopted by the arena; "-" is standard input */
size_t file_next(struct arena *arena, struct file_stream *stream, char *into,
		 size_t size); /* fills `into`; less only at the end */
/* How much to ask for first, `limit` at most: a regular file's size and one byte, which shows that it ends there. */
size_t file_room(const struct file_stream *stream, size_t limit);
void file_close(struct arena *arena, struct file_stream *stream);

/* Names in a folder, sorted by bytes, without . and .. and hidden ones. */
struct file_names {
	char **at;
	size_t n, room;
};
struct file_names file_list(struct arena *arena, const char *folder);

/*
 * Writes a temporary file in the same folder, syncs and renames: the old file stays whole or the new one is whole.
 * Makes missing folders. Never follows a link at the last component. Jumps: NG_CANNOT_CREATE, NG_IO.
 * The same bytes as are there already: nothing is written.
 */
void file_write(struct arena *arena, const char *path, struct ng_text bytes);
void file_remove(const char *path); /* a regular file; what cannot be removed stays */
/* Makes each folder of `path` that is not there. Jumps: NG_CANNOT_CREATE. */
void file_make_folders(struct arena *arena, const char *path);
/* Appends to a descriptor, whole or failing (short writes and EINTR are gone on with); false: errno says why. */
bool file_put(int descriptor, struct ng_text bytes);

#endif
