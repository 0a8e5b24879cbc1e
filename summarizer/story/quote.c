/*
 * In: an article's text, blocks and language. Out: its direct quotations with speaker, role and the rule that found
 * them. Per paragraph: spans between marks; a span is a quotation when it is attributed right after it, introduced by a
 * cue, comma or colon, or stands as a sentence; what fails is a title, a scare quote or a fragment. Without an
 * attribution of its own it has the speaker of the quotation before, or the subject of the sentence before. Method:
 * notes of the sieve of Muzny et al. 2017 (quote attribution by ordered rules), without parser or recogniser.
 */
#include "story/quote.h"

#include "story/name_settle.h"
#include "story/person.h"
#include "story/quote_cue.h"
#include "story/quote_gate.h"
#include "story/quote_shape.h"
#include "story/quote_who.h"

enum { FRAGMENTS_BACK = 8, QUESTION_REACH = 14, TITLE_MAX = 9 /* words */ };

struct state {
	struct quote_text text;
	struct persons persons;
	struct speaker last; /* of the article so far */
	struct {
		struct quote *at;
		size_t n, room;
	} quotes;
};

/* A paragraph being read: its spans, what stands around each. */
struct passage {
	struct state *state;
	const struct quote_paragraph *paragraph;
	const struct quote_span *spans;
	uint32_t n;
	struct speaker previous; /* of the quotation before in this paragraph */
	const char *how;         /* of the span before */
};

static uint32_t before_start(const struct passage *passage, uint32_t i)
{
	return i == 0 ? passage->paragraph->first : passage->spans[i - 1].after;
}

static uint32_t after_end(const struct passage *passage, uint32_t i)
{
	return i + 1 == passage->n ? passage->paragraph->last : passage->spans[i + 1].before;
}

/* The start of the last sentence before span i, not before the span that precedes it. */
static uint32_t sentence_before(const struct passage *passage, uint32_t i)
{
	uint32_t from = before_start(passage, i), end = passage->spans[i].before;
	if (from == end)
		return from;
	uint32_t sentence = passage->state->text.tokens.at[end - 1].sentence;
	return sentence > from ? sentence : from;
}

/* The same, through fragments that stand inside the sentence. */
static uint32_t whole_sentence(const struct passage *passage, uint32_t i)
{
	const struct quote_token *at = passage->state->text.tokens.at;
	uint32_t start = sentence_before(passage, i);

	for (uint32_t back = 0; i > 0 && start == before_start(passage, i) && back < FRAGMENTS_BACK; back++) {
		const struct quote_span *span = &passage->spans[--i];
		uint32_t end = span->before, from = before_start(passage, i);
		uint32_t rune = at[span->last - 1].rune;
		bool ended = (rune == '.' || rune == '?' || rune == '!') &&
			     is(&at[span->after < passage->paragraph->last ? span->after : span->last - 1], QB_CAPITAL);
		if (ended || from == end || is(&at[end - 1], QB_ENDS))
			break;
		start = sentence_before(passage, i);
	}
	return start;
}

/* Tokens [first, last) outside quotations; of too many, the last. */
static void read_clause(const struct passage *passage, uint32_t first, uint32_t last, struct clause *clause)
{
	const struct quote_token *at = passage->state->text.tokens.at;
	uint32_t from = last, count = 0;

	while (from > first && count < CLAUSE_MAX)
		count += !is(&at[--from], QB_QUOTED);
	clause->text = &passage->state->text;
	clause->n = 0;
	for (uint32_t i = from; i < last; i++)
		if (!is(&at[i], QB_QUOTED))
			clause->at[clause->n++] = &at[i];
}

/* The first sentence after span i. */
static void read_after(const struct passage *passage, uint32_t i, struct clause *clause)
{
	const struct quote_token *at = passage->state->text.tokens.at;
	uint32_t from = passage->spans[i].after, end = after_end(passage, i);

	clause->text = &passage->state->text;
	for (clause->n = 0; from < end && clause->n < CLAUSE_MAX; from++) {
		clause->at[clause->n++] = &at[from];
		if (is(&at[from], QB_ENDS))
			break;
	}
}

static bool among(uint32_t rune, const char *ascii)
{
	for (; *ascii; ascii++)
		if (rune == (unsigned char)*ascii)
			return true;
	return false;
}

