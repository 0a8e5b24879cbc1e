/*
 * One full stop, no other mark, before a capital, a digit, a letter without case or a sign. In: the run and what is
 * next. Out: the sentence ends or not. The word before it decides: a kind of abbreviation (sentence_tables.h), a
 * number, an initial, letters with inner dots; where both readings stand, a starter word next ends the sentence.
 */
#include "language/sentence_stop.h"

/* The token before the stop, without leading hyphens; in French and Italian without an article elided before it. */
static void read_token(const struct sentence_pass *pass, size_t at, struct sentence_word *token)
{
	struct ng_text text = pass->text;
	size_t start = sentence_token_start(text, at, pass->start);

	while (start < at && text.at[start] == '-')
		start++;
	if (pass->tables->options & ELISION)
		for (size_t i = at; i > start + 1; i--) {
			bool curly = text_ends(text_slice(text, start, i), TEXT("\xe2\x80\x99"));
			if (text.at[i - 1] != '\'' && !curly)
				continue;
			if (at - i > 1)
				start = i;
			break;
		}
	sentence_word_of(pass->tables, text, start, at, token);
}

/* "т. д." is looked up as "т.д" */
static void join_pair(const struct sentence_pass *pass, struct sentence_word *token)
{
	struct sentence_word pair;
	struct ng_text text = pass->text;

	if (token->runes != 1 || token->start <= pass->start + 3 || text.at[token->start - 1] != ' ' ||
	    text.at[token->start - 2] != '.')
		return;
	size_t start = sentence_token_start(text, token->start - 2, pass->start);
	sentence_word_of(pass->tables, text, start, token->start - 2, &pair);
	if (pair.len + 1 + token->len > WORD_ROOM)
		return;
	pair.lower[pair.len++] = '.';
	memcpy(pair.lower + pair.len, token->lower, token->len);
	pair.len += token->len;
	const struct table_entry *entry = table_get(&pass->tables->words, (struct ng_text){pair.lower, pair.len});
	if (!entry || !(entry->value & (IN_ENDS | IN_BEFORE_CAPITAL)))
		return;
	pair.any_sections = pair.sections = (uint32_t)entry->value;
	pair.runes += 1 + token->runes;
	pair.letters += token->letters;
	pair.dots++;
	*token = pair;
}

static bool is_number(const struct sentence_word *token)
{
	return token->digits && token->digits == token->runes;
}

static bool is_one_letter(const struct sentence_word *token)
{
	return token->runes == 1 && token->letters == 1;
}

/* The end of a longer token that stands in the tables as "-str": Hauptstr. 5 */
static uint32_t sections_of_end(const struct sentence_pass *pass, const struct sentence_word *token)
{
	char end[8] = "-";
	size_t len = 1;

	for (size_t n = 3; n >= 1 && token->len > n + 2; n--) {
		memcpy(end + 1, token->lower + token->len - n, n);
		len = n + 1;
		const struct table_entry *entry = table_get(&pass->tables->words, (struct ng_text){end, len});
		if (entry)
			return (uint32_t)entry->value;
	}
	return 0;
}

/* "sec. XIX" is as "p. 19" is. */
static bool is_roman(const struct sentence_word *word)
{
	if (!word->all_capitals || word->runes > 6)
		return false;
	for (size_t i = 0; i < word->len; i++)
		if (!one_of(word->lower[i], "ivxlc"))
			return false;
	return true;
}

static bool ends_before_number(const struct sentence_pass *pass, const struct stop_next *next,
			       const struct sentence_word *token)
{
	if ((token->sections | sections_of_end(pass, token)) & (IN_BEFORE_NUMBER | IN_BEFORE_CAPITAL | IN_ALWAYS) ||
	    next->rune == 0x2116)
		return false;
	if (token->len >= 2 && (memcmp(token->lower + token->len - 2, "\xc2\xb0", 2) == 0 ||
				memcmp(token->lower + token->len - 2, "\xc2\xba", 2) == 0))
		return false;                                           /* n° 5 */
	bool ampersand = memchr(token->lower, '&', token->len) != NULL; /* S.&P. 500 */
	if (is_one_letter(token) ||
	    (token->dots && token->letters && token->letters + token->dots + ampersand == token->runes))
		return false;
	return !(pass->tables->options & ORDINAL_PERIOD && is_number(token) && token->runes <= 2);
}

/* At most four words stand before it: "At 5 a.m. Mr. Smith" */
static bool heads_sentence(const struct sentence_pass *pass, size_t at)
{
	unsigned words = 0;
	bool inside = false;

	if (at - pass->start >= 60)
		return false;
	for (size_t i = pass->start; i < at; i++) {
		bool space = pass->text.at[i] == ' ' || pass->text.at[i] == '\n' || pass->text.at[i] == '\t';
		words += !space && !inside;
		inside = !space;
	}
	return words <= 4;
}

