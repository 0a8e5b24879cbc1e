/*
 * Style sheets. In: CSS as people write it. Out: the same rules in fewer bytes, for pages that hold their style inside.
 * Method: tokens enough to know comments and strings (CSS Syntax Level 3, 4.3); white space becomes one blank, none
 * beside braces, semicolons and commas and after colons. (A blank before a colon can mean a descendant.)
 */
#include "render/css.h"

#include <string.h>

static bool is_space(char c)
{
	return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
}

/* Where the string or comment that starts at `at` ends; `at` if none does. One that does not end runs to the end. */
static size_t end_of_whole(struct ng_text sheet, size_t at)
{
	char quote = sheet.at[at];

	if (quote == '/' && at + 1 < sheet.len && sheet.at[at + 1] == '*') {
		size_t end = text_find(sheet, TEXT("*/"), at + 2);
		return end < sheet.len ? end + 2 : end;
	}
	if (quote != '"' && quote != '\'')
		return at;
	size_t end = at + 1;
	while (end < sheet.len && sheet.at[end] != quote)
		end += sheet.at[end] == '\\' && end + 1 < sheet.len ? 2 : 1;
	return end < sheet.len ? end + 1 : sheet.len;
}

static bool needs_no_blank_after(const struct buf *out, size_t start)
{
	return out->len == start || strchr("{};,:", out->at[out->len - 1]);
}

void css_squeeze(struct buf *out, struct ng_text sheet)
{
	size_t start = out->len, at = 0;
	bool blank = false;

	while (at < sheet.len) {
		size_t end = end_of_whole(sheet, at);
		char c = sheet.at[at];
		if (is_space(c) || (end > at && c == '/')) {
			blank = true;
			at = end > at ? end : at + 1;
			continue;
		}
		if (blank && !needs_no_blank_after(out, start) && !strchr("{};,", c))
			buf_byte(out, ' ');
		if (c == '}' && out->len > start && out->at[out->len - 1] == ';')
			buf_cut(out, out->len - 1);
		blank = false;
		if (end == at)
			end++;
		buf_put(out, text_slice(sheet, at, end));
		at = end;
	}
}
