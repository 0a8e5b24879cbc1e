/*
 * Escaping for CommonMark. In: foreign text. Out: inline Markdown of one line that renders as exactly that text, as a
 * paragraph, a heading, a list item or the text of a link (CommonMark 0.30; tables and strikethrough of GFM too).
 * Backslashes are spent only where a character would mean something there, so that the Markdown stays readable.
 * '{' becomes an entity: Hugo and Jekyll look for "{{" and "{%" before any Markdown reader does.
 */
#include "base/escape.h"

#include "base/utf8.h"

/* The longest entity name of HTML 5 has 31 letters; "&#x10ffff;" is shorter. */
enum { LONGEST_ENTITY = 32 };

static bool is_alphanumeric(char c)
{
	return (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
}

/* Could the '&' at `at` start an entity, perhaps together with what is written after the text? */
static bool starts_entity(struct ng_text text, size_t at)
{
	size_t i = at + 1, longest = at + 1 + LONGEST_ENTITY;

	if (i < text.len && text.at[i] == '#')
		i++;
	while (i < text.len && i < longest && is_alphanumeric(text.at[i]))
		i++;
	return i == text.len || text.at[i] == ';';
}

/* The '.' or ')' of "12." at the start of the text, which would make a list; text.len if there is none. */
static size_t list_mark(struct ng_text text)
{
	size_t i = 0;

	while (i < text.len && text.at[i] >= '0' && text.at[i] <= '9')
		i++;
	return i > 0 && i < text.len && (text.at[i] == '.' || text.at[i] == ')') ? i : text.len;
}

static bool means_something(struct ng_text text, size_t at, size_t mark)
{
	switch (text.at[at]) {
	case '\\':
	case '`':
	case '*':
	case '_':
	case '[':
	case ']':
	case '<':
	case '~':
	case '|':
		return true;
	case '&':
		return starts_entity(text, at);
	case '#': /* also what closes a heading */
		return at == 0 || at + 1 == text.len;
	case '+':
	case '-':
	case '=':
	case '>':
	case ':':
		return at == 0;
	case '!': /* the text may stand before a link */
		return at + 1 == text.len;
	default:
		return at == mark;
	}
}

/* The text on one line, without what must show nowhere. */
static struct ng_text one_line(struct buf *buf, struct ng_text text)
{
	struct buf line = buf_new(buf->arena, SIZE_MAX);

	escape_terminal(&line, text);
	return buf_text(&line);
}

void escape_markdown(struct buf *buf, struct ng_text text)
{
	text = one_line(buf, text);
	size_t run = 0, mark = list_mark(text);

	for (size_t at = 0; at < text.len; at++) {
		bool edge = text.at[at] == ' ' && (at == 0 || at + 1 == text.len);
		if (edge || text.at[at] == '{') {
			buf_put(buf, text_slice(text, run, at));
			buf_puts(buf, edge ? "&#32;" : "&#123;");
			run = at + 1;
		} else if (means_something(text, at, mark)) {
			buf_put(buf, text_slice(text, run, at));
			buf_byte(buf, '\\');
			run = at;
		}
	}
	buf_put(buf, text_slice(text, run, text.len));
}
