/*
 * The first look: each block alone. In: measured blocks, frames, metadata. Out: a row of figures for each block, as
 * html_model.c was fitted to them: size, links, words, phrases, classes near and far, the frames around, the place
 * after the headline, likeness to title, description and JSON-LD's articleBody. Linear in the page.
 */
#include "read/html_terms.h"

#include "read/shingles.h"

#include "base/sort.h"

#include <math.h>

enum { LONG_AGO = 60, LONG_AGO_WORDS = 2000, SHORT_PARAGRAPH = 50, LONG_PARAGRAPH = 300, PART_WORDS = 40 };

struct html_terms {
	const struct html_page *page;
	struct word_hashes title;
	struct shingles description, data;
	bool has_data;
	uint32_t *order;  /* of each frame: frames like it, with prose, before it among its siblings; or of one above */
	float *prose;     /* of each frame: mass of paragraphs */
	uint32_t densest; /* the frame with most of it */
	unsigned char *inside;       /* of each frame: 2 in the densest, 1 in the one above it */
	uint32_t *article;           /* of each frame: the innermost article element it is in; 0: none */
	bool *elsewhere;             /* of each frame: in an article element apart from the headline\'s */
	uint32_t *before;            /* words before each block */
	uint32_t *seen, *duplicates; /* blocks of the same words before, and in all others */
	uint32_t *stop_heading;      /* number of the last heading of that kind before each block; 0: none */
	size_t headline;
};

static float share(uint32_t part, uint32_t whole)
{
	return (float)part / (float)(whole ? whole : 1);
}

static float size_of(uint32_t words)
{
	return logf(1 + (float)words);
}

static size_t distinct_hits(const struct word_hashes *set, const uint64_t *words, size_t n)
{
	size_t hits = 0;

	for (size_t i = 0; i < set->n; i++) {
		struct word_hashes before = {set->at, i, i}, block = {(uint64_t *)(uintptr_t)words, n, n};
		hits += !words_hold(&before, set->at[i]) && words_hold(&block, set->at[i]);
	}
	return hits;
}

/* The block most like the title; an early h1 otherwise. */
static size_t find_headline(const struct html_terms *terms)
{
	const struct html_page *page = terms->page;
	size_t best = SIZE_MAX;
	double highest = -1;

	for (size_t i = 0; i < page->blocks.n; i++) {
		const struct html_block *block = &page->blocks.at[i];
		int level = page->frames.at[block->frame].tag->level;
		if (block->words > 40 || block->n_words == 0)
			continue;
		struct word_hashes own = {page->words.at + block->first_word, block->n_words, block->n_words};
		double like = terms->title.n ? words_jaccard(&own, &terms->title) : 0;
		if (like < .3 && level != 1)
			continue;
		double score = 2 * like +
			       (level == 1   ? .5
				: level == 2 ? .2
					     : 0) -
			       (block->link * 2 > block->letters ? .6 : 0) - .3 * (double)i / (double)page->blocks.n;
		if (score > highest) {
			highest = score;
			best = i;
		}
	}
	return best;
}

struct twins {
	uint64_t hash;
	uint32_t index;
};

static int order_twins(const void *a, const void *b, void *context)
{
	const struct twins *x = a, *y = b;

	(void)context;
	return x->hash != y->hash ? (x->hash < y->hash ? -1 : 1) : (x->index > y->index) - (x->index < y->index);
}

static void count_duplicates(struct html_terms *terms)
{
	const struct html_page *page = terms->page;
	size_t n = page->blocks.n;
	struct twins *twins = arena_array(page->arena, n, struct twins);

	terms->seen = arena_array(page->arena, n, uint32_t);
	terms->duplicates = arena_array(page->arena, n, uint32_t);
	for (uint32_t i = 0; i < n; i++)
		twins[i] = (struct twins){page->blocks.at[i].hash, i};
	sort_stable(page->arena, twins, n, sizeof *twins, order_twins, NULL);
	for (size_t start = 0, end; start < n; start = end) {
		for (end = start + 1; end < n && twins[end].hash == twins[start].hash;)
			end++;
		for (size_t i = start; i < end; i++) {
			terms->seen[twins[i].index] = (uint32_t)(i - start);
			terms->duplicates[twins[i].index] = (uint32_t)(end - start - 1);
		}
	}
}

