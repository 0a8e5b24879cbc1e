/*
 * JSON-LD 1.1 as news pages use it (schema.org NewsArticle and its like). In: the scripts of a page. Out: a flat
 * picture of the first article-like object. Lists, @graph, mainEntity and hasPart are followed without recursion, the
 * first value of a list counts. JSON that does not parse is searched for the members by name. At most OBJECTS objects
 * are looked at.
 */
#include "read/linked_data.h"

#include "base/json.h"

#include <string.h>

enum { OBJECTS = 2000, DEPTH = 64, LONGEST = 1 << 20 /* bytes of a script */, NAMES = 512 /* bytes of authors */ };

static const char *const article_types[] = {"Article", "Posting", "Report", "Review", "Recipe", "LiveBlog"};

struct objects {
	const struct json **at;
	size_t n, room;
};

static bool has_type(const struct json *object, const char *word)
{
	const struct json *type = json_member(object, "@type");

	if (!type)
		return false;
	if (type->kind == JSON_STRING)
		return text_find_fold(type->text, text_of(word), 0) < type->text.len;
	for (const struct json *one = type->first; one; one = one->next)
		if (one->kind == JSON_STRING && text_find_fold(one->text, text_of(word), 0) < one->text.len)
			return true;
	return false;
}

static bool is_article(const struct json *object)
{
	for (size_t i = 0; i < sizeof article_types / sizeof *article_types; i++)
		if (has_type(object, article_types[i]))
			return !has_type(object, "Video");
	return false;
}

static void take(struct ng_text *into, const struct json *object, const char *name)
{
	const struct json *value = json_member(object, name);

	if (value && value->kind == JSON_LIST)
		value = value->first;
	if (into->len == 0 && value && value->kind == JSON_STRING)
		*into = text_trim(value->text);
}

/* The names of persons or of an organisation: a string, an object with a name, or a list of these. */
static void take_names(struct arena *arena, struct ng_text *into, const struct json *object, const char *member)
{
	const struct json *value = json_member(object, member);
	struct buf buf = buf_new(arena, NAMES * 2);

	if (into->len || !value)
		return;
	const struct json *one = value->kind == JSON_LIST ? value->first : value;
	for (; one; one = value->kind == JSON_LIST ? one->next : NULL) {
		const struct json *name = one->kind == JSON_OBJECT ? json_member(one, "name") : one;
		if (name && name->kind == JSON_LIST)
			name = name->first;
		if (!name || name->kind != JSON_STRING)
			continue;
		struct ng_text text = text_trim(name->text);
		if (text.len == 0 || buf.len + text.len > NAMES || text_find(buf_text(&buf), text, 0) < buf.len)
			continue;
		if (buf.len)
			buf_puts(&buf, ", ");
		buf_put(&buf, text);
	}
	*into = buf_text(&buf);
}

static void read_object(struct arena *arena, struct linked_data *data, const struct json *object)
{
	if (is_article(object)) {
		data->found = true;
		take(&data->headline, object, "headline");
		take(&data->body, object, "articleBody");
		take(&data->description, object, "description");
		take(&data->section, object, "articleSection");
		take(&data->language, object, "inLanguage");
		take(&data->url, object, "url");
		take(&data->published, object, "datePublished");
		take(&data->created, object, "dateCreated");
		take(&data->modified, object, "dateModified");
		take_names(arena, &data->author, object, "author");
		take_names(arena, &data->publisher, object, "publisher");
		return;
	}
	take(&data->other_published, object, "datePublished");
	take(&data->other_published, object, "uploadDate");
	take(&data->other_modified, object, "dateModified");
	if (has_type(object, "WebSite") || has_type(object, "Organization") || has_type(object, "NewsMedia"))
		take(&data->site, object, "name");
}

static void read_tree(struct arena *arena, struct linked_data *data, const struct json *root)
{
	static const char *const inside[] = {"@graph", "mainEntity", "mainEntityOfPage", "itemListElement", "hasPart"};
	struct objects queue = {0};

	*array_add(arena, &queue) = root;
	for (size_t i = 0; i < queue.n && i < OBJECTS; i++) {
		const struct json *value = queue.at[i];
		if (value->kind == JSON_LIST)
			for (const struct json *one = value->first; one && queue.n < OBJECTS; one = one->next)
				*array_add(arena, &queue) = one;
		if (value->kind != JSON_OBJECT)
			continue;
		read_object(arena, data, value);
		if (has_type(value, "Breadcrumb") || has_type(value, "ItemList"))
			continue;
		for (size_t m = 0; m < sizeof inside / sizeof *inside; m++) {
			const struct json *member = json_member(value, inside[m]);
			if (member && (member->kind == JSON_LIST || member->kind == JSON_OBJECT))
				*array_add(arena, &queue) = member;
		}
	}
}

