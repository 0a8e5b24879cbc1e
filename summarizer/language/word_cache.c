/*
 * The caches of a reader of words. Memory is malloc's and one foreign object of the arena's, so that a caller may reset
 * its arena between articles and keep the cache. A slot is taken when its lowest byte has the bit IN_USE.
 */
#include "language/word_cache.h"

#include "base/utf8.h"

#include <libstemmer.h>
#include <stdlib.h>
#include <string.h>

enum { FIRST_SLOTS = 1 << 12, IN_USE = 0x80 };

struct word_caches {
	struct word_cache *first;
};

static void free_cache(struct word_cache *cache)
{
	sb_stemmer_delete(cache->stemmer);
	free(cache->slots);
	free(cache);
}

static void free_caches(void *object)
{
	struct word_caches *caches = object;

	while (caches->first) {
		struct word_cache *cache = caches->first;
		caches->first = cache->next;
		free_cache(cache);
	}
	free(caches);
}

struct word_caches *word_caches_new(struct arena *arena)
{
	return arena_adopt(arena, calloc(1, sizeof(struct word_caches)), free_caches);
}

static _Noreturn void no_memory(struct arena *arena)
{
	arena_fail(arena, NG_INTERNAL, TEXT(""), 0, "out of memory");
}

static struct word_cache *new_cache(const struct language *language)
{
	struct word_cache *cache = calloc(1, sizeof *cache);

	if (!cache)
		return NULL;
	cache->language = language;
	cache->slots = calloc(FIRST_SLOTS, sizeof *cache->slots);
	cache->mask = FIRST_SLOTS - 1;
	if (language->stemmer)
		cache->stemmer = sb_stemmer_new(language->stemmer, NULL);
	if (cache->slots && (cache->stemmer || !language->stemmer))
		return cache;
	free_cache(cache);
	return NULL;
}

struct word_cache *word_cache_of(struct word_caches *caches, struct arena *arena, const struct language *language)
{
	for (struct word_cache *cache = caches->first; cache; cache = cache->next)
		if (cache->language == language)
			return cache;
	struct word_cache *cache = new_cache(language);
	if (!cache)
		no_memory(arena);
	cache->next = caches->first;
	caches->first = cache;
	return cache;
}

/* False: there is no free slot near enough. */
static bool place(struct word_slot *slots, size_t mask, struct word_slot slot)
{
	size_t at = slot.key >> 32 & mask;

	for (size_t i = 0; i < PROBES_MAX; i++, at = (at + 1) & mask)
		if (!slots[at].key) {
			slots[at] = slot;
			return true;
		}
	return false;
}

static void grow(struct word_cache *cache, struct arena *arena)
{
	size_t room = (cache->mask + 1) * 2;
	struct word_slot *slots = calloc(room, sizeof *slots);

	if (!slots)
		no_memory(arena);
	cache->n = 0;
	for (size_t i = 0; i <= cache->mask; i++)
		if (cache->slots[i].key)
			cache->n += place(slots, room - 1, cache->slots[i]);
	free(cache->slots);
	cache->slots = slots;
	cache->mask = room - 1;
}

void word_cache_put(struct word_cache *cache, struct arena *arena, uint64_t hash, struct word_form form)
{
	if (cache->n >= FORMS_MAX) {
		memset(cache->slots, 0, (cache->mask + 1) * sizeof *cache->slots);
		cache->n = 0;
	}
	if ((cache->n + 1) * 2 > cache->mask)
		grow(cache, arena);
	struct word_slot slot = {(hash & ~(uint64_t)0xff) | IN_USE | form.flags, form.stem};
	cache->n += place(cache->slots, cache->mask, slot);
}

/* Where no blanks part words, a pair of characters is a stop word when either character is. */
static bool is_stop(const struct language *language, struct ng_text lower)
{
	if (table_get(&language->stop, lower))
		return true;
	for (size_t at = 0, len; !language->segmented && at < lower.len; at += len) {
		uint32_t rune;
		len = utf8_decode(lower, at, &rune);
		if (table_get(&language->stop, text_slice(lower, at, at + len)))
			return true;
	}
	return false;
}

struct ng_text word_cache_stem(struct word_cache *cache, struct arena *arena, struct ng_text lower, uint8_t flags)
{
	if (!cache->stemmer || flags & WORD_NUMBER)
		return lower;
	const sb_symbol *at = sb_stemmer_stem(cache->stemmer, (const sb_symbol *)lower.at, (int)lower.len);
	if (!at)
		no_memory(arena);
	return (struct ng_text){(const char *)at, (size_t)sb_stemmer_length(cache->stemmer)};
}

struct word_form word_form_of(struct word_cache *cache, struct arena *arena, const struct language *language,
			      struct ng_text lower, uint8_t flags)
{
	struct word_form form = {.flags = is_stop(language, lower) ? WORD_STOP : 0};
	const struct table_entry *discourse = table_get(&language->discourse, lower);

	if (discourse)
		form.flags |= discourse->value & (WORD_LEANS | WORD_FIRST_PERSON | WORD_SAYS | WORD_COURTESY);
	form.stem = text_hash(word_cache_stem(cache, arena, lower, flags));
	return form;
}