/* Headings of the headline's level in each frame; NULL: the headline is no heading. */
static uint32_t *count_heads(const struct html_terms *terms)
{
	const struct html_page *page = terms->page;
	const struct html_frame *frames = page->frames.at;
	int level = terms->headline == SIZE_MAX ? 0 : frames[page->blocks.at[terms->headline].frame].tag->level;

	if (level == 0)
		return NULL;
	uint32_t *heads = arena_array(page->arena, page->frames.n, uint32_t);
	for (size_t i = 0; i < page->blocks.n; i++)
		heads[page->blocks.at[i].frame] += frames[page->blocks.at[i].frame].tag->level == level;
	for (size_t i = page->frames.n; i-- > 1;)
		heads[frames[i].parent] += heads[i];
	return heads;
}

/*
 * A second article of equal rank: a frame with prose and a heading of the headline's level, whose elder sibling has the
 * same tag and classes, prose and such a heading too. The last such sibling of each parent is enough to know: one pass
 * does.
 */
static void count_order(struct html_terms *terms)
{
	const struct html_page *page = terms->page;
	uint32_t *elder = arena_array(page->arena, page->frames.n, uint32_t);
	const uint32_t *heads = count_heads(terms);

	terms->order = arena_array(page->arena, page->frames.n, uint32_t);
	for (uint32_t i = 1; heads && i < page->frames.n; i++) {
		const struct html_frame *frame = &page->frames.at[i];
		uint32_t before = elder[frame->parent], own = 0;
		if (frame->kind == HTML_RAW && frame->prose >= PART_WORDS && heads[i]) {
			if (before && page->frames.at[before].tag == frame->tag &&
			    page->frames.at[before].classes == frame->classes)
				own = terms->order[before] - terms->order[frame->parent] + 1;
			elder[frame->parent] = i;
		}
		terms->order[i] = terms->order[frame->parent] + own;
	}
}

/* A paragraph gives its letters to its own frame and the one above, half to the next, a quarter to the one after
 * (Readability's idea). */
static void weigh_prose(struct html_terms *terms)
{
	const struct html_page *page = terms->page;
	uint32_t n = (uint32_t)page->frames.n;

	terms->prose = arena_array(page->arena, n, float);
	terms->inside = arena_array(page->arena, n, unsigned char);
	for (size_t i = 0; i < page->blocks.n; i++) {
		const struct html_block *block = &page->blocks.at[i];
		float weight = block->letters < LONG_PARAGRAPH ? (float)block->letters : LONG_PARAGRAPH;
		uint32_t frame = block->frame;
		if (block->letters < SHORT_PARAGRAPH || block->link * 2 > block->letters)
			continue;
		for (int level = 0; level < 4; level++) {
			terms->prose[frame] += weight;
			if (frame == 0)
				break;
			frame = page->frames.at[frame].parent;
			weight /= level > 0 ? 2 : 1;
		}
	}
	for (uint32_t i = 0; i < n; i++)
		if (terms->prose[i] > terms->prose[terms->densest])
			terms->densest = i;
	uint32_t above = page->frames.at[terms->densest].parent;
	for (uint32_t i = above; i < n; i++) {
		terms->inside[i] = terms->inside[page->frames.at[i].parent];
		terms->inside[i] = i == terms->densest ? 2 : i == above ? 1 : terms->inside[i];
	}
}

