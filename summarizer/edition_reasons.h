/* Why a story is as it is: gathered as JSON, told as a table. */
#ifndef EDITION_REASONS_H
#define EDITION_REASONS_H

#include "base/json.h"
#include "edition_story.h"

/* A story of a briefing, and what the same inputs give now. */
struct reasons {
	struct arena *arena;
	const struct ng_briefing *briefing;
	const struct ng_story *story; /* as the briefing has it */
	size_t number;                /* of it, from 1 */
	const struct composing *composing;
	const struct clustering *clustering;
	const struct one_story *one; /* read again, followed */
	struct story_lengths lengths;
	size_t n_missing, n_more; /* articles it had and has no more; has and had not */
};

/* nutgraf(1), explain: importance, titles, articles, pairs, sentences, notes. */
struct json *reasons_to_json(const struct reasons *reasons);
void reasons_put_table(struct buf *out, const struct json *json);

#endif
