/*
 * The guard in front of libxml2. In: a page in UTF-8. Out: its markup, smaller and bounded, and its scripts.
 * One pass over the tags (WHATWG, section 13.2.5, as far as tag borders need it): elements whose content is no text go
 * out with it, so do comments, declarations, and attributes nobody reads. libxml2 looks at all earlier attributes
 * for each one and at all open elements for each end tag: both are bounded here, and an end tag without a start left
 * out. Refuses: more start tags than HTML_ELEMENTS.
 */
#include "read/html_guard.h"

#include <string.h>

enum { N_COUNTERS = 512, DECLARED_WITHIN = 8192 };

/* Elements that go with their content. One without an end takes the rest of the page along, or only its tag. */
static const struct raw {
	const char *name;
	bool to_end;
} raws[] = {
    {"script", true},    {"style", true}, {"textarea", true}, {"iframe", true},  {"noscript", false},
    {"template", false}, {"svg", false},  {"object", false},  {"canvas", false}, {"video", false},
    {"audio", false},    {"map", false},  {"select", false},  {"math", false},   {"noframes", true},
    {"button", false},   {"xmp", true},
};
enum { N_RAW = sizeof raws / sizeof *raws };

static const char *const kept_attributes[] = {
    "class",          "id",        "content",   "property",    "name",        "itemprop",   "rel",   "datetime",
    "lang",           "xml:lang",  "role",      "hidden",      "itemtype",    "pubdate",    "title", "data-utime",
    "data-timestamp", "data-time", "data-date", "data-testid", "aria-hidden", "http-equiv",
};

/* Elements without an end tag, and those an end tag is often left out for: neither counts as open. */
static const char *const unclosed[] = {
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link",  "meta",  "param", "source", "track",
    "wbr",  "p",    "li", "dt",  "dd",    "tr", "td",  "th",    "thead", "tbody", "tfoot", "option", "colgroup",
};

/* Elements without an end tag that libxml2 2.9 does not know as such: it would put what follows inside. */
static const char *const unknown_void[] = {"wbr", "source", "track"};

struct guard {
	const struct read_context *context;
	struct ng_text page;
	size_t at;
	struct buf out;
	struct html_source *source;
	bool endless[N_RAW]; /* no end tag of it comes any more */
	bool no_comment_end;
	size_t no_quote_from[2]; /* from here on no ' or " comes any more */
	size_t elements, open;
	unsigned counters[N_COUNTERS];
};

static bool is_blank(char c)
{
	return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
}

static bool is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool is_one_of(struct ng_text name, const char *const *list, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if ((list[i][0] | 32) == (name.at[0] | 32) && text_equal_fold(name, text_of(list[i])))
			return true;
	return false;
}

static size_t find_byte(struct ng_text page, char byte, size_t from)
{
	const char *hit = from < page.len ? memchr(page.at + from, byte, page.len - from) : NULL;
	return hit ? (size_t)(hit - page.at) : page.len;
}

/* The place of "</name" at or after `from`; the end of the page when there is none. */
static size_t find_end_tag(struct ng_text page, struct ng_text name, size_t from)
{
	for (size_t at = find_byte(page, '<', from); at < page.len; at = find_byte(page, '<', at + 1))
		if (at + 2 + name.len <= page.len && page.at[at + 1] == '/' &&
		    text_equal_fold(text_slice(page, at + 2, at + 2 + name.len), name))
			return at;
	return page.len;
}

static size_t end_of_value(struct guard *guard, size_t at, char quote)
{
	size_t *none = &guard->no_quote_from[quote == '"'];
	size_t end = at < *none ? find_byte(guard->page, quote, at) : guard->page.len;

	if (end < guard->page.len)
		return end;
	if (at < *none)
		*none = at;
	return find_byte(guard->page, '>', at);
}

struct attribute {
	struct ng_text name, value;
};

/* The next attribute of the tag being read; false at its `>` (then guard->at is after it). */
static bool next_attribute(struct guard *guard, struct attribute *attribute)
{
	struct ng_text page = guard->page;
	size_t at = guard->at;

	while (at < page.len && (is_blank(page.at[at]) || page.at[at] == '/'))
		at++;
	if (at >= page.len || page.at[at] == '>') {
		guard->at = at < page.len ? at + 1 : at;
		return false;
	}
	size_t start = at++;
	while (at < page.len && !is_blank(page.at[at]) && page.at[at] != '=' && page.at[at] != '>' &&
	       page.at[at] != '/')
		at++;
	*attribute = (struct attribute){.name = text_slice(page, start, at)};
	while (at < page.len && is_blank(page.at[at]))
		at++;
	if (at < page.len && page.at[at] == '=') {
		at++;
		while (at < page.len && is_blank(page.at[at]))
			at++;
		if (at < page.len && (page.at[at] == '"' || page.at[at] == '\'')) {
			size_t end = end_of_value(guard, at + 1, page.at[at]);
			attribute->value = text_slice(page, at + 1, end);
			at = end < page.len && page.at[end] != '>' ? end + 1 : end;
		} else {
			start = at;
			while (at < page.len && !is_blank(page.at[at]) && page.at[at] != '>')
				at++;
			attribute->value = text_slice(page, start, at);
		}
	}
	guard->at = at;
	return true;
}