/* Can what stands after the span name its speaker? */
static bool may_follow(const struct clause *after, const struct quote_shape *shape)
{
	if (!after->n)
		return false;
	const struct quote_token *first = after->at[0];
	bool dash = shape->last == 0x2014 || shape->last == 0x2013;
	bool follows = among(shape->last, ",?!-") || dash || first->rune == ',' ||
		       (shape->last == '.' && is(first, QB_LOWER)) ||
		       (shape->last != '.' && shape->last != 0x2026 && is(first, QB_CUE));
	if (!follows)
		return false;
	if (!among(shape->last, "?!") || !is(first, QB_CAPITAL) || after->n <= QUESTION_REACH)
		return true;
	for (int k = 1; k < 4; k++)
		if (is(after->at[k], QB_CUE))
			return true;
	return false;
}

static struct attribution attribute(const struct passage *passage, uint32_t i, const struct quote_shape *shape,
				    const struct clause *before, const char **how)
{
	struct clause after;
	struct attribution found = {0};

	read_after(passage, i, &after);
	if (may_follow(&after, shape))
		found = quote_cue_right(&after, shape->last == ',');
	struct attribution left = {0};
	if (before->n && (!found.found || found.outlet))
		left = quote_cue_left(before, shape->colon);
	/* "X said ... "words", CNN reported": the outlet only passes it on. */
	bool passed_on = found.found && found.outlet && left.found && left.speaker.kind != PHRASE_NONE;
	if (found.found && !passed_on) {
		*how = "right";
		return found;
	}
	*how = passed_on ? "reported" : left.found ? "left" : NULL;
	return left;
}

/* Long enough to speak for itself where nobody is named. */
static bool stands_alone(const struct quote_shape *shape)
{
	return shape->starts && shape->capital && shape->ends && shape->words >= 5;
}

static bool fragment(const struct quote_shape *shape, const struct quote_span *span, const struct clause *before,
		     const char *how, bool follows)
{
	if (how != NULL && how[0] == 'r') /* right, reported */
		return how[1] == 'i' ? shape->words < 2 && !shape->capital : shape->words < 4;
	if (shape->title && shape->words < TITLE_MAX)
		return true;
	if (how == NULL)
		return !(shape->starts && shape->capital && (shape->words >= 4 || (follows && shape->ends)) &&
			 (shape->ends || !span->closed));
	bool introduced = shape->colon || shape->comma || (before->n && is(before->at[before->n - 1], QB_CUE));
	return !((introduced && (shape->capital || shape->words >= 4)) ||
		 (shape->capital && shape->ends && shape->words >= 5 && !shape->of));
}

/* A quotation after a plain sentence: whoever speaks in that sentence, or its subject. */
static struct speaker subject_before(const struct passage *passage, uint32_t i)
{
	struct clause clause;
	uint32_t sentence = sentence_before(passage, i);

	read_clause(passage, sentence, passage->spans[i].before, &clause);
	struct attribution found = quote_cue_reported(&clause, true);
	struct phrase phrase = found.found ? found.speaker : phrase_subject(&clause, clause.n);
	struct state *state = passage->state;
	return quote_who(&state->text, &state->persons, &phrase, &state->last, passage->spans[i].first, sentence);
}

static struct speaker inherit(const struct passage *passage, uint32_t i, const struct quote_shape *shape,
			      const char **how)
{
	struct speaker speaker = passage->previous;

	*how = "inherited";
	if (speaker.kind != PHRASE_NONE)
		return speaker;
	if (shape->alone) {
		speaker = passage->state->last;
		speaker.token = passage->spans[i].first;
		return speaker;
	}
	*how = "subject";
	speaker = subject_before(passage, i);
	if (speaker.kind == PHRASE_NONE)
		*how = "unattributed";
	return speaker;
}

static void add_quote(struct state *state, const struct quote_span *span, const struct speaker *speaker,
		      struct ng_text cue, const char *how, bool own)
{
	struct quote *quote = array_add(state->text.arena, &state->quotes);
	*quote = (struct quote){
	    .start = span->start,
	    .end = span->end,
	    .sentence = UINT32_MAX,
	    .speaker = speaker->name,
	    .role = speaker->role,
	    .cue = own ? cue : TEXT(""),
	    .how = how,
	};
	quote_gate(&state->text, span, speaker, own, quote);
}

