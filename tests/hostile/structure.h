/*
 * What an output is made of, read back by other people's parsers. `shape` gets elements and the names of their
 * attributes (nodes, headers, members), `shown` the text a reader sees, with white space as it is. Addresses that are
 * not http, https, mailto or a fragment go into the shape, so that they cannot pass unseen.
 */
#ifndef STRUCTURE_H
#define STRUCTURE_H

#include "base/json.h"

void structure_of_html(struct ng_text bytes, struct buf *shape, struct buf *shown);
void structure_of_xml(struct ng_text bytes, struct buf *shape, struct buf *shown);
void structure_of_markdown(struct ng_text bytes, struct buf *shape, struct buf *shown);
void structure_of_mail(struct ng_text bytes, struct buf *shape, struct buf *shown);
void structure_of_json(struct arena *arena, struct ng_text bytes, struct buf *shape, struct buf *shown);

#endif
