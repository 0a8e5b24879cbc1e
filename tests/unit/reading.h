/* For tests of readers: a record through its row, with the project's own limits; what was refused. */
#ifndef READING_H
#define READING_H

#include "test.h"

#include "read/read.h"

static const struct ng_limits reading_limits = {.input_bytes = 1 << 26,
						.record_bytes = 1 << 26,
						.articles = 10000,
						.depth = 64,
						.memory_bytes = 100 << 20,
						.output_bytes = 1 << 26};

struct reading {
	const struct reader *reader;
	struct read_context context;
	struct ng_text record;
	struct articles articles;
	struct ng_error error;
};

static inline void reading_run(void *data)
{
	struct reading *reading = data;

	reading->reader->read(&reading->context, reading->record, &reading->articles);
}

/* False: refused, `error` says why. */
static inline bool reading_try(struct arena *arena, const struct reader *reader, struct ng_text record,
			       struct reading *reading)
{
	*reading = (struct reading){.reader = reader, .record = record};
	reading->context = (struct read_context){arena, TEXT("input"), 1, NG_NO_DAY, &reading_limits, NULL, NULL};
	return arena_try(arena, reading_run, reading, &reading->error);
}

static inline struct articles reading_of(struct arena *arena, const struct reader *reader, struct ng_text record)
{
	struct reading reading;

	if (!reading_try(arena, reader, record, &reading))
		fail_msg("%s", reading.error.what);
	return reading.articles;
}

/* The only article of a record. */
static inline struct article reading_one(struct arena *arena, const struct reader *reader, const char *record)
{
	struct articles articles = reading_of(arena, reader, text_of(record));

	assert_int_equal(articles.n, 1);
	return articles.at[0];
}

static inline struct ng_text published_of(struct arena *arena, const struct article *article)
{
	struct buf buf = buf_new(arena, 64);

	stamp_put(&buf, article->published);
	return buf_text(&buf);
}

#define assert_within(text, part)                                                                                      \
	do {                                                                                                           \
		if (text_find((text), TEXT(part), 0) == (text).len)                                                    \
			fail_msg("no \"%s\" in \"%.*s\"", (part), TEXT_ARGS(text));                                    \
	} while (0)

#endif
