/*
 * HTTP responses as crawlers store them (RFC 9110, 9112). In: bytes. Out: status, type, body. Crawlers often undo
 * chunks or compression and keep the field that announces them: a body that does not look coded is taken as it is.
 * Names the coding it cannot undo.
 */
#include "read/warc_http.h"

#include "base/utf8.h"
#include "read/warc_brotli.h"
#include "read/warc_inflate.h"

enum { MOST_CODINGS = 3 };

size_t warc_header_end(struct ng_text bytes, size_t *body)
{
	size_t crlf = text_find(bytes, TEXT("\r\n\r\n"), 0),
	       lf = text_find(text_slice(bytes, 0, crlf), TEXT("\n\n"), 0);

	*body = lf < crlf ? lf + 2 : crlf + 4;
	return lf;
}

struct ng_text warc_field(struct ng_text header, const char *name)
{
	struct ng_text line;

	while (text_cut(&header, '\n', &line)) {
		size_t colon = text_find(line, TEXT(":"), 0);
		if (text_equal_fold(text_trim(text_slice(line, 0, colon)), text_of(name)))
			return text_trim(text_slice(line, colon + 1, line.len));
	}
	return TEXT("");
}

void warc_type(struct ng_text value, struct ng_text *type, struct ng_text *charset)
{
	size_t at = text_find_fold(value, TEXT("charset="), 0);
	struct ng_text rest = text_slice(value, at + 8, value.len);

	*type = text_trim(text_slice(value, 0, text_find(value, TEXT(";"), 0)));
	*charset = text_trim(text_slice(rest, 0, text_find(rest, TEXT(";"), 0)));
	if (charset->len >= 2 && (charset->at[0] == '"' || charset->at[0] == '\''))
		*charset = text_slice(*charset, 1, charset->len - 1);
}

static int hex_digit(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	c = (char)(c | 0x20);
	return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* The size that starts a chunk; moves `bytes` behind its line. False: there is none. */
static bool take_size(struct ng_text *bytes, size_t *size)
{
	enum { LONGEST_LINE = 256, MOST_DIGITS = 8 };
	size_t digits = 0, end = text_find(text_slice(*bytes, 0, LONGEST_LINE), TEXT("\n"), 0);

	*size = 0;
	for (; digits < end && digits < MOST_DIGITS && hex_digit(bytes->at[digits]) >= 0; digits++)
		*size = *size * 16 + (size_t)hex_digit(bytes->at[digits]);
	struct ng_text rest = text_trim(text_slice(*bytes, digits, end));
	if (!digits || (rest.len && rest.at[0] != ';') || end >= bytes->len)
		return false;
	*bytes = text_slice(*bytes, end + 1, bytes->len);
	return true;
}

/* The chunks joined; bytes that are not chunked, as they are. */
static struct ng_text dechunked(struct arena *arena, struct ng_text bytes)
{
	struct buf buf = buf_new(arena, SIZE_MAX);
	struct ng_text left = bytes;
	size_t size;

	while (take_size(&left, &size) && size) {
		buf_put(&buf, text_slice(left, 0, size));
		left = text_slice(left, size, left.len);
		while (left.len && (left.at[0] == '\r' || left.at[0] == '\n'))
			left = text_slice(left, 1, left.len);
	}
	return buf.len ? buf_text(&buf) : bytes;
}

/* One coding undone. */
static struct ng_text decoded(struct arena *arena, struct ng_text body, struct ng_text coding, size_t most,
			      struct ng_text *unread)
{
	enum { LONGEST_NAME = 40 };
	struct ng_text start = text_trim(text_slice(body, 0, 64));

	if (!coding.len || text_equal_fold(coding, TEXT("identity")) || text_starts(start, TEXT("<")))
		return body;
	if (text_equal_fold(coding, TEXT("gzip")) || text_equal_fold(coding, TEXT("x-gzip")))
		return warc_is_gzip(body, 0) ? warc_inflate(arena, body, most) : body;
	if (text_equal_fold(coding, TEXT("deflate")))
		return warc_inflate(arena, body, most);
	if (text_equal_fold(coding, TEXT("br")))
		return warc_brotli(arena, body, most);
	*unread = utf8_repair(arena, text_slice(coding, 0, LONGEST_NAME));
	return TEXT("");
}

bool warc_http_read(struct arena *arena, struct ng_text bytes, size_t most, struct warc_http *http)
{
	size_t body, end = warc_header_end(bytes, &body);
	struct ng_text header = text_slice(bytes, 0, end);
	size_t space = text_find(text_slice(header, 0, 16), TEXT(" "), 0);
	struct ng_text codings, coding, listed[MOST_CODINGS];
	size_t n = 0;

	*http = (struct warc_http){.body = text_slice(bytes, body, bytes.len)};
	if (!text_starts(header, TEXT("HTTP/")) || header.len < space + 4)
		return false;
	for (size_t i = space + 1; i < space + 4; i++)
		http->status = http->status * 10 + (hex_digit(header.at[i]) & 15);
	warc_type(warc_field(header, "Content-Type"), &http->type, &http->charset);
	if (text_equal_fold(warc_field(header, "Transfer-Encoding"), TEXT("chunked")))
		http->body = dechunked(arena, http->body);
	codings = warc_field(header, "Content-Encoding");
	while (n < MOST_CODINGS && text_cut(&codings, ',', &coding))
		listed[n++] = coding;
	while (n--) /* the last one listed was put on last */
		http->body = decoded(arena, http->body, text_trim(listed[n]), most, &http->unread);
	return true;
}
