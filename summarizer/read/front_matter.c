/*
 * Front matter. In: a Markdown text. Out: the few fields an article has. A strict reader of "key: value" (YAML 1.2's
 * block mappings, its two kinds of quotes, flow lists, folded scalars) and "key = value" (TOML 1.0), one level deep.
 * Refuses, silently, what is more: anchors, nested mappings but author's name, tables; their fields are not said.
 */
#include "read/front_matter.h"

#include "base/buf.h"
#include "base/utf8.h"

#include <string.h>

enum { LONGEST_MATTER = 65536 };

struct key {
	const char *name;
	size_t field; /* offset in struct front_matter */
	bool joins;   /* the values of a list are joined; else the first counts */
};
#define KEY(name, field, joins)                                                                                        \
	{                                                                                                              \
		name, offsetof(struct front_matter, field), joins                                                      \
	}

static const struct key keys[] = {
    KEY("title", title, false),       KEY("date", date, false),          KEY("published", date, false),
    KEY("published_at", date, false), KEY("publishdate", date, false),   KEY("pubdate", date, false),
    KEY("author", author, true),      KEY("authors", author, true),      KEY("byline", author, true),
    KEY("author.name", author, true), KEY("authors.name", author, true), KEY("url", url, false),
    KEY("link", url, false),          KEY("canonical", url, false),      KEY("canonical_url", url, false),
    KEY("source_url", url, false),    KEY("site", site, false),          KEY("site_name", site, false),
    KEY("publication", site, false),  KEY("language", language, false),  KEY("lang", language, false),
    KEY("section", section, false),   KEY("category", section, false),   KEY("categories", section, false),
    KEY("tags", section, false),      KEY("keywords", section, false),   KEY("id", id, false),
    KEY("source", site, false),
};

static struct ng_text without_end(struct ng_text line)
{
	return line.len && line.at[line.len - 1] == '\r' ? text_slice(line, 0, line.len - 1) : line;
}

static struct ng_text take_line(struct ng_text *rest)
{
	struct ng_text line = TEXT("");

	text_cut(rest, '\n', &line);
	return without_end(line);
}

/* The matter between its two fences; false: the text does not start with one, or none closes. */
static bool cut_matter(struct ng_text *text, struct ng_text *matter, bool *toml)
{
	struct ng_text rest = *text;

	if (text_starts(rest, TEXT("\xef\xbb\xbf")))
		rest = text_slice(rest, 3, rest.len);
	struct ng_text fence = text_trim(take_line(&rest));
	*toml = text_equal(fence, TEXT("+++"));
	if (!*toml && !text_equal(fence, TEXT("---")))
		return false;
	const char *start = rest.at;
	while (rest.len && rest.at - start < LONGEST_MATTER) {
		const char *end = rest.at;
		struct ng_text line = take_line(&rest);
		if (!text_equal(text_trim(line), fence) && !(text_equal(line, TEXT("...")) && !*toml))
			continue;
		*matter = (struct ng_text){start, (size_t)(end - start)};
		*text = rest;
		return true;
	}
	return false;
}

/* The escapes of double quotes that both languages have. */
static void put_escape(struct buf *buf, struct ng_text text, size_t *at)
{
	static const char names[] = "nrt0", meanings[] = "\n\r\t ";
	char c = *at < text.len ? text.at[*at] : '\\';
	const char *name = c ? strchr(names, c) : NULL;
	uint32_t rune = 0;

	++*at;
	if (c != 'u') {
		buf_byte(buf, name ? meanings[name - names] : c);
		return;
	}
	for (int i = 0; i < 4 && *at < text.len && strchr("0123456789abcdefABCDEF", text.at[*at]); i++, ++*at)
		rune =
		    rune << 4 | (uint32_t)(text.at[*at] <= '9' ? text.at[*at] - '0' : (text.at[*at] | 0x20) - 'a' + 10);
	buf_rune(buf, rune ? rune : 0xfffd);
}

/* What stands in quotes at the start; moves `text` behind them. */
static struct ng_text take_quoted(struct arena *arena, struct ng_text *text)
{
	struct buf buf = buf_new(arena, SIZE_MAX);
	char quote = text->at[0];
	size_t at = 1;

	while (at < text->len) {
		char c = text->at[at++];
		if (c == '\\' && quote == '"')
			put_escape(&buf, *text, &at);
		else if (c != quote)
			buf_byte(&buf, c);
		else if (quote == '\'' && at < text->len && text->at[at] == quote)
			buf_byte(&buf, text->at[at++]);
		else
			break;
	}
	*text = text_slice(*text, at, text->len);
	return buf_text(&buf);
}

/* One scalar at the start, up to a comma or bracket inside a list, else up to a comment. */
static struct ng_text take_scalar(struct arena *arena, struct ng_text *text, bool in_list)
{
	size_t end = 0;

	*text = text_trim(*text);
	if (text->len && (text->at[0] == '"' || text->at[0] == '\''))
		return take_quoted(arena, text);
	for (; end < text->len; end++) {
		char c = text->at[end];
		if ((in_list && (c == ',' || c == ']')) || (c == '#' && (end == 0 || text->at[end - 1] == ' ')))
			break;
	}
	struct ng_text value = text_trim(text_slice(*text, 0, end));
	*text = text_slice(*text, end, text->len);
	bool is_null = text_equal(value, TEXT("~")) || text_equal(value, TEXT("null"));
	return is_null ? TEXT("") : value;
}

