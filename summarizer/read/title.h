/* Headlines: the site's name cut off, whole forms of cut ones. */
#ifndef READ_TITLE_H
#define READ_TITLE_H

#include "base/arena.h"

/* `title` without " | Site" or "Site: " where that part is the site's name. A slice of it. */
struct ng_text title_without_site(struct arena *arena, struct ng_text title, struct ng_text site);

/* The headline in a document's <title>: the site cut off by its name, by a heading it holds, or by the last separator.
 */
struct ng_text title_of_document(struct arena *arena, struct ng_text document, struct ng_text site,
				 const struct ng_text *headings, size_t n_headings);

/* Ends in an ellipsis: its source cut it off. */
bool title_is_cut(struct ng_text title);
/* True if `whole` starts with the words of the cut title and goes on. */
bool title_completes(struct arena *arena, struct ng_text cut, struct ng_text whole);

#endif
