/*
 * Reading JSON (RFC 8259). In: bytes. Out: a tree in the arena, numbers as written, members in their order.
 * One pass, no recursion: a list of the open lists and objects stands for the grammar's nesting. Ours, because the C
 * readers at hand answer a failed allocation with a shortened tree, and round integers beyond 64 bits.
 * Refuses: what is not JSON, naming the byte, and nesting over the limit. More forgiving than the grammar in two things
 * that lose nothing: a byte order mark, and control characters inside strings.
 */
#include "base/json.h"

#include "base/utf8.h"

#include <string.h>

struct open_values {
	struct json **at;
	size_t n, room;
};

struct reader {
	struct arena *arena;
	struct ng_text bytes;
	size_t at;
	size_t depth;
	struct open_values open; /* outermost first */
};

static _Noreturn void fail(const struct reader *reader, const char *expected)
{
	arena_fail(reader->arena, NG_BAD_INPUT, TEXT(""), 0, "not JSON at byte %zu: %s", reader->at, expected);
}

static char peek(const struct reader *reader)
{
	return reader->at < reader->bytes.len ? reader->bytes.at[reader->at] : '\0';
}

static bool take(struct reader *reader, char c)
{
	if (reader->at == reader->bytes.len || reader->bytes.at[reader->at] != c)
		return false;
	reader->at++;
	return true;
}

static void skip_space(struct reader *reader)
{
	while (take(reader, ' ') || take(reader, '\n') || take(reader, '\t') || take(reader, '\r'))
		;
}

/* The end of the string whose inside starts here: its closing quote. */
static size_t find_quote(struct reader *reader)
{
	const char *from = reader->bytes.at + reader->at, *end = reader->bytes.at + reader->bytes.len;
	const char *quote = from < end ? memchr(from, '"', (size_t)(end - from)) : NULL;
	const char *escape = quote ? memchr(from, '\\', (size_t)(quote - from)) : NULL;

	if (quote && !escape)
		return (size_t)(quote - reader->bytes.at);
	for (size_t at = reader->at; at < reader->bytes.len; at += reader->bytes.at[at] == '\\' ? 2 : 1)
		if (reader->bytes.at[at] == '"')
			return at;
	reader->at = reader->bytes.len;
	fail(reader, "the string does not end");
}

/* The four hexadecimal digits after \u. */
static uint32_t read_hex(struct reader *reader)
{
	uint32_t value = 0;

	for (int i = 0; i < 4; i++, reader->at++) {
		char c = peek(reader), low = (char)(c | 0x20);
		if (c >= '0' && c <= '9')
			value = value << 4 | (uint32_t)(c - '0');
		else if (low >= 'a' && low <= 'f')
			value = value << 4 | (uint32_t)(low - 'a' + 10);
		else
			fail(reader, "\\u wants four hexadecimal digits");
	}
	return value;
}

/* \uXXXX, or two of them for a code point beyond 16 bits. Half a pair, and NUL, become U+FFFD. */
static uint32_t read_unicode(struct reader *reader)
{
	uint32_t first = read_hex(reader);

	if (first >= 0xd800 && first <= 0xdbff &&
	    text_equal(text_slice(reader->bytes, reader->at, reader->at + 2), TEXT("\\u"))) {
		size_t back = reader->at;
		reader->at += 2;
		uint32_t second = read_hex(reader);
		if (second >= 0xdc00 && second <= 0xdfff)
			return 0x10000 + ((first & 0x3ff) << 10 | (second & 0x3ff));
		reader->at = back;
	}
	return first ? first : 0xfffd;
}

static void read_escape(struct reader *reader, struct buf *buf)
{
	static const char names[] = "\"\\/bfnrt", meanings[] = "\"\\/\b\f\n\r\t";
	const char *name = memchr(names, peek(reader), sizeof names - 1);

	if (take(reader, 'u')) {
		buf_rune(buf, read_unicode(reader));
	} else if (name) {
		buf_byte(buf, meanings[name - names]);
		reader->at++;
	} else {
		fail(reader, "no such escape");
	}
}

static struct ng_text read_string(struct reader *reader)
{
	if (!take(reader, '"'))
		fail(reader, "a string expected");
	size_t end = find_quote(reader), raw = end - reader->at;
	/* No escape is shorter than what it stands for. */
	struct buf buf = {.arena = reader->arena, .at = arena_alloc(reader->arena, raw, 1), .room = raw, .cap = raw};
	while (reader->at < end) {
		const char *from = reader->bytes.at + reader->at;
		const char *escape = memchr(from, '\\', end - reader->at);
		size_t run = escape ? (size_t)(escape - from) : end - reader->at;
		buf_put(&buf, (struct ng_text){from, run});
		reader->at += run;
		if (take(reader, '\\'))
			read_escape(reader, &buf);
	}
	reader->at = end + 1;
	return buf_text(&buf);
}

