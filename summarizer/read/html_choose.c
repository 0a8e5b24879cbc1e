/*
 * Roles of blocks. In: a measured page. Out: a kind for each block and, for what is no body, the reason. Two scores
 * (html_terms.c, html_context.c, html_model.c), a threshold, then rules that overrule it, each with a name: captions,
 * the headline itself, date lines, widgets, lines of links, what was said before; last, headings with nothing kept
 * below them.
 */
#include "read/html_choose.h"

#include "read/html_model.h"

#include <math.h>

static const float THRESHOLD = .45f, SURE = .9f, KEEP_HEADING = .8f;
enum { ARTICLE_WORDS = 50 };

struct choice {
	const struct html_page *page;
	const struct html_terms *terms;
	const float *score;
	struct blocks blocks;
};

static enum block_kind kind_of(const struct html_page *page, const struct html_block *block)
{
	switch (page->frames.at[block->frame].kind) {
	case HTML_HEADING:
		return BLOCK_HEADING;
	case HTML_ITEM:
		return BLOCK_LIST;
	case HTML_QUOTE:
		return BLOCK_QUOTE;
	case HTML_CAPTION:
		return BLOCK_CAPTION;
	case HTML_RAW:
	case HTML_PARAGRAPH:
	case HTML_CELL:
	case HTML_PREFORMATTED:
		break;
	}
	if (block->words <= 14 && block->bold == block->letters && !(block->shape & SHAPE_TERMINAL))
		return BLOCK_HEADING;
	return BLOCK_BODY;
}

static bool has(const struct html_block *block, enum html_phrase phrase)
{
	return block->phrases & PHRASE_BIT(phrase);
}

/* Why a block over the threshold is no body all the same; NULL: it is. */
static const char *overruled(const struct choice *choice, size_t i, const float *row)
{
	const struct html_block *block = &choice->page->blocks.at[i];
	enum html_kind kind = choice->page->frames.at[block->frame].kind;
	bool heading = kind == HTML_HEADING;

	if (kind == HTML_CAPTION && choice->score[i] < SURE)
		return "caption";
	if (row[TERM_LINK] > .9f && block->words >= 4 && choice->score[i] < SURE)
		return "links";
	if (row[TERM_LINK] > .5f && has(block, PHRASE_PROMO_START))
		return "links";
	if (row[TERM_IS_TITLE] > 0 && (row[TERM_LEVEL] == 1 || (heading && fabsf(row[TERM_HEADLINE]) <= 6)))
		return "title";
	if (row[TERM_BYLINE] > 0 && row[TERM_CLASS + CLASS_AUTHOR] > 1 && row[TERM_TERMINAL] == 0)
		return "byline";
	if (block->words < 12 && row[TERM_DATE] > 0 && row[TERM_TERMINAL] == 0 && row[TERM_DIGITS] > .2f && !heading)
		return "date";
	if (block->words < 14 && has(block, PHRASE_WIDGET))
		return "widget";
	if (block->words >= 8 && row[TERM_SEEN] > 0)
		return "repeat";
	return NULL;
}

/* The likeliest reason of a block that scored low. */
static const char *reason_of(const struct choice *choice, size_t i, const float *row)
{
	const struct html_block *block = &choice->page->blocks.at[i];
	const struct html_frame *frame = &choice->page->frames.at[block->frame];

	if (row[TERM_IS_TITLE] > 0)
		return "title";
	if (frame->kind == HTML_CAPTION || row[TERM_CREDIT] > 1)
		return "caption";
	if (frame->all_marks & MARK_HIDDEN)
		return "hidden";
	if (frame->all_marks & (MARK_NAV | MARK_FOOTER) ||
	    (frame->all_classes & (CLASS_BIT(CLASS_NAV) | CLASS_BIT(CLASS_FOOT)) && row[TERM_LINK] > .5f))
		return "navigation";
	if (row[TERM_DATE] > 0)
		return "date";
	if (row[TERM_BYLINE] > 0 || row[TERM_CLASS + CLASS_AUTHOR] > 1)
		return "byline";
	if (has(block, PHRASE_WIDGET))
		return "widget";
	if (row[TERM_CLASS + CLASS_COMMENT] > 0)
		return "comment";
	if (row[TERM_LINK] > .5f)
		return "links";
	if (row[TERM_PROMO] > 0 || row[TERM_PITCHES] > 0)
		return "promotion";
	if (row[TERM_SEEN] > 0)
		return "repeat";
	return "outside";
}

static void set(struct choice *choice, size_t i, enum block_kind kind, const char *reason)
{
	choice->blocks.at[i].kind = kind;
	choice->blocks.at[i].reason = reason;
}

static bool is_kept(const struct choice *choice, size_t i)
{
	enum block_kind kind = choice->blocks.at[i].kind;

	return kind != BLOCK_NOISE && kind != BLOCK_CAPTION && kind != BLOCK_NOTE;
}

/* Headings with nothing kept below them before the end are marks of what was dropped. */
static void drop_last_headings(struct choice *choice)
{
	for (size_t i = choice->blocks.n; i-- > 0;) {
		if (!is_kept(choice, i))
			continue;
		if (choice->blocks.at[i].kind != BLOCK_HEADING || choice->score[i] > KEEP_HEADING)
			return;
		set(choice, i, BLOCK_NOISE, "heading");
	}
}

