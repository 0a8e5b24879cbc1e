/* The progress of long work, on a terminal. */
#ifndef CLI_PROGRESS_H
#define CLI_PROGRESS_H

#include "nutgraf.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct progress {
	int64_t next; /* nothing is shown before, milliseconds of the monotonic clock */
	size_t shown; /* bytes of the longest line that stands there */
};

/* Lets the options tell it, where somebody can see it. `progress` outlives the edition. */
void progress_watch(struct progress *progress, struct ng_options *options, bool quiet);
/* What is shown, without an end of line; total 0: it is not known. Returns its bytes. */
size_t progress_line(char *line, size_t room, enum ng_stage stage, uint64_t done, uint64_t total);

#endif
