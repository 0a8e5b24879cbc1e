/*
 * In: a page. Out: a block for each line with its role; what is noise has the reason that speaks loudest.
 * A line is noise when its log odds say so. A scrap, no sentence and without a phrase that tells why, must be clearer
 * noise, because losing body is the worse error and a scrap that stays is in no sentence: on pages the weights had not
 * seen, 29 of 1,000 lines of body are lost instead of 57, and 73 of 100 lines of noise found instead of 79. The rest is
 * body if it is prose or ends like a sentence, a list item if it has a bullet, else a heading.
 */
#include "clean/role.h"

#include "clean/weights.h"

static const double threshold = 0, threshold_scrap = 1.5, threshold_again = 2;
enum { SENTENCE_WORDS = 4, HEADING_WORDS = 18, CREDIT_WORDS = 8 };

static double dot(const double *a, const double *b, size_t n)
{
	double sum = 0;

	for (size_t i = 0; i < n; i++)
		sum += a[i] * b[i];
	return sum;
}

static const char *reason_of(const struct look *look, const struct place *place)
{
	static const char *const by_cue[NOISE_CUES] = {
	    [CUE_NAVIGATION] = "navigation",
	    [CUE_WIDGET] = "widget",
	    [CUE_PROMOTION] = "promotion",
	    [CUE_RELATED] = "related",
	    [CUE_CAPTION] = "caption",
	    [CUE_CREDIT] = "credit",
	    [CUE_AGENCY] = "credit",
	    [CUE_REPORT] = "credit",
	    [CUE_BYLINE] = "byline",
	    [CUE_DATE] = "date",
	    [CUE_AUTHOR] = "author",
	    [CUE_LEGAL] = "legal",
	    [CUE_NOTE] = "note",
	};
	size_t best = NOISE_CUES;
	double loudest = .5;

	if (!look->seen)
		return "mark";
	if (place->title)
		return "title";
	for (size_t cue = 0; cue < NOISE_CUES; cue++) {
		double weight = look->cue[cue] ? noise_weights[term_of_cue(look, (enum cue)cue)] : 0;
		if (weight > loudest) {
			loudest = weight;
			best = cue;
		}
	}
	if ((best == CUE_CREDIT || best == CUE_AGENCY) && look->words > CREDIT_WORDS && look->cue[best] < CUE_START)
		return "caption"; /* more than a credit stands before it */
	if (best < NOISE_CUES)
		return by_cue[best];
	if (place->repeated)
		return "repeat";
	if (look->flags & LOOK_DATE && look->words <= 14)
		return "date";
	if (look->flags & LOOK_MARKUP)
		return "code";
	return place->prose ? "aside" : place->under_cue ? "related" : "fragment";
}

/* Captions and notes are told apart from noise: a theme may use them. */
static void set_noise(struct block *block, const struct look *look, const struct place *place)
{
	block->reason = reason_of(look, place);
	if (text_equal(text_of(block->reason), TEXT("caption")))
		block->kind = BLOCK_CAPTION;
	if (text_equal(text_of(block->reason), TEXT("note")))
		block->kind = BLOCK_NOTE;
}

static enum block_kind kind_of(const struct look *look, const struct place *place)
{
	if (look->flags & LOOK_BULLET && !(look->flags & LOOK_DASH_NAME))
		return BLOCK_LIST;
	if (place->prose || look->flags & (LOOK_STOPPED | LOOK_ELLIPSIS) || look->words > HEADING_WORDS)
		return BLOCK_BODY;
	return BLOCK_HEADING;
}

static bool is_scrap(const struct look *look)
{
	for (size_t cue = 0; cue < NOISE_CUES; cue++)
		if (look->cue[cue] > CUE_INSIDE)
			return false;
	return look->words < (look->flags & LOOK_STOPPED ? SENTENCE_WORDS : HEADING_WORDS);
}

/* True if a phrase at one end of the line, not only somewhere in it, speaks for noise. */
static bool says_noise(const struct look *look)
{
	for (size_t cue = 0; cue < NOISE_CUES; cue++)
		if (look->cue[cue] > CUE_INSIDE && cue != CUE_NAVIGATION && cue != CUE_AGENCY)
			return true;
	return false;
}

/* When most of the prose went, what went without a word that says why is body after all: better too much than nothing.
 */
static void rescue_prose(const struct page *page, struct blocks *blocks)
{
	size_t prose = 0, body = 0;

	for (size_t i = 0; i < page->n; i++) {
		size_t bytes = page->lines[i].end - page->lines[i].start;
		prose += page->places[i].prose ? bytes : 0;
		body += page->places[i].prose && blocks->at[i].kind == BLOCK_BODY ? bytes : 0;
	}
	if (body * 2 >= prose)
		return;
	size_t half = prose / 2;
	for (size_t i = 0; i < page->n; i++) {
		struct block *block = &blocks->at[i];
		bool all = block->end - block->start > half; /* an article in one paragraph, whatever it opens with */
		if (!page->places[i].prose || !block->reason || page->places[i].title ||
		    (says_noise(&page->looks[i]) && !all))
			continue;
		block->kind = BLOCK_BODY;
		block->reason = NULL;
	}
}

struct blocks roles_of(struct arena *arena, const struct page *page, size_t title)
{
	struct blocks blocks = {arena_array(arena, page->n, struct block), page->n, page->n};
	double terms[TERMS];

	for (size_t i = 0; i < page->n; i++) {
		const struct look *look = &page->looks[i];
		terms_of(page, i, terms);
		blocks.at[i] = (struct block){page->lines[i].start, page->lines[i].end, BLOCK_NOISE, NULL};
		if (i == title)
			blocks.at[i].kind = BLOCK_HEADING;
		else if (page->places[i].title ||
			 dot(terms, noise_weights, TERMS) > (is_scrap(look) ? threshold_scrap : threshold))
			set_noise(&blocks.at[i], look, &page->places[i]);
		else
			blocks.at[i].kind = kind_of(look, &page->places[i]);
	}
	rescue_prose(page, &blocks);
	return blocks;
}

void roles_again(const struct page *page, size_t title, struct blocks *blocks)
{
	double terms[TERMS];

	for (size_t i = 0; i < page->n; i++) {
		const struct look *look = &page->looks[i];
		struct block *block = &blocks->at[i];
		bool open = block->kind == BLOCK_BODY || block->kind == BLOCK_HEADING || block->kind == BLOCK_LIST;
		if (!open || i == title)
			continue;
		terms_of(page, i, terms);
		if (!page->places[i].title && !(says_noise(look) && dot(terms, noise_weights, TERMS) > threshold_again))
			continue;
		block->kind = BLOCK_NOISE;
		set_noise(block, look, &page->places[i]);
	}
}
