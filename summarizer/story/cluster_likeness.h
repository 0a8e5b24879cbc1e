/* How alike two articles are, given the cosine of their words; and how alike is alike enough in a collection. */
#ifndef STORY_CLUSTER_LIKENESS_H
#define STORY_CLUSTER_LIKENESS_H

#include "story/cluster_vector.h"

enum { LIKENESS_DAYS = 64 };

struct likeness {
	double least;               /* mean likeness at which clusters join */
	double floor;               /* pairs below count 0 */
	double fade[LIKENESS_DAYS]; /* factor by days between two articles */
	double titles;              /* factor for two dated titles without text */
	int32_t reach;              /* days beyond which nothing comes up to the floor */
};

struct likeness likeness_for(const struct vectors *vectors, double tightness);

/* What a cosine is multiplied by at most. */
double likeness_most(const struct likeness *likeness);

/* At most 1; `cosine` 1 gives what the pair can reach at best. */
double likeness_of(const struct likeness *likeness, const struct vector *a, const struct vector *b, double cosine);

#endif
