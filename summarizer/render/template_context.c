/*
 * Looking up names. In: values, names. Out: members. A JSON tree is a list of nodes all over memory; the members of a
 * value that names will be looked up in are laid side by side once, as keys of four bytes that are compared first.
 * Of two members of one name the last counts, as in base/json.h.
 */
#include "render/template_context.h"

static uint32_t key_of(struct ng_text name)
{
	const unsigned char *at = (const unsigned char *)name.at;

	if (!name.len)
		return 0;
	return (uint32_t)(name.len & 0xff) | (uint32_t)at[0] << 8 | (uint32_t)at[name.len - 1] << 16 |
	       (uint32_t)at[name.len / 2] << 24;
}

struct template_name template_name(struct ng_text text)
{
	return (struct template_name){text, key_of(text), NULL};
}

void template_context_push(struct template_contexts *contexts, const struct json *value)
{
	struct template_context *context = array_add(contexts->arena, contexts);
	struct template_members *members = &contexts->members;

	*context = (struct template_context){value, members->n};
	if (value->kind != JSON_OBJECT)
		return;
	while (members->room - members->n < value->n)
		members->at =
		    arena_room(contexts->arena, members->at, members->room, &members->room, sizeof *members->at);
	for (const struct json *child = value->first; child; child = child->next)
		members->at[members->n++] = (struct template_member){key_of(child->name), child};
}

void template_context_pop(struct template_contexts *contexts)
{
	contexts->members.n = contexts->at[--contexts->n].first;
}

const struct json *template_context_find(const struct template_contexts *contexts, struct template_name *name)
{
	const struct template_member *members = contexts->members.at;

	/* From the last member of the innermost value to the first of the outermost. */
	for (size_t i = contexts->members.n; i-- > 0;) {
		if (members[i].key != name->key)
			continue;
		struct ng_text found = members[i].value->name;
		if (found.len != name->text.len || (found.at != name->seen && !text_equal(found, name->text)))
			continue;
		name->seen = found.at;
		return members[i].value;
	}
	return NULL;
}
