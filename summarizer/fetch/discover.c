/*
 * Feed autodiscovery. In: a page. Out: the address of its feed. Convention: <link rel="alternate" type="application/
 * rss+xml" href="..."> (or atom+xml, feed+json), as the HTML standard's link type "alternate" has it. Only link tags
 * are looked at, by one pass over the first bytes: it is a hint in a message, nothing is fetched by it.
 * Refuses: addresses that are not http or https.
 */
#include "fetch/discover.h"

#include "base/url.h"

#include <string.h>

enum { LOOKED_AT = 1 << 18, LONGEST_TAG = 4096 };

static bool is_space(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

/* The next attribute of a tag; false: it has no more. */
static bool next_attribute(struct ng_text *tag, struct ng_text *name, struct ng_text *value)
{
	size_t at = 0, start;

	while (at < tag->len && (is_space(tag->at[at]) || tag->at[at] == '/'))
		at++;
	for (start = at; at < tag->len && !is_space(tag->at[at]) && tag->at[at] != '=' && tag->at[at] != '>'; at++)
		;
	*name = text_slice(*tag, start, at);
	*value = TEXT("");
	while (at < tag->len && is_space(tag->at[at]))
		at++;
	if (at < tag->len && tag->at[at] == '=') {
		for (at++; at < tag->len && is_space(tag->at[at]); at++)
			;
		char quote = at < tag->len ? tag->at[at] : ' ';
		bool quoted = quote == '"' || quote == '\'';
		start = at += quoted;
		while (at < tag->len && (quoted ? tag->at[at] != quote : !is_space(tag->at[at]) && tag->at[at] != '>'))
			at++;
		*value = text_slice(*tag, start, at);
		at += quoted;
	}
	*tag = text_slice(*tag, at, tag->len);
	return name->len > 0;
}

static bool is_feed_type(struct ng_text type)
{
	static const char *const types[] = {"application/rss+xml", "application/atom+xml", "application/feed+json"};

	type = text_trim(text_slice(type, 0, text_find(type, TEXT(";"), 0)));
	for (size_t i = 0; i < sizeof types / sizeof *types; i++)
		if (text_equal_fold(type, text_of(types[i])))
			return true;
	return false;
}

/* The href of a link tag that leads to a feed; empty: it does not. `tag` is what follows its name. */
static struct ng_text feed_of(struct ng_text tag)
{
	struct ng_text name, value, rel = TEXT(""), type = TEXT(""), href = TEXT("");

	while (next_attribute(&tag, &name, &value)) {
		if (text_equal_fold(name, TEXT("rel")))
			rel = value;
		else if (text_equal_fold(name, TEXT("type")))
			type = value;
		else if (text_equal_fold(name, TEXT("href")))
			href = text_trim(value);
	}
	bool alternate = text_find_fold(rel, TEXT("alternate"), 0) < rel.len;
	return alternate && is_feed_type(type) ? href : TEXT("");
}

/* "&amp;" is what stands in addresses; other references do not. */
static struct ng_text unescaped(struct arena *arena, struct ng_text text)
{
	struct ng_text copy = arena_copy(arena, text);
	char *into = (char *)copy.at;

	copy.len = 0;
	for (size_t i = 0; i < text.len; i++) {
		into[copy.len++] = text.at[i];
		if (text_starts(text_slice(text, i, text.len), TEXT("&amp;")))
			i += sizeof "amp;" - 1;
	}
	return copy;
}

struct ng_text discover_feed(struct arena *arena, struct ng_text page, struct ng_text base)
{
	static const char open[] = "<link";

	page = text_slice(page, 0, LOOKED_AT);
	for (size_t at = 0; (at = text_find_fold(page, text_of(open), at)) < page.len;) {
		at += sizeof open - 1;
		if (at == page.len || !is_space(page.at[at]))
			continue;
		struct ng_text href = feed_of(text_slice(page, at, at + LONGEST_TAG));
		if (!href.len)
			continue;
		struct ng_text url = url_resolve(arena, base, unescaped(arena, href));
		if (url_is_safe(url) && text_starts(url, TEXT("http")))
			return url;
	}
	return TEXT("");
}
