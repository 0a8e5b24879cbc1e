/* Fetched documents as files that `nutgraf build` takes. */
#ifndef FETCH_DOCUMENT_FILE_H
#define FETCH_DOCUMENT_FILE_H

#include "fetch/cache.h"

/*
 * folder/HOST/NAME.EXTENSION: HOST as in the URL, so that nutgraf takes it for the outlet; NAME of a-z, 0-9 and -, the
 * same for the same URL; EXTENSION xml or json, of a page warc: that way it keeps its
 * URL and charset.
 */
struct ng_text document_path(struct arena *arena, const char *folder, const struct document *document, bool page);
/* Writes it, whole or not at all; the same bytes again are not written. Jumps: NG_CANNOT_CREATE, NG_IO. */
void document_write(struct arena *arena, const char *folder, const struct document *document, bool page);

#endif
