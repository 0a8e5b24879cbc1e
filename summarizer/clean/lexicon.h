/* Words and phrases that tell what a line is, of all languages as one set: data/LANG/clean.txt and stopwords.txt. */
#ifndef CLEAN_LEXICON_H
#define CLEAN_LEXICON_H

#include "base/eight.h"
#include "base/wordlist.h"
#include "clean/token.h"

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

struct lexicon_entry {
	uint64_t word;       /* 0: a free slot */
	uint64_t follow;     /* a bit, lexicon_bit(), for each second word of phrases that begin with it */
	uint32_t phrase;     /* index + 1 of the first phrase of this word alone, or of this pair; 0: none */
	uint32_t alone : 31; /* a bit for each cue it is a phrase of by itself */
	uint32_t stop : 1;
};

/* Most words of a text are in no list: a bit for each that is tells so at once. */
enum { LEXICON_FILTER = 1 << 17 };

struct lexicon {
	struct lexicon_entry *slots;
	size_t n_slots, n_entries;
	uint64_t *filter;
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
struct lexicon_entry *lexicon_slot(const struct lexicon *lexicon, uint64_t word);

/* NULL: the word means nothing here. */
static inline const struct lexicon_entry *lexicon_find(const struct lexicon *lexicon, uint64_t word)
{
	const struct lexicon_entry *entry;

	if (!(lexicon->filter[word % LEXICON_FILTER / 64] >> word % 64 & 1))
		return NULL;
	entry = lexicon_slot(lexicon, word);
	return entry->word ? entry : NULL;
}

/* What phrases of two words and more are found by. */
static inline uint64_t lexicon_pair(uint64_t first, uint64_t second)
{
	return eight_hash_end(first, (size_t)second);
}

static inline uint64_t lexicon_bit(uint64_t word)
{
	return (uint64_t)1 << (word >> 32) % 64;
}

#endif
