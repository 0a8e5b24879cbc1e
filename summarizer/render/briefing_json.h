/* Words of the briefing's JSON that its writer and its reader share. */
#ifndef RENDER_BRIEFING_JSON_H
#define RENDER_BRIEFING_JSON_H

#include "nutgraf.h"

enum { BRIEFING_FORMAT = 1 }; /* the member "nutgraf"; raised when a reader of the old form would go wrong */

const char *story_kind_name(enum ng_story_kind kind);
const char *story_status_name(enum ng_story_status status);
const char *granularity_name(enum ng_granularity granularity);

#endif
