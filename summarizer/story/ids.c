/*
 * A hash table from 64-bit keys to 0, 1, 2, ... in order of first sight, by open addressing with linear probing, at
 * most half full. In: keys such as stem hashes or pairs of numbers, which may be badly spread. Out: dense numbers, the
 * same on every machine.
 */
#include "story/ids.h"

static size_t ids_slot(const struct ids *ids, uint64_t key)
{
	size_t slot = hash_mix(key, 0) & (ids->n_slots - 1);

	while (ids->slots[slot] && ids->keys[ids->slots[slot] - 1] != key)
		slot = (slot + 1) & (ids->n_slots - 1);
	return slot;
}

static void ids_grow(struct arena *arena, struct ids *ids)
{
	ids->n_slots = ids->n_slots ? ids->n_slots * 2 : 256;
	ids->slots = arena_array(arena, ids->n_slots, uint32_t);
	for (size_t i = 0; i < ids->n; i++)
		ids->slots[ids_slot(ids, ids->keys[i])] = (uint32_t)i + 1;
}

uint32_t ids_put(struct arena *arena, struct ids *ids, uint64_t key)
{
	if (2 * (ids->n + 1) > ids->n_slots)
		ids_grow(arena, ids);
	size_t slot = ids_slot(ids, key);
	if (!ids->slots[slot]) {
		ids->keys = arena_room(arena, ids->keys, ids->n, &ids->room, sizeof *ids->keys);
		ids->keys[ids->n++] = key;
		ids->slots[slot] = (uint32_t)ids->n;
	}
	return ids->slots[slot] - 1;
}

uint32_t ids_get(const struct ids *ids, uint64_t key)
{
	return ids->n ? ids->slots[ids_slot(ids, key)] - 1 : IDS_NONE;
}