struct parsing {
	struct arena *arena;
	struct ng_text text;
	struct json *root;
};

static void parse(void *data)
{
	struct parsing *parsing = data;

	parsing->root = json_parse(parsing->arena, parsing->text, DEPTH);
}

/* JSON with raw newlines in its strings and commas before brackets, as templates make it: mended in a copy. */
static struct ng_text mended(struct arena *arena, struct ng_text text)
{
	struct buf buf = buf_new(arena, text.len + 1);

	for (size_t i = 0; i < text.len; i++) {
		unsigned char c = (unsigned char)text.at[i];
		size_t next = i + 1;
		while (c == ',' && next < text.len && (unsigned char)text.at[next] <= ' ')
			next++;
		if (c == ',' && next < text.len && (text.at[next] == '}' || text.at[next] == ']'))
			continue;
		buf_byte(&buf, c < ' ' ? ' ' : (char)c);
		if (c == ',' && next > i + 1)
			i = next - 1;
	}
	return buf_text(&buf);
}

/* The string value of the first member of this name in broken JSON, as written but for \" \/ and \n. */
static struct ng_text picked(struct arena *arena, struct ng_text text, const char *name)
{
	struct ng_text key = arena_format(arena, "\"%s\"", name);
	size_t at = text_find(text, key, 0);

	if (at == text.len)
		return (struct ng_text){0};
	for (at += key.len; at < text.len && ((unsigned char)text.at[at] <= ' ' || text.at[at] == ':');)
		at++;
	if (at >= text.len || text.at[at] != '"')
		return (struct ng_text){0};
	struct buf buf = buf_new(arena, text.len + 1);
	for (at++; at < text.len && text.at[at] != '"'; at++) {
		if (text.at[at] == '\\' && at + 1 < text.len) {
			at++;
			buf_byte(&buf, text.at[at] == 'n' || text.at[at] == 't' ? '\n' : text.at[at]);
		} else {
			buf_byte(&buf, text.at[at]);
		}
	}
	return text_trim(buf_text(&buf));
}

static void pick(struct arena *arena, struct linked_data *data, struct ng_text text)
{
	struct ng_text type = picked(arena, text, "@type");
	struct ng_text headline = picked(arena, text, "headline");
	bool article = headline.len > 0;

	for (size_t i = 0; i < sizeof article_types / sizeof *article_types; i++)
		article |= text_find(type, text_of(article_types[i]), 0) < type.len;
	if (!article || data->found)
		return;
	data->found = true;
	data->headline = headline;
	data->body = picked(arena, text, "articleBody");
	data->published = picked(arena, text, "datePublished");
	data->created = picked(arena, text, "dateCreated");
	data->modified = picked(arena, text, "dateModified");
	size_t author = text_find(text, TEXT("\"author\""), 0);
	if (author < text.len)
		data->author = picked(arena, text_slice(text, author, author + 512), "name");
}

/* Without the comment and CDATA marks around it, and a last semicolon. */
static struct ng_text bare(struct ng_text text)
{
	size_t start = 0, end = text.len;

	while (start < end && text.at[start] != '{' && text.at[start] != '[')
		start++;
	/* <![CDATA[ has brackets of its own */
	while (start < end && text_starts(text_slice(text, start, end), TEXT("[CDATA[")))
		for (start += 7; start < end && text.at[start] != '{' && text.at[start] != '[';)
			start++;
	while (end > start && text.at[end - 1] != '}' && text.at[end - 1] != ']')
		end--;
	while (end >= start + 3 && text_equal(text_slice(text, end - 2, end), TEXT("]]")) && text.at[start] == '{')
		for (end -= 2; end > start && text.at[end - 1] != '}';)
			end--;
	return text_slice(text, start, end);
}

struct linked_data linked_data_read(const struct read_context *context, const struct html_scripts *scripts)
{
	struct linked_data data = {0};
	struct ng_error error;

	for (size_t i = 0; i < scripts->n; i++) {
		if (!scripts->at[i].linked_data)
			continue;
		struct parsing parsing = {context->arena, bare(scripts->at[i].text), NULL};
		if (parsing.text.len == 0 || parsing.text.len > LONGEST)
			continue;
		if (!arena_try(context->arena, parse, &parsing, &error)) {
			parsing.text = mended(context->arena, parsing.text);
			if (!arena_try(context->arena, parse, &parsing, &error)) {
				pick(context->arena, &data, parsing.text);
				continue;
			}
		}
		read_tree(context->arena, &data, parsing.root);
	}
	return data;
}