/* Apart: neither article element is inside the other. */
static void find_articles(struct html_terms *terms)
{
	const struct html_page *page = terms->page;
	uint32_t n = (uint32_t)page->frames.n;
	bool *around = arena_array(page->arena, n, bool), *inside = arena_array(page->arena, n, bool);

	terms->article = arena_array(page->arena, n, uint32_t);
	terms->elsewhere = arena_array(page->arena, n, bool);
	for (uint32_t i = 1; i < n; i++)
		terms->article[i] =
		    page->frames.at[i].marks & MARK_ARTICLE ? i : terms->article[page->frames.at[i].parent];
	uint32_t own = terms->headline == SIZE_MAX ? 0 : terms->article[page->blocks.at[terms->headline].frame];
	for (uint32_t frame = own; frame; frame = page->frames.at[frame].parent)
		around[frame] = true;
	for (uint32_t i = own; own && i < n; i++)
		inside[i] = i == own || inside[page->frames.at[i].parent];
	for (uint32_t i = 1; own && i < n; i++) {
		uint32_t article = terms->article[i];
		terms->elsewhere[i] = article && !around[article] && !inside[article];
	}
}

static int class_nearness(const struct html_terms *terms, const struct html_block *block, unsigned bit)
{
	const struct html_frame *frames = terms->page->frames.at;
	const struct html_frame *frame = &frames[block->frame], *above = &frames[frame->parent];

	if ((frame->classes | block->classes) & bit)
		return 3;
	if ((above->classes | frames[above->parent].classes) & bit)
		return 2;
	return frame->all_classes & bit ? 1 : 0;
}

static void put_frames(const struct html_terms *terms, const struct html_block *block, float *row)
{
	const struct html_frame *frames = terms->page->frames.at, *page = &frames[0];
	const struct html_frame *frame = &frames[block->frame];
	const struct html_frame *near = frame->tag->kind != HTML_RAW ? &frames[frame->parent] : frame;
	const struct html_frame *above = &frames[near->parent], *far = &frames[above->parent];

	row[TERM_PAGE_LINK] = share(page->link_letters, page->letters);
	row[TERM_FRAME_LINK] = share(frame->link_letters, frame->letters);
	row[TERM_NEAR_WORDS] = size_of(near->words - block->words);
	row[TERM_NEAR_LINK] = share(near->link_letters, near->letters);
	row[TERM_NEAR_PROSE] = share(near->prose, near->words);
	row[TERM_NEAR_SHARE] = share(near->words, page->words);
	row[TERM_ABOVE_WORDS] = size_of(above->words);
	row[TERM_ABOVE_LINK] = share(above->link_letters, above->letters);
	row[TERM_ABOVE_PROSE] = share(above->prose, above->words);
	row[TERM_ABOVE_SHARE] = share(above->words, page->words);
	row[TERM_FAR_LINK] = share(far->link_letters, far->letters);
	row[TERM_FAR_SHARE] = share(far->words, page->words);
	row[TERM_PROSE_INSIDE] = (float)terms->inside[block->frame];
	row[TERM_PROSE_NEAR] = terms->prose[near - frames] / fmaxf(1, terms->prose[terms->densest]);
	row[TERM_ELSEWHERE] = terms->elsewhere[block->frame];
	row[TERM_PROSE_ABOVE] = terms->prose[near->parent] / fmaxf(1, terms->prose[terms->densest]);
	for (unsigned class = 0; class < HTML_CLASSES; class ++)
		row[TERM_CLASS + class] = (float)class_nearness(terms, block, CLASS_BIT(class));
	for (unsigned mark = 0; mark < HTML_MARKS; mark++)
		row[TERM_MARK + mark] = (float)(frame->all_marks >> mark & 1u);
}

