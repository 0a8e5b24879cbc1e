/*
 * Hash table. In: keys as slices. Out: entries in order of insertion.
 * Open addressing with linear probing, at most half full; slots hold indices, so growing moves no entry's key.
 * text_hash() is no secret, so keys can be made to collide: once a probe runs longer than chance allows, the table
 * places its entries by a second, salted hash, and the work a key stays bounded.
 */
#include "base/table.h"

enum { FIRST_SLOTS = 16, LONGEST_PROBE = 256 };

struct table table_new(struct arena *arena)
{
	return (struct table){.arena = arena};
}

static uint64_t place_of(const struct table *table, struct ng_text key, uint64_t hash)
{
	if (!table->salted)
		return hash;
	for (size_t i = 0; i < key.len; i++)
		hash = hash_mix(hash ^ 0x9ae16a3b2f90404fu, (unsigned char)key.at[i] + i * 0xc949d7c7509e6557u);
	return hash;
}

/* The slot of the key, or the free one where it belongs. */
static size_t find_slot(const struct table *table, struct ng_text key, uint64_t hash, size_t *probes)
{
	size_t mask = table->n_slots - 1;
	size_t slot = (size_t)place_of(table, key, hash) & mask;

	for (*probes = 0; table->slots[slot]; slot = (slot + 1) & mask, ++*probes) {
		const struct table_entry *entry = &table->at[table->slots[slot] - 1];
		if (entry->hash == hash && text_equal(entry->key, key))
			break;
	}
	return slot;
}

static void place_all(struct table *table)
{
	size_t mask = table->n_slots - 1;

	for (size_t i = 0; i < table->n; i++) {
		size_t slot = (size_t)place_of(table, table->at[i].key, table->at[i].hash) & mask;
		while (table->slots[slot])
			slot = (slot + 1) & mask;
		table->slots[slot] = (uint32_t)(i + 1);
	}
}

static void grow(struct table *table)
{
	table->n_slots = table->n_slots ? table->n_slots * 2 : FIRST_SLOTS;
	table->slots = arena_array(table->arena, table->n_slots, uint32_t);
	place_all(table);
}

static void salt(struct table *table)
{
	table->salted = true;
	table->slots = arena_array(table->arena, table->n_slots, uint32_t);
	place_all(table);
}

struct table_entry *table_put(struct table *table, struct ng_text key)
{
	uint64_t hash = text_hash(key);
	size_t probes;

	if (table->n >= UINT32_MAX - 1)
		arena_fail(table->arena, NG_BAD_INPUT, TEXT(""), 0, "a table has more than %lu entries",
			   (unsigned long)UINT32_MAX - 1);
	if (table->n * 2 >= table->n_slots)
		grow(table);
	size_t slot = find_slot(table, key, hash, &probes);
	if (table->slots[slot])
		return &table->at[table->slots[slot] - 1];
	if (probes > LONGEST_PROBE && !table->salted) {
		salt(table);
		slot = find_slot(table, key, hash, &probes);
	}
	struct table_entry *entry = array_add(table->arena, table);
	entry->key = key;
	entry->hash = hash;
	table->slots[slot] = (uint32_t)table->n;
	return entry;
}

struct table_entry *table_get(const struct table *table, struct ng_text key)
{
	size_t probes;

	if (!table->n)
		return NULL;
	size_t slot = find_slot(table, key, text_hash(key), &probes);
	return table->slots[slot] ? &table->at[table->slots[slot] - 1] : NULL;
}
