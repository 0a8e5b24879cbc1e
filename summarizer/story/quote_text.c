/*
 * In: an article's text and blocks. Out: paragraphs of tokens with what the tables say of each word, its shape, and
 * where its sentence starts. A paragraph is a line, or a block that was wrapped at a column. A dot belongs to its
 * word after an initial, an abbreviation, or between initials (U.S.); marks are tokens of their own.
 * Bounded: one pass, at most QUOTE_TEXT_MAX bytes.
 */
#include "story/quote_text.h"

#include <string.h>

enum { WRAPPED_MIN = 50, WRAPPED_MAX = 100, BYTES_A_TOKEN = 4 };

struct cursor {
	struct quote_text *text;
	uint32_t at, end;
};

static uint32_t rune_at(const struct quote_text *text, uint32_t at, uint32_t end, uint32_t *length)
{
	uint32_t rune = (unsigned char)text->text.at[at];

	*length = 1;
	if (rune >= 0x80)
		*length = (uint32_t)utf8_decode(text_slice(text->text, 0, end), at, &rune);
	return rune;
}

static bool word_rune(uint32_t rune)
{
	if (rune < 0x80)
		return (rune >= 'a' && rune <= 'z') || (rune >= 'A' && rune <= 'Z') || (rune >= '0' && rune <= '9') ||
		       rune == '_';
	return !(rune >= 0x2010 && rune <= 0x203a) && rune_is_word(rune);
}

static bool apostrophe(uint32_t rune)
{
	return rune == '\'' || rune == 0x2019 || rune == 0x2018;
}

static bool quotation_mark(uint32_t rune)
{
	switch (rune) {
	case '"':
	case '\'':
	case 0xab:
	case 0xbb:
	case 0x2018:
	case 0x2019:
	case 0x201a:
	case 0x201c:
	case 0x201d:
	case 0x201e:
	case 0x201f:
	case 0x2039:
	case 0x203a:
		return true;
	default:
		return false;
	}
}

/* The end of the run of letters and digits at `at`. */
static uint32_t letters_end(const struct quote_text *text, uint32_t at, uint32_t end)
{
	uint32_t length;

	while (at < end && word_rune(rune_at(text, at, end, &length)))
		at += length;
	return at;
}

static bool upper_at(const struct quote_text *text, uint32_t at, uint32_t end)
{
	uint32_t length;
	return at < end && rune_class(rune_at(text, at, end, &length)) == RUNE_UPPER;
}

static bool lower(char byte)
{
	return byte >= 'a' && byte <= 'z';
}

static bool digit(char byte)
{
	return byte >= '0' && byte <= '9';
}

/* French: "aujourd'hui", "d'après" are one word. */
static bool known_word(const struct quote_text *text, uint32_t start, uint32_t end)
{
	struct ng_text word = text_slice(text->text, start, end);
	return quote_word_bits(text->tables, text->words, word, false) & ~QUOTE_BIT(QB_ADVERB);
}

/* French: the pronoun after the hyphen of "dit-il", "a-t-elle" is a word. */
static bool clitic(const struct quote_text *text, uint32_t start, uint32_t end)
{
	if (end - start > 6)
		return false;
	struct ng_text word = text_slice(text->text, start, end);
	return quote_word_bits(text->tables, text->words, word, false) & QUOTE_BIT(QB_CLITIC);
}

