/*
 * Document frequencies of hashes. In: lists of hashes. Out: in ascending order those of two lists or more, with counts.
 * The range of hashes is cut into shares, 4 to 16 as they are many; a task gathers the hashes of one share from all
 * lists and sorts them by radix (Knuth, TAOCP 5.2.5), so that equals stand together. No hash table: nothing can be made
 * to collide, and the shares' answers follow one another in order whatever the number of threads.
 */
#include "story/feature_counts.h"

#include <string.h>

#include "base/pool.h"

enum { SHARE_BITS_LEAST = 2, SHARE_BITS_MOST = 4, SHARES_MOST = 1 << SHARE_BITS_MOST, SHARE_HASHES = 8 << 20 };
enum { DIGIT_BITS = 10, DIGITS = 1 << DIGIT_BITS, FEW = 64 };

struct share {
	uint32_t *keys, *lists;
	size_t n;
};

struct counting {
	const struct hash_list *lists;
	size_t n;
	unsigned shift;            /* a hash's share is hash >> shift */
	size_t sizes[SHARES_MOST]; /* hashes of each share, repeated ones too */
	struct share shares[SHARES_MOST];
};

/* Writes the share's hashes of all lists; `into` has room for one more than there are. */
static void gather(const struct counting *counting, uint32_t share, uint32_t *restrict into)
{
	unsigned shift = counting->shift;

	for (size_t i = 0; i < counting->n; i++) {
		const uint32_t *restrict at = counting->lists[i].at;
		for (uint32_t k = 0, n = counting->lists[i].n; k < n; k++) {
			*into = at[k]; /* overwritten when it is another share's: cheaper than a branch */
			into += at[k] >> shift == share;
		}
	}
}

/* As few shares as are not too large: each costs a look at all hashes. */
static void cut_into_shares(struct counting *counting)
{
	unsigned bits = SHARE_BITS_LEAST;
	size_t sum = 0;

	for (size_t i = 0; i < counting->n; i++)
		sum += counting->lists[i].n;
	while (bits < SHARE_BITS_MOST && sum >> bits > SHARE_HASHES)
		bits++;
	counting->shift = 32 - bits;
	for (size_t i = 0; i < counting->n; i++)
		for (uint32_t k = 0; k < counting->lists[i].n; k++)
			counting->sizes[counting->lists[i].at[k] >> counting->shift]++;
}

static void insertion_sort(uint32_t *at, size_t n)
{
	for (size_t i = 1; i < n; i++) {
		uint32_t value = at[i];
		size_t j = i;
		for (; j > 0 && at[j - 1] > value; j--)
			at[j] = at[j - 1];
		at[j] = value;
	}
}

/* By the lowest 30 bits; the others are the same in one share. The answer is in one of the two arrays. */
static uint32_t *radix_sort(uint32_t *from, uint32_t *to, size_t n)
{
	for (unsigned shift = 0; shift < 32 - SHARE_BITS_LEAST; shift += DIGIT_BITS) {
		size_t places[DIGITS] = {0}, sum = 0;
		for (size_t i = 0; i < n; i++)
			places[from[i] >> shift & (DIGITS - 1)]++;
		for (size_t d = 0; d < DIGITS; d++) {
			size_t size = places[d];
			places[d] = sum;
			sum += size;
		}
		for (size_t i = 0; i < n; i++)
			to[places[from[i] >> shift & (DIGITS - 1)]++] = from[i];
		uint32_t *swap = from;
		from = to;
		to = swap;
	}
	return from;
}

static size_t run_of(const uint32_t *sorted, size_t i, size_t n)
{
	size_t end = i + 1;

	while (end < n && sorted[end] == sorted[i])
		end++;
	return end - i;
}

static void keep_runs(struct arena *keep, const uint32_t *sorted, size_t n, struct share *share)
{
	size_t runs = 0, run;

	for (size_t i = 0; i < n; i += run) {
		run = run_of(sorted, i, n);
		runs += run > 1;
	}
	share->keys = arena_array(keep, runs, uint32_t);
	share->lists = arena_array(keep, runs, uint32_t);
	for (size_t i = 0; i < n; i += run) {
		run = run_of(sorted, i, n);
		if (run < 2)
			continue;
		share->keys[share->n] = sorted[i];
		share->lists[share->n++] = (uint32_t)run;
	}
}

static void count_share(void *shared, void *own, size_t task, struct arena *keep, struct arena *scratch)
{
	struct counting *counting = shared;
	size_t n = counting->sizes[task];
	uint32_t *hashes = arena_array(scratch, n + 1, uint32_t);

	(void)own;
	gather(counting, (uint32_t)task, hashes);
	if (n <= FEW)
		insertion_sort(hashes, n);
	else
		hashes = radix_sort(hashes, arena_array(scratch, n, uint32_t), n);
	keep_runs(keep, hashes, n, &counting->shares[task]);
}

struct feature_counts feature_counts(struct arena *arena, const struct hash_list *lists, size_t n, unsigned jobs,
				     size_t memory_cap)
{
	struct counting counting = {.lists = lists, .n = n};
	struct feature_counts counts = {0};
	size_t sum = 0;

	cut_into_shares(&counting);
	size_t n_shares = (size_t)1 << (32 - counting.shift);
	pool_run(arena, jobs, memory_cap,
		 &(struct pool_job){.shared = &counting, .run = count_share, .n_tasks = n_shares});
	for (size_t s = 0; s < n_shares; s++)
		sum += counting.shares[s].n;
	if (sum >= FEATURE_NONE)
		arena_fail(arena, NG_BAD_INPUT, TEXT(""), 0, "the articles have too many different words");
	uint32_t *keys = arena_array(arena, sum, uint32_t);
	counts.lists = arena_array(arena, sum, uint32_t);
	sum = 0;
	for (size_t s = 0; s < n_shares; s++) {
		const struct share *share = &counting.shares[s];
		memcpy(keys + sum, share->keys, share->n * sizeof *keys);
		memcpy(counts.lists + sum, share->lists, share->n * sizeof *counts.lists);
		sum += share->n;
	}
	counts.keys = feature_keys(arena, keys, sum);
	return counts;
}
