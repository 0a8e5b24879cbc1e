/* The learned figures of ranking and selection; rank_weights.c says where they come from. */
#ifndef STORY_RANK_WEIGHTS_H
#define STORY_RANK_WEIGHTS_H

#include "story/concept.h"
#include "story/rank.h"

struct rank_weights {
	double sentence[RANK_TERMS];
	double concept[CONCEPT_TERMS];
	double repetition;   /* of the largest cosine to a chosen sentence */
	double coverage;     /* of the concepts not yet told, the best sentence at the start 1 */
	double length_power; /* coverage is divided by words^this */
	double pair;         /* a pair of stems against one stem */
};

extern const struct rank_weights rank_weights_single; /* one document */
extern const struct rank_weights rank_weights_multi;  /* several */

/* Fills scores by other weights than rank_sentences() took; for fitting. */
void rank_score(struct ranking *ranking, const struct rank_weights *weights);

#endif
