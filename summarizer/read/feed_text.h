/* The text constructs of feeds: titles and names as plain text; whether a body is HTML, escaped once or twice. */
#ifndef READ_FEED_TEXT_H
#define READ_FEED_TEXT_H

#include "base/arena.h"

enum feed_markup {
	FEED_PLAIN,
	FEED_GUESS, /* plain or HTML, RSS does not say */
	FEED_HTML,  /* HTML in a text, which may have been escaped once too often */
	FEED_XHTML  /* markup that stood in the XML itself */
};

/* True when a known HTML tag stands in it. */
bool feed_has_tags(struct ng_text text);
/*
 * One line of plain text: tags dropped (but for FEED_PLAIN), references replaced (also those escaped twice), blanks
 * squeezed.
 */
struct ng_text feed_line(struct arena *arena, struct ng_text html, enum feed_markup markup);
/* The HTML itself, unescaped once more when it was escaped twice. */
struct ng_text feed_html(struct arena *arena, struct ng_text html);
/* Character references replaced, once. */
struct ng_text feed_unescaped(struct arena *arena, struct ng_text text);
/* "jane@example.org (Jane Doe)", "Jane Doe <jane@example.org>", "By Jane Doe" to "Jane Doe"; a bare address to nothing.
 */
struct ng_text feed_person(struct arena *arena, struct ng_text text);

#endif