static void put_value(struct arena *arena, struct front_matter *front, const struct key *key, struct ng_text value)
{
	struct ng_text *field = (struct ng_text *)((char *)front + key->field);
	struct buf buf = buf_new(arena, SIZE_MAX);

	if (!value.len || (field->len && !key->joins))
		return;
	if (field->len) {
		buf_put(&buf, *field);
		buf_puts(&buf, ", ");
	}
	utf8_squeeze(&buf, value);
	*field = buf_text(&buf);
}

/* A scalar or a flow list [a, "b"]. */
static void put_values(struct arena *arena, struct front_matter *front, const struct key *key, struct ng_text text)
{
	text = text_trim(text);
	if (!text_starts(text, TEXT("["))) {
		put_value(arena, front, key, take_scalar(arena, &text, false));
		return;
	}
	while (text.len && text.at[0] != ']') {
		text = text_slice(text, 1, text.len); /* the bracket or a comma */
		put_value(arena, front, key, take_scalar(arena, &text, true));
		text = text_trim(text);
		if (text.len && text.at[0] != ',' && text.at[0] != ']')
			return;
	}
}

static const struct key *find_key(struct ng_text outer, struct ng_text name)
{
	for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
		struct ng_text known = text_of(keys[i].name);
		if (!outer.len && text_equal_fold(known, name))
			return &keys[i];
		if (outer.len && text_starts(known, outer) && known.len == outer.len + 1 + name.len &&
		    known.at[outer.len] == '.' && text_ends(known, name))
			return &keys[i];
	}
	return NULL;
}

/* "key: value", the colon followed by a blank or the end (YAML), or "key = value" (TOML). */
static bool split_line(struct ng_text line, bool toml, struct ng_text *name, struct ng_text *value)
{
	size_t at = 0;

	while (at < line.len && !(line.at[at] == '=' && toml) &&
	       !(line.at[at] == ':' && !toml && (at + 1 == line.len || line.at[at + 1] == ' ')))
		at++;
	*name = text_trim(text_slice(line, 0, at));
	*value = text_trim(text_slice(line, at + 1, line.len));
	if (name->len >= 2 && name->at[0] == '"' && text_ends(*name, TEXT("\"")))
		*name = text_slice(*name, 1, name->len - 1);
	return at < line.len && name->len;
}

/* A folded or literal scalar, or a list over several lines: the indented lines that follow, as one. */
static struct ng_text take_indented(struct arena *arena, struct ng_text *rest)
{
	struct buf buf = buf_new(arena, SIZE_MAX);

	while (rest->len && (rest->at[0] == ' ' || rest->at[0] == '\t' || rest->at[0] == '\n')) {
		buf_put(&buf, text_trim(take_line(rest)));
		buf_byte(&buf, ' ');
	}
	return buf_text(&buf);
}

static bool opens_scalar(struct ng_text value)
{
	return value.len && value.len <= 2 && (value.at[0] == '>' || value.at[0] == '|');
}

/* An item of a list: a scalar, or a mapping whose "name" is meant ("- name: Jane Doe"). */
static void read_item(struct arena *arena, struct front_matter *front, const struct key *key, struct ng_text outer,
		      struct ng_text item)
{
	struct ng_text name, value;

	if (split_line(item, false, &name, &value)) {
		key = find_key(outer, name);
		item = value;
	}
	if (key)
		put_values(arena, front, key, item);
}

static void read_matter(struct arena *arena, struct ng_text matter, bool toml, struct front_matter *front)
{
	struct ng_text outer = TEXT(""), name, value;
	const struct key *key = NULL;

	while (matter.len) {
		struct ng_text line = take_line(&matter), words = text_trim(line);
		bool indented = line.len && (line.at[0] == ' ' || line.at[0] == '\t');
		if (!words.len || words.at[0] == '#')
			continue;
		if (toml && words.at[0] == '[')
			return; /* a table: what follows is its */
		if (text_starts(words, TEXT("- "))) {
			read_item(arena, front, key, outer, text_slice(words, 2, words.len));
			continue;
		}
		if (!split_line(words, toml, &name, &value))
			continue;
		if (!indented)
			outer = TEXT("");
		key = find_key(outer, name);
		if (!indented)
			outer = name;
		if (key && opens_scalar(value))
			put_value(arena, front, key, take_indented(arena, &matter));
		else if (key && text_starts(value, TEXT("[")) && text_find(value, TEXT("]"), 0) == value.len)
			put_values(arena, front, key,
				   arena_format(arena, "%.*s %.*s", TEXT_ARGS(value),
						TEXT_ARGS(take_indented(arena, &matter))));
		else if (key)
			put_values(arena, front, key, value);
	}
}

bool front_matter_read(struct arena *arena, struct ng_text *text, struct front_matter *front)
{
	struct ng_text matter;
	bool toml;

	*front = (struct front_matter){0};
	if (!cut_matter(text, &matter, &toml))
		return false;
	read_matter(arena, matter, toml, front);
	return true;
}
