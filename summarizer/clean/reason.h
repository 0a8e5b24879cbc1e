/* The reasons for which a block is no body, as `extract` prints them and `--keep` takes them. */
#ifndef CLEAN_REASON_H
#define CLEAN_REASON_H

#include "base/text.h"

struct reason {
	const char *name, *means; /* a line for the manual */
};
extern const struct reason reasons[]; /* ended by a row without a name */

/* True if `keep`, names separated by commas, has the reason. */
bool reason_is_kept(struct ng_text keep, const char *reason);
/* The first name in `keep` that is no reason; empty: all are. */
struct ng_text reason_unknown(struct ng_text keep);

#endif
