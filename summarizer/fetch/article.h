/* From documents to articles, with the library's own readers. */
#ifndef FETCH_ARTICLE_H
#define FETCH_ARTICLE_H

#include "base/json.h"
#include "fetch/cache.h"
#include "fetch/list.h"

struct feed_article {
	size_t feed;        /* its place among the feeds */
	struct ng_text key; /* what tells it from others: its URL, else its id, else a hash of its words */
	struct ng_text url; /* of its page; empty: none */
	struct json
	    *record; /* as nutgraf(1) reads JSON Lines: id url title author site section language published text */
	bool teaser; /* the feed carries less than `teaser_bytes` of it, or breaks off */
};

struct feed_articles {
	struct feed_article *at;
	size_t n, room;
};

/*
 * The articles of `n` feeds, in order. Documents without body have none. What cannot be read goes to `problems`, named
 * by the feed's URL. Jumps: NG_INTERNAL, and what the library's limits say.
 */
struct feed_articles articles_of_feeds(struct arena *arena, const struct document *feeds, size_t n, size_t teaser_bytes,
				       struct problems *problems);
/*
 * The articles of `n` pages, found by the rules of the HTML reader: a record for each page, NULL where there is none;
 * why goes to `problems`. Documents without URL are passed over.
 */
const struct json **articles_of_pages(struct arena *arena, const struct document *pages, size_t n,
				      struct problems *problems);

struct json *record_copy(struct arena *arena, const struct json *record);
/* What the feed says of an article stays; from its page come the text, if it is longer, and what the feed leaves out.
 */
const struct json *record_join(struct arena *arena, const struct json *feed, const struct json *page);

/* A body as UTF-8 with a mark when its HTTP header names another charset and it does not tell one by itself. */
struct ng_text document_bytes(struct arena *arena, const struct document *document);

/* A page as a WARC response record (ISO 28500): its bytes, with its URL, the day it was fetched and its Content-Type.
 */
struct ng_text document_warc(struct arena *arena, const struct document *page);

/* One line of JSON. */
void article_put(struct buf *buf, const struct json *record);

#endif
