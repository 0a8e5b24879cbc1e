/* The progress of long work, on a terminal. */
#ifndef CLI_PROGRESS_H
#define CLI_PROGRESS_H

#include "nutgraf.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct progress {
	int64_t next;        /* nothing is shown before, milliseconds of the monotonic clock */
	size_t shown;        /* bytes of the longest line that stood there since all was erased */
	enum ng_stage stage; /* of that line */
};

/* Lets the options tell it, where somebody can see it. `progress` outlives the edition. */
void progress_watch(struct progress *progress, struct ng_options *options, bool quiet);
/* What goes to the terminal at `now`: a line over the one before, or at the end what erases it; `total` 0: it is not
 * known. Returns its bytes; 0: nothing. */
size_t progress_put(struct progress *progress, char *text, size_t room, int64_t now, enum ng_stage stage, uint64_t done,
		    uint64_t total);

#endif
