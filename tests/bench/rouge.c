/*
 * In: two texts as sequences of stems, stop words included. Out: the mean of ROUGE-1, -2 and -L F1 (Lin 2004), the last
 * over the longest common subsequence of the whole texts. Quadratic in the lengths, which are those of summaries.
 */
#include "rouge.h"

#include "base/sort.h"

static int by_number(const void *a, const void *b, void *context)
{
	uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;

	(void)context;
	return (x > y) - (x < y);
}

struct rouge_text rouge_text(struct arena *arena, const uint64_t *words, size_t n)
{
	struct rouge_text text = {
	    .words = arena_array(arena, n, uint64_t),
	    .n = n,
	    .ones = arena_array(arena, n, uint64_t),
	    .twos = arena_array(arena, n, uint64_t),
	};

	for (size_t i = 0; i < n; i++) {
		text.words[i] = text.ones[i] = words[i];
		if (i + 1 < n)
			text.twos[i] = hash_mix(words[i], words[i + 1]);
	}
	sort_stable(arena, text.ones, n, sizeof *text.ones, by_number, NULL);
	sort_stable(arena, text.twos, n ? n - 1 : 0, sizeof *text.twos, by_number, NULL);
	return text;
}

static double f1(size_t hits, size_t a, size_t b)
{
	return hits ? 2. * (double)hits / (double)(a + b) : 0;
}

static double overlap(const uint64_t *a, size_t n_a, const uint64_t *b, size_t n_b)
{
	size_t hits = 0;

	for (size_t i = 0, j = 0; i < n_a && j < n_b;) {
		hits += a[i] == b[j];
		if (a[i] == b[j])
			i++, j++;
		else if (a[i] < b[j])
			i++;
		else
			j++;
	}
	return f1(hits, n_a, n_b);
}

static double subsequence(struct arena *arena, const struct rouge_text *a, const struct rouge_text *b)
{
	struct arena_mark mark = arena_mark(arena);
	uint32_t *longest = arena_array(arena, b->n + 1, uint32_t);

	for (size_t i = 0; i < a->n; i++) {
		uint32_t diagonal = 0;
		for (size_t j = 1; j <= b->n; j++) {
			uint32_t above = longest[j], left = longest[j - 1];
			longest[j] = a->words[i] == b->words[j - 1] ? diagonal + 1 : above > left ? above : left;
			diagonal = above;
		}
	}
	double score = f1(longest[b->n], a->n, b->n);
	arena_reset(arena, mark);
	return score;
}

double rouge(struct arena *arena, const struct rouge_text *summary, const struct rouge_text *reference)
{
	double one = overlap(summary->ones, summary->n, reference->ones, reference->n);
	double two = overlap(summary->twos, summary->n ? summary->n - 1 : 0, reference->twos,
			     reference->n ? reference->n - 1 : 0);

	return (one + two + subsequence(arena, summary, reference)) / 3;
}
