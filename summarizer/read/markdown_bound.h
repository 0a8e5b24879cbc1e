/* Markdown made safe for cmark, which is quadratic on some texts. */
#ifndef READ_MARKDOWN_BOUND_H
#define READ_MARKDOWN_BOUND_H

#include "base/arena.h"

/*
 * The text with paragraphs of more than 8 KiB parted at a blank. Jumps with NG_BAD_INPUT: more than 1 MiB, block
 * quotes and lists nested deeper than 32. `depth`: a lower limit of the caller's.
 */
struct ng_text markdown_bound(struct arena *arena, struct ng_text text, size_t depth);

/* Where the piece that starts at `at` ends: the whole text, or a paragraph's start some 64 KiB on, in no list or code.
 */
size_t markdown_piece_end(struct ng_text text, size_t at);

#endif
