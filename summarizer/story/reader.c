/*
 * In: a sentence of a document. Out: whether it can be read alone. It leans when its first word is flagged or its first
 * words are a phrase of data/LANG/discourse.txt ("as a result", "the move"); an article's first sentence has nothing to
 * lean on. It is whole when it ends in a full stop of any script (neither colon nor dots that break off), before
 * closing marks, and has an even number of quotation marks. Pronouns inside a sentence and surnames without a first
 * name are not looked at.
 */
#include "story/reader.h"

#include "base/utf8.h"
#include "language/date_prose.h"

enum { PHRASE_WORDS = 3, PHRASE_BYTES = 256 };

/* Do words from `first` on open with a leaning phrase of `least` to three words? */
static bool opens_with_phrase(struct arena *scratch, const struct document *document, const struct sentence *sentence,
			      uint32_t first, uint32_t least)
{
	const struct word *words = document->words + sentence->first_word;
	struct buf phrase = buf_new(scratch, PHRASE_BYTES);

	for (uint32_t i = first; i < sentence->n_words && i < first + PHRASE_WORDS; i++) {
		struct ng_text word = text_slice(document->article.text, words[i].start, words[i].end);
		if (phrase.len + 2 * word.len + 1 > PHRASE_BYTES)
			return false;
		if (i > first)
			buf_byte(&phrase, ' ');
		utf8_lower(&phrase, word);
		const struct table_entry *entry = table_get(&document->language->discourse, buf_text(&phrase));
		if (entry && entry->value & WORD_LEANS && i + 1 >= first + least)
			return true;
	}
	return false;
}

bool reader_leans(struct arena *scratch, const struct document *document, const struct sentence *sentence)
{
	const struct word *words = document->words + sentence->first_word;
	struct arena_mark mark = arena_mark(scratch);

	if (sentence == document->sentences || !sentence->n_words)
		return false;
	bool leans = words[0].flags & WORD_LEANS || opens_with_phrase(scratch, document, sentence, 0, 1);
	if (!leans && words[0].flags & WORD_STOP) /* "under the new one" */
		leans = opens_with_phrase(scratch, document, sentence, 1, PHRASE_WORDS);
	arena_reset(scratch, mark);
	return leans;
}

bool reader_surname_alone(const struct document *document, const struct sentence *sentence)
{
	const struct word *words = document->words + sentence->first_word;

	if (sentence->n_words < 2 || !(words[0].flags & WORD_COURTESY) || !(words[1].flags & WORD_CAPITAL))
		return false;
	bool forename = sentence->n_words > 2 && words[2].flags & WORD_CAPITAL && words[2].start == words[1].end + 1;
	return !forename;
}

bool reader_quotation_mark(uint32_t rune)
{
	return rune == '"' || (rune >= 0x201c && rune <= 0x201f) || rune == 0xab || rune == 0xbb ||
	       (rune >= 0x300c && rune <= 0x300f);
}

static bool is_full_stop(uint32_t rune)
{
	static const uint32_t stops[] = {'.', '!', '?', 0x3002, 0xff01, 0xff1f, 0xff0e, 0x061f, 0x06d4, 0x0964, 0x0589};

	for (size_t i = 0; i < sizeof stops / sizeof *stops; i++)
		if (rune == stops[i])
			return true;
	return false;
}

static bool is_closing(uint32_t rune)
{
	return reader_quotation_mark(rune) || rune == '\'' || rune == 0x2018 || rune == 0x2019 || rune == ')' ||
	       rune == ']' || rune_is_space(rune);
}

bool reader_half_quoted(const struct document *document, const struct sentence *sentence)
{
	bool odd = false;
	uint32_t rune;

	for (size_t at = sentence->start; at < sentence->end;) {
		at += utf8_decode(document->article.text, at, &rune);
		odd ^= reader_quotation_mark(rune);
	}
	return odd;
}

bool reader_has_verb(const struct document *document, const struct sentence *sentence)
{
	const struct date_tables *tables = document->language->dates;

	return !tables || date_verb_in(tables, text_slice(document->article.text, sentence->start, sentence->end));
}

bool reader_ends(const struct document *document, const struct sentence *sentence)
{
	size_t end = sentence->end;
	uint32_t rune = 0;

	while (end > sentence->start) {
		end = utf8_before(document->article.text, end, &rune);
		if (!is_closing(rune))
			break;
	}
	bool breaks_off = rune == '.' && end > sentence->start && document->article.text.at[end - 1] == '.';
	return is_full_stop(rune) && !breaks_off;
}

/* A dash with white space after it; `--` too. Returns where the text goes on; 0: no such dash stands at `at`. */
static size_t after_dash(struct ng_text text, size_t at)
{
	uint32_t rune, next;
	size_t end = at + utf8_decode(text, at, &rune);

	if (rune == '-' && end < text.len && text.at[end] == '-')
		end++;
	else if (rune != 0x2013 && rune != 0x2014 && !(rune == '-' && at > 0 && text.at[at - 1] == ' '))
		return 0;
	if (end == text.len)
		return 0;
	size_t length = utf8_decode(text, end, &next);
	if (!rune_is_space(next))
		return 0;
	while (end < text.len && rune_is_space(next)) {
		end += length;
		length = end < text.len ? utf8_decode(text, end, &next) : 0;
	}
	return end;
}

/* Words of a dateline: names, days, an agency. A month or "de" may be in lower case, nothing else. */
struct dateline_words {
	size_t n, small, shouted;
	bool agency; /* in brackets, last */
};

static void look_at_word(struct ng_text word, struct dateline_words *words)
{
	bool bracketed = word.at[0] == '(', upper = true, letter = false;
	uint32_t rune, first = 0;

	for (size_t at = 0; at < word.len;) {
		at += utf8_decode(word, at, &rune);
		if (!rune_is_word(rune))
			continue;
		if (!first)
			first = rune;
		letter |= rune_class(rune) == RUNE_UPPER || rune_class(rune) == RUNE_LOWER;
		upper &= rune_class(rune) != RUNE_LOWER;
	}
	words->n++;
	words->small += rune_class(first) == RUNE_LOWER && !bracketed;
	words->shouted += letter && upper && word.len > 2;
	words->agency = bracketed || (words->agency && word.at[word.len - 1] == ')');
}

uint32_t reader_start(const struct document *document, const struct sentence *sentence)
{
	enum { LONGEST = 90, MOST_WORDS = 10 };
	struct ng_text text = text_slice(document->article.text, sentence->start, sentence->end), head, word;
	struct dateline_words words = {0};
	uint32_t rune;
	size_t dash = 0, end = 0;

	while (dash < text.len && dash < LONGEST && !(end = after_dash(text, dash)))
		dash++;
	head = text_trim(text_slice(text, 0, dash));
	if (!end || end == text.len || !head.len)
		return sentence->start;
	utf8_decode(text, end, &rune);
	if (rune_class(rune) == RUNE_LOWER) /* "NATO - slow to act - met." */
		return sentence->start;
	bool shouts = false;
	while (text_cut(&head, ' ', &word)) {
		if (!word.len)
			continue;
		look_at_word(word, &words);
		if (words.n == 1)
			shouts = words.shouted == 1;
	}
	bool dateline =
	    words.n <= MOST_WORDS && words.small <= 1 && (words.agency || (shouts && words.n - words.shouted <= 4));
	return dateline ? sentence->start + (uint32_t)end : sentence->start;
}
