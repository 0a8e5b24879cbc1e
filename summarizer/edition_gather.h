/* All articles of a run, and their stories. */
#ifndef EDITION_GATHER_H
#define EDITION_GATHER_H

#include "clean/repeat.h"
#include "edition_article.h"

/* An article of the run. */
struct reading {
	struct reading *next;
	uint32_t index; /* in input order */
	struct place place;
	struct repeat_note note;   /* with stages 0 */
	struct item item;          /* with stages 0 */
	struct document document;  /* with stages */
	struct ng_text id, source; /* of input name and record */
	uint64_t address;          /* see edition_same.h */
	size_t bytes;              /* of its text */
};
struct readings {
	struct reading **at; /* in input order */
	size_t n;
};

/* Reads all inputs. Stages 0: makes items for clustering and keeps no text; else keeps documents, taken that far. */
struct readings edition_gather(struct ng_edition *edition, unsigned stages);
/* Canonical order: <0, 0, >0. */
int reading_order(const struct reading *left, const struct reading *right);
/* Puts the readings into canonical order, which does not depend on that of the inputs, and finds their stories. */
struct clustering edition_cluster(struct ng_edition *edition, struct readings *readings, struct item **items,
				  bool reasons);

#endif
