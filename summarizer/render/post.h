/* The briefing as content for a site generator: front matter in YAML, then Markdown. */
#ifndef RENDER_POST_H
#define RENDER_POST_H

#include "render/theme.h"

/* Whom a post is for: its name in theme.conf, and where it looks for the posts of a day. */
struct post_generator {
	const char *name;
	const char *path; /* a format with the day, YYYY-MM-DD, for %s; below the site's folder */
	bool mail;        /* sends posts as mail: other names in the front matter */
};

/* That of theme.conf's [site] front-matter; NULL: none. Jumps with NG_CONFIG on a name that is none. */
const struct post_generator *post_generator(const struct theme *theme);
/* Markdown for generators that put curly quotes, dashes and formulas where nobody wrote them: the text stays as it is.
 */
void post_escape(struct buf *out, struct ng_text text);
void post_put(struct buf *out, const struct theme *theme, const struct ng_briefing *briefing);
/* The front matter alone, for a body of Markdown or HTML that follows. */
void post_put_front_matter(struct buf *out, const struct theme *theme, const struct json *view, bool html);

#endif