static void put_attribute(struct guard *guard, const struct attribute *attribute)
{
	struct ng_text value = text_slice(attribute->value, 0, HTML_ATTRIBUTE);

	while (value.len < attribute->value.len && value.len &&
	       ((unsigned char)attribute->value.at[value.len] & 0xc0) == 0x80)
		value.len--;
	char quote = value.len && memchr(value.at, '"', value.len) ? '\'' : '"';
	buf_byte(&guard->out, ' ');
	buf_put(&guard->out, attribute->name);
	buf_byte(&guard->out, '=');
	buf_byte(&guard->out, quote);
	if (!memchr(value.at ? value.at : "", quote, value.len))
		buf_put(&guard->out, value);
	buf_byte(&guard->out, quote);
}

static bool hides(struct ng_text style)
{
	size_t at = text_find_fold(style, TEXT("none"), 0);

	if (at < style.len) {
		while (at && (is_blank(style.at[at - 1]) || style.at[at - 1] == ':'))
			at--;
		if (at >= 7 && text_equal_fold(text_slice(style, at - 7, at), TEXT("display")))
			return true;
	}
	at = text_find_fold(style, TEXT("visibility"), 0);
	return at < style.len &&
	       text_find_fold(text_slice(style, at, at + 24), TEXT("hidden"), 0) < text_slice(style, at, at + 24).len;
}

/* An element that goes with its content; guard->at stands after its start tag. */
static void skip_raw(struct guard *guard, size_t raw, bool linked_data)
{
	struct ng_text name = text_of(raws[raw].name);
	size_t end = guard->endless[raw] ? guard->page.len : find_end_tag(guard->page, name, guard->at);

	if (end == guard->page.len) {
		guard->endless[raw] = true;
		if (raws[raw].to_end)
			guard->at = end;
		else
			buf_byte(&guard->out, ' ');
		return;
	}
	if (raw == 0)
		*array_add(guard->context->arena, &guard->source->scripts) =
		    (struct html_script){text_slice(guard->page, guard->at, end), linked_data};
	end = find_byte(guard->page, '>', end);
	guard->at = end < guard->page.len ? end + 1 : end;
	buf_byte(&guard->out, ' ');
}

static unsigned *counter_of(struct guard *guard, struct ng_text name)
{
	unsigned hash = 0;

	for (size_t i = 0; i < name.len && i < 16; i++)
		hash = hash * 31 + (unsigned char)(name.at[i] | 32);
	return &guard->counters[hash % N_COUNTERS];
}

static void start_tag(struct guard *guard)
{
	size_t start = guard->at + 1, mark = guard->out.len;
	size_t end = start;
	struct attribute attribute;
	bool linked_data = false;
	int kept = 0;

	while (end < guard->page.len && !is_blank(guard->page.at[end]) && guard->page.at[end] != '/' &&
	       guard->page.at[end] != '>')
		end++;
	struct ng_text name = text_slice(guard->page, start, end);
	guard->at = end;
	buf_byte(&guard->out, '<');
	buf_put(&guard->out, text_slice(name, 0, 64));
	while (next_attribute(guard, &attribute)) {
		if (text_equal_fold(attribute.name, TEXT("style")) && hides(text_slice(attribute.value, 0, 512)))
			attribute = (struct attribute){TEXT("hidden"), TEXT("")};
		if (text_equal_fold(attribute.name, TEXT("type")))
			linked_data = text_find_fold(text_slice(attribute.value, 0, 64), TEXT("ld+json"), 0) <
					  attribute.value.len &&
				      attribute.value.len <= 64;
		bool address = text_equal_fold(name, TEXT("link")) && text_equal_fold(attribute.name, TEXT("href"));
		if (kept < HTML_ATTRIBUTES &&
		    (address ||
		     is_one_of(attribute.name, kept_attributes, sizeof kept_attributes / sizeof *kept_attributes))) {
			put_attribute(guard, &attribute);
			kept++;
		}
	}
	for (size_t raw = 0; raw < N_RAW; raw++)
		if (text_equal_fold(name, text_of(raws[raw].name))) {
			buf_cut(&guard->out, mark);
			skip_raw(guard, raw, linked_data);
			return;
		}
	if (is_one_of(name, unknown_void, sizeof unknown_void / sizeof *unknown_void)) {
		buf_cut(&guard->out, mark);
		return;
	}
	if (!is_one_of(name, unclosed, sizeof unclosed / sizeof *unclosed)) {
		if (guard->open >= HTML_OPEN) {
			buf_cut(&guard->out, mark);
			buf_byte(&guard->out, ' ');
			return;
		}
		guard->open++;
	}
	if (++guard->elements > HTML_ELEMENTS)
		arena_fail(guard->context->arena, NG_BAD_INPUT, guard->context->name, guard->context->line,
			   "more than %d HTML elements", HTML_ELEMENTS);
	++*counter_of(guard, name);
	buf_byte(&guard->out, '>');
}

