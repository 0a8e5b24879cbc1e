/* Slices: text is {pointer, length}, owned by someone else; NUL means nothing. Offsets and lengths are bytes. */
#ifndef BASE_TEXT_H
#define BASE_TEXT_H

#include "nutgraf.h"

/* The slice of a string literal; also usable as a static initialiser. */
#define TEXT(literal) ((struct ng_text){"" literal, sizeof literal - 1})
/* For printf("%.*s", TEXT_ARGS(t)). */
#define TEXT_ARGS(t) (int)(t).len, (t).at

struct ng_text text_of(const char *string);                               /* NULL gives the empty slice */
struct ng_text text_slice(struct ng_text text, size_t start, size_t end); /* clamped to the text */
struct ng_text text_trim(struct ng_text text);                            /* ASCII white space off both ends */
bool text_equal(struct ng_text a, struct ng_text b);
bool text_equal_fold(struct ng_text a, struct ng_text b); /* ASCII letters alike */
int text_compare(struct ng_text a, struct ng_text b);     /* byte order, a prefix first */
bool text_starts(struct ng_text text, struct ng_text prefix);
bool text_ends(struct ng_text text, struct ng_text suffix);
size_t text_find(struct ng_text text, struct ng_text needle, size_t from);      /* text.len when absent */
size_t text_find_fold(struct ng_text text, struct ng_text needle, size_t from); /* ASCII letters alike */
bool text_cut(struct ng_text *rest, char at, struct ng_text *field); /* next field up to `at`; false at the end */
uint64_t text_hash(struct ng_text text);                             /* the same on every machine and run */
uint64_t hash_mix(uint64_t a, uint64_t b);

#endif
