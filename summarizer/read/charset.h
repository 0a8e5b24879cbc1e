/* Any charset to UTF-8 with \n: BOM, then what the source declares, then valid UTF-8, then uchardet; iconv does it. */
#ifndef READ_CHARSET_H
#define READ_CHARSET_H

#include "base/arena.h"

/*
 * `declared`: a charset label or empty; iso-8859-1 is read as windows-1252 (WHATWG). Valid UTF-8 wins over any label
 * but a UTF-16 BOM. Never fails: what cannot be converted becomes U+FFFD. NUL becomes U+FFFD, CR LF and CR become \n.
 * The result may be the input itself. `forced` in mail: the label wins over valid UTF-8.
 */
struct ng_text charset_to_utf8(struct arena *arena, struct ng_text bytes, struct ng_text declared, bool forced);

/* CR LF and CR to \n; the text itself when it has none. */
struct ng_text charset_newlines(struct arena *arena, struct ng_text text);

#endif
