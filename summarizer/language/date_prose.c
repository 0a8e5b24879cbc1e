/*
 * In: a sentence or a place in a text, and a language's words of time. Out: whether a word in lower case is a verb of
 * the cues of tense (was, will, can, fell) or ends as past ones do (closed); whether "between" stands before a day. No
 * parser: an unknown verb of the present is missed, so the answer serves to prefer one sentence to another and for
 * nothing more.
 */
#include "language/date_prose.h"

#include "language/date_tables.h"

static const uint64_t tenses = CLASS_BIT(IS_PAST) | CLASS_BIT(IS_FUTURE) | CLASS_BIT(IS_BE) | CLASS_BIT(IS_MODAL);

enum { WORD_BYTES_MAX = 16 };

static bool inner(char byte)
{
	return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || (byte & 0x80) || byte == '\'';
}

static bool ends_as_past(const struct date_tables *tables, struct ng_text word)
{
	struct ng_text endings = tables->past_endings, one;

	if (!word.len || (word.at[0] >= 'A' && word.at[0] <= 'Z')) /* "Reed" */
		return false;
	while (text_cut(&endings, ' ', &one))
		if (one.len > 0 && word.len > one.len + 1 && text_ends(word, one))
			return true;
	return false;
}

bool date_verb_in(const struct date_tables *tables, struct ng_text sentence)
{
	if (tables->patterns == 0 || tables->past_endings.len == 0)
		return true;
	for (size_t at = 0; at < sentence.len;) {
		size_t start = at;
		while (at < sentence.len && inner(sentence.at[at]))
			at++;
		struct ng_text word = text_slice(sentence, start, at);
		const struct date_word *known = word.len > 0 ? date_word_find(tables, word) : NULL;
		if (known != NULL ? (known->classes & tenses) != 0 : ends_as_past(tables, word))
			return true;
		at += word.len == 0;
	}
	return false;
}

bool date_span_opens(const struct date_tables *tables, struct ng_text text, uint32_t at)
{
	size_t end = at, start;

	while (end > 0 && text.at[end - 1] == ' ')
		end--;
	for (start = end; start > 0 && inner(text.at[start - 1]) && end - start < WORD_BYTES_MAX;)
		start--;
	struct ng_text word = text_slice(text, start, end);
	const struct date_word *known = word.len > 0 ? date_word_find(tables, word) : NULL;
	return known != NULL && (known->classes & CLASS_BIT(IS_BETWEEN));
}
