/* How far a run has come, for who watches it. */
#ifndef EDITION_PROGRESS_H
#define EDITION_PROGRESS_H

#include "edition.h"

/* Before the inputs are read; memory of edition->stream. */
void progress_open(struct ng_edition *edition);
/* A chunk is about to be worked on; called by one thread at a time. */
void progress_chunk(const struct ng_edition *edition, const struct chunk *chunk);
/* Another stage begins, of which nothing more is known. */
void progress_stage(const struct ng_edition *edition, enum ng_stage stage);

#endif
