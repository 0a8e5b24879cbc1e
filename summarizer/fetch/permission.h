/* Which pages robots.txt lets us fetch: what is known of each origin, and which tasks wait to know. */
#ifndef FETCH_PERMISSION_H
#define FETCH_PERMISSION_H

#include "base/table.h"

enum permission {
	PERMISSION_UNKNOWN,
	PERMISSION_ASKED,
	PERMISSION_GIVEN,
	PERMISSION_DENIED,
	PERMISSION_CLOSED /* robots.txt could not be had, which forbids everything for now */
};

struct permissions;

struct permissions *permissions_new(struct arena *arena, const char *agent);
/* For a path of an origin. Unknown: the caller asks for robots.txt; asked: the answer is on its way. */
enum permission permissions_of(struct permissions *permissions, struct ng_text origin, struct ng_text path);
void permissions_ask(struct permissions *permissions, struct ng_text origin);
/* A task that waits for the answer. */
void permissions_wait(struct permissions *permissions, struct ng_text origin, size_t task);
/* The answer: the bytes of robots.txt (empty: everything is allowed), or `closed`: nothing is (RFC 9309, 2.3.1.4). */
void permissions_answer(struct permissions *permissions, struct ng_text origin, struct ng_text robots, bool closed);
/* Tasks that waited, in their order, once; PLAN_NONE (SIZE_MAX) when there is none left. */
size_t permissions_release(struct permissions *permissions, struct ng_text origin);

#endif
