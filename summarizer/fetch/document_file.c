/*
 * Documents as files. In: documents. Out: a file each. The host's folder is made of the letters a host can have; what
 * else a URL brings cannot get into a path. The name is the path of the URL as a slug and a hash of the whole URL, so
 * that two URLs do not meet in one file.
 */
#include "fetch/document_file.h"

#include "base/escape.h"
#include "base/file.h"
#include "base/url.h"
#include "fetch/article.h"

enum { SLUG_BYTES = 60, HOST_BYTES = 100 };

static void put_host(struct buf *buf, struct ng_text url)
{
	struct url parts;
	size_t start = buf->len;

	if (!url_split(url, &parts))
		parts.host = TEXT("");
	for (size_t i = 0; i < parts.host.len && buf->len - start < HOST_BYTES; i++) {
		char c = parts.host.at[i];
		if (c >= 'A' && c <= 'Z')
			c = (char)(c | 0x20);
		bool inner_dot = c == '.' && buf->len > start && buf->at[buf->len - 1] != '.';
		bool plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || inner_dot;
		buf_byte(buf, plain ? c : '-');
	}
	if (buf->len == start)
		buf_puts(buf, "nowhere");
}

static const char *extension(const struct document *document, bool page)
{
	struct ng_text body = document->body;

	if (page)
		return "warc";
	if (text_starts(body, TEXT("\xef\xbb\xbf")))
		body = text_slice(body, 3, body.len);
	return text_starts(text_trim(text_slice(body, 0, 64)), TEXT("{")) ? "json" : "xml";
}

struct ng_text document_path(struct arena *arena, const char *folder, const struct document *document, bool page)
{
	struct url parts = {.path = TEXT("")};
	struct buf path = buf_new(arena, SIZE_MAX);

	buf_puts(&path, folder);
	buf_byte(&path, '/');
	put_host(&path, document->url);
	buf_byte(&path, '/');
	url_split(document->url, &parts);
	struct ng_text slug = text_slice(parts.path, 0, parts.path.len);
	slug_put(&path, slug.len > 1 ? slug : TEXT("index"), SLUG_BYTES);
	buf_format(&path, "-%08llx.%s", (unsigned long long)(text_hash(document->url) & 0xffffffffu),
		   extension(document, page));
	return buf_text(&path);
}

void document_write(struct arena *arena, const char *folder, const struct document *document, bool page)
{
	struct ng_text path = document_path(arena, folder, document, page);

	file_write(arena, arena_string(arena, path),
		   page ? document_warc(arena, document) : document_bytes(arena, document));
}
