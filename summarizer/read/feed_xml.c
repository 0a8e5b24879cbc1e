/*
 * XML by pulling. In: UTF-8 bytes. Out: open, close and text events, always well nested: an end tag closes what was
 * left open inside its element, one that closes nothing is skipped, the end of the bytes closes all. A '<' or '&' that
 * begins nothing is text. Namespaces, xml:base and xml:lang are resolved (XML 1.0, Namespaces 1.0, XML Base).
 * Ours, since libxml2's recovery goes on in the wrong element after one missing end tag and is quadratic in attributes.
 * Refuses: nesting over the limit. A DOCTYPE is skipped: no entity is declared, opened or expanded, ever.
 */
#include "read/feed_xml.h"

#include "base/url.h"
#include "read/feed_entity.h"

#include <string.h>

enum { MOST_ATTRIBUTES = 128, MOST_BINDINGS = 128, LONGEST_BASE = 512 };

struct feed_xml feed_xml_new(struct arena *arena, struct ng_text bytes, size_t depth)
{
	struct feed_xml xml = {.arena = arena, .bytes = bytes, .depth = depth, .no_quote = {bytes.len, bytes.len}};

	if (text_starts(bytes, TEXT("\xef\xbb\xbf")))
		xml.at = 3;
	return xml;
}

struct feed_xml_element *feed_xml_top(struct feed_xml *xml)
{
	return xml->open.n ? &xml->open.at[xml->open.n - 1] : NULL;
}

struct ng_text feed_xml_attribute(const struct feed_xml *xml, const char *name)
{
	for (size_t i = 0; i < xml->attributes.n; i++)
		if (text_equal_fold(xml->attributes.at[i].name, text_of(name)))
			return xml->attributes.at[i].value;
	return TEXT("");
}

static char byte_at(const struct feed_xml *xml, size_t at)
{
	return at < xml->bytes.len ? xml->bytes.at[at] : '\0';
}

