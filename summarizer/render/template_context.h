/* The values a template's names are looked up in, innermost last. */
#ifndef RENDER_TEMPLATE_CONTEXT_H
#define RENDER_TEMPLATE_CONTEXT_H

#include "base/json.h"

/* A name made ready for looking up: its length and three of its letters, which tell most names apart, beside it. */
struct template_name {
	struct ng_text text;
	uint32_t key;
	const char *seen; /* where the last member of that name had it: most trees have each name once in memory */
};
struct template_name template_name(struct ng_text text);

struct template_contexts {
	struct arena *arena;
	struct template_context {
		const struct json *value;
		size_t first; /* of its members in `members`; they go on to the next context's */
	} * at;
	size_t n, room;
	struct template_members {
		struct template_member {
			uint32_t key;
			const struct json *value;
		} * at;
		size_t n, room;
	} members;
};

void template_context_push(struct template_contexts *contexts, const struct json *value);
void template_context_pop(struct template_contexts *contexts);
/* The member of that name in the innermost object that has it; NULL: none has. */
const struct json *template_context_find(const struct template_contexts *contexts, struct template_name *name);

#endif
