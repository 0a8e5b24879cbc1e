/*
 * In: the tokens of a document. Out: the spans between its quotation marks, paragraph by paragraph: an odd mark spoils
 * its own paragraph at most. Curly, straight, mixed, low and angled marks; what is open at a paragraph's end runs to
 * that end, and into the next one up to a mark that closes there. Single marks are quotations where an article uses
 * them as its outer marks (British); of their closing marks, those after punctuation are sure, those after a letter are
 * apostrophes where they follow s or in and a sure one is still to come.
 * Bounded: each paragraph's marks are read twice, whatever they are.
 */
#include "story/quote_text.h"

enum mark_kind { OPEN_NONE, OPEN_STRAIGHT, OPEN_CURLY, OPEN_LOW, OPEN_ANGLE, OPEN_SINGLE };
enum single_class { SINGLE_NONE, SINGLE_OPENS, SINGLE_CLOSES, SINGLE_MAY_CLOSE, SINGLE_DOUBTFUL };

struct single {
	uint32_t token;
	enum single_class class;
	uint32_t next_close, next_open; /* places in the list; its length: none */
};

struct scan {
	struct quote_text *text;
	const struct quote_paragraph *paragraph;
	bool reversed; /* »these« */
	bool single;   /* single marks are outer ones */
	bool curly;    /* the article has U+2018 */
	struct {
		struct single *at;
		size_t n, room;
	} singles;
	size_t next_single;
	bool no_close; /* no single mark closes in the rest of the paragraph */
};

static bool space_before(const struct scan *scan, uint32_t i)
{
	return i == scan->paragraph->first || is(&scan->text->tokens.at[i], QB_SPACE_BEFORE);
}

static bool space_after(const struct scan *scan, uint32_t i)
{
	return i + 1 == scan->paragraph->last || is(&scan->text->tokens.at[i], QB_SPACE_AFTER);
}

static bool word_before(const struct scan *scan, uint32_t i)
{
	return !space_before(scan, i) && is(&scan->text->tokens.at[i - 1], QB_WORD);
}

static bool word_after(const struct scan *scan, uint32_t i)
{
	return !space_after(scan, i) && is(&scan->text->tokens.at[i + 1], QB_WORD);
}

static bool among(uint32_t rune, const char *ascii)
{
	for (; *ascii; ascii++)
		if (rune == (unsigned char)*ascii)
			return true;
	return false;
}

static bool stop_before(const struct scan *scan, uint32_t i)
{
	if (space_before(scan, i))
		return false;
	uint32_t rune = scan->text->tokens.at[i - 1].rune;
	return among(rune, ",.?!-") || rune == 0x2026 || rune == 0x2014 || rune == 0x2013 ||
	       scan->text->text.at[scan->text->tokens.at[i - 1].end - 1] == '.';
}

static bool single_mark(uint32_t rune)
{
	return rune == '\'' || rune == 0x2018 || rune == 0x2019 || rune == 0x201a;
}

/* --- single marks --- */

static bool elided(const struct scan *scan, uint32_t i)
{
	const struct quote_token *next = &scan->text->tokens.at[i + 1];
	struct ng_text word = text_slice(scan->text->text, next->start, next->end);
	bool decade = is(next, QB_NUMBER) && text_ends(word, TEXT("s"));

	return decade || (is(next, QB_ELISION) && (!is(next, QB_CAPITAL) || word.len > 1));
}

static enum single_class classify(const struct scan *scan, uint32_t i)
{
	const struct quote_token *token = &scan->text->tokens.at[i];
	bool after_open = !space_before(scan, i) && (among(token[-1].rune, "([-\"") || token[-1].rune == 0x2014 ||
						     token[-1].rune == 0x2013 || token[-1].rune == 0x201c);
	bool opens = (space_before(scan, i) || after_open) && !space_after(scan, i);

	if (opens && (token->rune != 0x2019) && (token->rune == '\'' ? !scan->curly : true)) {
		bool start = word_after(scan, i) || is(&token[1], QB_MARK) || among(token[1].rune, "([.$#@") ||
			     token[1].rune == 0x2026 || token[1].rune == 0xa3 || token[1].rune == 0x20ac;
		return start && !elided(scan, i) ? SINGLE_OPENS : SINGLE_NONE;
	}
	if (space_before(scan, i) || word_after(scan, i) || (token->rune == 0x2018 && scan->curly))
		return SINGLE_NONE;
	if (!is(&token[-1], QB_WORD))
		return stop_before(scan, i) || among(token[-1].rune, ")]%;:\"") || is(&token[-1], QB_MARK)
			   ? SINGLE_CLOSES
			   : SINGLE_NONE;
	if (stop_before(scan, i))
		return SINGLE_CLOSES;
	if (!space_after(scan, i) && among(token[1].rune, ",.;:?!)"))
		return SINGLE_MAY_CLOSE;
	struct ng_text word = text_slice(scan->text->text, token[-1].start, token[-1].end);
	if (is(&token[-1], QB_ELISION))
		return SINGLE_NONE;
	bool doubtful = text_ends(word, TEXT("s")) || text_ends(word, TEXT("z")) || text_ends(word, TEXT("x")) ||
			text_ends(word, TEXT("in")) || text_ends(word, TEXT("o")) || text_ends(word, TEXT("th"));
	return doubtful ? SINGLE_DOUBTFUL : SINGLE_MAY_CLOSE;
}

