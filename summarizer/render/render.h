/* A briefing to bytes: one file an output, one row in the table. */
#ifndef RENDER_RENDER_H
#define RENDER_RENDER_H

#include "base/json.h"
#include "base/resource.h"

/* The briefing as JSON (data/schema/briefing.schema.json) and back; origins are kept. */
struct json *briefing_to_json(struct arena *arena, const struct ng_briefing *briefing);
struct ng_briefing *briefing_from_json(struct arena *arena,
				       const struct json *json); /* jumps: NG_BAD_INPUT, what is missing */

/* The names a template sees: nutgraf-templates(5). The only room that knows them. */
struct json *view_briefing(struct arena *arena, const struct ng_briefing *briefing);

/* What rendering depends on besides the briefing. */
struct render_options {
	struct resources theme; /* its folder: of templates, or a built-in theme's name; NULL: plain */
	size_t mail_bytes;      /* HTML of a message at most; 0: no bound */
	bool strict;            /* an unknown name in a template is an error */
	bool fragment;          /* mail: what stands inside the page's body, and no message around it */
	void (*warn)(void *user, struct ng_text where, const char *what); /* NULL: nobody listens */
	void *user;
};

struct output {
	enum ng_output output;
	const char *name; /* as --to has it */
	const char *file; /* its file in the day's folder, or the site's */
	void (*render)(struct buf *out, const struct render_options *options, const struct ng_briefing *briefing);
};
extern const struct output outputs[]; /* ended by a row without a name */
const struct output *output_of(enum ng_output output);

#endif
