/* The table of readers: one row and one file a format. Bytes of one record in, articles out. */
#ifndef READ_READ_H
#define READ_READ_H

#include "read/article.h"

struct read_context {
	struct arena *arena; /* the articles' memory */
	struct ng_text name; /* the input's name, for `source`, ids and messages */
	unsigned long line;  /* of the record's first line in its input, from 1 */
	int32_t file_day;    /* the input file's day of modification; NG_NO_DAY: unknown */
	const struct ng_limits *limits;
	/* Is told of each part of a record that cannot be used while the rest can; NULL: nobody asks. */
	void (*fault)(void *user, const struct ng_error *error);
	void *user;
};

struct reader {
	enum ng_format format;
	const char *name; /* as --format has it */
	/* True if the bytes look like this format; `name` may end in a known suffix. */
	bool (*sniff)(struct ng_text head, struct ng_text name);
	/* Where the record that starts at `at` ends (at the start of the next); NULL: the input is one record. */
	size_t (*record_end)(struct ng_text bytes, size_t at);
	/* Appends the record's articles. Jumps (NG_BAD_INPUT, file, line) when it is none; the caller skips and names
	 * it. */
	void (*read)(const struct read_context *context, struct ng_text record, struct articles *articles);
};

extern const struct reader *const readers[]; /* ended by NULL; the last one before it, plain, takes all */

const struct reader *reader_of(enum ng_format format);
const struct reader *reader_sniff(struct ng_text head, struct ng_text name);
/* NULL: no such format. */
const struct reader *reader_named(struct ng_text name);

/* Reads a record, then does what all formats need: ids, source, site from the URL, clamped dates, lengths checked. */
void read_record(const struct reader *reader, const struct read_context *context, struct ng_text record,
		 struct articles *articles);

#endif