static void put_words(const struct html_block *block, float *row)
{
	float words = (float)block->words, n = (float)(block->n_words ? block->n_words : 1);

	row[TERM_WORDS] = words;
	row[TERM_LINK] = share(block->link, block->letters);
	row[TERM_LINKS] = (float)block->links;
	row[TERM_BOLD] = share(block->bold, block->letters);
	row[TERM_ITALIC] = share(block->italic, block->letters);
	row[TERM_TERMINAL] = (block->shape & SHAPE_TERMINAL) != 0;
	row[TERM_COLON] = (block->shape & SHAPE_COLON) != 0;
	row[TERM_DOTS] = (block->shape & SHAPE_DOTS) != 0;
	row[TERM_COMMAS] = (float)block->commas / words;
	row[TERM_STOPS] = (float)block->stops / words;
	row[TERM_STOPWORDS] = (float)block->stop / n;
	row[TERM_CAPITAL] = (float)block->capital / n;
	row[TERM_CAPITALS] = (float)block->capitals / n;
	row[TERM_DIGITS] = share(block->digits, block->letters);
	row[TERM_LETTERS] = (float)block->letters / words;
	row[TERM_FIRST] = block->shape & SHAPE_UPPER ? 2.f : block->shape & SHAPE_LOWER ? 1.f : 0.f;
	row[TERM_QUOTE] = (block->shape & SHAPE_QUOTE) != 0;
	row[TERM_BARS] = (float)block->bars / words;
	row[TERM_BRACKET] = (block->shape & SHAPE_BRACKET) != 0;
	row[TERM_AT] = (block->shape & SHAPE_AT) != 0;
}

static bool has(const struct html_block *block, enum html_phrase phrase)
{
	return block->phrases & PHRASE_BIT(phrase);
}

static void put_phrases(const struct html_block *block, float *row)
{
	row[TERM_PROMO] = has(block, PHRASE_PROMO_START) ? 2 : has(block, PHRASE_PROMO) && block->words < 30 ? 1 : 0;
	row[TERM_PITCHES] = block->words > 90 ? 0 : (float)block->pitches;
	row[TERM_LEGAL] = block->words > 120 ? 0 : (float)block->legal;
	row[TERM_CREDIT] = !has(block, PHRASE_CREDIT) ? 0 : block->words < 12 ? 2 : block->words < 80 ? 1 : 0;
	row[TERM_DATE] = block->words < 20 && ((block->shape & SHAPE_DATE) || has(block, PHRASE_AGO));
	row[TERM_BYLINE] = block->words < 15 && has(block, PHRASE_BYLINE);
	row[TERM_AGENCY] = has(block, PHRASE_AGENCY);
}

static void put_place(const struct html_terms *terms, size_t i, float *row)
{
	const struct html_page *page = terms->page;
	const struct html_block *block = &page->blocks.at[i];
	const uint64_t *words = page->words.at + block->first_word;
	size_t hits = distinct_hits(&terms->title, words, block->n_words);
	struct word_hashes own = {(uint64_t *)(uintptr_t)words, block->n_words, block->n_words};
	float from = terms->headline == SIZE_MAX ? 0 : (float)i - (float)terms->headline;
	float words_from =
	    terms->headline == SIZE_MAX ? 0 : (float)terms->before[i] - (float)terms->before[terms->headline];

	row[TERM_PLACE] = (float)i / (float)page->blocks.n;
	row[TERM_PLACE_WORDS] = share(terms->before[i], page->frames.at[0].words);
	row[TERM_HEADLINE] = fmaxf(-30, fminf(300, from));
	row[TERM_HEADLINE_WORDS] = fmaxf(-400, fminf(3000, words_from));
	uint32_t stop = terms->stop_heading[i];
	row[TERM_SINCE] = stop ? fminf(LONG_AGO, (float)(i - stop + 1)) : LONG_AGO;
	row[TERM_SINCE_WORDS] =
	    stop ? fminf(LONG_AGO_WORDS, (float)(terms->before[i] - terms->before[stop - 1])) : LONG_AGO_WORDS;
	row[TERM_DUPLICATES] = (float)terms->duplicates[i];
	row[TERM_SEEN] = (float)terms->seen[i];
	uint32_t order = terms->order[block->frame];
	uint32_t first = terms->headline == SIZE_MAX ? 0 : terms->order[page->blocks.at[terms->headline].frame];
	row[TERM_ORDER] = order > first ? fminf(9, (float)(order - first)) : 0;
	row[TERM_KIND] = (float)page->frames.at[block->frame].kind;
	row[TERM_LEVEL] = (float)page->frames.at[block->frame].tag->level;
	row[TERM_TITLE] = terms->title.n ? (float)hits / (float)terms->title.n : 0;
	row[TERM_IS_TITLE] =
	    block->n_words > 1 && block->n_words < 60 && terms->title.n > 1 && words_jaccard(&own, &terms->title) > .75;
	row[TERM_DATA] = terms->has_data ? (float)shingles_share(&terms->data, words, block->n_words) : -1;
	row[TERM_DESCRIPTION] = (float)shingles_share(&terms->description, words, block->n_words);
}

