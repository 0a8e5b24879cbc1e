/*
 * Looking up names. In: values, names. Out: members. A JSON tree is a list of nodes all over memory; the members of a
 * value that names will be looked up in are laid side by side once, as keys of eight bytes that are compared first.
 * Of two members of one name the last counts, as in base/json.h.
 */
#include "render/template_context.h"

#include <string.h>

struct template_name template_name(struct ng_text text)
{
	uint64_t key = 0;

	if (text.len)
		memcpy(&key, text.at, text.len < sizeof key - 1 ? text.len : sizeof key - 1);
	return (struct template_name){text, (key << 8) | (text.len & 0xff)};
}

void template_context_push(struct template_contexts *contexts, const struct json *value)
{
	struct template_context *context = array_add(contexts->arena, contexts);

	*context = (struct template_context){value, contexts->members.n};
	if (value->kind != JSON_OBJECT)
		return;
	for (const struct json *child = value->first; child; child = child->next)
		*array_add(contexts->arena, &contexts->members) =
		    (struct template_member){template_name(child->name).key, child};
}

void template_context_pop(struct template_contexts *contexts)
{
	contexts->members.n = contexts->at[--contexts->n].first;
}

const struct json *template_context_find(const struct template_contexts *contexts, struct template_name name)
{
	const struct template_member *members = contexts->members.at;

	/* From the last member of the innermost value to the first of the outermost. */
	for (size_t i = contexts->members.n; i-- > 0;)
		if (members[i].key == name.key && text_equal(members[i].value->name, name.text))
			return members[i].value;
	return NULL;
}
