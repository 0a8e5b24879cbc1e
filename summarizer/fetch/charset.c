/*
 * The charset of an answer. In: a document. Out: bytes that tell their charset by themselves, for files and feeds,
 * which have no HTTP header any more. A byte order mark wins over the header (WHATWG Encoding, 6.1), a charset that XML
 * declares in its first line is believed more than a header, since servers name one for all they serve.
 * Refuses: charsets that iconv does not know, bytes that are not of the charset; both leave the body as it is.
 */
#include "base/buf.h"
#include "fetch/article.h"

#include <errno.h>
#include <iconv.h>
#include <string.h>

enum { NAME_BYTES = 64, BLOCK = 4096 };

static bool has_mark(struct ng_text body)
{
	return text_starts(body, TEXT("\xef\xbb\xbf")) || text_starts(body, TEXT("\xff\xfe")) ||
	       text_starts(body, TEXT("\xfe\xff"));
}

static bool declares(struct ng_text body)
{
	struct ng_text head = text_slice(body, 0, 256);

	if (!text_starts(head, TEXT("<?xml")))
		return false;
	head = text_slice(head, 0, text_find(head, TEXT("?>"), 0));
	return text_find(head, TEXT("encoding"), 0) < head.len;
}

/* The charset parameter of a Content-Type, as a string; empty: none, or none that can be a name. */
static void charset_of(struct ng_text type, char name[static NAME_BYTES])
{
	size_t at = text_find_fold(type, TEXT("charset="), 0), n = 0;

	for (at += sizeof "charset=" - 1; at < type.len && n + 1 < NAME_BYTES; at++) {
		char c = type.at[at];
		if (strchr(";, \t", c))
			break;
		if (c != '"' && c != '\'' && c != '/')
			name[n++] = c;
	}
	name[n] = '\0';
}

static void close_iconv(void *handle)
{
	iconv_close(*(iconv_t *)handle);
}

struct ng_text document_bytes(struct arena *arena, const struct document *document)
{
	char name[NAME_BYTES], block[BLOCK];
	struct ng_text body = document->body;
	iconv_t *handle = arena_new_of(arena, iconv_t);
	struct buf out = buf_new(arena, SIZE_MAX);

	charset_of(document->type, name);
	if (!name[0] || text_equal_fold(text_of(name), TEXT("utf-8")) || has_mark(body) || declares(body))
		return body;
	*handle = iconv_open("UTF-8", name);
	if (*handle == (iconv_t)-1) /* NOLINT: as iconv_open() says it */
		return body;
	arena_adopt(arena, handle, close_iconv);
	buf_puts(&out, "\xef\xbb\xbf");
	char *from = (char *)body.at;
	size_t left = body.len;
	bool whole = true;
	while (left && whole) {
		char *to = block;
		size_t room = sizeof block;
		whole = iconv(*handle, &from, &left, &to, &room) != (size_t)-1 || errno == E2BIG;
		buf_put(&out, (struct ng_text){block, sizeof block - room});
	}
	arena_release(arena, handle);
	return whole ? buf_text(&out) : body;
}
