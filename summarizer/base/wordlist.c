/*
 * Data files. In: the bytes of one. Out: its entries with section, value and line, in order.
 * White space around entries and values does not count; a byte order mark and CR LF are taken too.
 * Refuses: invalid UTF-8, a section head that does not close.
 */
#include "base/wordlist.h"

#include "base/utf8.h"

static bool next_word(struct ng_text *rest, struct ng_text *word)
{
	*rest = text_trim(*rest);
	size_t end = 0;
	while (end < rest->len && rest->at[end] != ' ')
		end++;
	*word = text_slice(*rest, 0, end);
	*rest = text_slice(*rest, end, rest->len);
	return end > 0;
}

static void add_line(struct arena *arena, struct wordlist *list, struct wordlist_entry line, enum wordlist_split split)
{
	struct ng_text words = line.entry;

	if (split == WORDLIST_LINES)
		*array_add(arena, list) = line;
	else
		while (next_word(&words, &line.entry))
			*array_add(arena, list) = line;
}

struct wordlist wordlist_read(struct arena *arena, struct ng_text bytes, const char *name, enum wordlist_split split)
{
	struct wordlist list = {0};
	struct ng_text section = TEXT(""), text;

	if (text_starts(bytes, TEXT("\xef\xbb\xbf")))
		bytes = text_slice(bytes, 3, bytes.len);
	for (unsigned long number = 1; text_cut(&bytes, '\n', &text); number++) {
		if (!utf8_valid(text))
			arena_fail(arena, NG_CONFIG, text_of(name), number, "is not UTF-8");
		text = text_trim(text);
		if (!text.len || text.at[0] == '#')
			continue;
		if (text.at[0] == '[') {
			if (text.at[text.len - 1] != ']')
				arena_fail(arena, NG_CONFIG, text_of(name), number, "the section head lacks its ']'");
			section = text_trim(text_slice(text, 1, text.len - 1));
			continue;
		}
		struct wordlist_entry line = {.section = section, .line = number};
		size_t tab = text_find(text, TEXT("\t"), 0);
		line.entry = text_trim(text_slice(text, 0, tab));
		line.value = text_trim(text_slice(text, tab + 1, text.len));
		add_line(arena, &list, line, split);
	}
	return list;
}
