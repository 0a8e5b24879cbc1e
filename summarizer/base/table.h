/* Hash table from text to a number, in an arena. Keys are borrowed. Iteration is in order of insertion. */
#ifndef BASE_TABLE_H
#define BASE_TABLE_H

#include "base/arena.h"

struct table_entry {
	struct ng_text key;
	uint64_t hash;
	uint64_t value;
};

struct table {
	struct arena *arena;
	struct table_entry *at; /* in order of insertion */
	size_t n, room;
	uint32_t *slots; /* index + 1 into `at`; 0: free */
	size_t n_slots;  /* a power of two */
	bool salted;     /* keys collided: slots are chosen by the second hash */
};

struct table table_new(struct arena *arena);
/* The entry of `key`, made with value 0 when absent. Good until the next insertion. */
struct table_entry *table_put(struct table *table, struct ng_text key);
struct table_entry *table_get(const struct table *table, struct ng_text key); /* NULL: absent */

#endif
