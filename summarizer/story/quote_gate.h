/* How sure a quotation's speaker is, and whether it may stand alone as a key quote. */
#ifndef STORY_QUOTE_GATE_H
#define STORY_QUOTE_GATE_H

#include "story/quote_who.h"

enum { KEY_WORDS_MIN = 8, KEY_WORDS_MAX = 65, KEY_TURN_WORDS_MAX = 45 };

/* Fills confidence and key. `own`: it has a cue of its own. */
void quote_gate(const struct quote_text *text, const struct quote_span *span, const struct speaker *speaker, bool own,
		struct quote *quote);

#endif
