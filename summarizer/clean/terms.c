/*
 * In: a page, and for the second pass what the first thought. Out: the terms of one line.
 * The first pass sees a line and its place; the second sees its neighbours' odds, so that a caption without a cue goes
 * with the credit below it, and a headline between other headlines with them.
 */
#include "clean/terms.h"

#include <math.h>
#include <string.h>

enum { SHORT = 12, LONG = 25 };

static size_t length_class(uint32_t words)
{
	static const uint32_t least[LENGTHS] = {0, 2, 4, 7, 11, 17, 29};
	size_t class = LENGTHS - 1;

	while (class && words < least[class])
		class --;
	return class;
}

static void own_terms(const struct look *look, double stop_share, double *terms)
{
	static const struct {
		uint32_t flag;
		enum term term;
	} flags[] = {
	    {LOOK_ELLIPSIS, TERM_ELLIPSIS},
	    {LOOK_COLON, TERM_COLON},
	    {LOOK_QUESTION, TERM_QUESTION},
	    {LOOK_BULLET, TERM_BULLET},
	    {LOOK_BRACKETS, TERM_BRACKETS},
	    {LOOK_QUOTED, TERM_QUOTED},
	    {LOOK_LOWER, TERM_LOWER},
	    {LOOK_BAR, TERM_BAR},
	    {LOOK_COPYRIGHT, TERM_COPYRIGHT},
	    {LOOK_ADDRESS, TERM_ADDRESS},
	    {LOOK_HANDLE, TERM_HANDLE},
	    {LOOK_SLASH, TERM_SLASH},
	    {LOOK_MARKUP, TERM_MARKUP},
	    {LOOK_INNER_STOP, TERM_INNER_STOP},
	    {LOOK_SHOUT, TERM_SHOUT},
	    {LOOK_NUMBERED, TERM_NUMBERED},
	    {LOOK_ARROW, TERM_ARROW},
	    {LOOK_DASH_NAME, TERM_DASH_NAME},
	    {LOOK_INNER_QUOTE, TERM_INNER_QUOTE},
	};
	double seen = look->seen ? look->seen : 1;

	terms[(look->flags & LOOK_STOPPED ? TERM_STOPPED : TERM_OPEN) + length_class(look->words)] = 1;
	for (size_t i = 0; i < sizeof flags / sizeof *flags; i++)
		terms[flags[i].term] = (look->flags & flags[i].flag) != 0;
	for (size_t cue = 0; cue < NOISE_CUES; cue++) {
		size_t place = look->cue[cue];
		size_t form = place == CUE_WHOLE ? 3 : place == CUE_START ? 2 : look->words > LONG;
		if (place)
			terms[TERM_CUE + cue * CUE_FORMS + form] = 1;
	}
	terms[TERM_COVERED] = look->covered / 100.0;
	terms[TERM_DATE] = look->flags & LOOK_DATE && look->words <= 14 ? 1 : 0;
	terms[TERM_CLOCK] = look->flags & LOOK_CLOCK && look->words <= 16 ? 1 : 0;
	terms[TERM_GLUED] = look->glued > 2 ? 1 : look->glued / 3.0;
	terms[TERM_NO_WORD] = look->seen == 0;
	terms[TERM_NUMBERS] = look->numbers / seen;
	double capitals = look->cased ? (double)look->capitals / look->cased : 0;
	terms[TERM_CAPITALS] = look->cased >= 3 && !(look->flags & LOOK_SHOUT) ? capitals : 0;
	terms[TERM_NAMES] =
	    look->cased >= 2 && look->cased <= 6 && look->capitals == look->cased && !(look->flags & LOOK_SHOUT);
	if (stop_share > 0 && look->seen >= 5) {
		double share = look->stops / seen / stop_share;
		terms[TERM_FEW_STOPS] = share < .6;
		terms[TERM_NO_STOPS] = share < .25;
	}
}

static bool is_credit(const struct look *look)
{
	bool credit = look->cue[CUE_CREDIT] || look->cue[CUE_AGENCY] >= CUE_END || look->flags & LOOK_COPYRIGHT;

	return credit && look->words <= SHORT;
}

static bool has_cue(const struct look *look)
{
	for (size_t cue = 0; cue < NOISE_CUES; cue++)
		if (look->cue[cue] == CUE_WHOLE || (look->cue[cue] == CUE_START && look->words <= SHORT))
			return true;
	return false;
}