/* Letters with dots between, one or two each: "U.N", "e.V" */
static bool has_inner_dots(const struct sentence_word *token)
{
	unsigned run = 0;

	if (!token->dots || token->letters + token->dots != token->runes)
		return false;
	for (size_t i = 0; i < token->len; i++) {
		if (((unsigned char)token->lower[i] & 0xc0) == 0x80)
			continue;
		bool dot = token->lower[i] == '.';
		if (dot ? run == 0 : run == 2)
			return false;
		run = dot ? 0 : run + 1;
	}
	return run > 0;
}

/* "Sgt": a capital, two to four ASCII letters, no vowel among them. */
static bool looks_abbreviated(const struct sentence_word *token)
{
	if (token->first != RUNE_UPPER || token->all_capitals || token->len < 2 || token->len > 4 ||
	    token->any_sections & IN_WORDS)
		return false;
	for (size_t i = 0; i < token->len; i++)
		if (token->lower[i] < 'a' || token->lower[i] > 'z' || strchr("aeiouy", token->lower[i]))
			return false;
	return true;
}

static bool ends_after_number(const struct sentence_pass *pass, const struct stop_next *next,
			      const struct sentence_word *token)
{
	if (token->start == pass->start) /* a list's mark, a heading's number */
		return false;
	if (!(pass->tables->options & ORDINAL_PERIOD) || token->runes > 2)
		return true;
	return next->starter && !(next->word.any_sections & IN_MONTHS);
}

static bool ends_before_word(const struct sentence_pass *pass, const struct stop_run *run, const struct stop_next *next,
			     const struct sentence_word *token)
{
	bool bracket = next->first == '(' || next->first == '[';

	if (token->any_sections & IN_ENDS)
		return true;
	if (token->sections & IN_ALWAYS)
		return false;
	bool pronoun = pass->tables->options & PRONOUN_I && next->word.runes == 1;
	if (token->sections & IN_BEFORE_NUMBER && is_roman(&next->word) && !pronoun)
		return false;
	if (token->any_sections & IN_WORDS && token->first == RUNE_UPPER) /* "Mm. Hot out." */
		return true;
	if (is_number(token))
		return ends_after_number(pass, next, token);
	if (pass->tables->options & ORDINAL_PERIOD && is_roman(token))
		return next->starter;
	if (is_one_letter(token) && token->start == pass->start) /* "Q. Does it?" */
		return false;
	if (is_one_letter(token) && token->len > 1 && pass->tables->options & SHORT_WORDS)
		return true;
	bool unit = token->start > 0 && pass->text.at[token->start - 1] == '/'; /* the h of km/h */
	if (is_one_letter(token) && !unit)
		return next->starter && token->first != RUNE_LETTER;
	if (token->any_sections & IN_TIMES)
		return !(next->word.sections & IN_AFTER_TIMES) && next->kind == RUNE_UPPER && !bracket &&
		       !heads_sentence(pass, run->at);
	if (token->sections & IN_BEFORE_CAPITAL && (token->any_sections & IN_BEFORE_CAPITAL || !token->all_capitals)) {
		if (token->any_sections & IN_ENDS_BEFORE_QUOTE && next->opened && mark_of(next->first) & MARK_QUOTE)
			return true;
		return next->starter && !bracket;
	}
	if (has_inner_dots(token) || (next->kind == RUNE_UPPER && looks_abbreviated(token)))
		return next->starter;
	return true;
}

/* "(D-Minn.) Islamic": the stop is that of an abbreviation, the bracket goes on with its sentence. */
static bool abbreviated_in_bracket(const struct sentence_pass *pass, const struct stop_run *run,
				   const struct sentence_word *token)
{
	struct sentence_word last;
	size_t start = token->end;

	if (byte_at(pass->text, run->at + 1) != ')' || run->end > run->at + 2)
		return false;
	while (start > token->start && pass->text.at[start - 1] != '-')
		start--;
	sentence_word_of(pass->tables, pass->text, start, token->end, &last);
	return last.sections & (IN_ALWAYS | IN_BEFORE_CAPITAL) || has_inner_dots(&last);
}

bool sentence_period(const struct sentence_pass *pass, const struct stop_run *run, const struct stop_next *next)
{
	struct sentence_word token;

	read_token(pass, run->at, &token);
	if (abbreviated_in_bracket(pass, run, &token))
		return false;
	if (run->closed && pass->text.at[run->at + 1] != '\'' && token.runes > 1 && !token.dots &&
	    !(token.sections & IN_ALWAYS))
		return true;
	if (next->kind == RUNE_DIGIT || next->rune == 0x2116 || next->rune == 0xa7 || next->rune == '#')
		return ends_before_number(pass, next, &token);
	if (next->kind == RUNE_OTHER && !next->opened && !next->dash) {
		bool sign = next->rune && next->rune < 0x80 && strchr("/*&=+|<>~", (int)next->rune);
		return !(token.sections & IN_ALWAYS) && !is_one_letter(&token) && !sign;
	}
	join_pair(pass, &token);
	return token.runes == 0 || ends_before_word(pass, run, next, &token);
}
