/* Bounded markup to libxml2's tree of it. */
#ifndef READ_HTML_TREE_H
#define READ_HTML_TREE_H

#include "read/read.h"

struct _xmlNode; /* of libxml/tree.h */

/*
 * Parses what html_guard() let through, its byte order mark first; the document is the arena's. Elements deeper than
 * limits->depth are left out, their text belongs to the deepest that stays. NULL: there is no element. Opens nothing;
 * entities are the HTML ones only.
 */
const struct _xmlNode *html_tree(const struct read_context *context, struct ng_text markup);

#endif
