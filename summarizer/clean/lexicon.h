/* Words and phrases that tell what a line is, of all languages as one set: data/LANG/clean.txt and stopwords.txt. */
#ifndef CLEAN_LEXICON_H
#define CLEAN_LEXICON_H

#include "base/eight.h"
#include "base/wordlist.h"
#include "clean/cue.h"
#include "clean/token.h"

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
	return eight_hash(eight_hash(1, first), second);
}

static inline uint64_t lexicon_bit(uint64_t word)
{
	return (uint64_t)1 << (word >> 32) % 64;
}

#endif
