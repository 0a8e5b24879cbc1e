/*
 * Text -> tokens, in one pass. In: text[start, end) and a language's words. Out: the words that are in the tables, the
 * numbers, and what joins each to the one before it: blanks (one line end at most), a comma, a hyphen, or a break,
 * which no pattern crosses. Phrases are one token, the longest wins; number words run together ("twenty-five",
 * "nineteen ninety-eight"). Words that are not in the tables leave only a break.
 */
#include <string.h>

#include "language/date_scan.h"

enum { WORD_ROOM = 48, PHRASE_ROOM = 96 };

struct scanner {
	struct arena *arena;
	const struct date_tables *tables;
	struct ng_text text;
	uint32_t end;
	struct date_tokens *tokens;
	struct buf lower; /* for letters outside ASCII */
	uint8_t join;
};

/* A word in lower case; len 0: too long to be one of ours. */
struct lowered {
	char at[PHRASE_ROOM];
	size_t len;
	uint32_t end;
};

static bool is_letter(char byte)
{
	return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

static bool is_digit(char byte)
{
	return byte >= '0' && byte <= '9';
}

/* An apostrophe, straight or curly: its length, else 0. */
static uint32_t apostrophe_at(const struct scanner *s, uint32_t at)
{
	if (at < s->end && s->text.at[at] == '\'')
		return 1;
	return at + 3 <= s->end && memcmp(s->text.at + at, "\xE2\x80\x99", 3) == 0 ? 3 : 0;
}

/* The lower case of an ASCII letter or digit; 0: something else. */
static char plain_lower(char byte)
{
	if (byte >= 'A' && byte <= 'Z')
		return (char)(byte + 32);
	return is_letter(byte) || is_digit(byte) ? byte : 0;
}

/* The letter or digit outside ASCII at `at`: its length, and its lower case at the end of `word`; 0 if there is none.
 */
static uint32_t take_letter(struct scanner *s, uint32_t at, struct lowered *word)
{
	uint32_t rune, len;
	if (at >= s->end || (unsigned char)s->text.at[at] < 0x80)
		return 0;
	len = (uint32_t)utf8_decode(s->text, at, &rune);
	if (!rune_is_word(rune))
		return 0;
	buf_cut(&s->lower, 0);
	utf8_lower(&s->lower, text_slice(s->text, at, at + len));
	struct ng_text lower = buf_text(&s->lower);
	if (word->len + lower.len <= WORD_ROOM) {
		memcpy(word->at + word->len, lower.at, lower.len);
		word->len += lower.len;
	}
	return len;
}

/* Letters and digits from `at` on; "a.m." and "U.S." with their dots. */
static void read_letters(struct scanner *s, uint32_t at, struct lowered *word)
{
	uint32_t len = 1, first = at;
	char lower;
	while (len > 0) {
		for (; at < s->end && (lower = plain_lower(s->text.at[at])) != 0; at++)
			if (word->len < WORD_ROOM)
				word->at[word->len++] = lower;
		len = take_letter(s, at, word);
		at += len;
	}
	if (at == first + 1 && at + 1 < s->end && s->text.at[at] == '.' && is_letter(s->text.at[at + 1]) &&
	    (at + 2 == s->end || !is_letter(s->text.at[at + 2]))) {
		word->at[word->len++] = '.';
		word->at[word->len++] = plain_lower(s->text.at[at + 1]);
		at += 2;
		if (at < s->end && s->text.at[at] == '.')
			word->at[word->len++] = '.', at++;
	}
	word->end = at;
	if (word->len >= WORD_ROOM)
		word->len = 0;
}

/*
 * The word at `at`, with an inner apostrophe where the tables have it so ("o'clock", "won't"), else up to the
 * apostrophe and with it ("l'"), else up to it.
 */
static const struct date_word *read_word(struct scanner *s, uint32_t at, struct lowered *word)
{
	word->len = 0;
	read_letters(s, at, word);
	struct ng_text plain = {word->at, word->len};
	uint32_t mark = apostrophe_at(s, word->end), end = word->end;
	if (mark > 0 && word->len > 0 && word->len + 1 < WORD_ROOM) {
		struct lowered whole = *word;
		whole.at[whole.len++] = '\'';
		read_letters(s, end + mark, &whole);
		const struct date_word *found = NULL;
		if (whole.len > plain.len + 1)
			found = date_word_find(s->tables, (struct ng_text){whole.at, whole.len});
		if (found == NULL) {
			whole.len = plain.len + 1;
			whole.end = end + mark;
			found = date_word_find(s->tables, (struct ng_text){whole.at, whole.len});
		}
		if (found != NULL) {
			*word = whole;
			return found;
		}
	}
	return word->len == 0 ? NULL : date_word_find(s->tables, plain);
}

/* Past one hyphen, or blanks with one line end at most; `at` if there is neither. */
static uint32_t skip_blank(const struct scanner *s, uint32_t at, char *mark)
{
	uint32_t lines = 0, from = at;
	*mark = ' ';
	if (at < s->end && s->text.at[at] == '-') {
		*mark = '-';
		return at + 1;
	}
	for (; at < s->end && (s->text.at[at] == ' ' || s->text.at[at] == '\n' || s->text.at[at] == '\t'); at++)
		lines += s->text.at[at] == '\n';
	return lines > 1 ? from : at;
}

static bool append(struct lowered *phrase, const char *at, size_t len)
{
	if (phrase->len + len > PHRASE_ROOM)
		return false;
	memcpy(phrase->at + phrase->len, at, len);
	phrase->len += len;
	return true;
}

/* Takes the phrase as the best so far if the tables have it. */
static void keep_known(const struct scanner *s, const struct lowered *phrase, const struct date_word **best,
		       struct lowered *word)
{
	const struct date_word *found = date_word_find(s->tables, (struct ng_text){phrase->at, phrase->len});
	if (found != NULL && (found->senses > 0 || found->literal > 0)) {
		*best = found;
		*word = *phrase;
	}
}

/* The longest phrase of the tables that begins with this word; moves `word` to it. */
static const struct date_word *read_phrase(struct scanner *s, const struct date_word *first, struct lowered *word)
{
	const struct date_word *best = first;
	struct lowered phrase = *word, next;
	char mark;
	for (uint8_t i = 1; i < first->phrase; i++) {
		uint32_t at = skip_blank(s, phrase.end, &mark);
		next.len = 0;
		read_letters(s, at, &next);
		if (at == phrase.end || next.len == 0 || !append(&phrase, &mark, 1) ||
		    !append(&phrase, next.at, next.len))
			break;
		phrase.end = next.end;
		keep_known(s, &phrase, &best, word);
		uint32_t apostrophe = apostrophe_at(s, phrase.end);
		if (apostrophe == 0)
			continue;
		next.len = 0;
		read_letters(s, phrase.end + apostrophe, &next);
		if (!append(&phrase, "'", 1) || !append(&phrase, next.at, next.len))
			break;
		phrase.end = next.len > 0 ? next.end : phrase.end + apostrophe;
		keep_known(s, &phrase, &best, word);
	}
	return best;
}

static bool round_hundred(int32_t number)
{
	return number % 100 == 0 && number >= 100;
}

/* What `first` and `second` make together as number words; 0: nothing. */
static int32_t together(int32_t first, int32_t second)
{
	if (first % 10 == 0 && first >= 20 && second >= 1 && second <= 9)
		return first + second;
	if (round_hundred(first) && second < 100)
		return first + second;
	if (first % 1000 == 0 && first > 0 && second < 1000)
		return first + second;
	if (first >= 13 && first <= 20 && second >= 10 && second <= 99)
		return first * 100 + second;
	return 0;
}

/* Joins a number word to the number words before it. */
static bool join_numbers(struct scanner *s, const struct date_token *token)
{
	const struct date_tables *tables = s->tables;
	struct date_token *last = s->tokens->n > 0 ? &s->tokens->at[s->tokens->n - 1] : NULL;
	const uint64_t number = CLASS_BIT(IS_NUMBER), ordinal = CLASS_BIT(IS_ORDINAL), times = CLASS_BIT(IS_TIMES);
	bool and = last != NULL && (last->classes & CLASS_BIT(IS_AND)) && s->tokens->n > 1 && last->join == JOIN_BLANK;
	if (and) /* "two thousand and sixteen" */
		last--;
	if (last == NULL || !(last->classes & number) || is_digit(s->text.at[last->start]) ||
	    !(token->join & (JOIN_BLANK | JOIN_HYPHEN)) || !(token->classes & (number | ordinal | times)))
		return false;
	int32_t before = date_token_number(tables, last, IS_NUMBER), sum = 0;
	uint64_t classes = number;
	if (token->classes & times) {
		int32_t by = date_token_number(tables, token, IS_TIMES);
		sum = before < by && before <= 1000 && by <= 1000000 ? before * by : 0;
	} else {
		enum date_class class = token->classes & number ? IS_NUMBER : IS_ORDINAL;
		sum = together(before, date_token_number(tables, token, class));
		classes = CLASS_BIT(class);
	}
	if (sum == 0 || (and&&!round_hundred(before)))
		return false;
	s->tokens->n -= and;
	last->word = NULL;
	last->number = sum;
	last->classes = classes;
	if (sum >= 1400 && sum <= 2099)
		last->classes |= CLASS_BIT(IS_YEAR);
	last->end = token->end;
	return true;
}

static void put(struct scanner *s, struct date_token token)
{
	token.join = s->join;
	s->join = JOIN_BLANK;
	if (token.word == NULL || !join_numbers(s, &token))
		*(struct date_token *)array_add(s->arena, s->tokens) = token;
}

static bool has_past_ending(const struct date_tables *tables, const struct lowered *word)
{
	struct ng_text endings = tables->past_endings, one;
	while (text_cut(&endings, ' ', &one))
		if (one.len > 0 && word->len > 4 && text_ends((struct ng_text){word->at, word->len}, one))
			return true;
	return false;
}

static uint32_t scan_word(struct scanner *s, uint32_t at)
{
	struct lowered word;
	uint32_t rune;
	const struct date_word *found = read_word(s, at, &word);
	struct date_token token = {.start = at, .end = word.end, .number = -1, .more = -1};
	utf8_decode(s->text, at, &rune);
	token.capital = rune_class(rune) == RUNE_UPPER;
	if (found != NULL && found->phrase > 1) {
		found = read_phrase(s, found, &word);
		token.end = word.end;
	}
	if (found != NULL)
		token.classes = found->classes | (token.capital ? found->capital_classes : 0);
	if (found != NULL && (token.classes != 0 || found->literal > 0)) {
		token.word = found;
		if (found->dotted && token.end < s->end && s->text.at[token.end] == '.')
			token.end++;
		put(s, token);
	} else if (!token.capital && has_past_ending(s->tables, &word)) {
		token.classes = CLASS_BIT(IS_PAST);
		put(s, token);
		s->join = JOIN_BREAK;
	} else {
		s->join = JOIN_BREAK;
	}
	return token.end > at ? token.end : at + 1;
}

static uint32_t scan_number(struct scanner *s, uint32_t at)
{
	struct date_token token = {.start = at};
	if (date_scan_digits(s->tables, s->text, at, &token) && token.end <= s->end)
		put(s, token);
	else
		s->join = JOIN_BREAK;
	return token.end;
}

/* '90s and '98, or the 's of a word before. */
static uint32_t scan_apostrophe(struct scanner *s, uint32_t at, uint32_t len)
{
	bool after_word = at > 0 && is_letter(s->text.at[at - 1]);
	struct date_token token = {.start = at};
	if (after_word && at + len < s->end && is_letter(s->text.at[at + len])) {
		struct lowered word = {.at = "'", .len = 1};
		read_letters(s, at + len, &word);
		const struct date_word *found = date_word_find(s->tables, (struct ng_text){word.at, word.len});
		if (found != NULL) {
			token.end = word.end;
			token.word = found;
			token.classes = found->classes;
			put(s, token);
			return word.end;
		}
		s->join = JOIN_BREAK;
		return at + len;
	}
	if (!after_word && at + len < s->end && is_digit(s->text.at[at + len]) &&
	    date_scan_digits(s->tables, s->text, at + len, &token) && token.end <= s->end) {
		bool year = token.end == at + len + 2 && (token.classes & CLASS_BIT(IS_NUMBER));
		token.classes = year ? CLASS_BIT(IS_SHORT_YEAR) : token.classes & CLASS_BIT(IS_DECADE);
		token.start = at;
		if (token.classes != 0) {
			put(s, token);
			return token.end;
		}
	}
	s->join = JOIN_BREAK;
	return at + len;
}

/* Anything but words and digits: what joins. */
static uint32_t scan_mark(struct scanner *s, uint32_t at)
{
	const char *text = s->text.at;
	char byte = text[at];
	uint32_t rune, lines = 0, len = (uint32_t)utf8_decode(s->text, at, &rune);
	if (byte == ' ' || byte == '\n' || byte == '\t') {
		for (; at < s->end && (text[at] == ' ' || text[at] == '\n' || text[at] == '\t'); at++)
			lines += text[at] == '\n';
		if (lines > 1)
			s->join = JOIN_BREAK;
		return at;
	}
	if (rune == 0xA0 || rune == 0x202F || rune == 0x2009)
		return at + len;
	bool tight =
	    at > 0 && text[at - 1] != ' ' && at + len < s->end && text[at + len] != ' ' && text[at + len] != '\n';
	if (byte == ',' && s->join == JOIN_BLANK)
		s->join = JOIN_COMMA;
	else if ((byte == '-' || byte == '/' || rune == 0x2013 || rune == 0x2010 || rune == 0x2011) &&
		 s->join == JOIN_BLANK && tight)
		s->join = JOIN_HYPHEN;
	else
		s->join = JOIN_BREAK;
	return at + len;
}

void date_scan(struct arena *arena, const struct date_tables *tables, struct ng_text text, uint32_t start, uint32_t end,
	       struct date_tokens *tokens)
{
	struct scanner s = {arena, tables, text_slice(text, 0, end), end, tokens, buf_new(arena, 64), JOIN_BREAK};
	uint32_t at = start, mark, rune;
	while (at < end) {
		char byte = text.at[at];
		if (is_letter(byte))
			at = scan_word(&s, at);
		else if (is_digit(byte))
			at = scan_number(&s, at);
		else if ((mark = apostrophe_at(&s, at)) > 0)
			at = scan_apostrophe(&s, at, mark);
		else if ((unsigned char)byte >= 0x80 && (utf8_decode(s.text, at, &rune), rune_is_word(rune)))
			at = scan_word(&s, at);
		else
			at = scan_mark(&s, at);
	}
}

int32_t date_token_number(const struct date_tables *tables, const struct date_token *token, enum date_class class)
{
	const struct date_sense *sense = token->word == NULL ? NULL : date_sense_of(tables, token->word, class);
	return sense == NULL ? token->number : sense->number;
}

struct ng_text date_token_text(const struct date_tables *tables, const struct date_token *token, enum date_class class)
{
	const struct date_sense *sense = token->word == NULL ? NULL : date_sense_of(tables, token->word, class);
	return sense == NULL ? (struct ng_text){0} : sense->text;
}
