/*
 * Vectors. In: items and which of them are originals. Out: one vector for all originals of one day with the very same
 * features, in order of days, with numbers for features and weights (cluster_weight.c).
 * A feature that one vector alone has can match nothing and gets no number. The most frequent feature is number 0: what
 * is looked up often lies close together.
 */
#include "story/cluster_vector.h"

#include "base/sort.h"
#include "story/cluster_weight.h"

/* A group of equal originals; `item` is the first of them. */
struct group {
	uint64_t equal; /* hash of features, counts and day */
	int32_t day;
	uint32_t item, size;
};

struct groups {
	struct group *at;
	size_t n;
};

static int by_equality(const void *a, const void *b, void *context)
{
	const struct group *x = a, *y = b;

	(void)context;
	if (x->equal != y->equal)
		return x->equal < y->equal ? -1 : 1;
	return (x->item > y->item) - (x->item < y->item);
}

static int by_day(const void *a, const void *b, void *context)
{
	const struct group *x = a, *y = b;

	(void)context;
	if (x->day != y->day) {
		if (x->day == NG_NO_DAY || y->day == NG_NO_DAY)
			return x->day == NG_NO_DAY ? 1 : -1;
		return x->day < y->day ? -1 : 1;
	}
	return (x->item > y->item) - (x->item < y->item);
}

static uint64_t hash_of_features(const struct item *item, int32_t day)
{
	uint64_t hash = hash_mix((uint64_t)(uint32_t)day, item->n_features);

	for (uint32_t i = 0; i < item->n_features; i++)
		hash = hash_mix(hash, (uint64_t)item->counts[i] << 32 | item->features[i]);
	return hash;
}

static struct groups find_originals(struct arena *arena, const struct item *items, size_t n,
				    const struct membership *members, int32_t today)
{
	struct groups originals = {arena_array(arena, n, struct group), 0};

	for (size_t i = 0; i < n; i++) {
		int32_t day = today != NG_NO_DAY && items[i].day > today ? today : items[i].day;
		if (members[i].original == i)
			originals.at[originals.n++] =
			    (struct group){hash_of_features(&items[i], day), day, (uint32_t)i, 1};
	}
	return originals;
}

/* Puts equals together; what has no features equals nothing. group_of[item] becomes the group's first item. */
static void group_equals(struct arena *arena, const struct item *items, struct groups *groups, uint32_t *group_of)
{
	size_t n = 0;

	sort_stable(arena, groups->at, groups->n, sizeof *groups->at, by_equality, NULL);
	for (size_t i = 0; i < groups->n; i++) {
		struct group one = groups->at[i];
		if (n && one.equal == groups->at[n - 1].equal && items[one.item].n_features)
			groups->at[n - 1].size++;
		else
			groups->at[n++] = one;
		group_of[one.item] = groups->at[n - 1].item;
	}
	groups->n = n;
	sort_stable(arena, groups->at, n, sizeof *groups->at, by_day, NULL);
}

/* Numbers by falling frequency, ties by hash: a counting sort. */
static uint32_t *number_features(struct arena *arena, const struct feature_counts *counts, size_t n,
				 uint32_t *frequencies)
{
	uint32_t *numbers = arena_array(arena, counts->keys.n, uint32_t);
	uint32_t *places = arena_array(arena, n + 2, uint32_t);

	for (uint32_t key = 0; key < counts->keys.n; key++)
		places[n - counts->lists[key] + 1]++;
	for (size_t i = 0; i <= n; i++)
		places[i + 1] += places[i];
	for (uint32_t key = 0; key < counts->keys.n; key++) {
		numbers[key] = places[n - counts->lists[key]]++;
		frequencies[numbers[key]] = counts->lists[key];
	}
	return numbers;
}

const struct vectors *vectors_make(struct arena *arena, const struct idf_tables *idf, const struct item *items,
				   size_t n, const struct membership *members, const struct cluster_options *options)
{
	struct vectors *vectors = arena_new_of(arena, struct vectors);
	struct groups groups = find_originals(arena, items, n, members, options->today);
	uint32_t *index = arena_array(arena, n, uint32_t);

	vectors->of = arena_array(arena, n, uint32_t);
	group_equals(arena, items, &groups, vectors->of);
	vectors->n = groups.n;
	vectors->at = arena_array(arena, groups.n, struct vector);
	struct hash_list *lists = arena_array(arena, groups.n, struct hash_list);
	struct weighing weighing = {.idf = idf, .items = arena_array(arena, groups.n, const struct item *)};
	for (size_t v = 0; v < groups.n; v++) {
		const struct item *item = &items[groups.at[v].item];
		vectors->at[v] = (struct vector){.size = groups.at[v].size,
						 .day = groups.at[v].day,
						 .weekdays = item->weekdays,
						 .title_only = item->n_words == 0};
		lists[v] = (struct hash_list){item->features, item->n_features};
		weighing.items[v] = item;
		index[groups.at[v].item] = (uint32_t)v;
	}
	for (size_t i = 0; i < n; i++)
		if (members[i].original == i)
			vectors->of[i] = index[vectors->of[i]];
	weighing.counts = feature_counts(arena, lists, vectors->n, options->jobs, options->memory_cap);
	vectors->n_features = weighing.counts.keys.n;
	vectors->frequencies = arena_array(arena, vectors->n_features, uint32_t);
	weighing.numbers = number_features(arena, &weighing.counts, vectors->n, vectors->frequencies);
	vectors->hashes = weighing.counts.keys.at;
	vectors->numbers = weighing.numbers;
	weighing.vectors = vectors;
	vectors_weigh(arena, &weighing, options->jobs, options->memory_cap);
	return vectors;
}
