/* One article through the stages, from its record to a document; and the line a map command prints of it. */
#ifndef EDITION_ARTICLE_H
#define EDITION_ARTICLE_H

#include "edition.h"

/* STAGE_DAY: the publication day, from the text if need be; each of the others has it too. */
enum stage { STAGE_SENTENCES = 1, STAGE_WORDS = 2, STAGE_DATES = 4, STAGE_QUOTES = 8, STAGE_DAY = 16 };

/* Cleans an article that was read and takes it through the stages; blocks always. */
void edition_document(const struct ng_edition *edition, struct word_reader *words, struct arena *arena,
		      const struct article *article, unsigned stages, struct document *document);

/* A record and the article of it, to be read again. */
struct place {
	struct record record;
	uint32_t nth;
};

/*
 * Calls found() for each article of a chunk, in order, and failed() for each record (or input) that cannot be used.
 * What they allocate in `scratch` is gone after each.
 */
struct walk {
	const struct ng_edition *edition;
	void *user;
	void (*found)(void *user, struct arena *scratch, const struct article *article, const struct place *place);
	void (*failed)(void *user, struct ng_text id, const struct ng_error *error);
};
void edition_walk(const struct walk *walk, const struct chunk *chunk, struct arena *scratch);

/* The JSON line of one article for a map command. */
void line_put(struct buf *out, enum ng_lines stage, const struct ng_edition *edition, const struct document *document);
void line_put_error(struct buf *out, struct ng_text id, const struct ng_error *error);

#endif
