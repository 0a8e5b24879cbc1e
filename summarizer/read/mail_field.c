/*
 * Header fields. In: the raw bytes of a header block. Out: UTF-8. The block is searched here; what is hard (encoded
 * words, RFC 2231 parameters, addresses, transfer encodings) gmime does, on one field of bounded length at a time: its
 * parser of whole messages takes a kilobyte a part and overflows the stack on nested address groups.
 */
#include "read/mail_field.h"

#include "base/utf8.h"
#include "read/charset.h"

#include <gmime/gmime.h>
#include <pthread.h>
#include <string.h>

enum { LONGEST_FIELD = 16384, LONGEST_ADDRESS = 2048 };

static pthread_once_t once = PTHREAD_ONCE_INIT;

static void begin(void)
{
	g_mime_init();
}

/* The end of the line that starts at `at`, behind its newline. */
static size_t line_end(struct ng_text bytes, size_t at)
{
	const char *newline = at < bytes.len ? memchr(bytes.at + at, '\n', bytes.len - at) : NULL;

	return newline ? (size_t)(newline - bytes.at) + 1 : bytes.len;
}

/* The length of a field's name before its colon; 0: the line is no field. */
static size_t name_length(struct ng_text line)
{
	size_t n = 0;

	while (n < line.len && line.at[n] > ' ' && line.at[n] < 127 && line.at[n] != ':')
		n++;
	return n < line.len && line.at[n] == ':' ? n : 0;
}

static bool is_folded(struct ng_text line)
{
	return line.len && (line.at[0] == ' ' || line.at[0] == '\t') && text_trim(line).len;
}

size_t mail_header_end(struct ng_text bytes, size_t at, size_t *body)
{
	size_t start = at;

	while (at < bytes.len) {
		size_t next = line_end(bytes, at);
		struct ng_text line = text_slice(bytes, at, next);
		if (!text_trim(line).len) {
			*body = next;
			return at;
		}
		if (!name_length(line) && !(at > start && is_folded(line)))
			break;
		at = next;
	}
	*body = at;
	return at;
}

bool mail_field_raw(struct ng_text header, const char *name, struct ng_text *value)
{
	for (size_t at = 0, next; at < header.len; at = next) {
		next = line_end(header, at);
		struct ng_text line = text_slice(header, at, next);
		size_t n = is_folded(line) ? 0 : name_length(line);
		if (!n || !text_equal_fold(text_slice(line, 0, n), text_of(name)))
			continue;
		while (is_folded(text_slice(header, next, line_end(header, next))))
			next = line_end(header, next);
		*value = text_trim(text_slice(header, at + n + 1, next));
		return true;
	}
	return false;
}

/* Unfolded, in UTF-8, at most `most` bytes: what gmime is given. */
static char *bounded(struct arena *arena, struct ng_text header, const char *name, size_t most)
{
	struct ng_text raw;

	if (!mail_field_raw(header, name, &raw))
		return NULL;
	struct ng_text value = charset_to_utf8(arena, text_slice(raw, 0, most), TEXT(""), false);
	struct buf buf = buf_new(arena, SIZE_MAX);
	utf8_squeeze(&buf, value);
	pthread_once(&once, begin);
	return arena_string(arena, buf_text(&buf));
}

/* Copies what gmime made and frees it. */
static struct ng_text taken(struct arena *arena, char *made)
{
	struct buf buf = buf_new(arena, SIZE_MAX);

	arena_adopt(arena, made, g_free);
	utf8_squeeze(&buf, utf8_repair(arena, text_of(made)));
	arena_release(arena, made);
	return buf_text(&buf);
}

struct ng_text mail_field(struct arena *arena, struct ng_text header, const char *name)
{
	const char *value = bounded(arena, header, name, LONGEST_FIELD);

	return value ? taken(arena, g_mime_utils_header_decode_text(NULL, value)) : TEXT("");
}

static struct ng_text copied(struct arena *arena, const char *string)
{
	return string ? arena_copy(arena, utf8_repair(arena, text_of(string))) : TEXT("");
}

struct mail_address mail_field_address(struct arena *arena, struct ng_text header, const char *name)
{
	struct mail_address found = {TEXT(""), TEXT("")};
	const char *value = bounded(arena, header, name, LONGEST_ADDRESS);
	InternetAddressList *list = value ? internet_address_list_parse(NULL, value) : NULL;

	if (!list)
		return found;
	arena_adopt(arena, list, g_object_unref);
	if (internet_address_list_length(list) > 0) {
		InternetAddress *first = internet_address_list_get_address(list, 0);
		found.name = copied(arena, internet_address_get_name(first));
		if (INTERNET_ADDRESS_IS_MAILBOX(first))
			found.address =
			    copied(arena, internet_address_mailbox_get_addr((InternetAddressMailbox *)first));
	}
	arena_release(arena, list);
	return found;
}

struct mail_type mail_field_type(struct arena *arena, struct ng_text header)
{
	struct mail_type found = {.type = TEXT("text/plain")};
	const char *value = bounded(arena, header, "Content-Type", LONGEST_FIELD);
	GMimeContentType *type = value ? g_mime_content_type_parse(NULL, value) : NULL;

	if (!type)
		return found;
	arena_adopt(arena, type, g_object_unref);
	if (!strchr(value, '/'))
		return found; /* what is no type is plain text (RFC 2045, 5.2) */
	struct buf buf = buf_new(arena, SIZE_MAX);
	utf8_lower(&buf, copied(arena, g_mime_content_type_get_media_type(type)));
	buf_byte(&buf, '/');
	utf8_lower(&buf, copied(arena, g_mime_content_type_get_media_subtype(type)));
	found.type = buf_text(&buf);
	found.boundary = copied(arena, g_mime_content_type_get_parameter(type, "boundary"));
	found.charset = copied(arena, g_mime_content_type_get_parameter(type, "charset"));
	found.format = copied(arena, g_mime_content_type_get_parameter(type, "format"));
	found.delete_space = copied(arena, g_mime_content_type_get_parameter(type, "delsp"));
	arena_release(arena, type);
	return found;
}

struct ng_text mail_decode(struct arena *arena, struct ng_text header, struct ng_text body)
{
	const char *name = bounded(arena, header, "Content-Transfer-Encoding", LONGEST_FIELD);
	GMimeContentEncoding encoding =
	    name ? g_mime_content_encoding_from_string(name) : GMIME_CONTENT_ENCODING_DEFAULT;
	GMimeEncoding state;

	if (encoding != GMIME_CONTENT_ENCODING_BASE64 && encoding != GMIME_CONTENT_ENCODING_QUOTEDPRINTABLE &&
	    encoding != GMIME_CONTENT_ENCODING_UUENCODE)
		return body;
	g_mime_encoding_init_decode(&state, encoding);
	char *into = arena_alloc(arena, g_mime_encoding_outlen(&state, body.len) + 16, 1);
	size_t length = g_mime_encoding_step(&state, body.at, body.len, into);
	/* Padding that was left out; after what is padded it says nothing. */
	length += g_mime_encoding_flush(&state, "==", encoding == GMIME_CONTENT_ENCODING_BASE64 ? 2 : 0, into + length);
	return (struct ng_text){into, length};
}
