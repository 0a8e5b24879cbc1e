/*
 * What ends a sentence without a stop: blank lines, line feeds where the text is not hard-wrapped, bullets, numbered
 * lists inside a line, drawn lines, emoticons, a semicolon before a new sentence.
 */
#include "language/sentence_pass.h"

/* Bytes: a line this short is no hard-wrapped one; one this long is not either. */
enum { SHORT_LINE = 45, LONG_LINE = 120, LINE_LOOK = 200 };

static bool is_blank(struct ng_text text, size_t at)
{
	return at < text.len && (text.at[at] == ' ' || text.at[at] == '\t');
}

static size_t line_length(struct ng_text text, size_t at)
{
	size_t length = 0;

	while (length < at && length < LINE_LOOK && text.at[at - length - 1] != '\n')
		length++;
	return length;
}

static bool long_line_follows(struct ng_text text, size_t at)
{
	return text.len - at > LONG_LINE && !memchr(text.at + at, '\n', LONG_LINE);
}

static bool line_ends_sentence(const struct sentence_pass *pass, size_t at, size_t next)
{
	size_t len, before;
	uint32_t rune = sentence_rune(pass->text, next, &len);
	uint32_t last = sentence_rune_before(pass->text, at, 0, &before);
	enum rune_class class = sentence_class(rune);
	size_t length = line_length(pass->text, at);

	if (mark_of(rune) & MARK_BULLET)
		return true;
	if ((rune == '*' || mark_of(rune) & MARK_DASH) && is_blank(pass->text, next + len))
		return true;
	if (length < SHORT_LINE && (class == RUNE_UPPER || class == RUNE_DIGIT || mark_of(rune) & MARK_OPEN) &&
	    last != ',' && last != ';' && last != ':' && !(mark_of(last) & MARK_DASH))
		return true;
	return class != RUNE_LOWER && (length > LONG_LINE || long_line_follows(pass->text, next));
}

size_t sentence_line_feed(struct sentence_pass *pass, size_t at)
{
	unsigned lines;
	size_t next = sentence_skip(pass->text, at, &lines);

	if (lines >= 2 || (next < pass->text.len && at > pass->start && line_ends_sentence(pass, at, next)))
		sentence_paragraph(pass, at);
	return next;
}

void sentence_bullet(struct sentence_pass *pass, size_t at)
{
	size_t before;

	if (at == pass->start)
		pass->list.close = '*';
	else if (pass->list.close == '*' && rune_is_space(sentence_rune_before(pass->text, at, pass->start, &before)))
		sentence_end(pass, at);
}

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool is_lower(char c)
{
	return c >= 'a' && c <= 'z';
}

/* The token that ends at `end`: one to three digits, or one letter. */
static bool read_marker(const struct sentence_pass *pass, size_t end, size_t *start, struct list_marker *marker)
{
	const char *text = pass->text.at;
	size_t at = end;

	while (at > pass->start && end - at < 4 && (is_digit(text[at - 1]) || is_lower(text[at - 1])))
		at--;
	*start = at;
	if (at == end || end - at > 3)
		return false;
	marker->digits = is_digit(text[at]);
	if (!marker->digits) {
		marker->number = (unsigned)(text[at] - 'a' + 1);
		return end - at == 1;
	}
	for (marker->number = 0; at < end; at++) {
		if (!is_digit(text[at]))
			return false;
		marker->number = marker->number * 10 + (unsigned)(text[at] - '0');
	}
	return true;
}

static bool same_list(const struct list_marker *list, const struct list_marker *marker)
{
	return list->close == marker->close && list->digits == marker->digits && list->number == marker->number;
}

/* Only a bullet stands before it in its sentence. */
static bool heads_sentence(const struct sentence_pass *pass, size_t start)
{
	size_t len;
	unsigned lines;

	if (start == pass->start)
		return true;
	if (pass->list.close != '*' || start - pass->start >= 12)
		return false;
	uint32_t rune = sentence_rune(pass->text, pass->start, &len);
	return mark_of(rune) & MARK_BULLET && sentence_skip(pass->text, pass->start + len, &lines) == start;
}

