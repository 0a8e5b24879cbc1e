/* Pages that show a stub while their JSON-LD carries the whole article. */
#ifndef READ_HTML_STUB_H
#define READ_HTML_STUB_H

#include "read/read.h"

/*
 * `body`: articleBody of the page's data, text or HTML. Where the article's kept blocks hold far less than it, its
 * paragraphs are added behind the page's text as body and the stub becomes noise ("stub"). Else nothing is changed.
 */
void html_stub_complete(const struct read_context *context, struct ng_text body, struct article *article);

#endif