static void read_digits(struct reader *reader)
{
	size_t from = reader->at;

	while (peek(reader) >= '0' && peek(reader) <= '9')
		reader->at++;
	if (reader->at == from)
		fail(reader, "a digit expected");
}

static struct json *read_number(struct reader *reader)
{
	size_t from = reader->at;

	take(reader, '-');
	if (!take(reader, '0'))
		read_digits(reader);
	if (take(reader, '.'))
		read_digits(reader);
	if (take(reader, 'e') || take(reader, 'E')) {
		if (!take(reader, '+'))
			take(reader, '-');
		read_digits(reader);
	}
	struct json *number = json_new(reader->arena, JSON_NUMBER);
	number->text = arena_copy(reader->arena, text_slice(reader->bytes, from, reader->at));
	return number;
}

static struct json *read_word(struct reader *reader)
{
	static const struct {
		const char *word;
		enum json_kind kind;
	} words[] = {{"true", JSON_TRUE}, {"false", JSON_FALSE}, {"null", JSON_NULL}};

	for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
		struct ng_text word = text_of(words[i].word);
		if (!text_equal(text_slice(reader->bytes, reader->at, reader->at + word.len), word))
			continue;
		reader->at += word.len;
		return json_new(reader->arena, words[i].kind);
	}
	fail(reader, "a value expected");
}

/* A value; of a list or object only the opening bracket. */
static struct json *read_value(struct reader *reader)
{
	char c = peek(reader);

	if (c == '"')
		return json_string(reader->arena, read_string(reader));
	if (c == '-' || (c >= '0' && c <= '9'))
		return read_number(reader);
	if (take(reader, '{'))
		return json_new(reader->arena, JSON_OBJECT);
	if (take(reader, '['))
		return json_new(reader->arena, JSON_LIST);
	return read_word(reader);
}

/* A child of the innermost open value, with its name if that is an object. */
static struct json *read_child(struct reader *reader)
{
	struct json *parent = reader->open.at[reader->open.n - 1];
	struct ng_text name = TEXT("");

	skip_space(reader);
	if (parent->kind == JSON_OBJECT) {
		name = read_string(reader);
		skip_space(reader);
		if (!take(reader, ':'))
			fail(reader, "':' expected");
		skip_space(reader);
	}
	struct json *child = json_add(parent, read_value(reader));
	child->name = name;
	return child;
}

static bool close_innermost(struct reader *reader)
{
	bool list = reader->open.at[reader->open.n - 1]->kind == JSON_LIST;

	if (!take(reader, list ? ']' : '}'))
		return false;
	reader->open.n--;
	return true;
}

/* Opens the value if it is a list or object. True: it has children to read. */
static bool open_value(struct reader *reader, struct json *value)
{
	if (value->kind != JSON_LIST && value->kind != JSON_OBJECT)
		return false;
	if (reader->open.n == reader->depth)
		arena_fail(reader->arena, NG_BAD_INPUT, TEXT(""), 0, "JSON is nested deeper than the limit of %zu",
			   reader->depth);
	*array_add(reader->arena, &reader->open) = value;
	skip_space(reader);
	return !close_innermost(reader);
}

/* After a value: closes what ends here. True: another child follows. */
static bool go_on(struct reader *reader)
{
	while (reader->open.n) {
		skip_space(reader);
		if (take(reader, ','))
			return true;
		if (!close_innermost(reader))
			fail(reader, "',' or the closing bracket expected");
	}
	return false;
}

struct json *json_parse(struct arena *arena, struct ng_text bytes, size_t depth)
{
	struct reader reader = {.arena = arena, .bytes = utf8_repair(arena, bytes), .depth = depth};

	if (text_starts(reader.bytes, TEXT("\xef\xbb\xbf")))
		reader.at = 3;
	skip_space(&reader);
	struct json *top = read_value(&reader);
	bool more = open_value(&reader, top) || go_on(&reader);
	while (more)
		more = open_value(&reader, read_child(&reader)) || go_on(&reader);
	skip_space(&reader);
	if (reader.at < reader.bytes.len)
		fail(&reader, "more after the end of the value");
	return top;
}
