/*
 * URLs. In: text. Out: its parts, its site, a reference made absolute (RFC 3986: appendix B, sections 5.2.2 to 5.2.4).
 * Refuses, as unsafe: schemes but http, https and mailto, white space, control characters, malformed UTF-8.
 */
#include "base/url.h"

#include "base/utf8.h"

/* The five parts of a reference; a part that is not there has a NULL address, an empty one has not. */
struct reference {
	struct ng_text scheme, authority, path, query, fragment;
};

static bool is_letter(char c)
{
	return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
}

/* The length of "scheme" before its colon; 0: none. */
static size_t scheme_length(struct ng_text text)
{
	size_t i = 0;

	while (i < text.len &&
	       (is_letter(text.at[i]) || (i > 0 && ((text.at[i] >= '0' && text.at[i] <= '9') || text.at[i] == '+' ||
						    text.at[i] == '-' || text.at[i] == '.'))))
		i++;
	return i < text.len && text.at[i] == ':' ? i : 0;
}

/* Cuts off the end of `text` from the first `mark` on; the mark itself is in neither part. */
static struct ng_text cut_tail(struct ng_text *text, const char *mark)
{
	size_t at = text_find(*text, text_of(mark), 0);

	if (at == text->len)
		return (struct ng_text){NULL, 0};
	struct ng_text tail = text_slice(*text, at + 1, text->len);
	*text = text_slice(*text, 0, at);
	return tail;
}

static struct reference split_reference(struct ng_text text)
{
	struct reference parts = {.scheme = {NULL, 0}};
	size_t scheme = scheme_length(text);

	if (scheme) {
		parts.scheme = text_slice(text, 0, scheme);
		text = text_slice(text, scheme + 1, text.len);
	}
	parts.fragment = cut_tail(&text, "#");
	parts.query = cut_tail(&text, "?");
	if (text_starts(text, TEXT("//"))) {
		size_t end = text_find(text, TEXT("/"), 2);
		parts.authority = text_slice(text, 2, end);
		text = text_slice(text, end, text.len);
	}
	parts.path = text;
	return parts;
}

/* Host and port of "user@host:port"; an IPv6 address keeps its brackets. */
static void split_authority(struct ng_text authority, struct url *url)
{
	size_t from = 0;

	for (size_t i = 0; i < authority.len; i++)
		if (authority.at[i] == '@')
			from = i + 1;
	authority = text_slice(authority, from, authority.len);
	size_t bracket = text_starts(authority, TEXT("[")) ? text_find(authority, TEXT("]"), 0) : 0;
	size_t colon = text_find(authority, TEXT(":"), bracket);
	url->host = text_slice(authority, 0, colon);
	url->port = text_slice(authority, colon + 1, authority.len);
}

bool url_split(struct ng_text text, struct url *url)
{
	struct reference parts = split_reference(text);

	*url =
	    (struct url){.scheme = parts.scheme, .path = parts.path, .query = parts.query, .fragment = parts.fragment};
	split_authority(parts.authority, url);
	return parts.scheme.len && url->host.len;
}

bool url_is_safe(struct ng_text text)
{
	struct url url;
	bool whole = url_split(text, &url);
	bool web = whole && (text_equal_fold(url.scheme, TEXT("http")) || text_equal_fold(url.scheme, TEXT("https")));

	if (!web && !(text_equal_fold(url.scheme, TEXT("mailto")) && url.path.len))
		return false;
	if (!utf8_valid(text))
		return false;
	for (size_t at = 0; at < text.len;) {
		uint32_t rune;
		at += utf8_decode(text, at, &rune);
		if (rune_is_unsafe(rune) || rune_is_space(rune))
			return false;
	}
	return true;
}

struct ng_text url_host(struct ng_text text)
{
	struct url url;

	if (!url_split(text, &url))
		return TEXT("");
	return text_equal_fold(text_slice(url.host, 0, 4), TEXT("www.")) ? text_slice(url.host, 4, url.host.len)
									 : url.host;
}

/* The length of a prefix that only names a form of the site, and leaves a name with a dot; 0: none. */
static size_t form_prefix(struct ng_text host)
{
	static const char *const forms[] = {"www.", "m.", "amp.", "mobile."};

	for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
		size_t n = text_of(forms[i]).len;
		if (text_starts(host, text_of(forms[i])) && text_find(host, TEXT("."), n) < host.len)
			return n;
	}
	return 0;
}

struct ng_text url_site(struct arena *arena, struct ng_text text)
{
	struct url url;
	struct buf buf = buf_new(arena, SIZE_MAX);
	size_t prefix;

	if (!url_split(text, &url))
		return TEXT("");
	utf8_lower(&buf, url.host);
	struct ng_text host = buf_text(&buf);
	if (text_ends(host, TEXT(".")))
		host.len--;
	while ((prefix = form_prefix(host)) > 0)
		host = text_slice(host, prefix, host.len);
	return host;
}

/* Appends a path without its "." and ".." segments; between segments `buf` always ends in a slash. */
static void put_path(struct buf *buf, struct ng_text path)
{
	struct ng_text segment;

	if (text_starts(path, TEXT("/"))) {
		buf_byte(buf, '/');
		path = text_slice(path, 1, path.len);
	}
	size_t root = buf->len;
	while (text_cut(&path, '/', &segment)) {
		if (text_equal(segment, TEXT(".."))) {
			size_t end = buf->len > root ? buf->len - 1 : root;
			while (end > root && buf->at[end - 1] != '/')
				end--;
			buf_cut(buf, end);
		} else if (!text_equal(segment, TEXT("."))) {
			buf_put(buf, segment);
			if (path.at)
				buf_byte(buf, '/');
		}
	}
}

/* The path of a reference next to the base's last segment (section 5.2.3). */
static struct ng_text merge(struct arena *arena, struct reference base, struct ng_text path)
{
	size_t end = base.path.len;

	if (base.authority.at && !base.path.len)
		return arena_format(arena, "/%.*s", TEXT_ARGS(path));
	while (end > 0 && base.path.at[end - 1] != '/')
		end--;
	struct buf buf = buf_new(arena, SIZE_MAX);
	buf_put(&buf, text_slice(base.path, 0, end));
	buf_put(&buf, path);
	return buf_text(&buf);
}

static void put_part(struct buf *buf, const char *before, struct ng_text part)
{
	if (!part.at)
		return;
	buf_puts(buf, before);
	buf_put(buf, part);
}

struct ng_text url_resolve(struct arena *arena, struct ng_text base_text, struct ng_text reference_text)
{
	struct reference base = split_reference(base_text), parts = split_reference(text_trim(reference_text));
	struct buf buf = buf_new(arena, SIZE_MAX);

	if (!parts.scheme.at) {
		parts.scheme = base.scheme;
		if (!parts.authority.at) {
			parts.authority = base.authority;
			if (!parts.path.len) {
				parts.path = base.path;
				if (!parts.query.at)
					parts.query = base.query;
			} else if (parts.path.at[0] != '/') {
				parts.path = merge(arena, base, parts.path);
			}
		}
	}
	if (parts.scheme.at) {
		buf_put(&buf, parts.scheme);
		buf_byte(&buf, ':');
	}
	put_part(&buf, "//", parts.authority);
	put_path(&buf, parts.path);
	put_part(&buf, "?", parts.query);
	put_part(&buf, "#", parts.fragment);
	return buf_text(&buf);
}
