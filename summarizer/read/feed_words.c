/*
 * The vocabulary, as one table. Sources: RSS 0.90-2.0.11, RSS 1.1, RFC 4287 (Atom), its 0.3 draft, the RSS 1.0 modules
 * content and Dublin Core, Media RSS 1.5, Apple's podcast tags, Yandex's and FeedBurner's extensions.
 * Ranks: full text over summary, publication over update, a person named over an address, a page over an identifier.
 */
#include "read/feed_words.h"

static const struct {
	const char *begins; /* of the namespace's URI */
	enum feed_family family;
} spaces[] = {
    {"http://www.w3.org/2005/Atom", FAMILY_ATOM},
    {"http://purl.org/atom/", FAMILY_ATOM},
    {"http://purl.org/rss/1.0/modules/content", FAMILY_CONTENT},
    {"http://purl.org/rss/1.0/modules/", FAMILY_OTHER},
    {"http://purl.org/rss/", FAMILY_RSS},
    {"http://purl.org/net/rss", FAMILY_RSS},
    {"http://my.netscape.com/", FAMILY_RSS},
    {"http://channel.netscape.com/", FAMILY_RSS},
    {"http://backend.userland.com/", FAMILY_RSS},
    {"http://blogs.law.harvard.edu/tech/rss", FAMILY_RSS},
    {"http://cyber.law.harvard.edu/", FAMILY_RSS},
    {"http://www.w3.org/1999/02/22-rdf-syntax-ns", FAMILY_RSS},
    {"http://purl.org/dc/", FAMILY_DC},
    {"http://search.yahoo.com/mrss", FAMILY_MEDIA},
    {"http://tools.search.yahoo.com/mrss", FAMILY_MEDIA},
    {"http://www.itunes.com/", FAMILY_ITUNES},
    {"http://www.w3.org/1999/xhtml", FAMILY_XHTML},
};

/* For prefixes nothing was bound to. */
static const struct {
	const char *prefix;
	enum feed_family family;
} prefixes[] = {
    {"", FAMILY_RSS},        {"rdf", FAMILY_RSS},         {"atom", FAMILY_ATOM},
    {"a10", FAMILY_ATOM},    {"content", FAMILY_CONTENT}, {"dc", FAMILY_DC},
    {"dcterms", FAMILY_DC},  {"media", FAMILY_MEDIA},     {"itunes", FAMILY_ITUNES},
    {"xhtml", FAMILY_XHTML},
};

#define FRAME(family, name, part)                                                                                      \
	{                                                                                                              \
		FAMILY_##family, name, PART_##part, FEED_TITLE, 0, FEED_PLAIN                                          \
	}
#define VALUE(family, name, slot, rank, markup)                                                                        \
	{                                                                                                              \
		FAMILY_##family, name, PART_VALUE, FEED_##slot, rank, FEED_##markup                                    \
	}

static const struct feed_word words[] = {
    FRAME(RSS, "rss", THROUGH),
    FRAME(RSS, "RDF", THROUGH),
    FRAME(RSS, "items", THROUGH),
    FRAME(RSS, "channel", FEED),
    FRAME(RSS, "item", ENTRY),
    FRAME(ATOM, "feed", FEED),
    FRAME(ATOM, "entry", ENTRY),
    FRAME(ATOM, "source", SOURCE),
    FRAME(ATOM, "author", PERSON),
    FRAME(MEDIA, "group", THROUGH),

    VALUE(RSS, "title", TITLE, 3, GUESS),
    VALUE(ATOM, "title", TITLE, 4, GUESS),
    VALUE(DC, "title", TITLE, 2, GUESS),
    VALUE(MEDIA, "title", TITLE, 1, GUESS),

    VALUE(CONTENT, "encoded", TEXT, 5, HTML),
    VALUE(ATOM, "content", TEXT, 4, GUESS),
    VALUE(OTHER, "full-text", TEXT, 3, GUESS),
    VALUE(RSS, "fulltext", TEXT, 3, GUESS),
    VALUE(XHTML, "body", TEXT, 2, HTML),
    VALUE(XHTML, "div", TEXT, 1, HTML),
    VALUE(RSS, "description", SUMMARY, 5, GUESS),
    VALUE(ATOM, "summary", SUMMARY, 4, GUESS),
    VALUE(DC, "description", SUMMARY, 3, GUESS),
    VALUE(ITUNES, "summary", SUMMARY, 2, GUESS),
    VALUE(MEDIA, "description", SUMMARY, 1, GUESS),

    VALUE(OTHER, "origLink", URL, 5, PLAIN),
    VALUE(RSS, "link", URL, 4, PLAIN),
    VALUE(ATOM, "link", URL, 3, PLAIN),
    VALUE(RSS, "guid", ID, 3, PLAIN),
    VALUE(ATOM, "id", ID, 2, PLAIN),
    VALUE(DC, "identifier", ID, 1, PLAIN),

    VALUE(ATOM, "published", DATE, 9, PLAIN),
    VALUE(ATOM, "issued", DATE, 8, PLAIN),
    VALUE(RSS, "pubDate", DATE, 7, PLAIN),
    VALUE(DC, "issued", DATE, 6, PLAIN),
    VALUE(DC, "date", DATE, 5, PLAIN),
    VALUE(DC, "created", DATE, 4, PLAIN),
    VALUE(ATOM, "created", DATE, 3, PLAIN),
    VALUE(ATOM, "updated", DATE, 2, PLAIN),
    VALUE(ATOM, "modified", DATE, 1, PLAIN),
    VALUE(DC, "modified", DATE, 1, PLAIN),

    VALUE(ATOM, "name", AUTHOR, 6, PLAIN),
    VALUE(DC, "creator", AUTHOR, 5, PLAIN),
    VALUE(RSS, "author", AUTHOR, 4, PLAIN),
    VALUE(ITUNES, "author", AUTHOR, 3, PLAIN),
    VALUE(MEDIA, "credit", AUTHOR, 2, PLAIN),

    VALUE(RSS, "category", SECTION, 3, PLAIN),
    VALUE(ATOM, "category", SECTION, 3, PLAIN),
    VALUE(DC, "subject", SECTION, 2, PLAIN),
    VALUE(ITUNES, "category", SECTION, 1, PLAIN),
    VALUE(MEDIA, "category", SECTION, 1, PLAIN),

    VALUE(RSS, "language", LANGUAGE, 3, PLAIN),
    VALUE(DC, "language", LANGUAGE, 3, PLAIN),

    VALUE(RSS, "source", SITE, 2, PLAIN),
    VALUE(DC, "publisher", SITE, 1, PLAIN),
};

enum feed_family feed_family(struct ng_text space, struct ng_text prefix)
{
	for (size_t i = 0; space.len && i < sizeof spaces / sizeof *spaces; i++)
		if (text_equal_fold(text_slice(space, 0, text_of(spaces[i].begins).len), text_of(spaces[i].begins)))
			return spaces[i].family;
	for (size_t i = 0; (!space.len || prefix.len) && i < sizeof prefixes / sizeof *prefixes; i++)
		if (text_equal_fold(prefix, text_of(prefixes[i].prefix)) && (!space.len || prefix.len))
			return prefixes[i].family;
	return FAMILY_OTHER;
}

const struct feed_word *feed_word(enum feed_family family, struct ng_text local)
{
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (words[i].family == family && text_equal_fold(local, text_of(words[i].name)))
			return &words[i];
	return NULL;
}
