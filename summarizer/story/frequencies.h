/* Tables of document frequencies: in how many documents of a language a stem stands. Counts add up in any order. */
#ifndef STORY_FREQUENCIES_H
#define STORY_FREQUENCIES_H

#include "base/buf.h"
#include "language/word.h"

struct frequency {
	struct ng_text language, stem; /* stem empty: all documents of the language */
	uint64_t documents;
};

struct frequencies {
	struct frequency *at;
	size_t n, room;
};

/* Counts documents; one thread's. */
struct frequency_counter;
struct frequency_counter *frequency_counter_new(struct arena *arena);
void frequency_count(struct frequency_counter *counter, struct word_reader *words, const struct document *document);
/* Appends what was counted. */
void frequency_counted(struct arena *arena, const struct frequency_counter *counter, struct frequencies *frequencies);

/* Appends a table's lines. Jumps with NG_BAD_INPUT, file and line. The texts are the bytes'. */
void frequencies_read(struct arena *arena, const char *name, struct ng_text bytes, struct frequencies *frequencies);
/* One entry for each language and stem, in byte order of both. Jumps with NG_BAD_INPUT where a sum has no room. */
void frequencies_sum(struct arena *arena, struct frequencies *frequencies);
void frequencies_put(struct buf *out, const struct frequencies *frequencies);

#endif
