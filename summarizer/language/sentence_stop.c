/*
 * A stop. In: its place. Out: the whole run of stops and closing marks is passed, and the sentence ended after it or
 * not. What decides is the word before, the run itself, and what comes next: lower case, a capital, a word that mostly
 * opens sentences (a starter), an opening mark, a digit. A single full stop is decided in sentence_period.c.
 */
#include "language/sentence_stop.h"

enum { QUOTE_KEEP = 120, CJK_QUOTE_KEEP = 200, OPENING_LOOK = 24, ADDRESS_LOOK = 60, SPEECH_LOOK = 80 };

/* "word. . . . The": a stop, then an ellipsis. */
static bool stop_then_ellipsis(const struct sentence_pass *pass, size_t at)
{
	size_t before, len;
	unsigned lines;

	if (!text_starts(text_slice(pass->text, at + 1, pass->text.len), TEXT(" . . .")) || at <= pass->start ||
	    !rune_is_word(sentence_rune_before(pass->text, at, 0, &before)))
		return false;
	size_t next = sentence_skip(pass->text, at + 7, &lines);
	return next > at + 7 && sentence_class(sentence_rune(pass->text, next, &len)) == RUNE_UPPER;
}

static void look_past_marks(const struct sentence_pass *pass, struct stop_next *next, size_t *word)
{
	struct ng_text text = pass->text;
	size_t at = next->at, len, space;
	unsigned lines;

	next->rune = sentence_rune(text, at, &len);
	while (at < text.len && at - next->at < OPENING_LOOK) {
		unsigned marks = mark_of(next->rune);
		if (!(marks & MARK_OPEN) && !(marks & MARK_DASH && at + len < text.len))
			break;
		next->opened |= (marks & MARK_OPEN) != 0;
		at += len;
		space = sentence_skip(text, at, &lines);
		if (space > at && !(marks & MARK_DASH) && next->rune != 0xab)
			break;
		at = space;
		next->rune = sentence_rune(text, at, &len);
	}
	*word = at;
}

static void read_next(const struct sentence_pass *pass, struct stop_next *next)
{
	struct ng_text text = pass->text;
	struct sentence_word head;
	size_t word, len, end;

	next->first = sentence_rune(text, next->at, &len);
	next->dash = mark_of(next->first) & MARK_DASH;
	look_past_marks(pass, next, &word);
	next->kind = sentence_class(next->rune);
	end = sentence_word_end(text, word);
	sentence_word_of(pass->tables, text, word, end, &next->word);
	if (next->word.runes == 1 && byte_at(text, end) == '.')
		return; /* an initial, not the word "A" or "I" */
	const char *apostrophe = memchr(next->word.lower, '\'', next->word.len);
	next->starter = next->word.any_sections & (IN_STARTERS | IN_STOP_WORDS);
	if (next->starter || !apostrophe)
		return;
	end = word;
	while (text.at[end] != '\'' && text.at[end] != '\xe2')
		end++;
	sentence_word_of(pass->tables, text, word, end, &head);
	next->starter = head.any_sections & (IN_STARTERS | IN_STOP_WORDS);
}

