/* Articles to blocks with roles. Nothing is deleted; noise keeps its place and gets a reason. */
#ifndef CLEAN_CLEAN_H
#define CLEAN_CLEAN_H

#include "base/wordlist.h"
#include "read/article.h"

struct clean_tables; /* phrases of widgets, promotion, credits; stop words of all languages as one set. Read-only. */
struct clean_tables *clean_tables_load(struct arena *arena, const struct resources *data);

/*
 * Gives article->blocks (from its lines and paragraphs; blocks that a reader gave are kept and looked at again), takes
 * a missing title from the text, marks or mends a headline that was cut off, and finds a missing publication day.
 * `keep`: reasons whose blocks stay body, separated by commas; may be empty.
 */
void clean_article(struct arena *arena, const struct clean_tables *tables, struct article *article,
		   struct ng_text keep);

/* All text as body: blocks are the paragraphs (runs between blank lines), the whole text if it has none. */
void clean_nothing(struct arena *arena, struct article *article);

#endif
