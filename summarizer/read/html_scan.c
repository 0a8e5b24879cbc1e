/*
 * Blocks measured. In: blocks of text. Out: their words as hashes, the counts and phrases html_terms.c weighs, and the
 * sums over frames. One pass over the text; a phrase of at most LONGEST_PHRASE words is looked for at each word.
 */
#include "read/html_lookup.h"

#include "base/utf8.h"

#include <string.h>

enum { WORD_BYTES = 64, DATE_WITHIN = 8, BLOCK_WORDS = 2000 /* looked at in one block; the others are counted */ };

struct word {
	uint64_t hash;
	bool upper, all_upper, number;
	unsigned short digits;
	size_t start, end;
};

static bool is_word_byte(unsigned char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

/* The next word at or after *at; false: none. */
static bool next_word(struct ng_text text, size_t *at, struct word *word, uint32_t *cjk)
{
	char lower[WORD_BYTES + 8];
	size_t n = 0, i = *at;
	uint32_t rune, letters = 0, uppers = 0;

	*word = (struct word){.number = true};
	for (; i < text.len; i++) {
		unsigned char c = (unsigned char)text.at[i];
		if (c < 0x80) {
			if (is_word_byte(c))
				break;
		} else {
			size_t len = utf8_decode(text, i, &rune);
			if (rune_is_word(rune))
				break;
			i += len - 1;
		}
	}
	word->start = i;
	while (i < text.len) {
		unsigned char c = (unsigned char)text.at[i];
		if (c < 0x80) {
			if (!is_word_byte(c))
				break;
			bool upper = c >= 'A' && c <= 'Z', digit = c >= '0' && c <= '9';
			uppers += upper;
			word->number &= digit;
			word->digits = (unsigned short)(word->digits + digit);
			if (n < WORD_BYTES)
				lower[n++] = (char)(upper ? c + 32 : c);
			i++;
			letters++;
			continue;
		}
		size_t len = utf8_decode(text, i, &rune);
		if (!rune_is_word(rune))
			break;
		uint32_t small = rune_lower(rune);
		uppers += small != rune;
		word->number = false;
		*cjk += rune >= 0x0e00 && (rune <= 0x0e7f || (rune >= 0x3040 && rune <= 0xd7af));
		if (n < WORD_BYTES && small < 0x800 && small >= 0x80) {
			lower[n++] = (char)(0xc0 | small >> 6);
			lower[n++] = (char)(0x80 | (small & 0x3f));
		} else {
			for (size_t k = 0; k < len && n < WORD_BYTES; k++)
				lower[n++] = text.at[i + k];
		}
		if (letters == 0)
			word->upper = small != rune;
		i += len;
		letters++;
	}
	word->end = i;
	*at = i;
	if (letters == 0)
		return false;
	if ((unsigned char)text.at[word->start] < 0x80)
		word->upper = text.at[word->start] >= 'A' && text.at[word->start] <= 'Z';
	word->all_upper = letters > 1 && uppers == letters;
	word->hash = text_hash((struct ng_text){lower, n});
	return true;
}

/* Phrases that start at word `at` of the block. */
static void look_up(struct html_page *page, struct html_block *block, const struct html_lexicon *lexicon, uint32_t at)
{
	const uint64_t *words = page->words.at + block->first_word;
	const struct html_entry *entry = html_lookup(lexicon, words[at]);
	unsigned longest = entry ? entry->longest : 0;
	uint64_t key = words[at];

	for (unsigned n = 1; n <= longest && at + n <= block->n_words; n++) {
		key = n > 1 ? hash_mix(key, words[at + n - 1]) : key;
		entry = n > 1 ? html_lookup(lexicon, key) : entry;
		if (!entry)
			continue;
		unsigned bits = entry->bits;
		bool starts = at == 0, whole = starts && n == block->n_words;
		block->stop += (bits & PHRASE_BIT(PHRASE_STOP)) != 0;
		block->pitches += (bits & PHRASE_BIT(PHRASE_PITCH)) != 0;
		block->legal += (bits & PHRASE_BIT(PHRASE_LEGAL)) != 0;
		if ((bits & PHRASE_BIT(PHRASE_PROMO_START)) && n > 1)
			bits |= PHRASE_BIT(PHRASE_PROMO);
		if (!starts)
			bits &=
			    ~(PHRASE_BIT(PHRASE_PROMO_START) | PHRASE_BIT(PHRASE_STOPHEAD) | PHRASE_BIT(PHRASE_BYLINE));
		if (!whole)
			bits &= ~PHRASE_BIT(PHRASE_WIDGET);
		block->phrases |= bits;
	}
}

/* A day near the block's start: month and number side by side, or three numbers, one of them a year. */
static bool is_date(const struct word *words, const struct html_lexicon *lexicon, uint32_t n)
{
	for (uint32_t i = 0; i + 1 < n; i++) {
		const struct html_entry *here = html_lookup(lexicon, words[i].hash),
					*next = html_lookup(lexicon, words[i + 1].hash);
		if (here && (here->bits & PHRASE_BIT(PHRASE_MONTH)) && words[i + 1].digits)
			return true;
		if (next && (next->bits & PHRASE_BIT(PHRASE_MONTH)) && words[i].digits)
			return true;
		if (i + 2 < n && words[i].number && words[i + 1].number && words[i + 2].number &&
		    (words[i].digits == 4 || words[i + 2].digits == 4 || words[i + 2].digits == 2) &&
		    words[i + 1].digits <= 2 && words[i + 2].end - words[i].start <= 14)
			return true;
	}
	return false;
}

static bool is_closing(uint32_t rune)
{
	return rune == '"' || rune == '\'' || rune == ')' || rune == ']' || rune == '*' || rune == ' ' ||
	       rune == 0x201d || rune == 0x201c || rune == 0x2019 || rune == 0xbb || rune == 0x203a || rune == 0x300d ||
	       rune == 0x300f;
}

static bool is_terminal(uint32_t rune)
{
	return rune == '.' || rune == '!' || rune == '?' || rune == 0x2026 || rune == 0x3002 || rune == 0xff01 ||
	       rune == 0xff1f || rune == 0x61f || rune == 0x6d4 || rune == 0x964;
}

static unsigned shape_of(struct ng_text text)
{
	unsigned shape = 0;
	uint32_t rune = 0;

	utf8_decode(text, 0, &rune);
	enum rune_class class = rune_class(rune);
	shape |= class == RUNE_UPPER ? SHAPE_UPPER : class == RUNE_LOWER ? SHAPE_LOWER : 0u;
	if (rune == '"' || rune == '\'' || rune == 0x201c || rune == 0x201e || rune == 0x2018 || rune == 0xab)
		shape |= SHAPE_QUOTE;
	if (rune == '(' || rune == '[' || rune == '*')
		shape |= SHAPE_BRACKET;
	if (memchr(text.at, '@', text.len))
		shape |= SHAPE_AT;
	if (text_ends(text, TEXT("...")) || text_ends(text, TEXT("\xe2\x80\xa6")))
		shape |= SHAPE_DOTS;
	for (size_t at = text.len; at > 0;) {
		at = utf8_before(text, at, &rune);
		if (is_closing(rune))
			continue;
		shape |= is_terminal(rune) ? SHAPE_TERMINAL : rune == ':' || rune == 0xff1a ? SHAPE_COLON : 0u;
		break;
	}
	return shape;
}

static void count_signs(struct html_block *block, struct ng_text text)
{
	for (size_t i = 0; i < text.len; i++) {
		unsigned char c = (unsigned char)text.at[i];
		if (c >= 'a') {
			block->bars += c == '|';
			/* U+2022, U+203A, U+00BB, U+00B7, and commas and stops of other scripts */
			if (c == 0xe2 && i + 2 < text.len && (unsigned char)text.at[i + 1] == 0x80)
				block->bars +=
				    (unsigned char)text.at[i + 2] == 0xa2 || (unsigned char)text.at[i + 2] == 0xba;
			else if (c == 0xc2 && i + 1 < text.len)
				block->bars +=
				    (unsigned char)text.at[i + 1] == 0xbb || (unsigned char)text.at[i + 1] == 0xb7;
			else if (c == 0xe3 && i + 2 < text.len && (unsigned char)text.at[i + 1] == 0x80) {
				block->commas += (unsigned char)text.at[i + 2] == 0x81;
				block->stops += (unsigned char)text.at[i + 2] == 0x82;
			} else if (c == 0xd8 && i + 1 < text.len)
				block->commas += (unsigned char)text.at[i + 1] == 0x8c;
			continue;
		}
		block->digits += c >= '0' && c <= '9';
		block->commas += c == ',' || c == ';';
		block->stops += c == '.' || c == '!' || c == '?';
		block->bars += c == '>' || c == '/';
	}
}

static void scan_block(struct html_page *page, struct html_block *block, const struct html_lexicon *lexicon)
{
	struct ng_text text = text_slice(buf_text(&page->text), block->start, block->end);
	struct word word, first[DATE_WITHIN];
	uint32_t cjk = 0, words = 0;
	size_t at = 0;

	block->first_word = (uint32_t)page->words.n;
	for (; next_word(text, &at, &word, &cjk); words++) {
		if (block->n_words == BLOCK_WORDS)
			continue;
		if (block->n_words < DATE_WITHIN)
			first[block->n_words] = word;
		block->n_words++;
		block->capital += word.upper;
		block->capitals += word.all_upper;
		block->hash = hash_mix(block->hash, word.hash);
		*array_add(page->arena, &page->words) = word.hash;
	}
	block->words = cjk * 3 < block->letters ? words : cjk / 2;
	block->words = block->words ? block->words : 1;
	for (uint32_t i = 0; i < block->n_words; i++)
		look_up(page, block, lexicon, i);
	count_signs(block, text);
	block->shape = shape_of(text);
	if (is_date(first, lexicon, block->n_words < DATE_WITHIN ? block->n_words : DATE_WITHIN))
		block->shape |= SHAPE_DATE;
}

void html_scan(struct html_page *page, const struct html_lexicon *lexicon)
{
	for (size_t i = 0; i < page->blocks.n; i++) {
		struct html_block *block = &page->blocks.at[i];
		struct html_frame *frame = &page->frames.at[block->frame];
		scan_block(page, block, lexicon);
		frame->words += block->words;
		frame->letters += block->letters;
		frame->link_letters += block->link;
		frame->blocks++;
		if (block->words >= 8 && block->link * 3 < block->letters)
			frame->prose += block->words;
	}
	for (size_t i = page->frames.n; i-- > 1;) {
		const struct html_frame *frame = &page->frames.at[i];
		struct html_frame *above = &page->frames.at[frame->parent];
		above->words += frame->words;
		above->letters += frame->letters;
		above->link_letters += frame->link_letters;
		above->blocks += frame->blocks;
		above->prose += frame->prose;
	}
}

struct word_hashes words_of(struct arena *arena, struct ng_text text)
{
	struct word_hashes words = {0};
	struct word word;
	uint32_t cjk = 0;

	for (size_t at = 0; next_word(text, &at, &word, &cjk);)
		*array_add(arena, &words) = word.hash;
	return words;
}

bool words_hold(const struct word_hashes *words, uint64_t word)
{
	for (size_t i = 0; i < words->n; i++)
		if (words->at[i] == word)
			return true;
	return false;
}

double words_jaccard(const struct word_hashes *a, const struct word_hashes *b)
{
	size_t both = 0, either = 0;

	for (size_t i = 0; i < a->n; i++) {
		struct word_hashes before = {a->at, i, i};
		if (words_hold(&before, a->at[i]))
			continue;
		either++;
		both += words_hold(b, a->at[i]);
	}
	for (size_t i = 0; i < b->n; i++) {
		struct word_hashes before = {b->at, i, i};
		either += !words_hold(&before, b->at[i]) && !words_hold(a, b->at[i]);
	}
	return either ? (double)both / (double)either : 0;
}
