/* What is kept between runs: documents with their validators, articles told, hosts to leave alone. One SQLite file. */
#ifndef FETCH_CACHE_H
#define FETCH_CACHE_H

#include "base/arena.h"

/* A document as it was answered last. Texts may be empty. Times are seconds since 1970-01-01 UTC. */
struct document {
	struct ng_text url;   /* as it was asked for: the key */
	struct ng_text final; /* after redirects */
	struct ng_text type;  /* the Content-Type field */
	struct ng_text etag, modified;
	struct ng_text body;
	int64_t asked; /* when the server last said that this is it */
};

struct cache;

/*
 * Opens or makes the file, and keeps others out until it is closed. Jumps: NG_BUSY (another run has it), NG_CONFIG
 * (damaged, of another program or a newer version; left as it is), NG_CANNOT_CREATE, NG_IO. The arena closes it; what
 * was not committed is then forgotten.
 */
struct cache *cache_open(struct arena *arena, const char *path);
void cache_commit(struct cache *cache);

/* False: not kept. `arena` gets the texts; without `with_body` the body stays empty. */
bool cache_get(struct cache *cache, struct arena *arena, struct ng_text url, bool with_body, struct document *document);
void cache_put(struct cache *cache, const struct document *document);
void cache_confirm(struct cache *cache, struct ng_text url, int64_t asked); /* it is unchanged (304) */

/* Articles told. An article listed again is remembered longer. */
bool cache_is_told(struct cache *cache, struct ng_text key);
void cache_tell(struct cache *cache, struct ng_text key, int64_t now);

/* A host that asked to be left alone until then (Retry-After); 0: none did. */
int64_t cache_held(struct cache *cache, struct ng_text host);
void cache_hold(struct cache *cache, struct ng_text host, int64_t until);

/* Drops documents not asked for, and articles not listed, since `before`, and holds that are over at `now`. */
void cache_prune(struct cache *cache, int64_t before, int64_t now);

#endif
