/* One article an address. */
#ifndef EDITION_SAME_H
#define EDITION_SAME_H

#include "edition_gather.h"

/* What tells an article's address: 0 when it has none. A fragment is no part of it. */
uint64_t same_address(const struct article *article);

/*
 * Leaves out the readings whose address another one has: the longest text stays, as that of a page does where the feed
 * told its beginning; of equals the first in canonical order. All stay where one input has several titles under the
 * address. Input order is kept.
 */
void same_leave_out(struct arena *scratch, struct readings *readings);

#endif
