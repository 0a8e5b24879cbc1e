/*
 * Which language is this? In: a text, its first 4 KiB. Out: the language whose stop words it holds most of; "und"
 * without evidence.
 */
#include "language/language_tables.h"

#include "base/utf8.h"

enum { LOOK = 4096, WORD_BYTES = 48 };

static size_t count_stop_words(struct arena *arena, const struct language *language, struct ng_text text)
{
	(void)arena;
	size_t hits = 0;

	for (size_t at = 0, start = 0; at <= text.len; at++) {
		bool inside = at < text.len && ((unsigned char)text.at[at] >= 0x80 || (text.at[at] | 0x20) >= 'a') &&
			      text.at[at] != '{' && text.at[at] != '}';
		if (inside)
			continue;
		char lower[WORD_BYTES];
		size_t len = at - start;
		if (len > 0 && len <= WORD_BYTES) {
			for (size_t i = 0; i < len; i++)
				lower[i] = text.at[start + i] >= 'A' && text.at[start + i] <= 'Z'
					       ? (char)(text.at[start + i] | 0x20)
					       : text.at[start + i];
			hits += table_get(&language->stop, (struct ng_text){lower, len}) != NULL;
		}
		start = at + 1;
	}
	return hits;
}

const struct language *language_identify(const struct languages *languages, struct ng_text text)
{
	const struct language *best = &languages->at[0];
	size_t most = 1;

	text = text_slice(text, 0, LOOK);
	for (size_t i = 1; i < languages->n; i++) {
		size_t hits = count_stop_words(NULL, &languages->at[i], text);
		if (hits > most) {
			most = hits;
			best = &languages->at[i];
		}
	}
	return best;
}