static void neighbour_terms(const struct page *page, size_t i, double *terms)
{
	const struct look *look = &page->looks[i];

	terms[TERM_FIRST] = i == 0;
	terms[TERM_LAST] = i + 1 == page->n;
	if (i) {
		terms[TERM_AFTER_COLON] = (look[-1].flags & LOOK_COLON) != 0;
		terms[TERM_OF_CREDIT] = is_credit(&look[-1]);
		terms[TERM_LAST_CUE] = has_cue(&look[-1]);
	}
	if (i + 1 < page->n) {
		terms[TERM_BY_CREDIT] = is_credit(&look[1]);
		terms[TERM_NEXT_CUE] = has_cue(&look[1]);
	}
	if (i && i + 1 < page->n)
		terms[TERM_LIKE_LAST] = !((look[-1].flags | look->flags | look[1].flags) & LOOK_STOPPED) &&
					length_class(look[-1].words) == length_class(look->words) &&
					length_class(look[1].words) == length_class(look->words);
}

static void place_terms(const struct page *page, size_t i, double *terms)
{
	const struct place *place = &page->places[i];
	bool last = place->last_prose == 1, next = place->next_prose == 1;

	terms[TERM_TITLE] = place->title;
	terms[TERM_TITLE_LIKE] = place->prose ? 0 : place->title_share;
	terms[TERM_REPEAT] = place->repeated;
	terms[TERM_KNOWN] = place->known_share < 0 ? .5 : place->known_share;
	terms[TERM_STRANGE] = place->known_share >= 0 && place->known_share < .2f && !place->prose;
	terms[TERM_STRANGE_PROSE] = place->known_share >= 0 && place->known_share < .2f && place->prose;
	terms[TERM_BEFORE] = place->last_prose == UINT32_MAX && !place->prose;
	terms[TERM_AFTER] = place->next_prose == UINT32_MAX && !place->prose;
	terms[TERM_FAR_AFTER] = terms[TERM_AFTER] > 0 && place->last_prose > 2;
	terms[TERM_FIRST_PROSE] = place->last_prose == UINT32_MAX && place->prose;
	terms[TERM_LAST_PROSE] = place->next_prose == UINT32_MAX && place->prose;
	if (place->prose)
		return;
	terms[TERM_RUN_2] = place->run == 2;
	terms[TERM_RUN_3] = place->run > 2 && place->run < 6;
	terms[TERM_RUN_6] = place->run > 5;
	terms[TERM_AFTER_PROSE] = last;
	terms[TERM_BEFORE_PROSE] = next;
	terms[TERM_BETWEEN_PROSE] = last && next;
	terms[TERM_UNDER_CUE] = place->under_cue;
}

void terms_first(const struct page *page, size_t i, double *terms)
{
	memset(terms, 0, TERMS * sizeof *terms);
	terms[TERM_ONE] = 1;
	own_terms(&page->looks[i], page->stop_share, terms);
	place_terms(page, i, terms);
	neighbour_terms(page, i, terms);
}

static double odds(double logit)
{
	return 1 / (1 + exp(-logit));
}

/* Mean odds of the three lines from `at` on, in steps of `step`; what lies outside the text is noise. */
static double mean_of_three(const double *p, size_t n, size_t at, int step)
{
	double sum = 0;

	for (int k = 0; k < 3; k++, at += (size_t)step)
		sum += at < n ? p[at] : 1; /* below 0 it wraps round and lies outside too */
	return sum / 3;
}

double *terms_second(struct arena *arena, const struct page *page, const double *logits)
{
	double *terms = arena_array(arena, page->n * SECONDS, double), *p = arena_array(arena, page->n, double);
	double body = 0, before = 0;

	for (size_t i = 0; i < page->n; i++) {
		p[i] = odds(logits[i]);
		body += p[i] < .5 ? page->lines[i].end - page->lines[i].start : 0;
	}
	for (size_t i = 0; i < page->n; i++) {
		double *own = terms + i * SECONDS, bytes = page->lines[i].end - page->lines[i].start;
		double after = body - before - (p[i] < .5 ? bytes : 0);
		own[SECOND_ONE] = 1;
		own[SECOND_OWN] = fmax(-6, fmin(6, logits[i]));
		own[SECOND_LAST] = i ? p[i - 1] : 1;
		own[SECOND_NEXT] = i + 1 < page->n ? p[i + 1] : 1;
		own[SECOND_BOTH] = own[SECOND_LAST] * own[SECOND_NEXT];
		own[SECOND_LAST_3] = mean_of_three(p, page->n, i - 1, -1);
		own[SECOND_NEXT_3] = mean_of_three(p, page->n, i + 1, 1);
		own[SECOND_BEFORE] = before == 0;
		own[SECOND_AFTER] = after <= 0;
		own[SECOND_LITTLE_AFTER] = after < body / 20;
		before += p[i] < .5 ? bytes : 0;
	}
	return terms;
}
