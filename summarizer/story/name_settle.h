/* Words that may or may not be names, settled by the rest of the article. */
#ifndef STORY_NAME_SETTLE_H
#define STORY_NAME_SETTLE_H

#include "story/quote_text.h"

void names_settle(struct quote_text *text);

#endif
