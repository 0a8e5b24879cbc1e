/*
 * The second look: each block among the others. In: first scores. Out: a second row for each block: scores of
 * neighbours, siblings and blocks of the same pattern, the frame that holds most evidence (the container) and what
 * stands between it and the block. Evidence of a block = (score - .4) x its words, at most 80; summed up the frames,
 * the largest sum wins.
 */
#include "read/html_terms.h"

#include "base/table.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_WORDS = 80, PATTERN_WORDS = 40, NEVER = 99 };

struct sum {
	float score, weight;
	uint32_t n;
};

struct html_context {
	const struct html_page *page;
	const struct html_terms *terms;
	const float *score;
	uint32_t container;        /* the frame with most evidence */
	float *evidence, *taken;   /* of each frame: summed evidence; words in blocks scored over .5 */
	bool *inside;              /* frames in the container */
	uint32_t *branch;          /* the container's child a frame is in */
	uint32_t *depth, *out;     /* levels below the container; from where the way to it leaves */
	unsigned *classes, *marks; /* between container and frame */
	struct sum *siblings;      /* of each frame */
	struct {
		struct sum *at;
		size_t n, room;
	} patterns;
	uint32_t *pattern;    /* of each block */
	float *before;        /* accepted words before each block */
	uint32_t *since, *to; /* blocks to the nearest sure paragraph */
};

static float weight_of(const struct html_block *block, float most)
{
	return (float)block->words < most ? (float)block->words : most;
}

static void sum_evidence(struct html_context *context)
{
	const struct html_page *page = context->page;
	size_t n = page->frames.n;
	uint32_t best = 0;

	context->evidence = arena_array(page->arena, n, float);
	context->taken = arena_array(page->arena, n, float);
	context->siblings = arena_array(page->arena, n, struct sum);
	for (size_t i = 0; i < page->blocks.n; i++) {
		const struct html_block *block = &page->blocks.at[i];
		float score = context->score[i], weight = weight_of(block, PATTERN_WORDS);
		context->evidence[block->frame] += (score - .4f) * weight_of(block, MOST_WORDS);
		context->taken[block->frame] += score > .5f ? (float)block->words : 0;
		struct sum *sum = &context->siblings[page->frames.at[block->frame].parent];
		sum->score += score * weight;
		sum->weight += weight;
	}
	for (size_t i = n; i-- > 1;) {
		context->evidence[page->frames.at[i].parent] += context->evidence[i];
		context->taken[page->frames.at[i].parent] += context->taken[i];
	}
	for (uint32_t i = 1; i < n; i++)
		if (context->evidence[i] >= context->evidence[best])
			best = i;
	context->container = best;
}

static void look_down(struct html_context *context)
{
	const struct html_page *page = context->page;
	size_t n = page->frames.n;
	uint32_t best = context->container;
	bool *on_path = arena_array(page->arena, n, bool);

	context->inside = arena_array(page->arena, n, bool);
	context->branch = arena_array(page->arena, n, uint32_t);
	context->depth = arena_array(page->arena, n, uint32_t);
	context->out = arena_array(page->arena, n, uint32_t);
	context->classes = arena_array(page->arena, n, unsigned);
	context->marks = arena_array(page->arena, n, unsigned);
	for (uint32_t frame = best;; frame = page->frames.at[frame].parent) {
		on_path[frame] = true;
		context->out[frame] = page->frames.at[best].depth - page->frames.at[frame].depth;
		if (frame == 0)
			break;
	}
	context->inside[best] = true;
	for (uint32_t i = 0; i < n; i++) {
		const struct html_frame *frame = &page->frames.at[i];
		uint32_t above = frame->parent;
		if (on_path[i])
			continue;
		context->inside[i] = context->inside[above];
		context->classes[i] = context->classes[above] | frame->classes;
		context->marks[i] = context->marks[above] | frame->marks;
		if (context->inside[i]) {
			context->depth[i] = context->depth[above] + 1;
			context->branch[i] = above == best ? i : context->branch[above];
		} else {
			context->out[i] = context->out[above];
		}
	}
}

/* Blocks made alike: the same tag and classes of frame and parent; list items only within one list. */
static void sum_patterns(struct html_context *context)
{
	const struct html_page *page = context->page;
	struct table table = table_new(page->arena);
	struct pattern {
		const struct html_tag *tag, *above;
		uint32_t list;
		unsigned classes, above_classes;
	} *keys = arena_array(page->arena, page->blocks.n, struct pattern);

	context->pattern = arena_array(page->arena, page->blocks.n, uint32_t);
	for (size_t i = 0; i < page->blocks.n; i++) {
		const struct html_block *block = &page->blocks.at[i];
		const struct html_frame *frame = &page->frames.at[block->frame],
					*above = &page->frames.at[frame->parent];
		keys[i].tag = frame->tag;
		keys[i].above = above->tag;
		keys[i].classes = frame->classes | block->classes;
		keys[i].above_classes = above->classes;
		keys[i].list = frame->tag->kind == HTML_ITEM || frame->tag->kind == HTML_CELL ? above->parent + 1 : 0;
		struct ng_text key = {(const char *)&keys[i], sizeof keys[i]};
		struct table_entry *entry = table_put(&table, key);
		if (entry->value == 0) {
			*array_add(page->arena, &context->patterns) = (struct sum){0};
			entry->value = context->patterns.n;
		}
		context->pattern[i] = (uint32_t)(entry->value - 1);
		struct sum *sum = &context->patterns.at[entry->value - 1];
		float weight = weight_of(block, PATTERN_WORDS);
		sum->score += context->score[i] * weight;
		sum->weight += weight;
		sum->n++;
	}
}

