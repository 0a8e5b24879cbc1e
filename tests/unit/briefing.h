/* A small invented day for tests of rendering: tests/golden/day.json, and briefings from JSON in the test itself. */
#ifndef TEST_BRIEFING_H
#define TEST_BRIEFING_H

#include "test.h"

#include "base/file.h"
#include "render/render.h"

#include <stdlib.h>

static inline struct json *day_json(struct arena *arena)
{
	const char *path = arena_format(arena, "%s/day.json", getenv("GOLDEN")).at;

	return json_parse(arena, file_read(arena, path, 1 << 20), 64);
}

static inline struct ng_briefing *day_briefing(struct arena *arena)
{
	return briefing_from_json(arena, day_json(arena));
}

static const struct render_options plain_theme = {.theme = {.built_in = resource_templates}};

static inline struct ng_text render_as(struct arena *arena, enum ng_output output, const struct ng_briefing *briefing)
{
	struct buf out = buf_new(arena, 1 << 24);

	output_of(output)->render(&out, &plain_theme, briefing);
	return buf_text(&out);
}

static inline bool has_text(struct ng_text text, const char *part)
{
	return text_find(text, text_of(part), 0) < text.len;
}

#endif
