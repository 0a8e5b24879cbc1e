/* JSON (RFC 8259) as a tree in the arena: read and written here. The same tree feeds templates. */
#ifndef BASE_JSON_H
#define BASE_JSON_H

#include "base/buf.h"

enum json_kind { JSON_NULL, JSON_FALSE, JSON_TRUE, JSON_NUMBER, JSON_STRING, JSON_LIST, JSON_OBJECT };

struct json {
	enum json_kind kind;
	struct ng_text text;       /* of a string; of a number: as written */
	struct ng_text name;       /* this value's key, inside an object */
	struct json *first, *last; /* children of a list or object */
	struct json *next;         /* the next sibling */
	size_t n;                  /* children */
};

/*
 * Parses one JSON value; anything but white space after it is an error. Strings are valid UTF-8 without NUL (lone
 * surrogates and NUL become U+FFFD). Jumps with NG_BAD_INPUT: not JSON (byte named), deeper than `depth`.
 */
struct json *json_parse(struct arena *arena, struct ng_text bytes, size_t depth);

struct json *json_member(const struct json *object,
			 const char *name); /* the last of that name; NULL: absent or no object */
struct ng_text json_text(const struct json *object,
			 const char *name); /* string (or number as written); empty: absent */
bool json_number(const struct json *value, double *number);

struct json *json_new(struct arena *arena, enum json_kind kind);
struct json *json_string(struct arena *arena, struct ng_text text); /* borrows the text */
struct json *json_int(struct arena *arena, int64_t number);
struct json *json_real(struct arena *arena, double number, int decimals); /* fixed point: the same bytes everywhere */
struct json *json_boolean(struct arena *arena, bool value);
struct json *json_add(struct json *parent, struct json *child); /* appends to a list; returns the child */
struct json *json_set(struct json *parent, const char *name,
		      struct json *child); /* appends a member; `name` is a literal */

void json_put(struct buf *buf, const struct json *value);          /* one line, no blanks */
void json_put_indented(struct buf *buf, const struct json *value); /* for people: 1 blank a level */
void json_put_string(struct buf *buf, struct ng_text text);        /* with its quotes */

#endif
