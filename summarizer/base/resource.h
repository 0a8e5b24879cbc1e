/* Data and templates: compiled in (tools/embed.py), overridden file by file by a folder of the same shape. */
#ifndef BASE_RESOURCE_H
#define BASE_RESOURCE_H

#include "base/arena.h"

struct resource {
	const char *name; /* "en/stopwords.txt" */
	const unsigned char *at;
	size_t len;
};

/* Made by the build from data/ and templates/; sorted by name, ended by a NULL name. */
extern const struct resource resource_data[];
extern const struct resource resource_templates[];

struct resources {
	const struct resource *built_in;
	const char *folder; /* NULL: none */
	const char *first;  /* lines that go before those of the file of settings (render/theme.h); NULL: none */
};

/* The file's bytes; `found` false (and empty) when neither has it. Jumps when the folder's file cannot be read. */
struct ng_text resource_find(struct arena *arena, const struct resources *resources, const char *name, bool *found);
/* Names under a prefix ("en/"), both places merged, sorted. */
struct resource_names {
	struct ng_text *at;
	size_t n, room;
};
struct resource_names resource_list(struct arena *arena, const struct resources *resources, const char *prefix);

#endif
