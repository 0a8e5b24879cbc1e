/* The terms of a sentence, one function a family; each fills its terms of all rows. */
#ifndef STORY_RANK_TERMS_H
#define STORY_RANK_TERMS_H

#include "story/rank.h"
#include "story/textrank.h"

void terms_likeness(struct arena *arena, const struct rows *rows, const struct graph *graph, struct ranked *at);
void terms_place(const struct rows *rows, struct ranked *at);
void terms_length(const struct rows *rows, struct ranked *at);
void terms_words(struct arena *arena, const struct rows *rows, const struct graph *graph, struct ranked *at);
void terms_surface(const struct rows *rows, const struct document *documents, struct ranked *at);

/* Divides a term by its largest value, so that the largest is 1. */
void terms_scale(struct ranked *at, size_t n, enum rank_term term);

#endif
