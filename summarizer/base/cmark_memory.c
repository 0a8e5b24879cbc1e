/*
 * cmark's allocator over an arena. In: sizes. Out: arena memory. cmark hands its allocator's functions no pointer of
 * ours, so the arena stands in a variable of the thread. Each block carries its size, which realloc() needs; free()
 * does nothing, the arena frees all at once. No failure comes back to cmark: it would not look at it.
 */
#include "base/cmark_memory.h"

#include <string.h>

/* As large as the strictest alignment, so that what follows is aligned. */
union head {
	size_t size;
	max_align_t align;
};

static _Thread_local struct arena *current;

static void *take(size_t size)
{
	if (size > SIZE_MAX - sizeof(union head))
		arena_fail(current, NG_INTERNAL, TEXT(""), 0, "out of memory");
	union head *head = arena_alloc(current, 1, sizeof *head + size);
	head->size = size;
	return head + 1;
}

static void *take_zeroed(size_t count, size_t size)
{
	return take(size && count > SIZE_MAX / size ? SIZE_MAX : count * size);
}

static void *take_again(void *old, size_t size)
{
	if (!old)
		return take(size);
	size_t had = ((union head *)old - 1)->size;
	if (size <= had)
		return old;
	return memcpy(take(size), old, had);
}

static void leave(void *old)
{
	(void)old;
}

cmark_mem *cmark_memory(struct arena *arena)
{
	static cmark_mem memory = {take_zeroed, take_again, leave};

	current = arena;
	return &memory;
}
