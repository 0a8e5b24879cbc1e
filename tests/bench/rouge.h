/* ROUGE-1, -2 and -L F1 (Lin 2004) of a summary against its references, over numbered words. For rank_trial.c. */
#ifndef BENCH_ROUGE_H
#define BENCH_ROUGE_H

#include "base/arena.h"

struct rouge_text {
	uint64_t *words;
	size_t n;
	uint64_t *ones, *twos; /* the words and the pairs of neighbours, each sorted */
};

struct rouge_text rouge_text(struct arena *arena, const uint64_t *words, size_t n);
/* The mean of the three, 0 ... 1. */
double rouge(struct arena *arena, const struct rouge_text *summary, const struct rouge_text *reference);

#endif
