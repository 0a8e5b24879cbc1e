/* Items for tests of clustering, made from titles and sentences by the plain tokeniser of story.h. */
#ifndef TEST_ITEMS_H
#define TEST_ITEMS_H

#include "story.h"
#include "story/cluster.h"

static const struct resources test_no_data = {0};

/* An item of an English article of one outlet on one day; NG_NO_DAY: undated. */
static inline struct item test_item(struct arena *arena, const char *outlet, int32_t day, const char *title,
				    const char *const *sentences, size_t n)
{
	struct document document = test_document(arena, title, sentences, n);
	struct item item;

	document.article.site = text_of(outlet);
	document.article.published = (struct stamp){day, -1, ZONE_NONE};
	document.article.published_from = day == NG_NO_DAY ? FROM_NOWHERE : FROM_RECORD;
	item_make(arena, arena, &document, &item);
	return item;
}

#define TEST_ITEM(arena, outlet, day, title, ...)                                                                      \
	test_item((arena), (outlet), (day), (title), (const char *const[]){__VA_ARGS__},                               \
		  sizeof((const char *const[]){__VA_ARGS__}) / sizeof(const char *))

static inline struct membership *test_cluster(struct arena *arena, struct item *items, size_t n)
{
	struct cluster_options options = {.tightness = 1, .today = NG_NO_DAY, .jobs = 2, .memory_cap = (size_t)1 << 30};

	return cluster_items(arena, idf_tables_load(arena, &test_no_data), items, n, &options);
}

#endif
