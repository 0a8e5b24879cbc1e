/* Stable merge sort with a context: the order of equals is that of the input, whatever the libc. And the search. */
#ifndef BASE_SORT_H
#define BASE_SORT_H

#include "base/arena.h"

/* order(a, b, context) < 0: a first. n log n; takes n x size bytes of the arena and gives them back. */
void sort_stable(struct arena *arena, void *at, size_t n, size_t size, int (*order)(const void *, const void *, void *),
		 void *context);

/* How many items of a sorted array come before `key`, which is an item, too. log n. */
size_t sort_place(const void *at, size_t n, size_t size, const void *key,
		  int (*order)(const void *, const void *, void *), void *context);

#endif
