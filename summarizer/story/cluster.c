/*
 * Items to stories. In: items in canonical order. Out: for each its story and what it is a copy of. The stages: copies
 * are set aside; vectors of the originals; pairs that are alike; average-link; copies follow their originals.
 */
#include "story/cluster.h"

#include "base/table.h"
#include "story/cluster_link.h"
#include "story/cluster_widen.h"
#include "story/copies.h"

/* Numbers stories in order of their first items; keys[i] names the story of item i. */
static void number_stories(struct arena *arena, const uint64_t *keys, size_t n, struct membership *members)
{
	struct table numbers = table_new(arena);
	uint32_t next = 0;

	for (size_t i = 0; i < n; i++) {
		struct table_entry *entry = table_put(&numbers, (struct ng_text){(const char *)&keys[i], sizeof *keys});
		if (!entry->value)
			entry->value = ++next;
		members[i].story = (uint32_t)entry->value - 1;
	}
}

/* Items of one given story; an item without one is a story of its own. */
static void take_given(const struct item *items, size_t n, uint64_t *keys)
{
	for (size_t i = 0; i < n; i++)
		keys[i] = items[i].given ? items[i].given : hash_mix(1, i);
}

static const struct neighbours *compare(struct arena *arena, const struct cluster_options *options,
					const struct vectors *vectors, struct clustering *clustering)
{
	struct likeness *likeness = arena_new_of(arena, struct likeness);

	*likeness = likeness_for(vectors, options->tightness);
	clustering->vectors = vectors;
	clustering->likeness = likeness;
	return candidates_find(arena, vectors, likeness, options->jobs, options->memory_cap);
}

static void find_stories(struct arena *arena, const struct idf_tables *idf, const struct item *items, size_t n,
			 const struct cluster_options *options, struct clustering *clustering, uint64_t *keys)
{
	const struct vectors *vectors = vectors_make(arena, idf, items, n, clustering->members, options);
	const struct neighbours *neighbours = compare(arena, options, vectors, clustering);

	if (vectors_have_titles(vectors)) {
		vectors =
		    vectors_widen(arena, vectors, neighbours, clustering->likeness, options->jobs, options->memory_cap);
		neighbours = compare(arena, options, vectors, clustering);
	}
	const uint32_t *clusters =
	    link_average(arena, vectors, neighbours, clustering->likeness->least, options->jobs, options->memory_cap);
	for (size_t i = 0; i < n; i++)
		keys[i] = clusters[vectors->of[clustering->members[i].original]];
}

static struct clustering cluster(struct arena *arena, const struct idf_tables *idf, struct item *items, size_t n,
				 const struct cluster_options *options, bool reasons)
{
	struct clustering clustering = {.members = arena_array(arena, n, struct membership)};
	uint64_t *keys = arena_array(arena, n, uint64_t);

	copies_find(arena, items, n, options->jobs, options->memory_cap, clustering.members);
	if (reasons || !options->given)
		find_stories(arena, idf, items, n, options, &clustering, keys);
	if (options->given)
		take_given(items, n, keys);
	number_stories(arena, keys, n, clustering.members);
	return clustering;
}

struct membership *cluster_items(struct arena *arena, const struct idf_tables *idf, struct item *items, size_t n,
				 const struct cluster_options *options)
{
	return cluster(arena, idf, items, n, options, false).members;
}

struct clustering cluster_with_reasons(struct arena *arena, const struct idf_tables *idf, struct item *items, size_t n,
				       const struct cluster_options *options)
{
	return cluster(arena, idf, items, n, options, true);
}
