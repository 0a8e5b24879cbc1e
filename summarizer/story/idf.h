/* How common words are: background document frequencies per language, from data/LANG/df.tsv. */
#ifndef STORY_IDF_H
#define STORY_IDF_H

#include "base/resource.h"

struct idf_tables; /* Read-only, shared by all threads. */

/* Tables are looked up by the stem's feature. A line is STEM TAB COUNT; the first names the documents: #N TAB COUNT. */
struct idf_tables *idf_tables_load(struct arena *arena, const struct resources *data);

/* Takes a table of frequencies (story/frequencies.h) in the place of those of its languages. */
void idf_tables_take(struct arena *arena, struct idf_tables *tables, const char *name, struct ng_text bytes);

/* The language of a code, as tables know it: its first two letters as a number; 0: "und", "" and what is no code. */
uint16_t idf_language(struct ng_text code);

/* How many documents a table stands for. */
struct idf_background {
	double documents; /* in all */
	double with;      /* of them, with this feature */
};
/*
 * A word outside the table counts 0. A language without a table takes a word for the rarer the longer it is, up to
 * 7 letters. Pairs of words are in no table: 0.
 */
struct idf_background idf_background(const struct idf_tables *tables, uint16_t language, uint32_t feature,
				     unsigned letters);

#endif