static bool begins_list(struct sentence_pass *pass, const struct list_marker *marker, enum rune_class next)
{
	bool dot = marker->close == '.';

	if (!marker->digits && dot && marker->number != 1 && !same_list(&pass->list, marker))
		return false;
	if (dot && next == RUNE_LOWER)
		return false;
	if (pass->list.close != '*') {
		pass->list = *marker;
		pass->list.number++;
	}
	return true;
}

/* "2.)" is decided at its bracket. */
static bool dot_of_bracket(const struct sentence_pass *pass, size_t at)
{
	size_t start = at, before;

	while (start > pass->start && at - start < 4 && is_digit(pass->text.at[start - 1]))
		start--;
	if (start == at || !is_blank(pass->text, at + 2))
		return false;
	return start == pass->start ||
	       (rune_is_space(sentence_rune_before(pass->text, start, 0, &before)) && pass->list.close == ']');
}

bool sentence_list_item(struct sentence_pass *pass, size_t at)
{
	struct ng_text text = pass->text;
	struct list_marker marker = {.close = text.at[at]};
	size_t start, end = at, len, before;
	unsigned lines;

	if (text.at[at] == '.' && at + 1 < text.len && text.at[at + 1] == ')')
		return dot_of_bracket(pass, at);
	if (text.at[at] == ')' && end > pass->start && text.at[end - 1] == '.') {
		end--;
		marker.close = ']';
	}
	if (!read_marker(pass, end, &start, &marker))
		return false;
	size_t next = sentence_skip(text, at + 1, &lines);
	if (next == at + 1 || next >= text.len || lines > 1 || text.at[at + 1] == '\n')
		return false;
	enum rune_class class = sentence_class(sentence_rune(text, next, &len));
	if (heads_sentence(pass, start))
		return begins_list(pass, &marker, class);
	if (!same_list(&pass->list, &marker) || !rune_is_space(sentence_rune_before(text, start, 0, &before)) ||
	    (class != RUNE_UPPER && class != RUNE_LETTER && class != RUNE_DIGIT))
		return false;
	sentence_end(pass, start);
	pass->list.number++;
	return true;
}

static bool white(struct ng_text text, size_t at)
{
	return at < text.len && (text.at[at] == ' ' || (text.at[at] >= '\t' && text.at[at] <= '\r'));
}

size_t sentence_emoticon(struct sentence_pass *pass, size_t at)
{
	struct ng_text text = pass->text;
	size_t end = at + 1, face, len;
	unsigned lines;

	end += end < text.len && text.at[end] == '-';
	for (face = end; end < text.len && end - face < WORD_BYTES && strchr("()DP", text.at[end]) && text.at[end];)
		end++;
	if (end == face || !white(text, end))
		return at + 1;
	size_t next = sentence_skip(text, end, &lines);
	if (sentence_class(sentence_rune(text, next, &len)) == RUNE_UPPER)
		sentence_end(pass, end);
	return end;
}

size_t sentence_rule(struct sentence_pass *pass, size_t at)
{
	struct ng_text text = pass->text;
	char drawn = text.at[at];
	size_t end = at, before;

	if (at > 0 && !rune_is_space(sentence_rune_before(text, at, 0, &before)))
		return at + 1;
	while (end < text.len && text.at[end] == drawn)
		end++;
	if (end - at < (drawn == '-' ? 5 : 3) || !white(text, end))
		return end;
	if (drawn == '_' && end - at < 5 && at > pass->start) /* "my name is ___ ." is a blank to fill in */
		return end;
	sentence_end(pass, at);
	sentence_end(pass, end);
	return end;
}

bool sentence_semicolon(const struct sentence_pass *pass, size_t at)
{
	struct ng_text text = pass->text;
	struct sentence_word word;
	size_t len, before;
	unsigned lines;
	size_t next = sentence_skip(text, at + 1, &lines);

	if (mark_of(sentence_rune_before(text, at, pass->start, &before)) & MARK_CLOSE)
		return false;
	if (pass->open[OPEN_ROUND].at != NOT_OPEN || next == at + 1 || next >= text.len || lines > 1)
		return false;
	if (sentence_class(sentence_rune(text, next, &len)) != RUNE_UPPER)
		return false;
	sentence_word_of(pass->tables, text, next, sentence_word_end(text, next), &word);
	return word.runes > 1 && word.end < text.len && text.at[word.end] == ' ' &&
	       word.any_sections & (IN_STARTERS | IN_STOP_WORDS) && !(word.sections & IN_ALWAYS);
}