static void put_neighbours(const struct html_terms *terms, size_t i, float *row)
{
	const struct html_page *page = terms->page;
	const struct html_block *block = &page->blocks.at[i];
	float *at = row + TERM_NEIGHBOUR;

	for (int offset = -2; offset <= 2; offset++) {
		if (offset == 0)
			continue;
		size_t j = i + (size_t)offset;
		if (j >= page->blocks.n) {
			for (int k = 0; k < 5; k++)
				*at++ = -1;
			continue;
		}
		const struct html_block *other = &page->blocks.at[j];
		const struct html_frame *frames = page->frames.at;
		*at++ = (float)other->words;
		*at++ = share(other->link, other->letters);
		*at++ = (float)frames[other->frame].kind;
		*at++ = (other->shape & SHAPE_TERMINAL) != 0;
		*at++ = other->frame == block->frame                                 ? 2
			: frames[other->frame].parent == frames[block->frame].parent ? 1
										     : 0;
	}
}

static bool is_stop_heading(const struct html_terms *terms, const struct html_block *block)
{
	return block->words <= 7 && has(block, PHRASE_STOPHEAD) &&
	       terms->page->frames.at[block->frame].tag->level != 1 &&
	       !(block->words > 2 && (block->shape & SHAPE_TERMINAL));
}

struct html_terms *html_terms_new(const struct html_page *page, const struct metadata *metadata)
{
	struct html_terms *terms = arena_new_of(page->arena, struct html_terms);
	struct word_hashes description = words_of(page->arena, metadata->description);
	struct word_hashes data = words_of(page->arena, metadata->linked.body);
	size_t n = page->blocks.n;

	terms->page = page;
	terms->title = words_of(page->arena, text_slice(metadata->title, 0, 400));
	terms->description = shingles_of(page->arena, description.at, description.n);
	terms->has_data = metadata->linked.body.len > 200;
	terms->data = shingles_of(page->arena, data.at, data.n);
	terms->before = arena_array(page->arena, n + 1, uint32_t);
	terms->stop_heading = arena_array(page->arena, n + 1, uint32_t);
	for (size_t i = 0; i < n; i++) {
		const struct html_block *block = &page->blocks.at[i];
		terms->before[i + 1] = terms->before[i] + block->words;
		terms->stop_heading[i + 1] = is_stop_heading(terms, block) ? (uint32_t)i + 1 : terms->stop_heading[i];
	}
	count_duplicates(terms);
	weigh_prose(terms);
	terms->headline = find_headline(terms);
	find_articles(terms);
	count_order(terms);
	return terms;
}

void html_terms_row(const struct html_terms *terms, size_t block, float *row)
{
	put_words(&terms->page->blocks.at[block], row);
	put_phrases(&terms->page->blocks.at[block], row);
	put_frames(terms, &terms->page->blocks.at[block], row);
	put_place(terms, block, row);
	put_neighbours(terms, block, row);
}

size_t html_terms_headline(const struct html_terms *terms)
{
	return terms->headline;
}
