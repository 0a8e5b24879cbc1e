/*
 * The one format of data files: UTF-8 lines; `#` starts a comment line; `[name]` starts a section; an entry is a line
 * (or, in a section read with WORDS, each blank-separated word of it); a TAB separates an entry (all words of
 * the line) from its value.
 */
#ifndef BASE_WORDLIST_H
#define BASE_WORDLIST_H

#include "base/resource.h"
#include "base/table.h"

struct wordlist_entry {
	struct ng_text section, entry, value; /* borrowed from the file's bytes */
	unsigned long line;
};

struct wordlist {
	struct wordlist_entry *at;
	size_t n, room;
};

enum wordlist_split { WORDLIST_LINES, WORDLIST_WORDS };

/* All entries of a file, in its order. Jumps with NG_CONFIG, file and line: a section head that does not close, invalid
 * UTF-8. */
struct wordlist wordlist_read(struct arena *arena, struct ng_text bytes, const char *name, enum wordlist_split split);

#endif
