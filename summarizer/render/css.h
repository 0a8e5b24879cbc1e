/* Style sheets for pages that carry their own. */
#ifndef RENDER_CSS_H
#define RENDER_CSS_H

#include "base/buf.h"

/* Appends the sheet without comments and without the white space that means nothing; strings stay as they are. */
void css_squeeze(struct buf *out, struct ng_text sheet);

#endif
