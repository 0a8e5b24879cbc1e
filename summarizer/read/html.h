/* HTML to articles: the main content of a page with the roles of its blocks, and what its metadata says. */
#ifndef READ_HTML_H
#define READ_HTML_H

#include "read/read.h"

/* A page is one record. */
extern const struct reader html_reader;

/*
 * Appends the article (or articles of equal rank) of a saved web page: text, blocks, title, author, site, section,
 * language, url, published. `declared`: the charset its sender gave, empty if none. What `given` already says (a JSON
 * line's or a feed's title, url, ...) wins over the page; NULL: nothing is given. Jumps: NG_BAD_INPUT over a limit.
 */
void html_read_page(const struct read_context *context, struct ng_text page, struct ng_text declared,
		    const struct article *given, struct articles *articles);

/*
 * A piece of HTML that is content throughout (a feed's content:encoded, a part of a mail): fills article->text and
 * article->blocks; links are not looked at for roles as strictly as on a page. `html` is valid UTF-8.
 */
void html_read_fragment(const struct read_context *context, struct ng_text html, struct article *article);

#endif
