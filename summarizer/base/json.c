/*
 * JSON trees. In: values. Out: trees in the arena, numbers, and JSON texts (RFC 8259), with the same bytes everywhere:
 * members in the order they were set, numbers without libc's locale. Writing keeps a list of the open values; no
 * recursion. Refuses to write numbers that are none: not finite or too large becomes null. Reading is in json_read.c.
 */
#include "base/json.h"

#include "base/escape.h"

#include <math.h>

enum { MOST_DECIMALS = 9 };

struct json *json_new(struct arena *arena, enum json_kind kind)
{
	struct json *json = arena_new_of(arena, struct json);

	json->kind = kind;
	return json;
}

struct json *json_string(struct arena *arena, struct ng_text text)
{
	struct json *json = json_new(arena, JSON_STRING);

	json->text = text;
	return json;
}

struct json *json_int(struct arena *arena, int64_t number)
{
	struct json *json = json_new(arena, JSON_NUMBER);

	json->text = arena_format(arena, "%lld", (long long)number);
	return json;
}

struct json *json_real(struct arena *arena, double number, int decimals)
{
	uint64_t unit = 1;

	for (int i = 0; i < decimals && i < MOST_DECIMALS; i++)
		unit *= 10;
	double scaled = fabs(number) * (double)unit + .5;
	if (!(scaled < 9e18))
		return json_new(arena, JSON_NULL);
	struct json *json = json_new(arena, JSON_NUMBER);
	unsigned long long units = (unsigned long long)scaled;
	const char *sign = number < 0 && units ? "-" : "";
	if (unit == 1)
		json->text = arena_format(arena, "%s%llu", sign, units);
	else
		json->text = arena_format(arena, "%s%llu.%0*llu", sign, (unsigned long long)(units / unit),
					  decimals < MOST_DECIMALS ? decimals : MOST_DECIMALS,
					  (unsigned long long)(units % unit));
	return json;
}

struct json *json_boolean(struct arena *arena, bool value)
{
	return json_new(arena, value ? JSON_TRUE : JSON_FALSE);
}

struct json *json_add(struct json *parent, struct json *child)
{
	if (parent->last)
		parent->last->next = child;
	else
		parent->first = child;
	parent->last = child;
	parent->n++;
	return child;
}

struct json *json_set(struct json *parent, const char *name, struct json *child)
{
	child->name = text_of(name);
	return json_add(parent, child);
}

struct json *json_member(const struct json *object, const char *name)
{
	struct json *found = NULL;

	if (!object || object->kind != JSON_OBJECT)
		return NULL;
	for (struct json *child = object->first; child; child = child->next)
		if (text_equal(child->name, text_of(name)))
			found = child;
	return found;
}

struct ng_text json_text(const struct json *object, const char *name)
{
	const struct json *value = json_member(object, name);

	return value ? value->text : TEXT("");
}

/* number x 10^exponent by exact powers up to 10^22: right to the last bit for short numbers, near it for long ones. */
static double scale(double number, long exponent)
{
	static const double powers[] = {1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,  1e8,  1e9,  1e10, 1e11,
					1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};

	for (; exponent > 22; exponent -= 22)
		number *= 1e22;
	for (; exponent < -22; exponent += 22)
		number /= 1e22;
	return exponent < 0 ? number / powers[-exponent] : number * powers[exponent];
}

/* Reads digits into *mantissa; those it has no room for count in *exponent. Returns where they end. */
static size_t read_digits(struct ng_text text, size_t at, uint64_t *mantissa, long *exponent, long after_point)
{
	for (; at < text.len && text.at[at] >= '0' && text.at[at] <= '9'; at++) {
		bool room = *mantissa < UINT64_MAX / 10 - 1;
		if (room)
			*mantissa = *mantissa * 10 + (uint64_t)(text.at[at] - '0');
		*exponent += (room ? 0 : 1) - after_point;
	}
	return at;
}

bool json_number(const struct json *value, double *number)
{
	const long largest = 1000; /* far beyond a double's 10^308 */
	uint64_t mantissa = 0, power = 0;
	long exponent = 0, ignored = 0;

	if (!value || value->kind != JSON_NUMBER)
		return false;
	struct ng_text text = value->text;
	bool negative = text_starts(text, TEXT("-"));
	size_t at = read_digits(text, negative, &mantissa, &exponent, 0);
	if (at < text.len && text.at[at] == '.')
		at = read_digits(text, at + 1, &mantissa, &exponent, 1);
	if (at + 1 < text.len) {
		bool down = text.at[at + 1] == '-', sign = down || text.at[at + 1] == '+';
		read_digits(text, at + 1 + sign, &power, &ignored, 0);
		long shift = ignored || power > 1000000000 ? 1000000000 : (long)power;
		exponent += down ? -shift : shift;
	}
	if (exponent > largest || exponent < -largest)
		exponent = exponent < 0 ? -largest : largest;
	double result = mantissa ? scale((double)mantissa, exponent) : 0;
	*number = negative ? -result : result;
	return isfinite(result);
}

void json_put_string(struct buf *buf, struct ng_text text)
{
	buf_byte(buf, '"');
	escape_json(buf, text);
	buf_byte(buf, '"');
}

/* The lists and objects that are open. */
struct open_values {
	const struct json **at;
	size_t n, room;
};

static void put_line(struct buf *buf, size_t level)
{
	buf_byte(buf, '\n');
	for (size_t i = 0; i < level; i++)
		buf_byte(buf, ' ');
}

static void put_leaf(struct buf *buf, const struct json *value)
{
	switch (value->kind) {
	case JSON_NULL:
		buf_puts(buf, "null");
		break;
	case JSON_FALSE:
		buf_puts(buf, "false");
		break;
	case JSON_TRUE:
		buf_puts(buf, "true");
		break;
	case JSON_NUMBER:
		buf_put(buf, value->text);
		break;
	case JSON_STRING:
		json_put_string(buf, value->text);
		break;
	case JSON_LIST:
		buf_puts(buf, "[]");
		break;
	case JSON_OBJECT:
		buf_puts(buf, "{}");
		break;
	}
}

static void put_name(struct buf *buf, const struct json *parent, const struct json *value, bool indented)
{
	if (parent->kind != JSON_OBJECT)
		return;
	json_put_string(buf, value->name);
	buf_puts(buf, indented ? ": " : ":");
}

static void put(struct buf *buf, const struct json *value, bool indented)
{
	struct open_values open = {0};

	for (;;) {
		if (open.n)
			put_name(buf, open.at[open.n - 1], value, indented);
		if (value->first) {
			buf_byte(buf, value->kind == JSON_LIST ? '[' : '{');
			*array_add(buf->arena, &open) = value;
			value = value->first;
		} else {
			put_leaf(buf, value);
			while (open.n && !value->next) {
				value = open.at[--open.n];
				if (indented)
					put_line(buf, open.n);
				buf_byte(buf, value->kind == JSON_LIST ? ']' : '}');
			}
			if (!open.n)
				return;
			buf_byte(buf, ',');
			value = value->next;
		}
		if (indented)
			put_line(buf, open.n);
	}
}

void json_put(struct buf *buf, const struct json *value)
{
	put(buf, value, false);
}

void json_put_indented(struct buf *buf, const struct json *value)
{
	put(buf, value, true);
}
