/* Wrapping of plain text. In: lines as a template wrote them. Out: lines of 72 columns. Counts code points that are no
 * marks. */
#include "render/mail_wrap.h"

#include "base/utf8.h"

/* "  [1] text", "  - text", "  1. text": where the text starts, which is where its next lines start too. */
static size_t hang_of(struct ng_text line)
{
	size_t blanks = 0;

	while (blanks < line.len && line.at[blanks] == ' ')
		blanks++;
	size_t mark = blanks;
	while (mark < line.len && line.at[mark] != ' ')
		mark++;
	if (blanks == 0 || mark >= line.len)
		return blanks;
	char last = line.at[mark - 1];
	bool is_mark = mark - blanks <= 4 && (last == ']' || last == '.' || last == '-');
	return is_mark ? mark + 1 : blanks;
}

static void put_blanks(struct buf *out, size_t n)
{
	while (n-- > 0)
		buf_byte(out, ' ');
}

static void wrap_line(struct buf *out, struct ng_text line, size_t width)
{
	size_t hang = hang_of(line), column = hang;
	struct ng_text rest = text_slice(line, hang, line.len), word;
	bool first = true;

	buf_put(out, text_slice(line, 0, hang));
	while (text_cut(&rest, ' ', &word)) {
		size_t wide = utf8_width(word);
		if (!word.len)
			continue;
		if (!first && column + 1 + wide > width) {
			buf_byte(out, '\n');
			put_blanks(out, hang);
			column = hang;
		} else if (!first) {
			buf_byte(out, ' ');
			column++;
		}
		buf_put(out, word);
		column += wide;
		first = false;
	}
	buf_byte(out, '\n');
}

void mail_wrap(struct buf *out, struct ng_text text, size_t width)
{
	struct ng_text line;
	size_t blank = 1;

	while (text.len && text_cut(&text, '\n', &line)) {
		bool empty = !text_trim(line).len;
		if (!empty)
			wrap_line(out, line, width);
		else if (!blank)
			buf_byte(out, '\n');
		blank = empty;
	}
}
