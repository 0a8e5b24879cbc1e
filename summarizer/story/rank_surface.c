/*
 * In: rows and their documents. Out: terms seen on a sentence's face: quotation marks, a question mark, discourse words
 * (data/LANG/discourse.txt), numbers, capitals.
 */
#include "story/rank_terms.h"

static bool starts_with_any(struct ng_text text, const struct ng_text *marks, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (text_starts(text, marks[i]))
			return true;
	return false;
}

/* Marks that open or close a quotation anywhere, and those that only count at a sentence's start. */
static const struct ng_text quote_marks[] = {
    {"\"", 1},       {"\xe2\x80\x9c", 3}, {"\xe2\x80\x9d", 3}, {"\xe2\x80\x9e", 3},
    {"\xc2\xab", 2}, {"\xc2\xbb", 2},     {"''", 2},           {"``", 2},
};
static const struct ng_text opening_marks[] = {{"\xe2\x80\x98", 3}, {"'", 1}, {"`", 1}};

static void terms_of_text(struct ng_text text, double *terms)
{
	terms[RANK_OPENS_QUOTE] = starts_with_any(text, quote_marks, sizeof quote_marks / sizeof *quote_marks) ||
				  starts_with_any(text, opening_marks, sizeof opening_marks / sizeof *opening_marks);
	for (size_t i = 0; i < text.len; i++) {
		struct ng_text rest = text_slice(text, i, text.len);
		if (starts_with_any(rest, quote_marks, sizeof quote_marks / sizeof *quote_marks))
			terms[RANK_QUOTES] = 1;
		if (rest.at[0] == '?' || text_starts(rest, TEXT("\xef\xbc\x9f")))
			terms[RANK_QUESTION] = 1;
	}
}

static void terms_of_words(const struct word *words, size_t n, double *terms)
{
	uint32_t numbers = 0, capitals = 0;
	unsigned flags = 0;

	for (size_t i = 0; i < n; i++) {
		flags |= words[i].flags;
		numbers += (words[i].flags & WORD_NUMBER) != 0;
		capitals += i > 0 && words[i].flags & WORD_CAPITAL;
	}
	terms[RANK_LEANS] = n && words[0].flags & WORD_LEANS;
	terms[RANK_SAYS] = (flags & WORD_SAYS) != 0;
	terms[RANK_FIRST_PERSON] = (flags & WORD_FIRST_PERSON) != 0;
	terms[RANK_NUMBERS] = numbers < 3 ? numbers / 3. : 1;
	terms[RANK_CAPITALS] = n ? capitals / (double)n : 0;
}

void terms_surface(const struct rows *rows, const struct document *documents, struct ranked *at)
{
	for (size_t i = 0; i < rows->n; i++) {
		const struct document *document = &documents[rows->at[i].document];
		const struct sentence *sentence = &document->sentences[rows->at[i].sentence];
		terms_of_text(text_slice(document->article.text, sentence->start, sentence->end), at[i].terms);
		terms_of_words(document->words + sentence->first_word, sentence->n_words, at[i].terms);
	}
}
