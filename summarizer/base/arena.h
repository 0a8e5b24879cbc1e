/*
 * All memory of a stage. Allocation never returns NULL: on out-of-memory, or past the arena's cap, it jumps to the
 * nearest arena_try() of this arena, which frees what was allocated since and reports the error.
 * One arena belongs to one thread at a time.
 */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include "base/text.h"

struct arena;

struct arena *arena_new(size_t cap);  /* bytes it may hold; NULL: out of memory */
void arena_free(struct arena *arena); /* NULL is fine; destroys adopted objects, newest first */

/* Zeroed memory for `count` things of `size` bytes, aligned for any type. count x size is checked for overflow. */
void *arena_alloc(struct arena *arena, size_t count, size_t size);
#define arena_new_of(arena, type)       ((type *)arena_alloc((arena), 1, sizeof(type)))
#define arena_array(arena, count, type) ((type *)arena_alloc((arena), (count), sizeof(type)))

struct ng_text arena_copy(struct arena *arena, struct ng_text text);
char *arena_string(struct arena *arena, struct ng_text text); /* NUL-terminated; cut at the first NUL inside */
struct ng_text arena_format(struct arena *arena, const char *format, ...) __attribute__((format(printf, 2, 3)));

/*
 * Makes a foreign object (json-c, libxml2, a FILE) the arena's, so that a jump destroys it too. Destroys it at once
 * when there is no memory to note it. NULL object: out of memory in the foreign library, jumps.
 */
void *arena_adopt(struct arena *arena, void *object, void (*destroy)(void *));
void arena_release(struct arena *arena, void *object); /* destroys an adopted object now */

/* Frees everything allocated or adopted after the mark. */
struct arena_mark {
	size_t depth, used, adopted;
};
struct arena_mark arena_mark(const struct arena *arena);
void arena_reset(struct arena *arena, struct arena_mark mark);

size_t arena_held(const struct arena *arena); /* bytes held now */
size_t arena_peak(const struct arena *arena); /* most bytes ever held */

/*
 * Runs run(data). False: it failed; what was allocated inside is freed and *error says why. Nested calls are fine:
 * the innermost catches. Pointers allocated before the call stay good.
 */
bool arena_try(struct arena *arena, void (*run)(void *data), void *data, struct ng_error *error);

/* Gives up: jumps to the nearest arena_try(). `where` may be empty. */
_Noreturn void arena_fail(struct arena *arena, enum ng_status status, struct ng_text where, unsigned long line,
			  const char *format, ...) __attribute__((format(printf, 5, 6)));
/* The same with an error in hand (from another thread's arena). */
_Noreturn void arena_throw(struct arena *arena, const struct ng_error *error);

void error_set(struct ng_error *error, enum ng_status status, struct ng_text where, unsigned long line,
	       const char *format, ...) __attribute__((format(printf, 5, 6)));

/*
 * Growing arrays: any struct with members `at`, `n` and `room` (size_t). array_add() gives the address of a new
 * last element, zeroed. The old block stays in the arena until it is reset, so the waste is at most the size again.
 */
void *arena_room(struct arena *arena, void *at, size_t n, size_t *room, size_t size);
#define array_add(arena, list)                                                                                         \
	((list)->at = arena_room((arena), (list)->at, (list)->n, &(list)->room, sizeof *(list)->at), (list)->n++,      \
	 &(list)->at[(list)->n - 1])

#endif
