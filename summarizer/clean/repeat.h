/* Lines that several articles of one site share: noise with the reason "repeat". Two passes over the articles. */
#ifndef CLEAN_REPEAT_H
#define CLEAN_REPEAT_H

#include "read/article.h"

/* What the first pass keeps of a cleaned article: hashes of its short lines that are no noise, eight bytes each. */
struct repeat_note {
	uint64_t site, lead; /* hashes of its site and of its first long line; 0: none */
	const uint64_t *lines;
	size_t n;
};

/* In `arena`; any thread. An article that does not say its site has no lines. */
struct repeat_note repeat_note(struct arena *arena, const struct article *article);

/* The lines shared, from the notes of all articles; the order of the notes does not matter. Read-only afterwards. */
struct repeats;
const struct repeats *repeats_find(struct arena *arena, const struct repeat_note *notes, size_t n);
size_t repeats_count(const struct repeats *repeats);

/* The second pass: makes the article's shared lines noise, unless "repeat" is among `keep` (separated by commas). */
void repeats_mark(const struct repeats *repeats, struct article *article, struct ng_text keep);

#endif
