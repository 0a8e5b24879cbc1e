/* The names a template sees, for people who write templates. */
#ifndef RENDER_NAMES_H
#define RENDER_NAMES_H

struct view_name {
	const char *path; /* as in {{#top}}{{#sources}}{{url}}: top.sources.url */
	const char *what; /* what it is, or an example */
};
/* In the view's order; ended by a NULL path. What more, also and quiet hold is as in top, lead and rest as sentences.
 */
extern const struct view_name view_names[];

#endif
