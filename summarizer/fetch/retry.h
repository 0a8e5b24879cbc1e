/* When a server wants to be asked again. */
#ifndef FETCH_RETRY_H
#define FETCH_RETRY_H

#include "base/text.h"

/*
 * Seconds from `now` (seconds since 1970-01-01 UTC) that a Retry-After field asks for (RFC 9110 section 10.2.3: a
 * number of seconds or a date), at most RETRY_MOST. -1: it says nothing that can be read.
 */
int64_t retry_seconds(struct ng_text field, int64_t now);
#define RETRY_MOST 604800 /* a week: no server keeps a feed away for good by one answer */

#endif
