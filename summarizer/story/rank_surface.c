/*
 * In: rows and their documents. Out: terms seen on a sentence's face: quotation marks, a question mark, discourse words
 * (data/LANG/discourse.txt), numbers, capitals.
 */
#include "story/rank_terms.h"

#include "base/utf8.h"
#include "story/reader.h"

/* Quotation marks count anywhere, single ones at the start only; '' and `` are typewriters' marks. */
static void terms_of_text(struct ng_text text, double *terms)
{
	uint32_t rune = 0, before = 0;

	for (size_t at = 0; at < text.len; before = rune) {
		bool start = at == 0;
		at += utf8_decode(text, at, &rune);
		if (reader_quotation_mark(rune) || (rune == before && (rune == '\'' || rune == '`')))
			terms[RANK_QUOTES] = 1;
		if (start && (reader_quotation_mark(rune) || rune == '\'' || rune == '`' || rune == 0x2018))
			terms[RANK_OPENS_QUOTE] = 1;
		if (rune == '?' || rune == 0xff1f || rune == 0x061f)
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