/* The end of the word at `start`: inner hyphens, apostrophes and the commas of numbers are its own. */
static uint32_t word_end(const struct quote_text *text, uint32_t start, uint32_t end)
{
	const char *at = text->text.at;
	uint32_t stop = letters_end(text, start, end), length;

	while (stop < end) {
		uint32_t rune = rune_at(text, stop, end, &length);
		bool joins = rune == '-' || rune == 0x2011 || apostrophe(rune);
		bool number =
		    (rune == ',' || rune == '.') && digit(at[stop - 1]) && stop + 1 < end && digit(at[stop + 1]);
		bool site = rune == '.' && stop + 1 < end && lower(at[stop - 1]) && lower(at[stop + 1]);
		if (!joins && !number && !site)
			break;
		uint32_t next = letters_end(text, stop + length, end);
		if (next == stop + length)
			break;
		if (apostrophe(rune) && text->words->split_apostrophe && !known_word(text, start, next))
			return stop + length;
		if (rune == '-' && text->words->split_apostrophe) {
			bool t = next == stop + 2 && at[stop + 1] == 't' && next < end && at[next] == '-';
			uint32_t from = t ? next + 1 : stop + 1;
			if (clitic(text, from, letters_end(text, from, end)))
				return stop;
		}
		stop = next;
	}
	return stop;
}

static uint32_t skip_space(const struct quote_text *text, uint32_t at, uint32_t end)
{
	uint32_t length;

	while (at < end && rune_is_space(rune_at(text, at, end, &length)))
		at += length;
	return at;
}

/* "U.S." from its first letter: the end, or `start` when it is none. */
static uint32_t initials_end(const struct quote_text *text, uint32_t start, uint32_t end)
{
	const char *at = text->text.at;
	uint32_t stop = start, count = 0;

	while (stop + 1 < end && ((at[stop] | 32) >= 'a' && (at[stop] | 32) <= 'z') && at[stop + 1] == '.') {
		stop += 2;
		count++;
	}
	return count >= 2 ? stop : start;
}

static uint64_t shape_bits(const struct quote_text *text, uint32_t start, uint32_t end, uint32_t first)
{
	enum rune_class class = rune_class(first);
	uint64_t bits = QUOTE_BIT(QB_WORD);
	bool shout = end - start >= 2;

	if (class == RUNE_UPPER || class == RUNE_LETTER)
		bits |= QUOTE_BIT(QB_CAPITAL);
	else if (class == RUNE_LOWER)
		bits |= QUOTE_BIT(QB_LOWER);
	else if (class == RUNE_DIGIT)
		bits |= QUOTE_BIT(QB_NUMBER);
	for (uint32_t i = start; shout && i < end; i++)
		shout = !(text->text.at[i] >= 'a' && text->text.at[i] <= 'z');
	if (shout && class == RUNE_UPPER)
		bits |= QUOTE_BIT(QB_SHOUT);
	return bits;
}

static uint32_t without_possessive(const struct quote_text *text, uint32_t start, uint32_t end)
{
	struct ng_text word = text_slice(text->text, start, end);

	if (text_ends(word, TEXT("'s")))
		return end - 2;
	if (text_ends(word, TEXT("\xe2\x80\x99s")) || text_ends(word, TEXT("\xe2\x80\x98s")))
		return end - 4;
	return end;
}

/* "R-Ky.", "D-N.Y.": a party and a state; the end with its dots, `end` when it is none. */
static uint32_t state_end(const struct quote_text *text, uint32_t start, uint32_t end, uint32_t limit)
{
	const char *at = text->text.at;

	if (end - start < 3 || at[start + 1] != '-' || !upper_at(text, start, limit) ||
	    !upper_at(text, start + 2, limit))
		return end;
	uint32_t stop = end + 1;
	while (stop + 1 < limit && upper_at(text, stop, limit) && at[stop + 1] == '.')
		stop += 2;
	return stop;
}

