/* Words and phrases that tell what a line is, of all languages as one set: data/LANG/clean.txt and stopwords.txt. */
#ifndef CLEAN_LEXICON_H
#define CLEAN_LEXICON_H

#include "base/utf8.h"
#include "base/wordlist.h"

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
	uint32_t next;     /* index + 1 of another phrase of the same first word; 0: none */
	uint32_t first, n; /* its words, in lexicon.words */
	enum cue cue;
	bool before, after; /* other text may stand before it, after it */
	bool label;         /* a colon must follow it */
	int32_t value;      /* of a month: 1 ... 12 */
};

struct lexicon_entry {
	uint64_t word;   /* 0: a free slot */
	uint32_t phrase; /* index + 1 of the first phrase that begins with it; 0: none */
	bool stop;
};

struct lexicon {
	struct lexicon_entry *slots;
	size_t n_slots, n_entries;
	struct {
		struct phrase *at;
		size_t n, room;
	} phrases;
	struct {
		uint64_t *at;
		size_t n, room;
	} words;
};

/* Jumps with NG_CONFIG, file and line: an unknown section, a phrase without a word. */
struct lexicon lexicon_load(struct arena *arena, const struct resources *data);
/* NULL: the word means nothing here. */
const struct lexicon_entry *lexicon_find(const struct lexicon *lexicon, uint64_t word);

/* A word of a line: its letters in lower case, or NUMBER_WORD for a run of digits. */
struct token {
	uint64_t word;
	uint32_t start, end;
};
#define NUMBER_WORD 1u
/* The next word of text[at, end), a CJK character being one; false: there is none. */
bool token_next(struct ng_text text, uint32_t at, uint32_t end, struct token *token);

#endif
