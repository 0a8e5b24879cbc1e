/* One function per place where text can land. A renderer has no other way to write foreign text. */
#ifndef BASE_ESCAPE_H
#define BASE_ESCAPE_H

#include "base/buf.h"

/*
 * All of them drop what must show nowhere: control characters but \n and \t, bidi overrides, noncharacters
 * (rune_is_unsafe). Malformed UTF-8 becomes U+FFFD. Only escape_json() drops nothing and writes \uXXXX instead:
 * offsets into a text must survive it.
 */
void escape_html(struct buf *buf,
		 struct ng_text text); /* text and both kinds of quoted attribute; & < > " ' and { as entities:
					  template engines that read our pages (Hugo, Jekyll) stay whole */
void escape_xml(struct buf *buf, struct ng_text text);      /* the same five, numeric where XML 1.0 lacks a name */
void escape_markdown(struct buf *buf, struct ng_text text); /* CommonMark renders exactly the text, on one line */
void escape_url(struct buf *buf,
		struct ng_text url); /* http, https, mailto percent-encoded for an attribute; else nothing */
void escape_json(struct buf *buf,
		 struct ng_text text); /* the inside of a JSON string, RFC 8259; also escapes U+2028/9, DEL */
void escape_terminal(struct buf *buf, struct ng_text text);      /* for messages: \n and \t become blanks too */
void escape_plain(struct buf *buf, struct ng_text text);         /* for text/plain */
void slug_put(struct buf *buf, struct ng_text text, size_t max); /* [a-z0-9-]{1,max}, "story" if nothing is left */

#endif
