/*
 * Text constructs of feeds. In: text as the XML gave it. Out: plain lines, HTML, names of persons.
 * RSS does not say whether a title or a description is HTML, and some feeds escape it twice: it is HTML when a tag of
 * HTML's stands in it, and was escaped twice when only escaped tags do.
 */
#include "read/feed_text.h"

#include "base/utf8.h"
#include "read/feed_entity.h"

#include <string.h>

/* Tags that texts of feeds hold; what else looks like a tag ("<3", "List<int>") is text. */
static const char *const tags[] = {
    "a",      "abbr",    "article",    "b",    "blockquote", "br",     "center", "cite",    "code", "del",   "div",
    "em",     "figure",  "figcaption", "font", "h1",         "h2",     "h3",     "h4",      "h5",   "h6",    "hr",
    "i",      "iframe",  "img",        "ins",  "li",         "ol",     "p",      "picture", "pre",  "q",     "s",
    "script", "section", "small",      "span", "strike",     "strong", "style",  "sub",     "sup",  "table", "tbody",
    "td",     "th",      "tr",         "tt",   "u",          "ul",     "video",  "wbr",
};

static char lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c | 0x20) : c;
}

/* The length of the tag at text.at[at] (a '<'), to its '>' at most `most` bytes away; 0: no tag of HTML's. */
static size_t tag_length(struct ng_text text, size_t at)
{
	enum { LONGEST_TAG = 4096 };
	size_t from = at + 1 + (at + 1 < text.len && text.at[at + 1] == '/'), end = from;
	char name[12] = "";

	for (; end < text.len && end - from < sizeof name - 1; end++) {
		char c = lower(text.at[end]);
		if (!(c >= 'a' && c <= 'z') && !(c >= '1' && c <= '6'))
			break;
		name[end - from] = c;
	}
	if (end < text.len && !strchr(" \t\n\r/>", text.at[end]))
		return 0;
	for (size_t i = 0; i < sizeof tags / sizeof *tags; i++) {
		if (strcmp(tags[i], name) != 0)
			continue;
		struct ng_text window = text_slice(text, end, end + LONGEST_TAG);
		size_t close = text_find(window, TEXT(">"), 0);
		return close < window.len ? end + close + 1 - at : 0;
	}
	return 0;
}

/* The place of the next tag from `from` on; text.len: none. */
static size_t next_tag(struct ng_text text, size_t from)
{
	while (from < text.len) {
		const char *open = memchr(text.at + from, '<', text.len - from);
		if (!open)
			return text.len;
		from = (size_t)(open - text.at);
		if (tag_length(text, from))
			return from;
		from++;
	}
	return text.len;
}

bool feed_has_tags(struct ng_text text)
{
	return next_tag(text, 0) < text.len;
}

struct ng_text feed_unescaped(struct arena *arena, struct ng_text text)
{
	if (!text.len || !memchr(text.at, '&', text.len))
		return text;
	struct buf buf = buf_new(arena, SIZE_MAX);
	feed_entities_put(&buf, text);
	return buf_text(&buf);
}

/* A tag that breaks a line parts words; one within a word ("<b>H</b>ello") does not. */
static bool parts_words(struct ng_text tag)
{
	static const char *const breaking[] = {"br", "/p", "p", "div", "/div", "li", "/li", "td", "/td", "hr"};
	struct ng_text inside = text_slice(tag, 1, tag.len - 1);

	for (size_t i = 0; i < sizeof breaking / sizeof *breaking; i++) {
		struct ng_text name = text_of(breaking[i]);
		if (text_equal_fold(text_slice(inside, 0, name.len), name) &&
		    (inside.len == name.len || inside.at[name.len] == ' ' || inside.at[name.len] == '/'))
			return true;
	}
	return false;
}

static struct ng_text without_tags(struct arena *arena, struct ng_text text)
{
	struct buf buf = buf_new(arena, SIZE_MAX);

	for (size_t at = 0; at < text.len;) {
		size_t tag = next_tag(text, at);
		buf_put(&buf, text_slice(text, at, tag));
		if (tag == text.len)
			break;
		size_t length = tag_length(text, tag);
		if (parts_words(text_slice(text, tag, tag + length)))
			buf_byte(&buf, ' ');
		at = tag + length;
	}
	return buf_text(&buf);
}

static struct ng_text squeezed(struct arena *arena, struct ng_text text)
{
	/* Never longer than it was. */
	struct buf buf = {.arena = arena, .at = arena_alloc(arena, text.len, 1), .room = text.len, .cap = text.len};

	utf8_squeeze(&buf, text);
	return buf_text(&buf);
}

struct ng_text feed_line(struct arena *arena, struct ng_text html, enum feed_markup markup)
{
	struct ng_text text = html;
	int times = markup == FEED_GUESS || markup == FEED_HTML ? 2 : 1;

	for (int i = 0; i < times; i++) {
		if (markup != FEED_PLAIN && feed_has_tags(text))
			text = without_tags(arena, text);
		text = feed_unescaped(arena, text);
	}
	if (times > 1 && feed_has_tags(text))
		text = without_tags(arena, text);
	return squeezed(arena, text);
}

struct ng_text feed_html(struct arena *arena, struct ng_text html)
{
	if (feed_has_tags(html))
		return html;
	struct ng_text once_more = feed_unescaped(arena, html);
	return feed_has_tags(once_more) ? once_more : html;
}

/* "jane@example.org": no blank in it and an @. */
static bool is_address(struct ng_text text)
{
	return text.len && memchr(text.at, '@', text.len) && !memchr(text.at, ' ', text.len);
}

struct ng_text feed_person(struct arena *arena, struct ng_text text)
{
	text = feed_line(arena, text, FEED_GUESS);
	size_t open = text_find(text, TEXT("("), 0), angle = text_find(text, TEXT("<"), 0);

	if (open < text.len && is_address(text_trim(text_slice(text, 0, open))))
		text = text_slice(text, open + 1, text_find(text, TEXT(")"), open));
	else if (angle < text.len && angle > 0)
		text = text_slice(text, 0, angle);
	text = text_trim(text);
	if (text.len > 3 && text_equal_fold(text_slice(text, 0, 3), TEXT("by ")))
		text = text_trim(text_slice(text, 3, text.len));
	return is_address(text) || text_starts(text, TEXT("mailto:")) ? TEXT("") : text;
}
