/*
 * Inputs and records that cannot be used. In: errors, from any worker. Out: the edition's list of what was skipped, in
 * input order. A folder of a million bad lines says the same of each: what is like the one before is kept once.
 */
#include "edition.h"

static struct ng_text kept(struct arena *arena, const char *string, struct ng_text last)
{
	struct ng_text text = text_of(string);

	return text_equal(text, last) ? last : arena_copy(arena, text);
}

void edition_skip(struct ng_edition *edition, const struct ng_error *error)
{
	const struct ng_skipped none = {0}, *last = &none;
	struct ng_skipped *skipped;

	if (edition->options.strict)
		arena_throw(edition->arena, error);
	skipped = array_add(edition->arena, &edition->skipped);
	if (edition->skipped.n > 1)
		last = skipped - 1;
	skipped->where = kept(edition->arena, error->where, last->where);
	skipped->what = kept(edition->arena, error->what, last->what);
	skipped->line = error->line;
}

void failures_note(struct failures *failures, struct arena *keep, const struct ng_error *error)
{
	const struct failure none = {0}, *last = failures->last ? failures->last : &none;
	struct failure *failure = arena_new_of(keep, struct failure);

	*failure = (struct failure){NULL, error->status, error->line, kept(keep, error->where, last->where),
				    kept(keep, error->what, last->what)};
	if (failures->last)
		failures->last->next = failure;
	else
		failures->first = failure;
	failures->last = failure;
}

void edition_skip_all(struct ng_edition *edition, const struct failures *failures)
{
	struct ng_error error = {0};

	for (const struct failure *failure = failures->first; failure; failure = failure->next) {
		error_set(&error, failure->status, failure->where, failure->line, "%.*s", TEXT_ARGS(failure->what));
		edition_skip(edition, &error);
	}
}
