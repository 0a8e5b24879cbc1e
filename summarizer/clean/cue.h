/* Phrases that tell what a line is: what they speak for, and where in the line they stand. */
#ifndef CLEAN_CUE_H
#define CLEAN_CUE_H

#include <stdbool.h>
#include <stdint.h>

/* What a phrase speaks for: the sections of clean.txt, in this order. */
enum cue {
	CUE_NAVIGATION,
	CUE_WIDGET,
	CUE_PROMOTION,
	CUE_RELATED,
	CUE_CAPTION,
	CUE_CREDIT,
	CUE_REPORT,
	CUE_AGENCY,
	CUE_BYLINE,
	CUE_DATE,
	CUE_AUTHOR,
	CUE_LEGAL,
	CUE_NOTE,
	CUE_MONTH,
	CUE_WEEKDAY,
	CUE_ABBREVIATION,
	CUE_DANGLING,
	CUES
};

/* Where in the line the phrase stands; a greater number says more. */
enum cue_place { CUE_NOWHERE, CUE_INSIDE, CUE_END, CUE_START, CUE_LABEL /* a colon follows */, CUE_WHOLE, CUE_PLACES };

struct phrase {
	uint32_t next;     /* index + 1 of another phrase of the same first two words; 0: none */
	uint32_t first, n; /* its words, in lexicon.words */
	enum cue cue;
	bool before, after; /* other text may stand before it, after it */
	bool label;         /* a colon must follow it */
	int32_t value;      /* of a month: 1 ... 12 */
};

#endif
