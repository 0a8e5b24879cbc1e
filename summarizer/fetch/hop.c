/*
 * URLs of requests. In: a URL from a list, a feed or a redirect. Out: what is asked for, of whom (RFC 3986, RFC 9110
 * section 4.2). A link to http is asked for over https when http is not allowed: most sites answer there, and old lists
 * are full of such links.
 * Refuses: other schemes, names and passwords, URLs over the limit, http at a port of its own.
 */
#include "fetch/hop.h"

#include "base/buf.h"
#include "base/url.h"

static struct ng_text lower(struct arena *arena, struct ng_text text)
{
	struct ng_text copy = arena_copy(arena, text);
	char *at = (char *)copy.at;

	for (size_t i = 0; i < copy.len; i++)
		if (at[i] >= 'A' && at[i] <= 'Z')
			at[i] = (char)(at[i] | 0x20);
	return copy;
}

static bool names_user(struct ng_text url, struct ng_text host)
{
	return host.at > url.at && host.at[-1] == '@';
}

const char *hop_make(struct arena *arena, struct ng_text url, bool allow_http, size_t most, struct hop *hop)
{
	struct url parts;

	url = text_slice(url, 0, text_find(url, TEXT("#"), 0));
	if (url.len > most)
		return "its URL is longer than the limit";
	if (!url_is_safe(url) || !url_split(url, &parts))
		return "it is no http or https URL";
	bool secure = text_equal_fold(parts.scheme, TEXT("https"));
	if (!secure && !text_equal_fold(parts.scheme, TEXT("http")))
		return "it is no http or https URL";
	if (names_user(url, parts.host))
		return "a URL with a name or password is not fetched";
	if (!secure && !allow_http && parts.port.len)
		return "http is not allowed (see --allow-http)";
	bool upgraded = !secure && !allow_http;
	struct ng_text port = parts.port.len ? parts.port : secure || upgraded ? TEXT("443") : TEXT("80");
	struct ng_text host = lower(arena, parts.host);
	hop->url = upgraded ? arena_format(arena, "https%.*s", TEXT_ARGS(text_slice(url, 4, url.len)))
			    : arena_copy(arena, url);
	hop->host = arena_format(arena, "%.*s:%.*s", TEXT_ARGS(host), TEXT_ARGS(port));
	hop->origin = arena_format(arena, "http%s://%.*s", secure || upgraded ? "s" : "", TEXT_ARGS(hop->host));
	hop->path = arena_format(arena, "%s%.*s%s%.*s", parts.path.len ? "" : "/", TEXT_ARGS(parts.path),
				 parts.query.at ? "?" : "", TEXT_ARGS(parts.query));
	return NULL;
}

struct ng_text hop_shown(struct arena *arena, struct ng_text url)
{
	struct url parts;

	if (!url_split(url, &parts) || !names_user(url, parts.host))
		return url;
	return arena_format(arena, "%.*s://%.*s", TEXT_ARGS(parts.scheme),
			    TEXT_ARGS(text_slice(url, (size_t)(parts.host.at - url.at), url.len)));
}
