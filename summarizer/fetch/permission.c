/*
 * Permissions. In: answers to requests for robots.txt. Out: may a path be fetched? One entry an origin (scheme, host
 * and port), as RFC 9309 section 2.3 binds them; tasks wait in the order they came.
 */
#include "fetch/permission.h"

#include "fetch/robots.h"

struct waiting {
	size_t task;
	struct waiting *next;
};

struct origin {
	bool asked, answered, closed;
	struct ng_text robots;
	struct waiting *first, *last;
};

struct permissions {
	struct arena *arena;
	const char *agent;
	struct table names; /* to places in `origins` */
	struct {
		struct origin *at;
		size_t n, room;
	} origins;
};

struct permissions *permissions_new(struct arena *arena, const char *agent)
{
	struct permissions *permissions = arena_new_of(arena, struct permissions);

	*permissions = (struct permissions){.arena = arena, .agent = agent, .names = table_new(arena)};
	return permissions;
}

static struct origin *find(struct permissions *permissions, struct ng_text name)
{
	struct table_entry *entry = table_get(&permissions->names, name);

	if (!entry) {
		*array_add(permissions->arena, &permissions->origins) = (struct origin){0};
		entry = table_put(&permissions->names, arena_copy(permissions->arena, name));
		entry->value = permissions->origins.n - 1;
	}
	return &permissions->origins.at[entry->value];
}

enum permission permissions_of(struct permissions *permissions, struct ng_text name, struct ng_text path)
{
	const struct origin *origin = find(permissions, name);

	if (!origin->answered)
		return origin->asked ? PERMISSION_ASKED : PERMISSION_UNKNOWN;
	if (origin->closed)
		return PERMISSION_CLOSED;
	if (!robots_allow(origin->robots, text_of(permissions->agent), path))
		return PERMISSION_DENIED;
	return PERMISSION_GIVEN;
}

void permissions_ask(struct permissions *permissions, struct ng_text origin)
{
	find(permissions, origin)->asked = true;
}

void permissions_wait(struct permissions *permissions, struct ng_text name, size_t task)
{
	struct origin *origin = find(permissions, name);
	struct waiting *waiting = arena_new_of(permissions->arena, struct waiting);

	waiting->task = task;
	if (origin->first)
		origin->last->next = waiting;
	else
		origin->first = waiting;
	origin->last = waiting;
}

void permissions_answer(struct permissions *permissions, struct ng_text name, struct ng_text robots, bool closed)
{
	struct origin *origin = find(permissions, name);

	origin->answered = true;
	origin->closed = closed;
	origin->robots = arena_copy(permissions->arena, robots);
}

size_t permissions_release(struct permissions *permissions, struct ng_text name)
{
	struct origin *origin = find(permissions, name);
	struct waiting *waiting = origin->first;

	if (!waiting)
		return SIZE_MAX;
	origin->first = waiting->next;
	return waiting->task;
}
