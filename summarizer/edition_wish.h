/* What the options want of articles: sources, languages and sections; muted and followed words. */
#ifndef EDITION_WISH_H
#define EDITION_WISH_H

#include "edition_compose.h"

/* Copies into the edition what the options say of it. */
void wish_open(struct ng_edition *edition);
/* The source an article is of; NULL: the options name none. */
const struct ng_source *wish_source(const struct ng_edition *edition, struct ng_text host, struct ng_text site);
/* Marks an article's item. `document` needs its sentences and words. */
void wish_mark(const struct ng_edition *edition, struct edition_worker *worker, struct arena *scratch,
	       const struct document *document, struct item *item);
/* Takes articles that are not wanted out of the readings, and stories that are muted out of the plans; how many. */
size_t wish_leave_out(struct readings *readings);
size_t wish_mute(const struct item *items, struct story_plans *plans);

#endif
