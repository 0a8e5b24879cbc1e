/*
 * In: a page. Out: the terms of one line: what it looks like, where it stands, what its neighbours say. A second pass
 * over the odds of the neighbours was tried and found no more noise in articles it had not seen.
 */
#include "clean/terms.h"

#include <string.h>

enum { SHORT = 12 };

static size_t length_class(uint32_t words)
{
	static const uint32_t least[LENGTHS] = {0, 2, 4, 7, 11, 17, 29};
	size_t class = LENGTHS - 1;

	while (class && words < least[class])
		class --;
	return class;
}

/* A cue inside or first says more in a line without a stop. */
enum term term_of_cue(const struct look *look, enum cue cue)
{
	static const int forms[CUE_PLACES] = {
	    [CUE_INSIDE] = 0, [CUE_END] = 2, [CUE_START] = 3, [CUE_LABEL] = 5, [CUE_WHOLE] = 6};
	int place = look->cue[cue];
	bool open = !(look->flags & LOOK_STOPPED) && (place == CUE_INSIDE || place == CUE_START);

	return (enum term)(TERM_CUE + (int)cue * CUE_FORMS + forms[place] + open);
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
	    {LOOK_ALL_DATE, TERM_ALL_DATE},
	};
	double seen = look->seen ? look->seen : 1;

	terms[(look->flags & LOOK_STOPPED ? TERM_STOPPED : TERM_OPEN) + length_class(look->words)] = 1;
	for (size_t i = 0; i < sizeof flags / sizeof *flags; i++)
		terms[flags[i].term] = (look->flags & flags[i].flag) != 0;
	for (size_t cue = 0; cue < NOISE_CUES; cue++) {
		if (look->cue[cue])
			terms[term_of_cue(look, (enum cue)cue)] = 1;
	}
	terms[TERM_COVERED] = look->covered / 100.0;
	terms[TERM_DATE] = look->flags & LOOK_DATE && look->words <= 14 ? 1 : 0;
	terms[TERM_CLOCK] = look->flags & LOOK_CLOCK && look->words <= 16 ? 1 : 0;
	terms[TERM_GLUED] = look->glued > 2 ? 1 : look->glued / 3.0;
	terms[TERM_RULE] = (look->flags & LOOK_RULE) != 0;
	terms[TERM_NO_WORD] = look->seen == 0 && !(look->flags & LOOK_RULE);
	terms[TERM_NUMBERS] = look->numbers / seen;
	double capitals = look->cased ? (double)look->capitals / look->cased : 0;
	terms[TERM_CAPITALS] = look->cased >= 3 && !(look->flags & LOOK_SHOUT) ? capitals : 0;
	terms[TERM_RUNNING] = !(look->flags & (LOOK_STOPPED | LOOK_SHOUT)) && look->words > SHORT && capitals < .35;
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
		bool captioned =
		    i + 2 < page->n && look[2].cue[CUE_CAPTION] >= CUE_START; /* that comes after its credit */
		terms[TERM_BY_CREDIT] = is_credit(&look[1]) && !captioned;
		terms[TERM_NEXT_CUE] = has_cue(&look[1]);
	}
	if (i && i + 1 < page->n)
		terms[TERM_LIKE_LAST] = !((look[-1].flags | look->flags | look[1].flags) & LOOK_STOPPED) &&
					length_class(look[-1].words) == length_class(look->words) &&
					length_class(look[1].words) == length_class(look->words);
}

static size_t place_class(const struct place *place)
{
	if (place->last_prose == UINT32_MAX)
		return 0;
	if (place->next_prose == UINT32_MAX)
		return 3;
	return place->last_prose == 1 && place->next_prose == 1 ? 1 : 2;
}

static size_t place_length(uint32_t words)
{
	return words < 4 ? 0 : words < 7 ? 1 : words < 17 ? 2 : 3;
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
	terms[TERM_PARALLEL] = place->parallel;
	terms[TERM_UNDER_CUE_PROSE] = place->under_cue && place->prose;
	if (place->prose)
		return;
	terms[TERM_LOUD] = page->looks[i].flags & LOOK_SHOUT && page->looks[i].words > 6;
	if (!(page->looks[i].flags & LOOK_STOPPED))
		terms[TERM_PLACED + place_class(place) * PLACE_LENGTHS + place_length(page->looks[i].words)] = 1;
	terms[TERM_RUN_2] = place->run == 2;
	terms[TERM_RUN_3] = place->run > 2 && place->run < 6;
	terms[TERM_RUN_6] = place->run > 5;
	terms[TERM_AFTER_PROSE] = last;
	terms[TERM_BEFORE_PROSE] = next;
	terms[TERM_BETWEEN_PROSE] = last && next;
	terms[TERM_UNDER_CUE] = place->under_cue;
}

void terms_of(const struct page *page, size_t i, double *terms)
{
	memset(terms, 0, TERMS * sizeof *terms);
	terms[TERM_ONE] = 1;
	own_terms(&page->looks[i], page->stop_share, terms);
	place_terms(page, i, terms);
	neighbour_terms(page, i, terms);
}
