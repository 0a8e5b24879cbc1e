/* Character references of XML and HTML, read the way browsers read broken ones. */
#ifndef READ_FEED_ENTITY_H
#define READ_FEED_ENTITY_H

#include "base/buf.h"

/*
 * The reference at text.at[at] (an '&'): &amp; &#8217; &#x2019; &eacute; (HTML 4's names). Returns its length in bytes
 * and the code point; 0: it is none, the '&' stands for itself. Numbers 128-159 are windows-1252's, as in HTML.
 */
size_t feed_entity(struct ng_text text, size_t at, uint32_t *rune);

/* Appends the text with its references replaced, once. */
void feed_entities_put(struct buf *buf, struct ng_text text);

#endif
