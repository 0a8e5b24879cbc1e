/* Markdown made safe for cmark, which is quadratic on some texts. */
#ifndef READ_MARKDOWN_BOUND_H
#define READ_MARKDOWN_BOUND_H

#include "base/arena.h"

/*
 * The text with paragraphs of more than 8 KiB parted at a blank. Jumps with NG_BAD_INPUT: more than 1 MiB, block
 * quotes and lists nested deeper than 32. `depth`: a lower limit of the caller's.
 */
struct ng_text markdown_bound(struct arena *arena, struct ng_text text, size_t depth);

#endif
