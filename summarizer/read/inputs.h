/*
 * Inputs as a stream of chunks of whole records, so that an input larger than memory can be read, and a record can be
 * read again later by where it stands.
 */
#ifndef READ_INPUTS_H
#define READ_INPUTS_H

#include "read/read.h"

struct input {
	struct ng_text name;         /* as given, or folder/name */
	const char *path;            /* NULL: bytes in memory */
	struct ng_text bytes;        /* in memory: added so, or held by inputs_hold() */
	struct ng_text folder;       /* for one folder a story: name of the folder it lies in; empty: none */
	const struct reader *reader; /* NULL until its head was seen */
	int32_t file_day;
};

struct inputs {
	struct arena *arena;
	struct input *at;
	size_t n, room;
	enum ng_format format;
};

/* Where one record stands. */
struct record {
	uint32_t input;
	uint64_t offset;
	size_t length;
	unsigned long line;
};

/* A run of records read in one go: `bytes` holds whole records of one input; none with an error. */
struct chunk {
	uint32_t input;
	uint64_t offset;
	unsigned long line;
	struct ng_text bytes;
	struct ng_error error; /* status not NG_OK: an input, or one record over the limit, that cannot be used */
};

/* Adds a file, a folder's files (walked in byte order, hidden ones left out) or standard input. Jumps with NG_NO_INPUT.
 */
void inputs_add(struct inputs *inputs, const char *path);
void inputs_add_bytes(struct inputs *inputs, struct ng_text name, struct ng_text bytes);
/* Reads standard input and pipes into memory, so that their records can be read again. */
void inputs_hold(struct inputs *inputs, const struct ng_limits *limits);

/* Reading order: inputs as added, records as they stand. Chunk borders depend on the bytes alone. */
struct input_cursor;
struct input_cursor *inputs_open(struct arena *arena, struct inputs *inputs, const struct ng_limits *limits);
bool inputs_next(struct input_cursor *cursor, struct arena *arena, struct chunk *chunk); /* false: the end */

/* The next record of a chunk, from *at on; false: the end. */
bool chunk_next(const struct inputs *inputs, const struct chunk *chunk, size_t *at, unsigned long *line,
		struct record *record, struct ng_text *bytes);

/* A record's bytes again. */
struct ng_text record_bytes(struct arena *arena, const struct inputs *inputs, const struct record *record);

#endif
