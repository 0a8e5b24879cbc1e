/* May a robot fetch a page? The Robots Exclusion Protocol, RFC 9309. */
#ifndef FETCH_ROBOTS_H
#define FETCH_ROBOTS_H

#include "base/text.h"

/*
 * `robots` is a robots.txt, `agent` our product token ("nutgraf-fetch"), `path` the path of a URL with its query.
 * Groups of our token bind, all of them together; else those of "*"; without either everything is allowed. The longest
 * matching rule wins, allow in a tie (section 2.2.2).
 */
bool robots_allow(struct ng_text robots, struct ng_text agent, struct ng_text path);

#endif
