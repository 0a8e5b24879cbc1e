/* One story told: the documents of a plan in, the public ng_story out. */
#ifndef STORY_STORY_H
#define STORY_STORY_H

#include "story/select.h"

struct story_lengths {
	size_t words, sentences; /* of the summary; both bind, 0: no bound */
	size_t quotes;           /* at most */
	size_t ranked;           /* sentences looked at */
	bool timeline;
	bool lone_date; /* a timeline of one date will do, for one that grows over days */
	/* Sentences that may stand in the summary; NULL: all. */
	bool (*may)(const void *user, const struct document *document, const struct sentence *sentence);
	/* Quotations that may be printed; NULL: all. */
	bool (*may_quote)(const void *user, const struct document *document, const struct quote *quote);
	const void *user;
};

/* Sentences of documents that vote, ranked, and the choice that a summary is made of. */
struct summary {
	struct ranking ranking;
	struct choice choice;
};
struct summary story_summary(struct arena *arena, const struct document *documents, size_t n,
			     const struct story_lengths *lengths);

/*
 * documents[i] is article number articles[i] of the briefing; `vote` false: a copy. `headline`: index of the document
 * whose title heads. Fills kind-independent fields: sentences, quotes, timeline, headline, slug, section, language.
 * What the story points to is copied to `arena`. n > 0; one document votes at least.
 */
void story_tell(struct arena *arena, struct arena *scratch, const struct document *documents, const uint32_t *articles,
		const bool *vote, size_t n, size_t headline, int32_t today, const struct story_lengths *lengths,
		struct ng_story *story);

#endif
