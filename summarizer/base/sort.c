/*
 * Stable sort, and the search in what is sorted. In: an array, an order with a context. Out: the same array in order,
 * equals as they were. Bottom-up merge sort (Knuth, TAOCP 5.2.4) between the array and a copy in the arena; two runs
 * that stand in order already are copied whole. No recursion.
 */
#include "base/sort.h"

#include <string.h>

struct sorting {
	size_t size;
	int (*order)(const void *, const void *, void *);
	void *context;
};

/* Merges [left, right) and [right, end) of `from`, as byte offsets, into the same place of `to`. */
static void merge(const struct sorting *sorting, const char *from, char *to, size_t left, size_t right, size_t end)
{
	size_t size = sorting->size, a = left, b = right;

	if (right == end || sorting->order(from + right - size, from + right, sorting->context) <= 0) {
		memcpy(to + left, from + left, end - left);
		return;
	}
	for (size_t at = left; at < end; at += size) {
		bool take_b = a == right || (b < end && sorting->order(from + a, from + b, sorting->context) > 0);
		size_t *source = take_b ? &b : &a;
		memcpy(to + at, from + *source, size);
		*source += size;
	}
}

void sort_stable(struct arena *arena, void *at, size_t n, size_t size, int (*order)(const void *, const void *, void *),
		 void *context)
{
	if (n < 2)
		return;
	struct sorting sorting = {size, order, context};
	struct arena_mark mark = arena_mark(arena);
	char *from = at, *to = arena_alloc(arena, n, size);
	size_t total = n * size;

	for (size_t run = size; run < total; run *= 2) {
		for (size_t left = 0; left < total;) {
			size_t right = total - left > run ? left + run : total;
			size_t end = total - right > run ? right + run : total;
			merge(&sorting, from, to, left, right, end);
			left = end;
		}
		char *swap = from;
		from = to;
		to = swap;
	}
	if (from != at)
		memcpy(at, from, total);
	arena_reset(arena, mark);
}

size_t sort_place(const void *at, size_t n, size_t size, const void *key,
		  int (*order)(const void *, const void *, void *), void *context)
{
	size_t low = 0, high = n;

	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (order((const char *)at + middle * size, key, context) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}
