/* What single words tell about quotations: data/LANG/quotes.txt, and the forenames of data/und/forenames.txt. */
#ifndef STORY_QUOTE_WORDS_H
#define STORY_QUOTE_WORDS_H

#include "base/utf8.h"
#include "story/quote.h"

/* clang-format off */
/* Bits of a token; those of data files first, in the order of their sections, then its shape. */
enum quote_bit {
	QB_CUE, QB_WEAK_CUE, QB_LEFT_CUE, QB_RIGHT_CUE, QB_ADVERB, QB_AUXILIARY, QB_TITLE, QB_WEAK_TITLE, QB_MALE_TITLE,
	QB_FEMALE_TITLE, QB_ROLE, QB_AFTER, QB_PARTICLE, QB_ORGANISATION, QB_DAY, QB_NOT_A_NAME, QB_HE, QB_SHE, QB_THEY, QB_IT,
	QB_DETERMINER, QB_PREPOSITION, QB_AND, QB_WHO, QB_ACCORDING, QB_ACCORDING_AFTER, QB_TO, QB_NOT, QB_ABBREVIATION,
	QB_ELISION, QB_NOT_A_VERB, QB_GROUP, QB_CLITIC, QB_SUFFIX, QB_COMPLEMENT, QB_REPORT, QB_HOMONYM, QB_HONORIFIC,
	QUOTE_SECTIONS,
	QB_MALE = QUOTE_SECTIONS, QB_FEMALE, QB_VERB_ENDING, QB_S_ENDING, QB_ING, QB_OPENER, QB_SURNAME, QB_WORD, QB_NUMBER, QB_CAPITAL, QB_LOWER, QB_SHOUT,
	QB_POSSESSIVE, QB_SPACE_BEFORE, QB_SPACE_AFTER, QB_ENDS, QB_QUOTED, QB_SETTLED, QB_MARK
};
/* clang-format on */
#define QUOTE_BIT(bit) ((uint64_t)1 << (bit))
_Static_assert(QB_MARK < 64, "the bits of a token are 64");

struct quote_endings {
	struct ng_text *at;
	size_t n, room;
};

struct quote_words {
	struct ng_text code;
	struct table words; /* lower case, ' for any apostrophe -> bits */
	struct quote_endings role, adverb, verb, third_person, participle;
	bool capital_nouns;    /* German: a capital makes no name */
	bool verb_second;      /* German, Dutch: the subject may follow its verb */
	bool split_apostrophe; /* French: l'ancien is two words */
	bool speaker_inside;   /* French: « La loi, dit le maire, est juste. » */
	bool drop_subject;     /* Spanish: "dijo." has its subject before */
};

const struct quote_words *quote_words_of(const struct quote_tables *tables, struct ng_text code);
/* Bits of a word of text; `capital`: its first letter is one. */
uint64_t quote_word_bits(const struct quote_tables *tables, const struct quote_words *words, struct ng_text word,
			 bool capital);

#endif