static void add_word(struct cursor *c, struct quote_token *token, uint32_t first)
{
	struct quote_text *text = c->text;
	uint32_t stop = initials_end(text, c->at, c->end);
	bool dotted = stop > c->at;

	if (!dotted)
		stop = word_end(text, c->at, c->end);
	token->is |= shape_bits(text, c->at, stop, first);
	bool capital = is(token, QB_CAPITAL);
	token->bare = without_possessive(text, c->at, stop);
	struct ng_text word = text_slice(text->text, c->at, token->bare);
	token->is |= quote_word_bits(text->tables, text->words, word, capital);
	if (token->bare < stop)
		token->is |= QUOTE_BIT(QB_POSSESSIVE);
	if (!dotted && stop < c->end && text->text.at[stop] == '.') {
		uint32_t next = skip_space(text, stop + 1, c->end);
		uint32_t state = state_end(text, c->at, stop, c->end);
		bool initial = capital && stop - c->at == 1 && next > stop + 1 && upper_at(text, next, c->end);
		if (initial || (is(token, QB_ABBREVIATION) && next > stop + 1))
			token->bare = ++stop;
		else if (state > stop)
			token->bare = stop = state;
	}
	token->end = stop;
	c->at = stop;
}

static void add_mark(struct cursor *c, struct quote_token *token, uint32_t length)
{
	const char *at = c->text->text.at + c->at;
	bool pair = c->at + 1 < c->end && at[0] == at[1] && (at[0] == '\'' || at[0] == '`');
	bool triple = pair && at[0] == '\'' && c->at + 2 < c->end && at[2] == '\'';

	pair &= !(triple && !is(token, QB_SPACE_BEFORE)); /* ''' at an end: the inner mark is the first */

	if (pair) {
		token->rune = at[0] == '`' ? 0x201c : '"';
		length = 2;
	}
	if (pair || quotation_mark(token->rune))
		token->is |= QUOTE_BIT(QB_MARK);
	c->at += length;
	token->end = token->bare = c->at;
}

static void add_tokens(struct quote_text *text, uint32_t start, uint32_t end)
{
	struct cursor c = {text, start, end};

	for (;;) {
		uint32_t length, from = c.at;
		c.at = skip_space(text, c.at, end);
		if (c.at >= end)
			break;
		struct quote_token *token = array_add(text->arena, &text->tokens);
		bool space = c.at > from || c.at == start;
		if (space && text->tokens.n > 1)
			token[-1].is |= QUOTE_BIT(QB_SPACE_AFTER);
		token->is = space ? QUOTE_BIT(QB_SPACE_BEFORE) : 0;
		token->start = c.at;
		token->rune = rune_at(text, c.at, end, &length);
		bool tag = (token->rune == '@' || token->rune == '#') && c.at + 1 < end &&
			   word_rune(rune_at(text, c.at + 1, end, &length));
		if (tag)
			c.at++;
		if (tag || word_rune(token->rune))
			add_word(&c, token, tag ? rune_at(text, c.at, end, &length) : token->rune);
		else
			add_mark(&c, token, length);
		if (text->words->split_apostrophe && c.at + 2 < end && text->text.at[c.at] == '-' &&
		    is(token, QB_WORD)) {
			bool t = text->text.at[c.at + 1] == 't' && text->text.at[c.at + 2] == '-';
			uint32_t next = c.at + (t ? 3 : 1);
			if (clitic(text, next, letters_end(text, next, end)))
				c.at = next;
		}
	}
	if (text->tokens.n)
		text->tokens.at[text->tokens.n - 1].is |= QUOTE_BIT(QB_SPACE_AFTER);
}

static bool terminator(uint32_t rune)
{
	return rune == '.' || rune == '!' || rune == '?' || rune == 0x2026;
}

/* "U.S." or "Inc." at the end of a sentence: what follows begins one for sure. */
static bool abbreviation_ends(const struct quote_token *token, const struct quote_token *next)
{
	return is(token, QB_WORD) && token->bare == token->end && !is(token, QB_TITLE) && is(next, QB_CAPITAL) &&
	       is(next, QB_NOT_A_NAME);
}

