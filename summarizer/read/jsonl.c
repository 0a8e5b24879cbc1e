/*
 * In: one JSON object a line, with `text` or `html` and any of id url title author site section language published
 * story; `date` is read as `published`, `source` as `site`. Out: one article a line; of `html`, those of the page. Or a
 * file that is one such object over several lines, or a list of them. Unknown names are passed over. Refuses: what is
 * no object, an object with neither text nor html; in a list, these alone.
 */
#include "read/jsonl.h"

#include "base/json.h"
#include "base/utf8.h"
#include "read/charset.h"
#include "read/html.h"

#include <string.h>

static bool jsonl_sniff(struct ng_text head, struct ng_text name)
{
	(void)name;
	head = text_trim(head);
	return text_starts(head, TEXT("{")) && !text_starts(head, TEXT("{\\rtf"));
}

static size_t jsonl_end(struct ng_text bytes, size_t at)
{
	const char *newline = memchr(bytes.at + at, '\n', bytes.len - at);

	return newline ? (size_t)(newline - bytes.at) + 1 : bytes.len;
}

static struct ng_text either(const struct json *object, const char *name, const char *other)
{
	struct ng_text text = json_text(object, name);

	return text.len ? text : json_text(object, other);
}

/* ISO 8601, RFC 5322 or seconds since 1970; anything else is as good as no date. */
static struct stamp read_stamp(const struct json *object)
{
	struct ng_text text = text_trim(either(object, "published", "date"));
	const struct json *value = json_member(object, "published");
	struct stamp stamp = STAMP_NONE;
	double seconds;

	if (!value)
		value = json_member(object, "date");
	if (value && value->kind == JSON_NUMBER && json_number(value, &seconds) && seconds > -1e11 && seconds < 1e11)
		return stamp_from_unix((int64_t)seconds);
	if (stamp_from_iso(text, &stamp) || stamp_from_rfc5322(text, &stamp))
		return stamp;
	return STAMP_NONE;
}

static void read_fields(const struct json *object, struct article *article)
{
	article->id = json_text(object, "id");
	article->url = json_text(object, "url");
	article->title = json_text(object, "title");
	article->author = json_text(object, "author");
	article->site = either(object, "site", "source");
	article->section = json_text(object, "section");
	article->language = json_text(object, "language");
	article->story = json_text(object, "story");
	article->published = read_stamp(object);
	article->published_from = article->published.day == NG_NO_DAY ? FROM_NOWHERE : FROM_RECORD;
}

static void read_object(const struct read_context *context, const struct json *object, struct articles *articles)
{
	const struct json *text = json_member(object, "text");
	struct article given = {.published = STAMP_NONE};

	if (object->kind != JSON_OBJECT)
		arena_fail(context->arena, NG_BAD_INPUT, context->name, context->line,
			   "an article must be a JSON object");
	read_fields(object, &given);
	struct ng_text html = json_text(object, "html");
	if (text && text->kind == JSON_STRING && (text->text.len || !html.len)) {
		given.text = text->text;
		*array_add(context->arena, articles) = given;
	} else if (html.len) {
		html_read_page(context, html, TEXT("utf-8"), &given, articles);
	} else {
		arena_fail(context->arena, NG_BAD_INPUT, context->name, context->line,
			   "has neither \"text\" nor \"html\"");
	}
}

static struct ng_text to_utf8(const struct read_context *context, struct ng_text record)
{
	bool marked = text_starts(record, TEXT("\xef\xbb\xbf"));

	return !marked && utf8_valid(record) ? record : charset_to_utf8(context->arena, record, TEXT(""), false);
}

static void jsonl_read(const struct read_context *context, struct ng_text record, struct articles *articles)
{
	struct ng_text utf8 = text_trim(to_utf8(context, record));

	read_object(context, json_parse(context->arena, utf8, context->limits->depth), articles);
}

/* A list, or an object that goes on in a second line: one that begins with a name, not with another object. */
static bool json_sniff(struct ng_text head, struct ng_text name)
{
	struct ng_text line;

	(void)name;
	head = text_trim(head);
	if (head.len && head.at[0] == '[')
		return text_starts(text_trim(text_slice(head, 1, head.len)), TEXT("{"));
	if (!head.len || head.at[0] != '{' || !text_cut(&head, '\n', &line))
		return false;
	return text_starts(text_trim(head), TEXT("\""));
}

/* An element of the file's list. */
struct element {
	const struct read_context *context;
	const struct json *object;
	struct articles *articles;
	size_t index, at;   /* which one it is, from 1; where the text goes on after it */
	unsigned long line; /* the one the text goes on in */
};

static void try_element(void *data)
{
	const struct element *element = data;

	read_object(element->context, element->object, element->articles);
}

/*
 * Passes over `n` elements of a list that was read without fault, from after its opening bracket or an element;
 * returns the line the last of them begins in.
 */
static unsigned long pass_elements(struct ng_text list, struct element *element, size_t n)
{
	unsigned long begins = 0;
	size_t depth = 0;
	bool inside = false, fresh = true;

	for (; n && element->at < list.len; element->at++) {
		char c = list.at[element->at];
		if (fresh && c != ' ' && c != '\t' && c != '\r' && c != '\n') {
			begins = element->line;
			fresh = false;
		}
		element->line += c == '\n';
		if (c == '"')
			inside = !inside;
		else if (inside)
			element->at += c == '\\';
		else if (c == '{' || c == '[')
			depth++;
		else if (c == '}' || c == ']')
			depth -= depth > 0;
		else if (c == ',' && !depth) {
			n--;
			fresh = true;
		}
	}
	return begins;
}

static void json_read(const struct read_context *context, struct ng_text record, struct articles *articles)
{
	struct ng_text utf8 = to_utf8(context, record);
	const struct json *top = json_parse(context->arena, text_trim(utf8), context->limits->depth);
	struct element element = {context, top->first, articles, 0, 0, 1};
	struct ng_error error;
	size_t passed = 0;

	if (top->kind != JSON_LIST) {
		read_object(context, top, articles);
		return;
	}
	for (; utf8.at[element.at++] != '[';)
		element.line += utf8.at[element.at - 1] == '\n';
	for (; element.object; element.object = element.object->next) {
		struct articles before = *articles;
		element.index++;
		if (arena_try(context->arena, try_element, &element, &error))
			continue;
		if (error.status != NG_BAD_INPUT)
			arena_throw(context->arena, &error);
		*articles = before; /* the array may have grown into memory that is gone */
		if (!context->fault)
			continue;
		unsigned long line = pass_elements(utf8, &element, element.index - passed);
		passed = element.index;
		struct ng_error fault;
		error_set(&fault, error.status, context->name, line, "element %zu of its list: %.300s", element.index,
			  error.what);
		context->fault(context->user, &fault);
	}
}

const struct reader jsonl_reader = {NG_FORMAT_JSONL, "jsonl", jsonl_sniff, jsonl_end, jsonl_read};
const struct reader json_reader = {NG_FORMAT_JSON, "json", json_sniff, NULL, json_read};