static bool is_space(char c)
{
	return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

static bool starts_name(char c)
{
	return ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') || c == '_' || c == ':' || (unsigned char)c >= 0x80;
}

static bool in_name(char c)
{
	return starts_name(c) || (c >= '0' && c <= '9') || c == '-' || c == '.';
}

static bool starts_with(const struct feed_xml *xml, size_t at, struct ng_text what)
{
	return text_starts(text_slice(xml->bytes, at, xml->bytes.len), what);
}

/* Where `what` ends at or after `from`; the end of the bytes when it is not there. */
static size_t after(const struct feed_xml *xml, size_t from, struct ng_text what)
{
	size_t found = text_find(xml->bytes, what, from);

	return found == xml->bytes.len ? found : found + what.len;
}

static struct ng_text take_name(struct feed_xml *xml)
{
	size_t from = xml->at;

	while (in_name(byte_at(xml, xml->at)))
		xml->at++;
	return text_slice(xml->bytes, from, xml->at);
}

static void skip_space(struct feed_xml *xml)
{
	while (is_space(byte_at(xml, xml->at)))
		xml->at++;
}

static struct ng_text decoded(struct feed_xml *xml, struct ng_text text)
{
	if (!text.len || !memchr(text.at, '&', text.len))
		return text;
	struct buf buf = buf_new(xml->arena, SIZE_MAX);
	feed_entities_put(&buf, text);
	return buf_text(&buf);
}

/* What stands between quotes; the closing one missing, up to white space or '>'. That it is missing is looked for once.
 */
static struct ng_text take_value(struct feed_xml *xml)
{
	char quote = byte_at(xml, xml->at);
	size_t from = xml->at + 1;

	if (quote == '"' || quote == '\'') {
		size_t *none = &xml->no_quote[quote == '\''];
		const char *end = from < *none ? memchr(xml->bytes.at + from, quote, *none - from) : NULL;
		if (end) {
			xml->at = (size_t)(end - xml->bytes.at) + 1;
			return decoded(xml, text_slice(xml->bytes, from, xml->at - 1));
		}
		*none = from < *none ? from : *none;
		xml->at = from;
	}
	from = xml->at;
	while (xml->at < xml->bytes.len && !is_space(byte_at(xml, xml->at)) && byte_at(xml, xml->at) != '>')
		xml->at++;
	return decoded(xml, text_slice(xml->bytes, from, xml->at));
}

/* The attributes up to the end of the tag. Past a name's end nothing but '>', "/>" and '<' stops it. */
static void take_attributes(struct feed_xml *xml)
{
	xml->attributes.n = 0;
	xml->empty = false;
	while (skip_space(xml), xml->at < xml->bytes.len) {
		char c = byte_at(xml, xml->at);
		if (c == '<')
			return;
		if (!in_name(c)) {
			xml->at++;
			if (c == '>')
				return;
			xml->empty = c == '/' && byte_at(xml, xml->at) == '>';
			continue;
		}
		struct feed_xml_attribute attribute = {.name = take_name(xml)};
		skip_space(xml);
		if (byte_at(xml, xml->at) == '=') {
			xml->at++;
			skip_space(xml);
			attribute.value = take_value(xml);
		}
		if (xml->attributes.n < MOST_ATTRIBUTES)
			*array_add(xml->arena, &xml->attributes) = attribute;
	}
}

static struct ng_text bound_to(const struct feed_xml *xml, struct ng_text prefix)
{
	for (size_t i = xml->bindings.n; i-- > 0;)
		if (text_equal(xml->bindings.at[i].prefix, prefix))
			return xml->bindings.at[i].space;
	return TEXT("");
}

/* What resolving took on the way is given back: every element may have a base. */
static struct ng_text resolved_base(struct feed_xml *xml, struct ng_text outer, struct ng_text base)
{
	char kept[LONGEST_BASE];
	struct arena_mark mark = arena_mark(xml->arena);
	struct ng_text inner = base.len > LONGEST_BASE ? outer : url_resolve(xml->arena, outer, base);
	size_t length = inner.len;

	if (length == 0 || length > LONGEST_BASE || text_equal(inner, outer))
		length = 0;
	else
		memcpy(kept, inner.at, length);
	arena_reset(xml->arena, mark);
	return length ? arena_copy(xml->arena, (struct ng_text){kept, length}) : outer;
}

/* xmlns, xmlns:p, xml:base, xml:lang of the element being opened. */
static void apply_attributes(struct feed_xml *xml, struct feed_xml_element *element)
{
	for (size_t i = 0; i < xml->attributes.n; i++) {
		struct ng_text name = xml->attributes.at[i].name, value = text_trim(xml->attributes.at[i].value);
		bool is_default = text_equal(name, TEXT("xmlns"));
		if ((is_default || text_starts(name, TEXT("xmlns:"))) && xml->bindings.n < MOST_BINDINGS)
			*array_add(xml->arena, &xml->bindings) =
			    (struct feed_xml_binding){text_slice(name, is_default ? 5 : 6, name.len), value};
		else if (text_equal(name, TEXT("xml:base")))
			element->base = resolved_base(xml, element->base, value);
		else if (text_equal(name, TEXT("xml:lang")))
			element->language = value;
	}
}

static void open_element(struct feed_xml *xml)
{
	const struct feed_xml_element *outer = feed_xml_top(xml);
	struct feed_xml_element element = {.bindings = xml->bindings.n};

	if (outer) {
		element.base = outer->base;
		element.language = outer->language;
	}
	if (xml->open.n == xml->depth)
		arena_fail(xml->arena, NG_BAD_INPUT, TEXT(""), 0, "the feed is nested deeper than the limit of %zu",
			   xml->depth);
	xml->at++;
	element.name = take_name(xml);
	take_attributes(xml);
	apply_attributes(xml, &element);
	size_t colon = text_find(element.name, TEXT(":"), 0);
	bool has_prefix = colon < element.name.len;
	element.prefix = text_slice(element.name, 0, has_prefix ? colon : 0);
	element.local = text_slice(element.name, has_prefix ? colon + 1 : 0, element.name.len);
	element.space = bound_to(xml, element.prefix);
	*array_add(xml->arena, &xml->open) = element;
}

/* How many elements the end tag closes; 0: none of its name is open. */
static size_t count_closed(const struct feed_xml *xml, struct ng_text name)
{
	for (size_t i = xml->open.n; i-- > 0;)
		if (text_equal_fold(xml->open.at[i].name, name))
			return xml->open.n - i;
	return 0;
}

static bool starts_markup(const struct feed_xml *xml, size_t at)
{
	char next = byte_at(xml, at + 1);

	if (next == '/' || next == '!')
		return starts_name(byte_at(xml, at + 2)) || starts_with(xml, at, TEXT("<!--")) ||
		       starts_with(xml, at, TEXT("<![CDATA["));
	return next == '?' || starts_name(next);
}

static void take_text(struct feed_xml *xml)
{
	size_t from = xml->at, end = from;

	while (end < xml->bytes.len && !(byte_at(xml, end) == '<' && starts_markup(xml, end))) {
		const char *next = memchr(xml->bytes.at + end + 1, '<', xml->bytes.len - end - 1);
		end = next ? (size_t)(next - xml->bytes.at) : xml->bytes.len;
	}
	xml->at = end;
	xml->text = decoded(xml, text_slice(xml->bytes, from, end));
}

static void take_cdata(struct feed_xml *xml)
{
	size_t from = xml->at + TEXT("<![CDATA[").len;

	xml->at = after(xml, from, TEXT("]]>"));
	bool closed = text_ends(text_slice(xml->bytes, from, xml->at), TEXT("]]>"));
	xml->text = text_slice(xml->bytes, from, xml->at - (closed ? 3 : 0));
}

/* <!DOCTYPE ...> with its internal subset, quotes and comments inside. */
static void skip_declaration(struct feed_xml *xml)
{
	bool inside = false;

	while (xml->at < xml->bytes.len) {
		char c = byte_at(xml, xml->at);
		if (starts_with(xml, xml->at, TEXT("<!--"))) {
			xml->at = after(xml, xml->at, TEXT("-->"));
			continue;
		}
		xml->at++;
		if (inside && (c == '"' || c == '\''))
			xml->at = after(xml, xml->at, c == '"' ? TEXT("\"") : TEXT("'"));
		else if (c == '[' || c == ']')
			inside = c == '[';
		else if (c == '>' && !inside)
			return;
	}
}

static enum feed_xml_kind take_markup(struct feed_xml *xml)
{
	if (starts_with(xml, xml->at, TEXT("<![CDATA["))) {
		take_cdata(xml);
		return FEED_XML_TEXT;
	}
	if (starts_with(xml, xml->at, TEXT("<!--"))) {
		xml->at = after(xml, xml->at + 4, TEXT("-->"));
	} else if (starts_with(xml, xml->at, TEXT("<?"))) {
		xml->at = after(xml, xml->at, TEXT("?>"));
	} else if (starts_with(xml, xml->at, TEXT("<!"))) {
		skip_declaration(xml);
	} else if (starts_with(xml, xml->at, TEXT("</"))) {
		xml->at += 2;
		xml->closing = count_closed(xml, take_name(xml));
		xml->at = after(xml, xml->at, TEXT(">"));
	} else {
		open_element(xml);
		return FEED_XML_OPEN;
	}
	return FEED_XML_END;
}

static void drop_closed(struct feed_xml *xml)
{
	xml->bindings.n = feed_xml_top(xml)->bindings;
	xml->open.n--;
	if (xml->closing)
		xml->closing--;
}

bool feed_xml_next(struct feed_xml *xml)
{
	if (xml->kind == FEED_XML_CLOSE)
		drop_closed(xml);
	xml->kind = FEED_XML_END;
	while (xml->kind == FEED_XML_END) {
		if (xml->empty || xml->closing) {
			xml->kind = FEED_XML_CLOSE;
			xml->empty = false;
		} else if (xml->at == xml->bytes.len) {
			xml->closing = xml->open.n;
			if (!xml->closing)
				return false;
		} else if (byte_at(xml, xml->at) == '<' && starts_markup(xml, xml->at)) {
			xml->kind = take_markup(xml);
		} else {
			take_text(xml);
			xml->kind = FEED_XML_TEXT;
		}
	}
	return true;
}