static void read_span(struct passage *passage, uint32_t i)
{
	struct state *state = passage->state;
	const struct quote_span *span = &passage->spans[i];
	struct quote_shape shape =
	    quote_shape_of(&state->text, passage->paragraph, span, before_start(passage, i), i == 0);
	uint32_t sentence = shape.starts ? span->before : whole_sentence(passage, i);
	struct clause before = {.text = &state->text};
	struct speaker speaker = {.kind = PHRASE_NONE};
	const char *how;

	if (!shape.starts)
		read_clause(passage, sentence, span->before, &before);
	struct attribution found = attribute(passage, i, &shape, &before, &how);
	bool right = how != NULL && how[0] == 'r' && how[1] == 'i';
	if (found.found) {
		uint32_t at = right ? span->last : span->first;
		speaker = quote_who(&state->text, &state->persons, &found.speaker, &state->last, at, sentence);
	}
	bool follows = passage->previous.kind != PHRASE_NONE;
	bool is_fragment = fragment(&shape, span, &before, how, follows);
	/* "It is," she said, "a shame.": the second half begins in lower case. */
	if (is_fragment && follows && passage->how != NULL && passage->how[0] == 'r' && shape.comma &&
	    shape.words >= 2) {
		is_fragment = false;
		speaker = passage->previous;
	}
	passage->how = how;
	if (!is_fragment && speaker.kind == PHRASE_NONE)
		speaker = inherit(passage, i, &shape, &how);
	if (speaker.kind != PHRASE_NONE)
		passage->previous = state->last = speaker;
	if (!is_fragment && (speaker.kind != PHRASE_NONE || stands_alone(&shape)))
		add_quote(state, span, &speaker, found.cue, how == NULL ? "continued" : how, found.found);
}

/* Reported speech moves the speaker on. */
static void read_plain(struct state *state, const struct quote_paragraph *paragraph)
{
	struct passage passage = {.state = state, .paragraph = paragraph};
	uint32_t sentence = state->text.tokens.at[paragraph->last - 1].sentence;
	struct clause clause;

	read_clause(&passage, sentence, paragraph->last, &clause);
	struct attribution found = quote_cue_reported(&clause, false);
	if (!found.found || found.speaker.kind == PHRASE_NOUN)
		return;
	uint32_t at = (uint32_t)(found.speaker.head - state->text.tokens.at);
	state->last = quote_who(&state->text, &state->persons, &found.speaker, &state->last, at, sentence);
}

/* The sentence each quotation starts in: both lists are in order. */
static void set_sentences(struct document *document)
{
	size_t s = 0;

	for (size_t i = 0; i < document->n_quotes; i++) {
		struct quote *quote = &document->quotes[i];
		while (s < document->n_sentences && document->sentences[s].end <= quote->start)
			s++;
		if (s < document->n_sentences && document->sentences[s].start <= quote->start)
			quote->sentence = (uint32_t)s;
	}
}

void document_quotes(struct arena *arena, const struct quote_tables *tables, struct document *document)
{
	struct state state = {
	    .text =
		{
		    .arena = arena,
		    .tables = tables,
		    .words = quote_words_of(tables, document->language->code),
		    .text = document->article.text,
		},
	};

	quote_text_read(&state.text, &document->article.blocks);
	quote_marks_find(&state.text);
	if (!state.text.spans.n)
		return;
	names_settle(&state.text);
	persons_find(&state.text, &state.persons);
	for (size_t p = 0; p < state.text.paragraphs.n; p++) {
		const struct quote_paragraph *paragraph = &state.text.paragraphs.at[p];
		struct passage passage = {
		    .state = &state,
		    .paragraph = paragraph,
		    .spans = state.text.spans.at + paragraph->span,
		    .n = paragraph->n_spans,
		};
		if (!passage.n)
			read_plain(&state, paragraph);
		for (uint32_t i = 0; i < passage.n; i++)
			read_span(&passage, i);
	}
	document->quotes = state.quotes.at;
	document->n_quotes = state.quotes.n;
	set_sentences(document);
}
