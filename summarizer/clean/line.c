/*
 * In: a text. Out: its lines, trimmed, each with the news whether a blank line stands before it.
 * A text wrapped at a fixed column is known by greedy filling: nearly every line that another follows would have run
 * over the longest line's width had it taken the next line's first word too. Its paragraphs become one line each; a
 * bullet, a deeper indent, a blank line or a line with room to spare ends one. Columns are counted in code points.
 * Past LINE_LIMIT lines the rest is one line, so that a file of newlines and letters costs no more than its bytes.
 */
#include "clean/line.h"

#include <string.h>

#include "base/utf8.h"

enum { NARROWEST = 40, WIDEST = 100, LEAST_FULL = 4 };

void line_trim(struct ng_text text, uint32_t *start, uint32_t *end)
{
	uint32_t rune;

	while (*start < *end) {
		size_t n = utf8_decode(text, *start, &rune);
		if (!rune_is_space(rune))
			break;
		*start += (uint32_t)n;
	}
	while (*end > *start) {
		size_t before = utf8_before(text, *end, &rune);
		if (!rune_is_space(rune))
			break;
		*end = (uint32_t)before;
	}
}

static bool is_bullet(uint32_t rune)
{
	static const uint32_t bullets[] = {'*',    '-',    '+',    '>',    0xb7,   0x2013, 0x2014,
					   0x2022, 0x2023, 0x203a, 0x2043, 0x25a0, 0x25aa, 0x25b6,
					   0x25ba, 0x25b8, 0x25cf, 0x25e6, 0x27a4, 0x30fb};

	for (size_t i = 0; i < sizeof bullets / sizeof *bullets; i++)
		if (rune == bullets[i])
			return true;
	return false;
}

uint32_t line_bullet(struct ng_text text, uint32_t start, uint32_t end)
{
	uint32_t rune, at = start;

	if (start >= end)
		return 0;
	at += (uint32_t)utf8_decode(text, at, &rune);
	if (!is_bullet(rune))
		return 0;
	uint32_t after = at;
	while (at < end) {
		size_t n = utf8_decode(text, at, &rune);
		if (!rune_is_space(rune))
			break;
		at += (uint32_t)n;
	}
	return at > after || at == end ? at - start : 0;
}

static uint32_t columns(struct ng_text text, uint32_t start, uint32_t end)
{
	uint32_t n = 0;

	for (uint32_t i = start; i < end; i++)
		n += ((unsigned char)text.at[i] & 0xc0) != 0x80;
	return n;
}

static uint32_t first_word_end(struct ng_text text, const struct line *line)
{
	const char *blank = memchr(text.at + line->start, ' ', line->end - line->start);

	return blank ? (uint32_t)(blank - text.at) : line->end;
}

/* Columns between the start of the physical line and its first character. */
static uint32_t indent(struct ng_text text, uint32_t start)
{
	uint32_t at = start;

	while (at && text.at[at - 1] != '\n')
		at--;
	return columns(text, at, start);
}

static bool indented_more(struct ng_text text, const struct line *line, const struct line *next)
{
	uint32_t bullet = line_bullet(text, line->start, line->end);

	return indent(text, next->start) > indent(text, line->start) + columns(text, line->start, line->start + bullet);
}

/* The width the lines were wrapped at, if they were; 0: some of them are too long. */
static uint32_t wrap_width(struct ng_text text, const struct lines *lines)
{
	uint32_t width = 0;
	size_t longer = 0;

	for (size_t i = 0; i < lines->n; i++) {
		const struct line *line = &lines->at[i];
		if (first_word_end(text, line) == line->end)
			continue; /* a word longer than the width stands alone */
		uint32_t last = line->end - line->start > 4 * WIDEST
				    ? WIDEST + 1
				    : indent(text, line->start) + columns(text, line->start, line->end);
		if (last > WIDEST)
			longer++;
		else if (last > width)
			width = last;
	}
	return longer * 50 > lines->n || width < NARROWEST ? 0 : width;
}

/* True if the line has no room for the next one's first word. */
static bool is_full(struct ng_text text, const struct line *line, const struct line *next, uint32_t width)
{
	uint32_t bullet = line_bullet(text, next->start, next->end);

	if (next->gap || bullet || line->end - line->start > 4 * WIDEST)
		return false;
	return indent(text, line->start) + columns(text, line->start, line->end) + 1 +
		   columns(text, next->start, first_word_end(text, next)) >
	       width;
}

/* The width of a wrapped text; 0: it is none. */
static uint32_t wrapped_at(struct ng_text text, const struct lines *lines)
{
	uint32_t width = wrap_width(text, lines);
	size_t pairs = 0, full = 0, open = 0;

	if (!width)
		return 0;
	for (size_t i = 0; i + 1 < lines->n; i++) {
		const struct line *line = &lines->at[i], *next = line + 1;
		if (next->gap || line_bullet(text, next->start, next->end))
			continue;
		pairs++;
		if (is_full(text, line, next, width)) {
			full++;
			open += !strchr(".!?:\"", text.at[line->end - 1]);
		}
	}
	return full >= LEAST_FULL && full * 10 >= pairs * 7 && open * 2 > full ? width : 0;
}

bool lines_wrapped(struct ng_text text, const struct lines *lines)
{
	return wrapped_at(text, lines) > 0;
}

static void join_wrapped(struct ng_text text, struct lines *lines, uint32_t width)
{
	struct line last = lines->n ? lines->at[0] : (struct line){0};
	size_t n = lines->n > 0;

	for (size_t i = 1; i < lines->n; i++) {
		struct line *next = &lines->at[i], physical = *next;
		if (is_full(text, &last, next, width) && !indented_more(text, &last, next))
			lines->at[n - 1].end = next->end;
		else
			lines->at[n++] = *next;
		last = physical;
	}
	lines->n = n;
}

struct lines lines_find(struct arena *arena, struct ng_text text)
{
	struct lines lines = {0};
	bool gap = false;

	for (size_t at = 0; at < text.len;) {
		const char *newline = lines.n + 1 < LINE_LIMIT ? memchr(text.at + at, '\n', text.len - at) : NULL;
		size_t stop = newline ? (size_t)(newline - text.at) : text.len;
		uint32_t start = (uint32_t)at, end = (uint32_t)stop;
		line_trim(text, &start, &end);
		if (start < end) {
			*array_add(arena, &lines) = (struct line){start, end, gap};
			gap = false;
		} else {
			gap = true;
		}
		at = stop + 1;
	}
	uint32_t width = wrapped_at(text, &lines);
	if (width)
		join_wrapped(text, &lines, width);
	return lines;
}
