/* Text for people who read mail as text. */
#ifndef RENDER_MAIL_WRAP_H
#define RENDER_MAIL_WRAP_H

#include "base/buf.h"

/* Breaks lines at blanks so that none is wider than `width` code points, keeping each line's indentation (and a list's
   hang). Words wider than that, addresses above all, stay whole. Runs of blank lines become one. */
void mail_wrap(struct buf *out, struct ng_text text, size_t width);

#endif
