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

struct output {
	enum ng_output output;
	const char *name; /* as --to has it: markdown html json mail atom json-feed */
	const char *file; /* its file in the day's folder */
	void (*render)(struct buf *out, const struct resources *theme, const struct ng_briefing *briefing);
};
extern const struct output outputs[]; /* ended by a row without a name */
const struct output *output_of(enum ng_output output);

#endif
