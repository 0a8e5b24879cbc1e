/* cmark's memory from an arena: what it makes is never freed by hand, and a jump out of cmark leaves nothing behind. */
#ifndef BASE_CMARK_MEMORY_H
#define BASE_CMARK_MEMORY_H

#include "base/arena.h"

#include <cmark.h>

/*
 * The allocator to hand to cmark_parser_new_with_mem(). From now until the next call in this thread it takes from
 * `arena`, and jumps to the arena's nearest arena_try() when that has no more, through cmark's frames.
 */
cmark_mem *cmark_memory(struct arena *arena);

#endif