static void list_singles(struct scan *scan)
{
	const struct quote_token *at = scan->text->tokens.at;
	scan->singles.n = 0;
	scan->next_single = 0;
	scan->no_close = false;
	for (uint32_t i = scan->paragraph->first; i < scan->paragraph->last; i++) {
		if (!is(&at[i], QB_MARK) || !single_mark(at[i].rune))
			continue;
		enum single_class class = classify(scan, i);
		if (class != SINGLE_NONE)
			*array_add(scan->text->arena, &scan->singles) = (struct single){.token = i, .class = class};
	}
	uint32_t close = (uint32_t)scan->singles.n, open = close;
	for (size_t k = scan->singles.n; k-- > 0;) {
		struct single *single = &scan->singles.at[k];
		single->next_close = close;
		single->next_open = open;
		if (single->class == SINGLE_CLOSES)
			close = (uint32_t)k;
		else if (single->class == SINGLE_OPENS)
			open = (uint32_t)k;
	}
}

/* Does a single quotation open at token i? Then *close is the mark that ends it. */
static bool single_opens(struct scan *scan, uint32_t i, uint32_t *close)
{
	while (scan->next_single < scan->singles.n && scan->singles.at[scan->next_single].token < i)
		scan->next_single++;
	size_t k = scan->next_single;
	if (k == scan->singles.n || scan->singles.at[k].token != i || scan->singles.at[k].class != SINGLE_OPENS ||
	    scan->no_close)
		return false;
	for (size_t depth = 0; ++k < scan->singles.n;) {
		const struct single *single = &scan->singles.at[k];
		if (single->class == SINGLE_OPENS) {
			depth += scan->curly;
			continue;
		}
		bool ends = single->class != SINGLE_DOUBTFUL || single->next_close == scan->singles.n ||
			    single->next_close > single->next_open;
		if (!ends || depth-- > 0)
			continue;
		*close = single->token;
		return true;
	}
	scan->no_close = true;
	return false;
}

/* --- double marks --- */

static enum mark_kind opens(const struct scan *scan, uint32_t i)
{
	uint32_t rune = scan->text->tokens.at[i].rune;

	switch (rune) {
	case 0x201c:
	case 0x201f:
		return OPEN_CURLY;
	case 0x201e:
		return OPEN_LOW;
	case 0x201d:
		return space_before(scan, i) && !space_after(scan, i) ? OPEN_CURLY : OPEN_NONE;
	case '"':
		return !word_before(scan, i) && !space_after(scan, i) ? OPEN_STRAIGHT : OPEN_NONE;
	case 0xab:
		return scan->reversed ? OPEN_NONE : OPEN_ANGLE;
	case 0xbb: /* a paragraph within a quotation may begin with the mark that closes */
		return scan->reversed || i == scan->paragraph->first ? OPEN_ANGLE : OPEN_NONE;
	default:
		return OPEN_NONE;
	}
}

static bool closes(const struct scan *scan, enum mark_kind kind, uint32_t i)
{
	uint32_t rune = scan->text->tokens.at[i].rune;
	bool glued = !space_before(scan, i) && !word_after(scan, i);

	switch (kind) {
	case OPEN_CURLY:
		return rune == 0x201d || rune == '"' || (rune == 0x201c && glued);
	case OPEN_STRAIGHT:
		return ((rune == '"' || rune == 0x201d) && (!word_after(scan, i) || stop_before(scan, i))) ||
		       (rune == 0x201c && glued);
	case OPEN_LOW:
		return rune == 0x201c || rune == 0x201d || rune == '"' || rune == 0x201f;
	default:
		return false;
	}
}

/* Angled marks nest; +1 opens, -1 closes. */
static int angle(const struct scan *scan, uint32_t rune)
{
	int way = rune == 0xab ? 1 : rune == 0xbb ? -1 : 0;
	return scan->reversed ? -way : way;
}

static void add_span(struct scan *scan, uint32_t before, uint32_t first, uint32_t last, bool closed, bool continues)
{
	struct quote_text *text = scan->text;
	struct quote_token *at = text->tokens.at;

	if (first >= last)
		return;
	struct quote_span *span = array_add(text->arena, &text->spans);
	*span = (struct quote_span){
	    .before = before,
	    .first = first,
	    .last = last,
	    .after = closed ? last + 1 : last,
	    .start = at[first].start,
	    .end = at[last - 1].end,
	    .closed = closed,
	    .continues = continues,
	};
	for (uint32_t i = first; i < last; i++)
		at[i].is |= QUOTE_BIT(QB_QUOTED);
}

/* The mark that closes a quotation of this kind opened before `i`; paragraph->last: none does. */
static uint32_t find_close(const struct scan *scan, enum mark_kind kind, uint32_t i)
{
	const struct quote_token *at = scan->text->tokens.at;
	int depth = 1;

	for (; i < scan->paragraph->last; i++) {
		if (!is(&at[i], QB_MARK))
			continue;
		if (kind == OPEN_ANGLE) {
			depth += angle(scan, at[i].rune);
			if (depth == 0)
				return i;
		} else if (closes(scan, kind, i))
			return i;
	}
	return i;
}