/* Marks the tokens that end sentences, and gives each token the start of its own. */
static void find_sentences(struct quote_text *text, uint32_t first, uint32_t last)
{
	struct quote_token *at = text->tokens.at;
	uint32_t sentence = first;
	bool ended = false;

	for (uint32_t i = first; i < last; i++) {
		bool opens = is_any(&at[i], QUOTE_BIT(QB_CAPITAL) | QUOTE_BIT(QB_NUMBER) | QUOTE_BIT(QB_MARK)) ||
			     at[i].rune == '(' || at[i].rune == 0x2014 || at[i].rune == '[' || at[i].rune == 0xbf ||
			     at[i].rune == 0xa1;
		if (ended && opens)
			sentence = i;
		ended = false;
		at[i].sentence = sentence;
		bool dot = terminator(at[i].rune) && !is(&at[i], QB_WORD);
		bool word =
		    i + 1 < last && text->text.at[at[i].end - 1] == '.' && abbreviation_ends(&at[i], &at[i + 1]);
		if (!dot && !word)
			continue;
		uint32_t stop = i;
		while (stop + 1 < last && !is(&at[stop + 1], QB_SPACE_BEFORE) &&
		       (terminator(at[stop + 1].rune) || is(&at[stop + 1], QB_MARK) || at[stop + 1].rune == ')') &&
		       !is(&at[stop + 1], QB_WORD))
			at[++stop].sentence = sentence;
		if (!is(&at[stop], QB_SPACE_AFTER))
			continue;
		for (uint32_t k = i; k <= stop; k++)
			at[k].is |= QUOTE_BIT(QB_ENDS);
		ended = true;
		i = stop;
	}
}

static void add_paragraph(struct quote_text *text, uint32_t start, uint32_t end, enum block_kind kind)
{
	uint32_t first = (uint32_t)text->tokens.n;

	add_tokens(text, start, end);
	if (text->tokens.n == first)
		return;
	struct quote_paragraph *paragraph = array_add(text->arena, &text->paragraphs);
	*paragraph = (struct quote_paragraph){
	    .first = first,
	    .last = (uint32_t)text->tokens.n,
	    .start = start,
	    .end = end,
	    .kind = kind,
	};
	find_sentences(text, paragraph->first, paragraph->last);
}

static uint32_t line_end(const struct quote_text *text, uint32_t at, uint32_t end)
{
	const char *newline = memchr(text->text.at + at, '\n', end - at);
	return newline == NULL ? end : (uint32_t)(newline - text->text.at);
}

/* All lines but the last are about as long as a column, and one of them breaks off inside a sentence. */
static bool wrapped(const struct quote_text *text, uint32_t start, uint32_t end)
{
	bool broken = false;

	for (uint32_t at = start, stop; (stop = line_end(text, at, end)) < end; at = stop + 1) {
		if (stop - at < WRAPPED_MIN || stop - at > WRAPPED_MAX)
			return false;
		char last = text->text.at[stop - 1];
		broken |= (last >= 'a' && last <= 'z') || last == ',';
	}
	return broken;
}

static void add_block(struct quote_text *text, uint32_t start, uint32_t end, enum block_kind kind)
{
	if (wrapped(text, start, end)) {
		add_paragraph(text, start, end, kind);
		return;
	}
	for (uint32_t at = start; at < end;) {
		uint32_t stop = line_end(text, at, end);
		add_paragraph(text, at, stop, kind);
		at = stop + 1;
	}
}

void quote_text_read(struct quote_text *text, const struct blocks *blocks)
{
	uint32_t limit = (uint32_t)(text->text.len < QUOTE_TEXT_MAX ? text->text.len : QUOTE_TEXT_MAX);

	text->tokens.room = limit / BYTES_A_TOKEN + 1; /* room for all of them at once, as a rule */
	text->tokens.at = arena_array(text->arena, text->tokens.room, struct quote_token);
	if (!blocks->n)
		add_block(text, 0, limit, BLOCK_BODY);
	for (size_t i = 0; i < blocks->n && blocks->at[i].end <= limit; i++) {
		const struct block *block = &blocks->at[i];
		if (block->kind == BLOCK_BODY || block->kind == BLOCK_LIST || block->kind == BLOCK_QUOTE)
			add_block(text, block->start, block->end, block->kind);
	}
}
