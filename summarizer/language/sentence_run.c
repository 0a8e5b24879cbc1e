/*
 * The run of a stop. In: a stop. Out: everything that goes with it before the next sentence: more stops, closing marks,
 * spaced dots, marks of notes. Quotations and brackets that close in it are closed.
 */
#include "language/sentence_stop.h"

enum { BRACKET_KEEP = 400 };

/* A closing quotation mark right after a stop: the quotation ended as a sentence of its own. */
static void quotation_closes(struct sentence_pass *pass, uint32_t rune)
{
	struct open_mark *open = &pass->open[sentence_quote_kind(rune)];

	if (open->at != NOT_OPEN)
		pass->closed = *open;
	open->at = NOT_OPEN;
}

/* A bracket that began inside the running sentence stays one piece. */
static void bracket_closes(struct sentence_pass *pass, size_t at)
{
	struct open_mark *open = &pass->open[OPEN_ROUND];

	if (open->at != NOT_OPEN && open->at != open->start && at - open->at <= BRACKET_KEEP)
		sentence_take_back(pass, open->ends);
	open->at = NOT_OPEN;
}

static bool closes(const struct sentence_pass *pass, uint32_t rune, uint32_t after)
{
	bool apart = after == 0 || rune_is_space(after);

	if (rune == 0x201c || rune == 0xab) /* German closes with these */
		return apart || (after < 0x80 && one_of((char)after, ".,;:!?)"));
	if (!(mark_of(rune) & MARK_CLOSE))
		return false;
	if ((rune != '"' && rune != '\'' && rune != 0x2019) || !rune_is_word(after))
		return true;
	/* before a letter it opens or is an apostrophe */
	return rune == '"' && pass->open[OPEN_QUOTE].at != NOT_OPEN && rune_class(after) != RUNE_LOWER;
}

static void pass_closing_mark(struct sentence_pass *pass, struct stop_run *run, uint32_t rune, size_t len)
{
	if (mark_of(rune) & MARK_QUOTE)
		quotation_closes(pass, rune);
	else if (rune == ')' || rune == 0xff09)
		bracket_closes(pass, run->end);
	else if (rune == ']' || rune == 0xff3d)
		pass->open[OPEN_SQUARE].at = NOT_OPEN;
	run->closed = true;
	run->end += len;
}

/* " ." goes on with ". . ."; but in ". ...then" the ellipsis opens the next sentence. */
static bool pass_spaced_dot(const struct sentence_pass *pass, struct stop_run *run)
{
	struct ng_text text = pass->text;
	char after = byte_at(text, run->end + 2);
	size_t dots = run->end + 1, len;

	if (byte_at(text, run->end + 1) != '.' || !run->dots || run->closed || run->others ||
	    text.at[run->end - 1] != '.' || (after && !one_of(after, " \".\xe2")))
		return false;
	while (byte_at(text, dots) == '.')
		dots++;
	run->leads = dots > run->end + 2 && rune_is_word(sentence_rune(text, dots, &len));
	if (run->leads)
		return false;
	run->end += 2;
	run->dots++;
	run->spaced = true;
	return true;
}

/* " [12]", "[a]", "[...]": a footnote's mark or an omission; its length, 0: none. */
static size_t footnote_length(struct ng_text text, size_t at)
{
	size_t from = at, digits = 0;

	at += byte_at(text, at) == ' ';
	if (byte_at(text, at++) != '[')
		return 0;
	if (text_starts(text_slice(text, at, text.len), TEXT("...]")) ||
	    text_starts(text_slice(text, at, text.len), TEXT("\xe2\x80\xa6]")))
		return at + 4 - from;
	while (digits < 3 && one_of(byte_at(text, at + digits), "0123456789"))
		digits++;
	if (!digits && byte_at(text, at) >= 'a' && byte_at(text, at) <= 'z')
		digits = 1;
	return digits && byte_at(text, at + digits) == ']' ? at + digits + 1 - from : 0;
}

/* "rights. 4 Even so": a note's number after the stop, where a word that opens sentences follows; its length with the
 * blank before it, 0: none. */
static size_t note_length(const struct sentence_pass *pass, const struct stop_run *run)
{
	struct ng_text text = pass->text;
	struct sentence_word word;
	size_t digits = 0, at = run->end, next;

	while (digits < 3 && one_of(byte_at(text, at + 1 + digits), "0123456789"))
		digits++;
	next = at + 1 + digits + 1;
	if (byte_at(text, at) != ' ' || !digits || byte_at(text, next - 1) != ' ')
		return 0;
	sentence_word_of(pass->tables, text, next, sentence_word_end(text, next), &word);
	if (word.first != RUNE_UPPER || !(word.any_sections & IN_STARTERS) || byte_at(text, word.end) == '.')
		return 0;
	sentence_word_of(pass->tables, text, sentence_token_start(text, run->at, pass->start), run->at, &word);
	bool number = word.sections & (IN_ALWAYS | IN_BEFORE_CAPITAL | IN_BEFORE_NUMBER) || word.runes == 1;
	return number ? 0 : digits + 1; /* "No. 4 The Strand" */
}

/* ' . " ' closes what '" ' opened. */
static bool pass_spaced_quote(struct sentence_pass *pass, struct stop_run *run)
{
	struct ng_text text = pass->text;
	struct open_mark *open = &pass->open[OPEN_QUOTE];
	char after = byte_at(text, run->end + 2);

	if (byte_at(text, run->end + 1) != '"' || open->at == NOT_OPEN || text.at[open->at] != '"' ||
	    (after && after != ' ' && after != '\n'))
		return false;
	open->at = NOT_OPEN;
	run->closed = true;
	run->end += 2;
	return true;
}

/* Takes the next stop, closing mark, or what goes with them into the run. */
static bool extend_run(struct sentence_pass *pass, struct stop_run *run)
{
	size_t len, after_len;
	uint32_t rune = sentence_rune(pass->text, run->end, &len);
	unsigned marks = mark_of(rune);

	if (!len)
		return false;
	if (marks & (MARK_STOP | MARK_WIDE) && rune != ';') {
		run->dots += rune == '.';
		run->ellipsis |= rune == 0x2026;
		run->others += rune != '.' && rune != 0x2026;
		run->wide |= (marks & MARK_WIDE) != 0;
		run->end += len;
		return true;
	}
	uint32_t after = sentence_rune(pass->text, run->end + len, &after_len);
	if ((marks || rune < 0x80) && closes(pass, rune, after)) {
		pass_closing_mark(pass, run, rune, len);
		return true;
	}
	if (rune == ' ' && pass_spaced_dot(pass, run))
		return true;
	if (run->leads)
		return false;
	if ((rune == ' ' || rune == 0xa0 || rune == 0x202f) && after == 0xbb && pass->open[OPEN_QUOTE].at != NOT_OPEN) {
		run->end += len; /* French puts a space before its closing mark */
		return true;
	}
	size_t note = footnote_length(pass->text, run->end);
	note = note ? note : note_length(pass, run);
	run->end += note;
	return note || (rune == ' ' && pass_spaced_quote(pass, run));
}

void sentence_run(struct sentence_pass *pass, struct stop_run *run)
{
	while (extend_run(pass, run))
		;
}