static void end_tag(struct guard *guard)
{
	size_t end = guard->at + 2;

	while (end < guard->page.len && !is_blank(guard->page.at[end]) && guard->page.at[end] != '>')
		end++;
	struct ng_text name = text_slice(guard->page, guard->at + 2, end);
	end = find_byte(guard->page, '>', end);
	guard->at = end < guard->page.len ? end + 1 : end;
	unsigned *counter = counter_of(guard, name);
	if (*counter == 0)
		return;
	--*counter;
	if (guard->open && !is_one_of(name, unclosed, sizeof unclosed / sizeof *unclosed))
		guard->open--;
	buf_puts(&guard->out, "</");
	buf_put(&guard->out, name);
	buf_byte(&guard->out, '>');
}

/* A comment, a declaration, a CDATA mark or a processing instruction. */
static void declaration(struct guard *guard)
{
	if (!guard->no_comment_end && text_starts(text_slice(guard->page, guard->at, guard->page.len), TEXT("<!--"))) {
		size_t end = text_find(guard->page, TEXT("-->"), guard->at + 2);
		if (end < guard->page.len) {
			guard->at = end + 3;
			return;
		}
		guard->no_comment_end = true;
	}
	size_t end = find_byte(guard->page, '>', guard->at);
	guard->at = end < guard->page.len ? end + 1 : end;
}

struct html_source html_guard(const struct read_context *context, struct ng_text page)
{
	struct html_source source = {0};
	struct guard guard = {
	    .context = context,
	    .page = page,
	    .out = buf_new(context->arena, page.len * 6 + 64),
	    .source = &source,
	    .no_quote_from = {page.len, page.len},
	};

	/* little grows: one block of this size saves those a buffer leaves behind when it doubles */
	guard.out.room = page.len + 64;
	guard.out.at = arena_array(context->arena, guard.out.room, char);
	buf_puts(&guard.out, HTML_BOM);
	while (guard.at < page.len) {
		size_t tag = find_byte(page, '<', guard.at);
		buf_put(&guard.out, text_slice(page, guard.at, tag));
		guard.at = tag;
		char next = tag + 1 < page.len ? page.at[tag + 1] : ' ';
		if (tag == page.len) {
			break;
		} else if (is_letter(next)) {
			start_tag(&guard);
		} else if (next == '/' && tag + 2 < page.len && is_letter(page.at[tag + 2])) {
			end_tag(&guard);
		} else if (next == '!' || next == '?' || next == '/') {
			declaration(&guard);
		} else {
			buf_puts(&guard.out, "&lt;");
			guard.at++;
		}
	}
	source.markup = buf_text(&guard.out);
	return source;
}

static bool is_label(char c)
{
	return is_letter(c) || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.' || c == ':';
}

struct ng_text html_declared_charset(struct ng_text page)
{
	static const char *const marks[] = {"charset", "encoding"};
	struct ng_text head = text_slice(page, 0, DECLARED_WITHIN);

	for (size_t mark = 0; mark < 2; mark++)
		for (size_t at = text_find_fold(head, text_of(marks[mark]), 0); at < head.len;
		     at = text_find_fold(head, text_of(marks[mark]), at + 1)) {
			size_t start = at + strlen(marks[mark]);
			while (start < head.len && is_blank(head.at[start]))
				start++;
			if (start >= head.len || head.at[start] != '=')
				continue;
			for (start++; start < head.len &&
				      (is_blank(head.at[start]) || head.at[start] == '"' || head.at[start] == '\'');)
				start++;
			size_t end = start;
			while (end < head.len && is_label(head.at[end]))
				end++;
			if (end > start)
				return text_slice(head, start, end);
		}
	return (struct ng_text){0};
}
