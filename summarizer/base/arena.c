/*
 * Arena with one guard. In: sizes. Out: memory that lives until the arena is reset or freed.
 * Blocks double in size up to 4 MiB; a jump (longjmp) goes to the nearest arena_try(), the only setjmp of the project.
 * A jump never crosses a foreign library's frames, except cmark's, whose memory is all the arena's.
 * Refuses: more than `cap` bytes, count x size over SIZE_MAX.
 */
#include "base/arena.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { FIRST_BLOCK = 1 << 13, LAST_BLOCK = 1 << 22 };

struct block {
	struct block *below;
	size_t depth, size, used;
	max_align_t data[];
};

struct adoptee {
	void *object;
	void (*destroy)(void *);
};

struct door {
	jmp_buf jump;
	struct door *outer;
};

struct arena {
	struct block *top;
	size_t cap, held, peak;
	struct adoptee *adopted;
	size_t n_adopted, adopted_room;
	struct door *door;
	struct ng_error error;
};

struct arena *arena_new(size_t cap)
{
	struct arena *arena = calloc(1, sizeof *arena);

	if (arena)
		arena->cap = cap;
	return arena;
}

static void drop_adopted(struct arena *arena, size_t keep)
{
	while (arena->n_adopted > keep) {
		struct adoptee *last = &arena->adopted[--arena->n_adopted];
		if (last->object)
			last->destroy(last->object);
	}
}

static void drop_blocks(struct arena *arena, size_t depth)
{
	while (arena->top && arena->top->depth > depth) {
		struct block *below = arena->top->below;
		arena->held -= arena->top->size;
		free(arena->top);
		arena->top = below;
	}
}

void arena_free(struct arena *arena)
{
	if (!arena)
		return;
	drop_adopted(arena, 0);
	drop_blocks(arena, 0);
	free(arena->adopted);
	free(arena);
}

__attribute__((format(printf, 5, 0))) static void set_error(struct ng_error *error, enum ng_status status,
							    struct ng_text where, unsigned long line,
							    const char *format, va_list args)
{
	error->status = status;
	error->line = line;
	snprintf(error->where, sizeof error->where, "%.*s", TEXT_ARGS(text_slice(where, 0, sizeof error->where - 1)));
	vsnprintf(error->what, sizeof error->what, format, args);
}

void error_set(struct ng_error *error, enum ng_status status, struct ng_text where, unsigned long line,
	       const char *format, ...)
{
	va_list args;

	va_start(args, format);
	set_error(error, status, where, line, format, args);
	va_end(args);
}

void arena_throw(struct arena *arena, const struct ng_error *error)
{
	if (error != &arena->error)
		arena->error = *error;
	if (!arena->door)
		abort(); /* a fault of the caller: memory is taken outside any arena_try() */
	longjmp(arena->door->jump, 1);
}

void arena_fail(struct arena *arena, enum ng_status status, struct ng_text where, unsigned long line,
		const char *format, ...)
{
	va_list args;

	va_start(args, format);
	set_error(&arena->error, status, where, line, format, args);
	va_end(args);
	arena_throw(arena, &arena->error);
}

static _Noreturn void no_memory(struct arena *arena)
{
	arena_fail(arena, NG_INTERNAL, TEXT(""), 0, "out of memory");
}

bool arena_try(struct arena *arena, void (*run)(void *data), void *data, struct ng_error *error)
{
	struct door door;
	struct arena_mark mark = arena_mark(arena);

	door.outer = arena->door;
	arena->door = &door;
	if (setjmp(door.jump)) {
		arena->door = door.outer;
		arena_reset(arena, mark);
		*error = arena->error;
		return false;
	}
	run(data);
	arena->door = door.outer;
	return true;
}

