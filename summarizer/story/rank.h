/* Which sentences tell a story: TextRank at the centre of one linear scorer with named terms, greedy selection. */
#ifndef STORY_RANK_H
#define STORY_RANK_H

#include "language/word.h"

/* One candidate sentence, and what its score is made of. */
enum rank_term { RANK_TERMS_MAX = 48 };

struct ranked {
	uint32_t document, sentence;
	double score;
	float terms[RANK_TERMS_MAX];  /* for `explain`; names by rank_term_name() */
};

struct ranking {
	struct ranked *at;            /* in document order */
	size_t n;
};

struct rank_budget {
	size_t words, sentences;      /* 0: none; one of them is given */
	bool cut_last;                /* words: the last sentence may pass the budget (a scorer cuts it) */
	bool reader;                  /* what a reader needs: no dangling antecedent, a first sentence that stands alone */
};

struct chosen {
	uint32_t document, sentence;
	double score;
};
struct choice {
	struct chosen *at;            /* in reading order */
	size_t n;
};

/* documents: those with a vote (copies left out), in canonical order, with sentences and words. */
struct ranking rank_sentences(struct arena *arena, const struct document *documents, size_t n, size_t limit);
struct choice rank_select(struct arena *arena, const struct document *documents, size_t n, const struct ranking *ranking,
                          const struct rank_budget *budget);
const char *rank_term_name(size_t term);  /* NULL: past the last */

#endif
