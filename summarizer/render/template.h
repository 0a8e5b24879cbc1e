/* Mustache (mustache/spec 1.4): required modules, inheritance, dynamic names. Values are a JSON tree. */
#ifndef RENDER_TEMPLATE_H
#define RENDER_TEMPLATE_H

#include "base/json.h"

/* How {{name}} is written; {{{name}}} and {{&name}} write the value as it is. */
typedef void template_escape(struct buf *out, struct ng_text text);

/* Finds a partial's source; NULL-at slice: there is none (renders as nothing). Its names never leave the theme. */
typedef struct ng_text template_partial(void *user, struct ng_text name);

/* Templates that were read, kept between renderings; the names are those of one theme. Lives in the arena. */
struct template_cache;
struct template_cache *template_cache_new(struct arena *arena);
bool template_is_cached(const struct template_cache *cache, struct ng_text name);

struct template_options {
	template_escape *escape;   /* escape_html for the plain `render` command */
	template_partial *partial; /* NULL: no partials */
	void *user;
	const char *name;             /* of the template, for messages */
	struct template_cache *cache; /* NULL: none; one that has `name` makes `source` needless */
	size_t depth;                 /* of partials and sections, 0: 64 */
	bool strict;                  /* an unknown name is an error */
};

/* Jumps with NG_CONFIG, the template's name and line on a malformed template or too deep a nesting. */
void template_render(struct buf *out, struct ng_text source, const struct json *data,
		     const struct template_options *options);

#endif