static void add_block(struct arena *arena, size_t need)
{
	size_t depth = arena->top ? arena->top->depth + 1 : 1;
	size_t size = arena->top ? arena->top->size * 2 : FIRST_BLOCK;

	if (size > LAST_BLOCK)
		size = LAST_BLOCK;
	if (size < need)
		size = need;
	if (size > arena->cap - arena->held)
		size = need;
	if (size > arena->cap - arena->held)
		arena_fail(arena, NG_BAD_INPUT, TEXT(""), 0, "needs more memory than the limit of %zu bytes",
			   arena->cap);
	struct block *block = size > SIZE_MAX - sizeof *block ? NULL : malloc(sizeof *block + size);
	if (!block)
		no_memory(arena);
	*block = (struct block){.below = arena->top, .depth = depth, .size = size};
	arena->top = block;
	arena->held += size;
	if (arena->held > arena->peak)
		arena->peak = arena->held;
}

void *arena_alloc(struct arena *arena, size_t count, size_t size)
{
	if (size && count > (SIZE_MAX - sizeof(max_align_t)) / size)
		arena_fail(arena, NG_BAD_INPUT, TEXT(""), 0, "a size is beyond what memory can hold");
	size_t need = count * size;
	need += (sizeof(max_align_t) - need % sizeof(max_align_t)) % sizeof(max_align_t);
	if (!arena->top || arena->top->size - arena->top->used < need)
		add_block(arena, need);
	void *at = (char *)arena->top->data + arena->top->used;
	arena->top->used += need;
	return memset(at, 0, need);
}

struct ng_text arena_copy(struct arena *arena, struct ng_text text)
{
	char *at = arena_alloc(arena, text.len, 1);

	if (text.len)
		memcpy(at, text.at, text.len);
	return (struct ng_text){at, text.len};
}

char *arena_string(struct arena *arena, struct ng_text text)
{
	char *at = arena_alloc(arena, text.len + 1, 1);

	if (text.len)
		memcpy(at, text.at, text.len);
	return at;
}

struct ng_text arena_format(struct arena *arena, const char *format, ...)
{
	va_list args, again;

	va_start(args, format);
	va_copy(again, args);
	int length = vsnprintf(NULL, 0, format, args);
	va_end(args);
	if (length < 0) {
		va_end(again);
		arena_fail(arena, NG_INTERNAL, TEXT(""), 0, "a text cannot be formatted");
	}
	char *at = arena_alloc(arena, (size_t)length + 1, 1);
	vsnprintf(at, (size_t)length + 1, format, again);
	va_end(again);
	return (struct ng_text){at, (size_t)length};
}

void *arena_adopt(struct arena *arena, void *object, void (*destroy)(void *))
{
	if (!object)
		no_memory(arena);
	if (arena->n_adopted == arena->adopted_room) {
		size_t room = arena->adopted_room ? arena->adopted_room * 2 : 8;
		struct adoptee *list = realloc(arena->adopted, room * sizeof *list);
		if (!list) {
			destroy(object);
			no_memory(arena);
		}
		arena->adopted = list;
		arena->adopted_room = room;
	}
	arena->adopted[arena->n_adopted++] = (struct adoptee){object, destroy};
	return object;
}

void arena_release(struct arena *arena, void *object)
{
	for (size_t i = arena->n_adopted; i-- > 0;) {
		struct adoptee *adoptee = &arena->adopted[i];
		if (adoptee->object != object)
			continue;
		adoptee->destroy(object);
		adoptee->object = NULL;
		while (arena->n_adopted && !arena->adopted[arena->n_adopted - 1].object)
			arena->n_adopted--;
		return;
	}
}

struct arena_mark arena_mark(const struct arena *arena)
{
	return (struct arena_mark){arena->top ? arena->top->depth : 0, arena->top ? arena->top->used : 0,
				   arena->n_adopted};
}

void arena_reset(struct arena *arena, struct arena_mark mark)
{
	drop_adopted(arena, mark.adopted);
	drop_blocks(arena, mark.depth);
	if (arena->top)
		arena->top->used = mark.used;
}

size_t arena_held(const struct arena *arena)
{
	return arena->held;
}

size_t arena_peak(const struct arena *arena)
{
	return arena->peak;
}

void *arena_room(struct arena *arena, void *at, size_t n, size_t *room, size_t size)
{
	if (n < *room)
		return at;
	size_t more = *room ? *room * 2 : 8;
	void *bigger = arena_alloc(arena, more, size);
	if (n)
		memcpy(bigger, at, n * size);
	*room = more;
	return bigger;
}
