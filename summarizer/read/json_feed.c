/*
 * JSON Feed. In: one JSON object. Out: an article an item, through the same slots as RSS and Atom. content_html over
 * content_text over summary; authors (1.1) over author (1.0); url over external_url, which is another page.
 * Source: JSON Feed versions 1 and 1.1. Refuses: an object without a list of items.
 */
#include "read/json_feed.h"

#include "base/json.h"
#include "read/feed_record.h"

bool json_feed_sniff(struct ng_text head)
{
	struct ng_text start = text_trim(text_slice(head, 0, 1024));

	if (text_starts(start, TEXT("\xef\xbb\xbf")))
		start = text_trim(text_slice(start, 3, start.len));
	return text_starts(start, TEXT("{")) && text_find(start, TEXT("jsonfeed.org/version/"), 0) < start.len;
}

struct slot_name {
	const char *name;
	enum feed_slot slot;
	enum feed_markup markup;
	int rank;
};

static const struct slot_name of_item[] = {
    {"title", FEED_TITLE, FEED_PLAIN, 1},
    {"content_html", FEED_TEXT, FEED_HTML, 2},
    {"content_text", FEED_TEXT, FEED_PLAIN, 1},
    {"summary", FEED_SUMMARY, FEED_PLAIN, 1},
    {"url", FEED_URL, FEED_PLAIN, 2},
    {"external_url", FEED_URL, FEED_PLAIN, 1},
    {"id", FEED_ID, FEED_PLAIN, 1},
    {"date_published", FEED_DATE, FEED_PLAIN, 2},
    {"date_modified", FEED_DATE, FEED_PLAIN, 1},
    {"language", FEED_LANGUAGE, FEED_PLAIN, 1},
    {NULL, FEED_SLOTS, FEED_PLAIN, 0},
};

static const struct slot_name of_feed[] = {
    {"title", FEED_TITLE, FEED_PLAIN, 1},  {"home_page_url", FEED_URL, FEED_PLAIN, 2},
    {"feed_url", FEED_URL, FEED_PLAIN, 1}, {"language", FEED_LANGUAGE, FEED_PLAIN, 1},
    {NULL, FEED_SLOTS, FEED_PLAIN, 0},
};

static void put(struct arena *arena, struct feed_record *record, enum feed_slot slot, struct ng_text text, int rank)
{
	feed_record_put(arena, record, slot, (struct feed_value){text, FEED_PLAIN, rank});
}

static void put_members(struct arena *arena, struct feed_record *record, const struct json *object,
			const struct slot_name *names)
{
	for (; names->name; names++)
		feed_record_put(arena, record, names->slot,
				(struct feed_value){json_text(object, names->name), names->markup, names->rank});
	const struct json *authors = json_member(object, "authors"), *tags = json_member(object, "tags");
	for (const struct json *at = authors ? authors->first : NULL; at; at = at->next)
		put(arena, record, FEED_AUTHOR, json_text(at, "name"), 2);
	put(arena, record, FEED_AUTHOR, json_text(json_member(object, "author"), "name"), 1);
	if (tags && tags->first && tags->first->kind == JSON_STRING)
		put(arena, record, FEED_SECTION, tags->first->text, 1);
}

void json_feed_read(const struct read_context *context, struct ng_text bytes, struct articles *articles)
{
	const struct json *root = json_parse(context->arena, bytes, context->limits->depth);
	const struct json *items = json_member(root, "items");
	struct feed_record feed = {0};

	if (!items || items->kind != JSON_LIST)
		arena_fail(context->arena, NG_BAD_INPUT, context->name, context->line,
			   "not a feed: no list \"items\" in the JSON");
	put_members(context->arena, &feed, root, of_feed);
	for (const struct json *at = items->first; at; at = at->next) {
		struct feed_record entry = {0};
		put_members(context->arena, &entry, at, of_item);
		feed_record_article(context, &entry, &feed, articles);
	}
}
