/*
 * Bounds for cmark 0.30. In: Markdown. Out: Markdown that it parses in time linear in the text: what is quadratic in
 * it is so in the length of one paragraph and in the depth of the containers, so both are bounded. Depth is counted
 * from the markers and the indentation a line starts with. Refuses, by name: more bytes or more depth than the limits.
 */
#include "read/markdown_bound.h"

#include "base/buf.h"

enum { MOST_BYTES = 1 << 20, MOST_DEPTH = 32, LONGEST_PARAGRAPH = 8192, PIECE = 65536 };

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* The length of the list or quote marker at `at`, which a blank or the end of the line follows; 0: none. */
static size_t marker_length(struct ng_text line, size_t at)
{
	size_t end = at;

	if (line.at[at] == '>')
		return 1;
	while (end < line.len && end - at < 9 && is_digit(line.at[end]))
		end++;
	bool ordered = end > at && end < line.len && (line.at[end] == '.' || line.at[end] == ')');
	bool bullet = line.at[at] == '-' || line.at[at] == '+' || line.at[at] == '*';
	if (!ordered && !bullet)
		return 0;
	end++;
	return end == line.len || line.at[end] == ' ' || line.at[end] == '\t' ? end - at : 0;
}

/* Containers a line can be in: its markers, and for a line with one the lists its indentation leads into. */
static size_t depth_of(struct ng_text line)
{
	size_t markers = 0, columns = 0;

	for (size_t at = 0; at < line.len;) {
		if (line.at[at] == ' ' || line.at[at] == '\t') {
			columns += line.at[at++] == '\t' ? 4 : 1;
			continue;
		}
		size_t length = marker_length(line, at);
		if (!length)
			break;
		markers++;
		at += length;
	}
	return markers ? markers + columns / 2 : 0;
}

/* A place to part a line that is too long: behind a blank if there is one. */
static size_t part_at(struct ng_text line, size_t room)
{
	size_t at = room;

	while (at > room / 2 && line.at[at - 1] != ' ')
		at--;
	if (at > room / 2)
		return at;
	for (at = room; at > 0 && ((unsigned char)line.at[at] & 0xc0) == 0x80; at--)
		;
	return at;
}

struct ng_text markdown_bound(struct arena *arena, struct ng_text text, size_t depth)
{
	struct buf buf = buf_new(arena, SIZE_MAX);
	struct ng_text line;
	size_t paragraph = 0, most = depth < MOST_DEPTH ? depth : MOST_DEPTH;

	if (text.len > MOST_BYTES)
		arena_fail(arena, NG_BAD_INPUT, TEXT(""), 0, "Markdown of more bytes than the limit of %d", MOST_BYTES);
	while (text_cut(&text, '\n', &line)) {
		if (depth_of(line) > most)
			arena_fail(arena, NG_BAD_INPUT, TEXT(""), 0, "Markdown is nested deeper than the limit of %zu",
				   most);
		if (!text_trim(line).len)
			paragraph = 0;
		while (paragraph + line.len > LONGEST_PARAGRAPH) {
			size_t part = paragraph ? 0 : part_at(line, LONGEST_PARAGRAPH);
			buf_put(&buf, text_slice(line, 0, part));
			buf_puts(&buf, "\n\n");
			line = text_slice(line, part, line.len);
			paragraph = 0;
		}
		buf_put(&buf, line);
		buf_byte(&buf, '\n');
		paragraph += line.len + 1;
	}
	return buf_text(&buf);
}

static bool is_fence(struct ng_text line)
{
	struct ng_text words = text_trim(line);

	return text_starts(words, TEXT("```")) || text_starts(words, TEXT("~~~"));
}

/* A line at the margin that is neither a list's, a quotation's nor markup's. */
static bool begins_paragraph(struct ng_text line)
{
	char c = line.len ? (char)(line.at[0] | 0x20) : '\0';

	return (c >= 'a' && c <= 'z') || c == '#' || (unsigned char)c >= 0x80;
}

/* Past twice the size any blank line will do. */
size_t markdown_piece_end(struct ng_text text, size_t at)
{
	struct ng_text rest = text_slice(text, at, text.len), line;
	bool after_blank = false, in_code = false;

	while (rest.len) {
		size_t here = (size_t)(rest.at - text.at);
		text_cut(&rest, '\n', &line);
		bool at_margin = !in_code && begins_paragraph(line);
		if (after_blank && here - at >= PIECE && (at_margin || here - at >= 2 * PIECE))
			return here;
		in_code = in_code != is_fence(line);
		after_blank = !text_trim(line).len;
	}
	return text.len;
}