/* The paragraph before did not close, and the first mark of this one closes: it began inside the quotation. */
static uint32_t find_continued(const struct scan *scan, enum mark_kind kind)
{
	const struct quote_token *at = scan->text->tokens.at;

	for (uint32_t i = scan->paragraph->first; i < scan->paragraph->last; i++) {
		if (!is(&at[i], QB_MARK) || single_mark(at[i].rune))
			continue;
		bool straight = at[i].rune == '"' && i > scan->paragraph->first && !space_before(scan, i);
		bool ends = kind == OPEN_ANGLE ? angle(scan, at[i].rune) < 0
					       : closes(scan, kind, i) && (at[i].rune != '"' || straight);
		return ends && i > scan->paragraph->first && stop_before(scan, i) ? i : scan->paragraph->last;
	}
	return scan->paragraph->last;
}

/* A single mark opens this paragraph and the next one, and nothing closes it: one speech. */
static bool single_goes_on(const struct scan *scan, uint32_t i)
{
	const struct quote_paragraph *next = scan->paragraph + 1;

	if (next == scan->text->paragraphs.at + scan->text->paragraphs.n || classify(scan, i) != SINGLE_OPENS)
		return false;
	const struct quote_token *first = &scan->text->tokens.at[next->first];
	return is(first, QB_MARK) && first->rune == scan->text->tokens.at[i].rune;
}

/* Scans one paragraph; returns the kind that is open at its end. */
static enum mark_kind scan_paragraph(struct scan *scan, enum mark_kind open)
{
	const struct quote_token *at = scan->text->tokens.at;
	uint32_t i = scan->paragraph->first, last = scan->paragraph->last, close;

	if (scan->single)
		list_singles(scan);
	if (open != OPEN_NONE && (close = find_continued(scan, open)) < last) {
		add_span(scan, i, i, close, true, true);
		i = close + 1;
	}
	for (; i < last; i++) {
		if (!is(&at[i], QB_MARK))
			continue;
		if (scan->single && single_opens(scan, i, &close)) {
			add_span(scan, i, i + 1, close, true, false);
			i = close;
			continue;
		}
		if (scan->single && i == scan->paragraph->first && single_goes_on(scan, i)) {
			add_span(scan, i, i + 1, last, false, false);
			return OPEN_SINGLE;
		}
		enum mark_kind kind = opens(scan, i);
		if (kind == OPEN_NONE)
			continue;
		close = find_close(scan, kind, i + 1);
		add_span(scan, i, i + 1, close, close < last, false);
		if (close == last)
			return kind;
		i = close;
	}
	return OPEN_NONE;
}

/* --- what marks this article uses --- */

struct counts {
	size_t double_marks, single_pairs, angles, reversed_angles;
};

static struct counts count_marks(struct scan *scan)
{
	struct quote_text *text = scan->text;
	struct counts counts = {0};

	for (size_t i = 0; i < text->tokens.n; i++)
		scan->curly |= is(&text->tokens.at[i], QB_MARK) && text->tokens.at[i].rune == 0x2018;
	for (size_t p = 0; p < text->paragraphs.n; p++) {
		scan->paragraph = &text->paragraphs.at[p];
		uint32_t outside = scan->paragraph->first;
		bool inside = false;
		list_singles(scan);
		for (uint32_t i = scan->paragraph->first; i < scan->paragraph->last; i++) {
			const struct quote_token *token = &text->tokens.at[i];
			uint32_t close;
			if (!is(token, QB_MARK))
				continue;
			if (token->rune == 0xab || token->rune == 0xbb) {
				bool opening = space_before(scan, i) && !(token->rune == 0xbb && space_after(scan, i));
				counts.angles += opening && token->rune == 0xab;
				counts.reversed_angles += opening && token->rune == 0xbb;
			} else if (!single_mark(token->rune)) {
				inside = !inside;
				counts.double_marks += i >= outside;
			} else if (!inside && i >= outside && single_opens(scan, i, &close) &&
				   stop_before(scan, close)) {
				counts.single_pairs++;
				outside = close;
			}
		}
	}
	return counts;
}

void quote_marks_find(struct quote_text *text)
{
	struct scan scan = {.text = text};
	struct counts counts = count_marks(&scan);
	enum mark_kind open = OPEN_NONE;

	scan.reversed = counts.reversed_angles > counts.angles;
	scan.single = counts.double_marks + counts.angles + counts.reversed_angles < 2 ||
		      counts.single_pairs > counts.double_marks / 2;
	for (size_t p = 0; p < text->paragraphs.n; p++) {
		struct quote_paragraph *paragraph = &text->paragraphs.at[p];
		paragraph->span = (uint32_t)text->spans.n;
		scan.paragraph = paragraph;
		open = scan_paragraph(&scan, open);
		paragraph->n_spans = (uint32_t)text->spans.n - paragraph->span;
	}
}
