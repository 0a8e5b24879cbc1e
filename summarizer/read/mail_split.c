/*
 * The entities of a message. In: its bytes. Out: a flat list, parents first. One pass over the lines with a stack of
 * the open boundaries; a delimiter closes all multiparts opened inside its own (RFC 2046, 5.1.2), so a missing end
 * costs nothing. Refuses: too deep nesting, too many parts, too long boundaries, each by its limit's name.
 */
#include "read/mail_split.h"

#include "base/buf.h"
#include "read/mail_field.h"

#include <string.h>

enum { MOST_PARTS = 1000, LONGEST_BOUNDARY = 200 };

/* An open multipart. */
struct frame {
	size_t entity;
	struct ng_text boundary;
};

struct split {
	struct arena *arena;
	struct ng_text bytes;
	size_t at, depth;
	struct mail_entities entities;
	struct {
		struct frame *at;
		size_t n, room;
	} open;
};

static _Noreturn void refuse(struct split *split, const char *what, size_t limit)
{
	arena_fail(split->arena, NG_BAD_INPUT, TEXT(""), 0, "%s the limit of %zu", what, limit);
}

static struct ng_text line_at(const struct split *split, size_t at)
{
	const char *newline = memchr(split->bytes.at + at, '\n', split->bytes.len - at);

	return text_slice(split->bytes, at, newline ? (size_t)(newline - split->bytes.at) + 1 : split->bytes.len);
}

/* Finds whose delimiter the line is; `last`: it closes that multipart. False: it is none. */
static bool delimits(const struct split *split, struct ng_text line, size_t *frame, bool *last)
{
	if (!text_starts(line, TEXT("--")))
		return false;
	while (line.len && strchr(" \t\r\n", line.at[line.len - 1]))
		line.len--;
	for (size_t i = split->open.n; i-- > 0;) {
		struct ng_text boundary = split->open.at[i].boundary,
			       rest = text_slice(line, 2 + boundary.len, line.len);
		*last = text_equal(rest, TEXT("--"));
		*frame = i;
		if ((!rest.len || *last) && text_equal(text_slice(line, 2, 2 + boundary.len), boundary))
			return true;
	}
	return false;
}

/* Without the newline, which is the delimiter's. */
static struct ng_text body_between(const struct split *split, size_t start, size_t end)
{
	struct ng_text body = text_slice(split->bytes, start, end);

	if (split->open.n && end < split->bytes.len && text_ends(body, TEXT("\n")))
		body.len -= text_ends(body, TEXT("\r\n")) ? 2 : 1;
	return body;
}

/* Goes on to the next delimiter that opens an entity; what lies before the first delimiter is the body. False: the end.
 */
static bool next_delimiter(struct split *split, struct ng_text *body)
{
	size_t start = split->at, frame;
	bool found = false, last;

	while (split->at < split->bytes.len) {
		struct ng_text line = line_at(split, split->at);
		bool is_delimiter = delimits(split, line, &frame, &last);
		if (is_delimiter && !found)
			*body = body_between(split, start, split->at);
		found = found || is_delimiter;
		split->at += line.len;
		if (!is_delimiter)
			continue;
		split->open.n = frame + !last;
		if (!last)
			return true;
	}
	if (!found)
		*body = text_slice(split->bytes, start, split->bytes.len);
	return false;
}

static size_t depth_of(const struct split *split, size_t parent)
{
	size_t depth = 0;

	for (; parent != MAIL_NO_PARENT; parent = split->entities.at[parent].parent)
		depth++;
	return depth;
}

/* Reads the header that stands here and notes the entity. */
static size_t add_entity(struct split *split, size_t parent)
{
	struct mail_entity entity = {.parent = parent};
	size_t body;

	if (split->entities.n == MOST_PARTS)
		refuse(split, "a message of more parts than", MOST_PARTS);
	if (depth_of(split, parent) > split->depth)
		refuse(split, "a message whose parts are nested deeper than", split->depth);
	entity.header = text_slice(split->bytes, split->at, mail_header_end(split->bytes, split->at, &body));
	struct mail_type type = mail_field_type(split->arena, entity.header);
	entity.type = type.type;
	entity.charset = type.charset;
	entity.format = type.format;
	entity.delete_space = text_equal_fold(type.delete_space, TEXT("yes"));
	if (type.boundary.len > LONGEST_BOUNDARY)
		refuse(split, "a boundary of more bytes than", LONGEST_BOUNDARY);
	if (text_starts(type.type, TEXT("multipart/")) && type.boundary.len) {
		bool alternative = text_equal(type.type, TEXT("multipart/alternative"));
		entity.kind = alternative ? MAIL_ALTERNATIVE : MAIL_MULTIPART;
		*array_add(split->arena, &split->open) = (struct frame){split->entities.n, type.boundary};
	} else if (text_equal(type.type, TEXT("message/rfc822"))) {
		entity.kind = MAIL_MESSAGE;
	}
	split->at = body;
	*array_add(split->arena, &split->entities) = entity;
	return split->entities.n - 1;
}

struct mail_entities mail_split(struct arena *arena, struct ng_text bytes, size_t depth)
{
	struct split split = {.arena = arena, .bytes = bytes, .depth = depth};
	size_t parent = MAIL_NO_PARENT;
	bool more = true;

	while (more) {
		size_t entity = add_entity(&split, parent);
		struct ng_text body = TEXT("");
		if (split.entities.at[entity].kind == MAIL_MESSAGE) {
			parent = entity;
			continue;
		}
		more = next_delimiter(&split, &body);
		if (split.entities.at[entity].kind == MAIL_LEAF)
			split.entities.at[entity].body = body;
		if (more)
			parent = split.open.at[split.open.n - 1].entity;
	}
	return split.entities;
}