/* Teasers and further articles, in article elements of their own or of equal rank, where the headline's holds a text.
 */
static void drop_other_articles(struct choice *choice)
{
	uint32_t own = 0;
	float row[HTML_TERMS];

	for (int pass = 0; pass < 2; pass++) {
		if (pass && own < ARTICLE_WORDS)
			return;
		for (size_t i = 0; i < choice->blocks.n; i++) {
			html_terms_row(choice->terms, i, row);
			if (!is_kept(choice, i))
				continue;
			bool apart = row[TERM_ELSEWHERE] > 0 || row[TERM_ORDER] > 0;
			if (pass && apart)
				set(choice, i, BLOCK_NOISE, "another article");
			own += apart ? 0 : choice->page->blocks.at[i].words;
		}
	}
}

/* Prose of the frame with most of it, which a page's article rarely goes without. */
static bool is_rescuable(const struct choice *choice, size_t i, const float *row)
{
	const struct html_block *block = &choice->page->blocks.at[i];
	unsigned marks = choice->page->frames.at[block->frame].all_marks;

	return row[TERM_PROSE_INSIDE] == 2 && block->words >= 8 && block->link * 2 < block->letters &&
	       row[TERM_PROMO] < 2 && !(marks & (MARK_HIDDEN | MARK_ASIDE | MARK_FOOTER | MARK_NAV));
}

/*
 * The safety net: when less than half of that prose was kept, and less in all than there is of it, scores that low are
 * the model's fault (a page unlike those it learned from), and the prose is put back.
 */
static void rescue(struct choice *choice)
{
	uint32_t prose = 0, of_it = 0, kept = 0;
	float row[HTML_TERMS];

	for (int pass = 0; pass < 2; pass++) {
		if (pass && (of_it * 2 >= prose || kept >= prose))
			return;
		for (size_t i = 0; i < choice->blocks.n; i++) {
			uint32_t words = choice->page->blocks.at[i].words;
			bool kept_now = is_kept(choice, i);
			html_terms_row(choice->terms, i, row);
			bool rescuable = is_rescuable(choice, i, row);
			if (pass && rescuable && !kept_now && !overruled(choice, i, row))
				set(choice, i, kind_of(choice->page, &choice->page->blocks.at[i]), NULL);
			prose += pass == 0 && rescuable ? words : 0;
			of_it += pass == 0 && rescuable && kept_now ? words : 0;
			kept += pass == 0 && kept_now ? words : 0;
		}
	}
}

/* Never an empty answer: when nothing passes, the blocks near the best. */
static float threshold_of(const float *score, size_t n)
{
	float best = 0;

	for (size_t i = 0; i < n; i++)
		best = score[i] > best ? score[i] : best;
	return best >= THRESHOLD ? THRESHOLD : best * .6f;
}

struct blocks html_choose_scored(const struct html_page *page, const struct html_terms *terms, const float *score)
{
	struct choice choice = {page, terms, score, {0}};
	float threshold = threshold_of(score, page->blocks.n), row[HTML_TERMS];

	for (size_t i = 0; i < page->blocks.n; i++) {
		const struct html_block *block = &page->blocks.at[i];
		struct block *one = array_add(page->arena, &choice.blocks);
		*one = (struct block){(uint32_t)block->start, (uint32_t)block->end, kind_of(page, block), NULL};
		html_terms_row(terms, i, row);
		const char *reason = score[i] < threshold ? reason_of(&choice, i, row) : overruled(&choice, i, row);
		if (reason)
			set(&choice, i, reason[0] == 'c' && reason[1] == 'a' ? BLOCK_CAPTION : BLOCK_NOISE, reason);
		else if (one->kind == BLOCK_CAPTION)
			one->kind = BLOCK_BODY;
	}
	rescue(&choice);
	drop_other_articles(&choice);
	drop_last_headings(&choice);
	return choice.blocks;
}

struct blocks html_choose(const struct html_page *page, const struct html_terms *terms)
{
	float *first = arena_array(page->arena, page->blocks.n, float),
	      *second = arena_array(page->arena, page->blocks.n, float);
	float row[HTML_CONTEXT_TERMS];

	for (size_t i = 0; i < page->blocks.n; i++) {
		html_terms_row(terms, i, row);
		first[i] = html_forest_score(&html_forest_first, row);
	}
	const struct html_context *context = html_context_new(page, terms, first);
	for (size_t i = 0; i < page->blocks.n; i++) {
		html_context_row(context, i, row);
		second[i] = html_forest_score(&html_forest_second, row);
	}
	return html_choose_scored(page, terms, second);
}

struct blocks html_choose_all(const struct html_page *page)
{
	struct blocks blocks = {0};

	for (size_t i = 0; i < page->blocks.n; i++) {
		const struct html_block *block = &page->blocks.at[i];
		struct block *one = array_add(page->arena, &blocks);
		*one = (struct block){(uint32_t)block->start, (uint32_t)block->end, kind_of(page, block), NULL};
		if (one->kind == BLOCK_CAPTION)
			one->reason = "caption";
		else if (has(block, PHRASE_WIDGET) && block->words < 14)
			*one = (struct block){one->start, one->end, BLOCK_NOISE, "widget"};
	}
	return blocks;
}