static void count_words(struct html_context *context)
{
	const struct html_page *page = context->page;
	size_t n = page->blocks.n;
	uint32_t distance = NEVER;

	context->before = arena_array(page->arena, n + 1, float);
	context->since = arena_array(page->arena, n, uint32_t);
	context->to = arena_array(page->arena, n, uint32_t);
	for (size_t i = 0; i < n; i++) {
		const struct html_block *block = &page->blocks.at[i];
		float score = context->score[i];
		bool counts = score > .5f && context->inside[block->frame];
		context->before[i + 1] = context->before[i] + (counts ? (float)block->words : 0);
		context->since[i] = distance;
		distance = score > .7f && block->words >= 10 ? 1 : distance < NEVER ? distance + 1 : NEVER;
	}
	distance = NEVER;
	for (size_t i = n; i-- > 0;) {
		context->to[i] = distance;
		distance = context->score[i] > .7f && page->blocks.at[i].words >= 10 ? 1
			   : distance < NEVER                                        ? distance + 1
										     : NEVER;
	}
}

/* The mean of the others' scores, this block taken out; -.1: there are none. */
static float mean_of_others(const struct sum *sum, float score, float weight)
{
	return sum->weight - weight > .5f ? (sum->score - score * weight) / (sum->weight - weight) : -.1f;
}

static void put_scores(const struct html_context *context, size_t i, float *row)
{
	const float *score = context->score;
	size_t n = context->page->blocks.n;
	float sum = 0, weight = 0;
	float *at = row + CONTEXT_SCORES;

	for (int offset = -4; offset <= 4; offset++) {
		size_t j = i + (size_t)offset;
		float here = j < n ? score[j] : -.1f;
		if (offset == 0)
			continue;
		if (offset >= -3 && offset <= 3)
			*at++ = here;
		if (j < n) {
			float w = weight_of(&context->page->blocks.at[j], PATTERN_WORDS) / (float)(1 + abs(offset));
			sum += w * here;
			weight += w;
		}
	}
	row[CONTEXT_NEAR] = weight > 0 ? sum / weight : 0;
}

void html_context_row(const struct html_context *context, size_t i, float *row)
{
	const struct html_page *page = context->page;
	const struct html_block *block = &page->blocks.at[i];
	float own[HTML_TERMS];
	uint32_t frame = block->frame, branch = context->branch[frame];
	bool inside = context->inside[frame];
	float score = context->score[i], weight = weight_of(block, PATTERN_WORDS);
	float total = fmaxf(1, context->before[page->blocks.n]),
	      after = context->before[page->blocks.n] - context->before[i + 1];
	unsigned classes = (inside ? context->classes[frame] : page->frames.at[frame].all_classes) | block->classes;

	html_terms_row(context->terms, i, own);
	row[CONTEXT_SCORE] = score;
	row[CONTEXT_INSIDE] = inside;
	row[CONTEXT_DEPTH] = inside ? (float)context->depth[frame] : -1;
	row[CONTEXT_OUT] = (float)context->out[frame];
	row[CONTEXT_BEFORE] = context->before[i] / total;
	row[CONTEXT_AFTER] = after / total;
	row[CONTEXT_WORDS_BEFORE] = logf(1 + context->before[i]);
	row[CONTEXT_WORDS_AFTER] = logf(1 + after);
	row[CONTEXT_SHARE] = context->taken[context->container] / fmaxf(1e-6f, context->taken[0]);
	row[CONTEXT_SINCE_SURE] = (float)context->since[i];
	row[CONTEXT_TO_SURE] = (float)context->to[i];
	row[CONTEXT_PATTERN] = mean_of_others(&context->patterns.at[context->pattern[i]], score, weight);
	row[CONTEXT_SIBLINGS] = mean_of_others(&context->siblings[page->frames.at[frame].parent], score, weight);
	row[CONTEXT_BRANCH] = branch ? context->evidence[branch] : 0;
	row[CONTEXT_BRANCH_LINK] =
	    branch   ? (float)page->frames.at[branch].link_letters / fmaxf(1, (float)page->frames.at[branch].letters)
	    : inside ? own[TERM_FRAME_LINK]
		     : 1;
	row[CONTEXT_BRANCH_WORDS] = branch ? logf(1 + (float)page->frames.at[branch].words) : 0;
	row[CONTEXT_BRANCH_TAKEN] =
	    branch ? context->taken[branch] / fmaxf(1, (float)page->frames.at[branch].words) : 0;
	put_scores(context, i, row);
	for (unsigned class = 0; class < HTML_CLASSES; class ++)
		row[CONTEXT_CLASS + class] = (float)(classes >> class & 1);
	for (unsigned mark = 0; mark < HTML_MARKS; mark++)
		row[CONTEXT_MARK + mark] = (float)(context->marks[frame] >> mark & 1);
	memcpy(row + CONTEXT_OWN, own, TERM_CLASS * sizeof *own);
	memcpy(row + CONTEXT_OWN + TERM_CLASS, own + TERM_NEIGHBOUR, 4 * 5 * sizeof *own);
}

struct html_context *html_context_new(const struct html_page *page, const struct html_terms *terms, const float *score)
{
	struct html_context *context = arena_new_of(page->arena, struct html_context);

	context->page = page;
	context->terms = terms;
	context->score = score;
	sum_evidence(context);
	look_down(context);
	sum_patterns(context);
	count_words(context);
	return context;
}
