/*
 * Sentences. In: a block of text, the tables of its language. Out: byte spans, trimmed, with only white space between.
 * Method: one pass from mark to mark (notes in sentence_stop.c); quotations and brackets are split inside as everything
 * else, and the splits are taken back when the mark closes in a sentence that goes on (sentence_mark.c). Every look
 * around is bounded and a taken-back split is never made again, so the time is linear. Never over a blank line.
 */
#include "language/sentence_pass.h"

/* Bytes at which the pass stops: marks, line feeds and the lead bytes of those beyond ASCII. */
static const bool triggers[256] = {
    ['.'] = true,  ['!'] = true,  ['?'] = true,  [':'] = true,  [';'] = true,  ['"'] = true,
    ['('] = true,  [')'] = true,  ['['] = true,  [']'] = true,  ['*'] = true,  ['='] = true,
    ['_'] = true,  ['~'] = true,  ['-'] = true,  ['#'] = true,  [','] = true,  ['@'] = true,
    ['\n'] = true, [0xc2] = true, [0xcd] = true, [0xd6] = true, [0xd8] = true, [0xdb] = true,
    [0xe0] = true, [0xe1] = true, [0xe2] = true, [0xe3] = true, [0xef] = true,
};

size_t sentence_count(const struct sentence_pass *pass)
{
	return pass->spans->n - pass->first;
}

void sentence_end(struct sentence_pass *pass, size_t end)
{
	size_t last = end, before;
	unsigned lines;

	while (last > pass->start && rune_is_space(sentence_rune_before(pass->text, last, pass->start, &before)))
		last = before;
	if (last > pass->start) {
		struct span *span = array_add(pass->arena, pass->spans);
		span->start = pass->base + pass->start;
		span->end = pass->base + (uint32_t)last;
	}
	pass->start = (uint32_t)sentence_skip(pass->text, end, &lines);
}

void sentence_paragraph(struct sentence_pass *pass, size_t end)
{
	sentence_end(pass, end);
	for (size_t i = 0; i < OPEN_KINDS; i++)
		pass->open[i].at = NOT_OPEN;
	pass->list.close = 0;
}

void sentence_take_back(struct sentence_pass *pass, size_t ends)
{
	if (sentence_count(pass) <= ends)
		return;
	pass->start = pass->spans->at[pass->first + ends].start - pass->base;
	pass->spans->n = pass->first + ends;
}

static bool is_stop(const struct sentence_pass *pass, uint32_t rune, unsigned marks)
{
	if (rune == ';')
		return pass->tables->options & GREEK_QUESTION;
	return marks & (MARK_STOP | MARK_WIDE) || (rune == ':' && pass->tables->options & COLON_STOP);
}

static size_t at_bracket(struct sentence_pass *pass, size_t at, uint32_t rune, size_t len)
{
	bool square = rune == '[' || rune == ']' || rune == 0xff3b || rune == 0xff3d;
	enum open_kind kind = square ? OPEN_SQUARE : OPEN_ROUND;

	if (rune == ')' && sentence_list_item(pass, at))
		return at + len;
	if (mark_of(rune) & MARK_OPEN)
		sentence_open(pass, kind, at);
	else
		sentence_close(pass, kind, at);
	return at + len;
}

static size_t at_ascii(struct sentence_pass *pass, size_t at, char byte)
{
	switch (byte) {
	case '\n':
		return sentence_line_feed(pass, at);
	case '(':
	case ')':
	case '[':
	case ']':
		return at_bracket(pass, at, (unsigned char)byte, 1);
	case '"':
		sentence_quotation_mark(pass, at, '"', 1);
		return at + 1;
	case ':':
	case ';': {
		size_t next = sentence_emoticon(pass, at);
		if (next > at + 1)
			return next;
		if (byte == ':')
			return sentence_colon(pass, at);
		if (sentence_semicolon(pass, at))
			sentence_end(pass, next);
		return next;
	}
	case ',':
		return sentence_comma(pass, at);
	case '@':
		return sentence_at_sign(pass, at);
	default:
		return sentence_rule(pass, at);
	}
}

static size_t at_other(struct sentence_pass *pass, size_t at, uint32_t rune, size_t len, unsigned marks)
{
	if (rune == 0x2028 || rune == 0x2029)
		return sentence_line_feed(pass, at);
	if (rune == 0xff08 || rune == 0xff09 || rune == 0xff3b || rune == 0xff3d)
		return at_bracket(pass, at, rune, len);
	if (marks & MARK_QUOTE)
		sentence_quotation_mark(pass, at, rune, len);
	else if (marks & MARK_BULLET)
		sentence_bullet(pass, at);
	return at + len;
}

void sentences_split(struct arena *arena, const struct language *language, struct ng_text text, uint32_t start,
		     uint32_t end, struct spans *spans)
{
	struct sentence_pass pass = {
	    .arena = arena,
	    .tables = language->sentences,
	    .text = text_slice(text, start, end),
	    .base = start,
	    .spans = spans,
	    .first = spans->n,
	    .closed = {.at = NOT_OPEN},
	};

	sentence_paragraph(&pass, 0);
	for (size_t at = pass.start; at < pass.text.len;) {
		unsigned char byte = (unsigned char)pass.text.at[at];
		if (!triggers[byte]) {
			at++;
			continue;
		}
		size_t len;
		uint32_t rune = sentence_rune(pass.text, at, &len);
		unsigned marks = mark_of(rune);
		if (is_stop(&pass, rune, marks))
			at = sentence_stop(&pass, at, rune, len);
		else if (byte < 0x80)
			at = at_ascii(&pass, at, (char)byte);
		else
			at = at_other(&pass, at, rune, len, marks);
	}
	sentence_end(&pass, pass.text.len);
}

static bool is_read(enum block_kind kind)
{
	return kind == BLOCK_BODY || kind == BLOCK_LIST || kind == BLOCK_QUOTE;
}

void document_sentences(struct arena *arena, struct document *document, size_t limit)
{
	const struct blocks *blocks = &document->article.blocks;
	struct {
		struct sentence *at;
		size_t n, room;
	} sentences = {0};
	struct spans spans = {0};

	for (size_t i = 0; i < blocks->n && sentences.n < limit; i++) {
		if (!is_read(blocks->at[i].kind))
			continue;
		spans.n = 0;
		sentences_split(arena, document->language, document->article.text, blocks->at[i].start,
				blocks->at[i].end, &spans);
		for (size_t k = 0; k < spans.n && sentences.n < limit; k++) {
			struct sentence *sentence = array_add(arena, &sentences);
			sentence->start = spans.at[k].start;
			sentence->end = spans.at[k].end;
			sentence->block = (uint32_t)i;
		}
	}
	document->sentences = sentences.at;
	document->n_sentences = sentences.n;
}
