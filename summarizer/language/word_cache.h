/* From the hash of a form to its stem and what the lists of its language say. One thread's, one cache a language. */
#ifndef LANGUAGE_WORD_CACHE_H
#define LANGUAGE_WORD_CACHE_H

#include "language/word.h"

/*
 * Forms a language, then its cache begins anew; slots looked at for one form: where hashes were made to meet, forms are
 * not kept, and the work a word stays bounded.
 */
enum { FORMS_MAX = 1 << 20, PROBES_MAX = 128 };

struct word_form {
	uint64_t stem;
	uint8_t flags; /* WORD_STOP, WORD_LEANS ... */
};

/* The upper 56 bits of the hash, the flags below; 0: free. */
struct word_slot {
	uint64_t key, stem;
};

struct word_cache {
	struct word_slot *slots;
	size_t n, mask;
	const struct language *language;
	void *stemmer; /* NULL: none */
	struct word_cache *next;
};

struct word_caches;
struct word_caches *word_caches_new(struct arena *arena); /* a foreign object of the arena's */
struct word_cache *word_cache_of(struct word_caches *caches, struct arena *arena, const struct language *language);

void word_cache_put(struct word_cache *cache, struct arena *arena, uint64_t hash, struct word_form form);

/* The stem of a form (lower case); its bytes are good until the next call. */
struct ng_text word_cache_stem(struct word_cache *cache, struct arena *arena, struct ng_text lower, uint8_t flags);
/* Stems a form (lower case) and looks it up in the language's lists. */
struct word_form word_form_of(struct word_cache *cache, struct arena *arena, const struct language *language,
			      struct ng_text lower, uint8_t flags);

static inline bool word_cache_get(const struct word_cache *cache, uint64_t hash, struct word_form *form)
{
	uint64_t key = hash & ~(uint64_t)0xff;

	size_t at = hash >> 32 & cache->mask;

	for (size_t i = 0; i < PROBES_MAX && cache->slots[at].key; i++, at = (at + 1) & cache->mask)
		if ((cache->slots[at].key & ~(uint64_t)0xff) == key) {
			form->stem = cache->slots[at].stem;
			form->flags = (uint8_t)cache->slots[at].key & 0x7f;
			return true;
		}
	return false;
}

#endif
