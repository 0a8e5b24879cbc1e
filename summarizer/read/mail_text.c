/*
 * Plain text of mails. In: lines as mailers cut them. Out: paragraphs on one line each. format=flowed says where a
 * line goes on (RFC 3676, 4.1); else a line was wrapped when the next word would have passed the text's own width.
 * Refuses to touch: quoted lines, lists, tables, and texts whose lines end short of one common width.
 */
#include "read/mail_text.h"

#include "base/buf.h"
#include "base/utf8.h"

#include <string.h>

static struct ng_text without_newline(struct ng_text line)
{
	return line.len && line.at[line.len - 1] == '\r' ? text_slice(line, 0, line.len - 1) : line;
}

static size_t quote_depth(struct ng_text line)
{
	size_t n = 0;

	while (n < line.len && line.at[n] == '>')
		n++;
	return n;
}

struct ng_text mail_text_unflow(struct arena *arena, struct ng_text text, bool delete_space)
{
	struct buf buf = buf_new(arena, SIZE_MAX);
	struct ng_text line;
	size_t depth = 0;
	bool goes_on = false;

	while (text_cut(&text, '\n', &line)) {
		line = without_newline(line);
		size_t quoted = quote_depth(line);
		struct ng_text words = text_slice(line, quoted, line.len);
		if (text_starts(words, TEXT(" ")))
			words = text_slice(words, 1, words.len); /* stuffed */
		if (buf.len && !(goes_on && quoted == depth))
			buf_byte(&buf, '\n');
		if (quoted && !(goes_on && quoted == depth))
			buf_puts(&buf, "> ");
		goes_on = text_ends(words, TEXT(" ")) && !text_equal(words, TEXT("-- "));
		buf_put(&buf, goes_on && delete_space ? text_slice(words, 0, words.len - 1) : words);
		depth = quoted;
	}
	return buf_text(&buf);
}

/* A line of running words: begins with no mark of a quotation, list, table or rule. */
static bool is_running(struct ng_text line)
{
	return line.len && !strchr("> \t*-+|=#_.0123456789", line.at[0]) && text_find(line, TEXT("   "), 0) == line.len;
}

/* The width of the widest running line when enough lines come near it; 0: the text is not wrapped. */
static size_t wrapped_width(struct ng_text text)
{
	enum { NARROWEST = 50, WIDEST = 100, FEWEST = 4 };
	size_t counts[WIDEST + 1] = {0}, lines = 0, near = 0, width = WIDEST;
	struct ng_text line;

	while (text_cut(&text, '\n', &line)) {
		line = without_newline(line);
		size_t columns = utf8_width(text_slice(line, 0, 4 * WIDEST + 4));
		if (columns > WIDEST)
			return 0;
		counts[columns]++;
		lines += columns > 0;
	}
	while (width > NARROWEST && !counts[width])
		width--;
	for (size_t i = width - 12; i <= width; i++)
		near += counts[i];
	return width > NARROWEST && near >= FEWEST && near * 2 >= lines ? width : 0;
}

struct ng_text mail_text_unwrap(struct arena *arena, struct ng_text text)
{
	size_t width = wrapped_width(text);
	struct buf buf = buf_new(arena, SIZE_MAX);
	struct ng_text line, before = TEXT("");

	if (!width)
		return text;
	while (text_cut(&text, '\n', &line)) {
		line = without_newline(line);
		size_t word = text_find(line, TEXT(" "), 0);
		bool joins = is_running(line) && before.len && quote_depth(before) == 0 &&
			     utf8_width(before) + 1 + utf8_width(text_slice(line, 0, word)) > width;
		if (buf.len)
			buf_byte(&buf, joins ? ' ' : '\n');
		buf_put(&buf, line);
		before = line;
	}
	return buf_text(&buf);
}
