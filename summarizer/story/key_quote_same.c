/*
 * In: quotations as runs of stems. Out: groups of those that are the same, one perhaps a cut of the other. Two are the
 * same when SHARED of the shorter one's runs of SHINGLE words stand in the longer (shingles: Broder 1997). Candidates
 * are those with a common run; each is compared with the first of its kind only, so the work is n log n in all words.
 */
#include "story/key_quote_same.h"

#include "base/sort.h"

enum { SHINGLE = 5 };
static const double SHARED = .6;

struct shingle {
	uint64_t hash;
	uint32_t quote;
};

struct shingles {
	struct shingle *at;
	size_t n;
	size_t *start; /* of each quotation, in its own sorted list */
	uint64_t *own;
};

static int by_hash(const void *a, const void *b, void *context)
{
	const struct shingle *left = a, *right = b;
	(void)context;
	return (left->hash > right->hash) - (left->hash < right->hash);
}

static int by_number(const void *a, const void *b, void *context)
{
	uint64_t left = *(const uint64_t *)a, right = *(const uint64_t *)b;
	(void)context;
	return (left > right) - (left < right);
}

static uint64_t hash_run(const struct word *words, size_t n)
{
	uint64_t hash = n;

	for (size_t i = 0; i < n; i++)
		hash = hash_mix(hash, words[i].stem);
	return hash;
}

static struct shingles shingles_of(struct arena *arena, const struct quote_words_of *quotes, size_t n)
{
	struct shingles list = {.start = arena_array(arena, n + 1, size_t)};

	for (size_t q = 0; q < n; q++)
		list.start[q + 1] =
		    list.start[q] + (quotes[q].n >= SHINGLE ? quotes[q].n - SHINGLE + 1 : quotes[q].n > 0);
	list.n = list.start[n];
	list.at = arena_array(arena, list.n, struct shingle);
	list.own = arena_array(arena, list.n, uint64_t);
	for (size_t q = 0; q < n; q++) {
		size_t from = list.start[q], count = list.start[q + 1] - from;
		size_t length = quotes[q].n < SHINGLE ? quotes[q].n : SHINGLE;
		for (size_t i = 0; i < count; i++) {
			uint64_t hash = hash_run(quotes[q].at + i, length);
			list.at[from + i] = (struct shingle){hash, (uint32_t)q};
			list.own[from + i] = hash;
		}
		sort_stable(arena, list.own + from, count, sizeof *list.own, by_number, NULL);
	}
	sort_stable(arena, list.at, list.n, sizeof *list.at, by_hash, NULL);
	return list;
}

static bool same(const struct shingles *list, uint32_t a, uint32_t b)
{
	size_t i = list->start[a], j = list->start[b], n = list->start[a + 1], m = list->start[b + 1], common = 0;
	size_t shorter = n - i < m - j ? n - i : m - j;

	while (i < n && j < m) {
		uint64_t left = list->own[i], right = list->own[j];
		common += left == right;
		i += left <= right;
		j += right <= left;
	}
	return (double)common >= SHARED * (double)shorter;
}

static uint32_t root_of(uint32_t *parent, uint32_t i)
{
	while (parent[i] != i)
		i = parent[i] = parent[parent[i]];
	return i;
}

size_t key_quote_groups(struct arena *arena, const struct quote_words_of *quotes, size_t n, uint32_t *group)
{
	struct shingles list = shingles_of(arena, quotes, n);
	uint32_t *parent = arena_array(arena, n, uint32_t);
	size_t groups = 0;

	for (size_t q = 0; q < n; q++)
		parent[q] = (uint32_t)q;
	for (size_t i = 0, first = 0; i < list.n; i++) {
		if (list.at[i].hash != list.at[first].hash)
			first = i;
		uint32_t a = root_of(parent, list.at[first].quote), b = root_of(parent, list.at[i].quote);
		if (a != b && same(&list, list.at[first].quote, list.at[i].quote))
			parent[a > b ? a : b] = a > b ? b : a;
	}
	for (size_t q = 0; q < n; q++) {
		uint32_t root = root_of(parent, (uint32_t)q);
		group[q] = root == q ? (uint32_t)groups++ : group[root];
	}
	return groups;
}