static bool is_ascii_letter(char byte)
{
	return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

static bool looks_like_address(struct ng_text next)
{
	for (size_t i = 0; i < next.len; i++) {
		if (next.at[i] == '@' || next.at[i] == '/')
			return true;
		char after = byte_at(next, i + 1);
		if (next.at[i] == '.' && after >= 'a' && after <= 'z')
			return true;
		if (next.at[i] == '.' && after >= 'A' && after <= 'Z' && byte_at(next, i + 2) == '.')
			return true;
	}
	return text_equal_fold(next, TEXT("net")) || text_equal_fold(next, TEXT("js")) ||
	       text_equal_fold(next, TEXT("com")) || text_equal_fold(next, TEXT("org"));
}

/* "word.Next": a space is missing, unless the token looks like an address or a name. */
static bool space_missing(const struct sentence_pass *pass, const struct stop_run *run)
{
	struct ng_text text = pass->text;
	size_t start = sentence_token_start(text, run->at, pass->start), end = run->end;

	if (run->at - start < 3 || !is_ascii_letter(text.at[start]))
		return false;
	for (size_t i = start + 1; i < run->at; i++)
		if (text.at[i] < 'a' || text.at[i] > 'z')
			return false;
	while (end < text.len && end - run->end < ADDRESS_LOOK && (unsigned char)text.at[end] > ' ')
		end++;
	struct ng_text next = text_slice(text, run->end, end);
	return !looks_like_address(next) && !(next.len > 1 && next.at[1] >= 'A' && next.at[1] <= 'Z');
}

/* Japanese particles after a closed quotation: the sentence goes on. */
static bool is_particle(uint32_t rune)
{
	static const uint16_t particles[] = {0x3068, 0x3063, 0x3066, 0x306e, 0x3092, 0x304c,
					     0x306f, 0x306b, 0x3082, 0x3084, 0x3067, 0x306a};

	for (size_t i = 0; i < sizeof particles / sizeof *particles; i++)
		if (particles[i] == rune)
			return true;
	return false;
}

/* No white space after the run. */
static bool ends_without_space(const struct sentence_pass *pass, const struct stop_run *run,
			       const struct stop_next *next)
{
	struct ng_text text = pass->text;
	const struct open_mark *cjk = &pass->open[OPEN_CJK_QUOTE];
	size_t before;

	if (run->wide)
		return !(cjk->at != NOT_OPEN && run->end - cjk->at < CJK_QUOTE_KEEP) &&
		       !(run->closed && is_particle(next->first));
	if ((run->rune == 0x61f || run->rune == 0x6d4) && next->kind == RUNE_LETTER) /* not between initials */
		return run->at - sentence_token_start(text, run->at, pass->start) > 6;
	if (next->kind != RUNE_UPPER)
		return false;
	if (!next->opened && !run->closed && run->end > run->at + 1 &&
	    rune_is_word(sentence_rune_before(text, run->at, 0, &before))) { /* "country....Iguazu" */
		char second = byte_at(text, next->at + 1);
		return second >= 'a' && second <= 'z';
	}
	return ((!next->opened && run->end == run->at + 1) || run->closed) && space_missing(pass, run);
}

static bool is_letters(const struct sentence_word *word)
{
	unsigned apostrophes = 0;

	for (size_t i = 0; i < word->len; i++)
		apostrophes += word->lower[i] == '\'';
	return word->letters && word->letters + apostrophes == word->runes;
}

/* Lower case follows. */
static bool ends_before_lower(const struct sentence_pass *pass, const struct stop_run *run,
			      const struct stop_next *next)
{
	struct ng_text text = pass->text;
	struct sentence_word token;
	size_t len;

	if (run->closed || next->dash || next->opened)
		return false;
	/* the sentence itself began in lower case: this writer uses no capitals */
	bool casual = sentence_class(sentence_rune(text, pass->start, &len)) == RUNE_LOWER;
	bool starter = next->word.any_sections & IN_STARTERS;
	sentence_word_of(pass->tables, text, sentence_token_start(text, run->at, pass->start), run->at, &token);
	bool name = run->rune == '!' && token.first != RUNE_LOWER; /* "at Yahoo! in" */
	if (run->others)
		return casual || (starter && !name && (run->rune == '?' || run->rune == '!') &&
				  !(next->word.any_sections & IN_NO_QUESTION));
	if (run->dots > 1 || run->ellipsis)
		return false;
	if (!token.runes) /* a bracket or quotation closed before the stop */
		return starter && run->at > pass->start && mark_of((unsigned char)text.at[run->at - 1]) & MARK_CLOSE;
	if (!token.letters && token.digits > 2)
		return (casual || starter) && !(pass->tables->options & ORDINAL_PERIOD);
	if (token.sections & (IN_ALWAYS | IN_BEFORE_CAPITAL | IN_BEFORE_NUMBER) || !is_letters(&token) ||
	    token.runes < 2)
		return false;
	return casual || (token.runes >= 4 && starter);
}

/* "?" Smith said */
static bool is_attribution(const struct sentence_pass *pass, const struct stop_next *next)
{
	struct ng_text text = pass->text;
	struct sentence_word word;
	size_t at = next->word.end, from = at;
	unsigned lines;

	bool pronoun_i = next->word.len == 1 && next->word.lower[0] == 'i';
	if (next->starter && !pronoun_i && !(next->word.sections & IN_ALWAYS))
		return false;
	for (int i = 0; i < 3; i++) {
		while (at < text.len && at - from < SPEECH_LOOK && one_of(text.at[at], " ."))
			at++;
		size_t end = sentence_word_end(text, at);
		if (end == at)
			return false;
		sentence_word_of(pass->tables, text, at, end, &word);
		if (word.any_sections & IN_SPEECH) { /* "Smith said that ..." is a sentence of its own */
			at = sentence_skip(text, end, &lines);
			sentence_word_of(pass->tables, text, at, sentence_word_end(text, at), &word);
			return !(word.any_sections & IN_CLAUSE);
		}
		at = end;
	}
	return false;
}

/* "Yahoo! News", "Yahoo! Inc.", "E! News" */
static bool stop_of_name(const struct sentence_pass *pass, const struct stop_run *run, const struct stop_next *next)
{
	struct ng_text text = pass->text;
	struct sentence_word token;
	size_t start;

	if (next->word.any_sections & IN_ENDS_BEFORE_QUOTE && byte_at(text, next->word.end) == '.')
		return true;
	if (run->others != 1 || run->dots || run->closed)
		return false;
	sentence_word_of(pass->tables, text, sentence_token_start(text, run->at, pass->start), run->at, &token);
	if (!next->starter && token.any_sections & IN_NAMES_WITH_STOP)
		return true;
	if (run->rune != '!' || !(pass->tables->options & PRONOUN_I) || token.runes != 1 || token.first != RUNE_UPPER ||
	    token.lower[0] == 'i')
		return false;
	uint32_t rune = sentence_rune_before(text, token.start, 0, &start);
	return rune == 0 || rune_is_space(rune);
}

static bool is_i(const struct sentence_word *word)
{
	return word->len > 0 && word->lower[0] == 'i' && (word->len == 1 || word->lower[1] == '\'');
}

static bool ends_after(const struct sentence_pass *pass, const struct stop_run *run, const struct stop_next *next)
{
	struct ng_text text = pass->text, rest = text_slice(text, next->at, text.len);
	const struct open_mark *quote = &pass->open[OPEN_QUOTE];
	bool dialogue = next->dash && quote->at != NOT_OPEN && pass->tables->options & SLAVIC_DIALOGUE;
	size_t before;

	if (next->first < 0x80 && one_of((char)next->first, ",;:%?!"))
		return false;
	if (text_starts(rest, TEXT("http")) || text_starts(rest, TEXT("www.")))
		return true;
	if (next->kind == RUNE_LOWER && !(pass->tables->options & LOWER_START))
		return ends_before_lower(pass, run, next);
	if (!run->others && run->dots == 1 && !run->ellipsis && !dialogue)
		return sentence_period(pass, run, next);
	if (run->dots >= 2 || run->ellipsis) {
		if (run->spaced && !run->closed && run->dots == 3 &&
		    rune_is_space(sentence_rune_before(text, run->at, 0, &before))) /* " . . . " is a pause */
			return next->starter && !(next->word.len == 1 && next->word.lower[0] == 'i');
		if (pass->tables->options & PRONOUN_I && is_i(&next->word) && run->dots < 4 && !run->closed)
			return run->dots != 3 && !run->ellipsis; /* "... I" proves nothing */
	}
	if (dialogue && !run->closed && text.at[quote->at] != '"')
		return false;
	if (run->closed && is_attribution(pass, next))
		return false;
	if (next->dash && run->others && run->closed)
		return false;
	if (run->others && stop_of_name(pass, run, next))
		return false;
	return !((next->first == '(' || next->first == '[') && !run->dots && next->kind != RUNE_UPPER);
}

/* A slogan that closed inside a running sentence: 'Stop. Go on.' */
static void take_back_slogan(struct sentence_pass *pass, const struct stop_run *run)
{
	const struct open_mark *open = &pass->closed;

	if (open->at != NOT_OPEN && run->closed && run->at - open->at <= QUOTE_KEEP && open->at != open->start)
		sentence_take_back(pass, open->ends);
}

/* "[...]": bytes from its first dot through the bracket; 0: none stands there. */
static size_t omission_length(const struct sentence_pass *pass, size_t at)
{
	static const struct ng_text forms[] = {{"...]", 4}, {"\xe2\x80\xa6]", 4}, {". . .]", 6}};

	if (at == 0 || pass->text.at[at - 1] != '[')
		return 0;
	for (size_t i = 0; i < sizeof forms / sizeof *forms; i++)
		if (text_starts(text_slice(pass->text, at, pass->text.len), forms[i]))
			return forms[i].len;
	return 0;
}

size_t sentence_stop(struct sentence_pass *pass, size_t at, uint32_t rune, size_t len)
{
	struct stop_run run = {
	    .at = at,
	    .end = at + len,
	    .rune = rune,
	    .dots = rune == '.',
	    .others = rune != '.',
	    .ellipsis = rune == 0x2026,
	    .wide = (mark_of(rune) & MARK_WIDE) != 0,
	};
	struct stop_next next = {0};
	unsigned lines;

	if (rune == '.' && (pass->tables->options & DOT_NOT_STOP || sentence_list_item(pass, at)))
		return run.end;
	size_t omission = omission_length(pass, at);
	if (omission) {
		pass->open[OPEN_SQUARE].at = NOT_OPEN;
		return at + omission;
	}
	if (rune == '.' && stop_then_ellipsis(pass, at)) {
		sentence_end(pass, run.end);
		return at + 7;
	}
	pass->closed.at = NOT_OPEN;
	sentence_run(pass, &run);
	next.at = sentence_skip(pass->text, run.end, &lines);
	if (next.at >= pass->text.len || lines >= 2)
		return run.end; /* the paragraph's end speaks for itself */
	read_next(pass, &next);
	bool ends;
	if (next.at == run.end)
		ends = ends_without_space(pass, &run, &next);
	else
		ends = run.wide || run.leads || ends_after(pass, &run, &next);
	if (ends)
		sentence_end(pass, run.end);
	else if (next.at > run.end)
		take_back_slogan(pass, &run);
	return run.end;
}
