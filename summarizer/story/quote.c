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
#include "story/quote_label.h"
#include "story/quote_shape.h"
#include "story/quote_who.h"

enum { FRAGMENTS_BACK = 8, QUESTION_REACH = 14, TITLE_MAX = 9 /* words */ };

struct state {
	struct quote_text text;
	struct persons persons;
	struct speaker last; /* of the article so far */
	struct quote_labels labels;
	size_t
	    open; /* quotations from this one on go on in the next paragraph and nobody is named yet; SIZE_MAX: none */
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

static void read_inside(const struct passage *passage, uint32_t i, struct clause *clause)
{
	const struct quote_span *span = &passage->spans[i];

	clause->text = &passage->state->text;
	clause->n = 0;
	for (uint32_t k = span->first; k < span->last && clause->n < CLAUSE_MAX; k++)
		clause->at[clause->n++] = &passage->state->text.tokens.at[k];
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
	/* "Title," filmed the artist: an unknown verb must follow what can be speech. */
	if (found.guessed && (shape->title || shape->words < 4))
		found = (struct attribution){0};
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
	if (!left.found && passage->state->text.words->speaker_inside) {
		read_inside(passage, i, &after);
		left = quote_cue_inside(&after);
		*how = left.found ? "right inside" : NULL;
	}
	return left;
}

/* Long enough to speak for itself where nobody is named. */
static bool stands_alone(const struct quote_shape *shape)
{
	return shape->starts && shape->capital && shape->ends && shape->words >= 5;
}

/* ", he said," and ":" and "chanting" right before it: whatever its form, it is said. */
static bool introduced(const struct quote_shape *shape, const struct clause *before, bool *sure)
{
	const struct quote_token *last = before->n ? before->at[before->n - 1] : NULL;
	const struct quote_token *verb = shape->comma && before->n > 1 ? before->at[before->n - 2] : last;

	*sure = shape->colon || (verb != NULL && is(verb, QB_CUE) && (shape->comma || is(verb, QB_ING)));
	return shape->colon || shape->comma || (last != NULL && is(last, QB_CUE));
}

static bool fragment(const struct quote_shape *shape, const struct quote_span *span, const struct clause *before,
		     const char *how, bool follows)
{
	bool sure, opens = introduced(shape, before, &sure);

	if (how != NULL && how[0] == 'r') { /* right, reported */
		if (shape->title && shape->of && shape->words < TITLE_MAX)
			return true;
		return how[1] == 'i' ? shape->words < 2 && !shape->capital : shape->words < 4;
	}
	if (shape->title && shape->words < TITLE_MAX && !(how != NULL && sure))
		return true;
	if (how == NULL)
		return !(shape->starts && shape->capital && (shape->words >= 4 || (follows && shape->ends)) &&
			 (shape->ends || !span->closed));
	if (sure && shape->words >= 2)
		return false;
	return !((opens && (shape->capital || shape->words >= 4)) || (shape->sentences && shape->ends) ||
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

/* "Clinton released a statement:" before a paragraph that is a quotation. */
static struct speaker announced(const struct passage *passage, uint32_t i)
{
	struct state *state = passage->state;
	const struct quote_paragraph *before = passage->paragraph - 1;
	struct clause clause;

	if (passage->paragraph == state->text.paragraphs.at || state->text.tokens.at[before->last - 1].rune != ':')
		return (struct speaker){.kind = PHRASE_NONE};
	struct passage other = {.state = state, .paragraph = before};
	uint32_t sentence = state->text.tokens.at[before->last - 1].sentence;
	read_clause(&other, sentence, before->last, &clause);
	struct attribution found = quote_cue_left(&clause, true);
	return quote_who(&state->text, &state->persons, &found.speaker, &state->last, passage->spans[i].first,
			 sentence);
}

/* A paragraph that is a quotation and nothing else, with a signature below. */
static struct speaker signed_by(const struct passage *passage, uint32_t i)
{
	struct state *state = passage->state;
	const struct quote_paragraph *next = passage->paragraph + 1;
	struct speaker speaker = {.kind = PHRASE_NONE};

	if (passage->n != 1 || next == state->text.paragraphs.at + state->text.paragraphs.n)
		return speaker;
	speaker.name = quote_signature(&state->text, next);
	if (speaker.name.len) {
		speaker.kind = PHRASE_NAME;
		speaker.person = true;
		speaker.token = passage->spans[i].first;
	}
	return speaker;
}

static struct speaker inherit(const struct passage *passage, uint32_t i, const struct quote_shape *shape,
			      const char **how)
{
	struct speaker speaker = passage->previous;

	*how = "inherited";
	if (speaker.kind != PHRASE_NONE)
		return speaker;
	if (shape->alone) {
		*how = "signed";
		speaker = signed_by(passage, i);
		if (speaker.kind != PHRASE_NONE)
			return speaker;
		*how = "announced";
		speaker = announced(passage, i);
		if (speaker.kind != PHRASE_NONE)
			return speaker;
		*how = "inherited";
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

/* What was left open before this paragraph is said by the same person. */
static void name_open(struct state *state, const struct speaker *speaker)
{
	for (size_t i = state->open; i < state->quotes.n; i++) {
		state->quotes.at[i].speaker = speaker->name;
		state->quotes.at[i].role = speaker->role;
	}
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
	bool named = found.found && speaker.kind != PHRASE_NONE;
	if (shape.alone && named && right)
		name_open(state, &speaker);
	if (i == 0)
		state->open = named || !shape.alone || span->closed ? SIZE_MAX
			      : state->open < SIZE_MAX              ? state->open
								    : state->quotes.n;
	if (!is_fragment && (speaker.kind != PHRASE_NONE || found.found || stands_alone(&shape)))
		add_quote(state, span, &speaker, found.cue, how == NULL ? "continued" : how, found.found);
}

/* A paragraph of a transcript. False: it has no label. */
static bool read_speech(struct state *state, const struct quote_paragraph *paragraph)
{
	struct quote_label label = quote_label_of(&state->text, &state->labels, &state->persons, paragraph);
	const struct quote_token *at = state->text.tokens.at;
	uint32_t first = label.after, last = paragraph->last;

	if (!label.name.len)
		return false;
	while (first < last && is(&at[first], QB_MARK))
		first++;
	while (last > first && is(&at[last - 1], QB_MARK))
		last--;
	if (first == last)
		return true;
	struct speaker speaker = {
	    .name = label.name, .kind = PHRASE_NAME, .person = true, .clear = true, .token = first};
	struct quote_span span = {.first = first, .last = last, .start = at[first].start, .end = at[last - 1].end};
	state->last = speaker;
	add_quote(state, &span, &speaker, TEXT(":"), "transcript", true);
	return true;
}

/* A block quotation without marks, announced by a colon. False: it is none. */
static bool read_block(struct state *state, const struct quote_paragraph *paragraph)
{
	struct quote_span span = {.first = paragraph->first, .last = paragraph->last};
	struct passage passage = {.state = state, .paragraph = paragraph, .spans = &span, .n = 1};

	if (paragraph->kind != BLOCK_QUOTE)
		return false;
	struct speaker speaker = announced(&passage, 0);
	if (speaker.kind == PHRASE_NONE)
		return false;
	span.start = state->text.tokens.at[span.first].start;
	span.end = state->text.tokens.at[span.last - 1].end;
	state->last = speaker;
	add_quote(state, &span, &speaker, TEXT(":"), "block", true);
	return true;
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

static bool has_block(const struct quote_text *text)
{
	for (size_t p = 0; p < text->paragraphs.n; p++)
		if (text->paragraphs.at[p].kind == BLOCK_QUOTE)
			return true;
	return false;
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
	state.labels = quote_labels_find(&state.text);
	state.open = SIZE_MAX;
	if (!state.text.spans.n && !state.labels.transcript && !has_block(&state.text))
		return;
	names_settle(&state.text);
	persons_find(&state.text, &state.persons);
	if (state.labels.transcript)
		quote_labels_name(&state.text, &state.labels, &state.persons);
	for (size_t p = 0; p < state.text.paragraphs.n; p++) {
		const struct quote_paragraph *paragraph = &state.text.paragraphs.at[p];
		struct passage passage = {
		    .state = &state,
		    .paragraph = paragraph,
		    .spans = state.text.spans.at + paragraph->span,
		    .n = paragraph->n_spans,
		};
		if (state.labels.transcript && read_speech(&state, paragraph))
			continue;
		if (!passage.n && !read_block(&state, paragraph))
			read_plain(&state, paragraph);
		if (!passage.n)
			state.open = SIZE_MAX;
		for (uint32_t i = 0; i < passage.n; i++)
			read_span(&passage, i);
	}
	document->quotes = state.quotes.at;
	document->n_quotes = state.quotes.n;
	set_sentences(document);
}
