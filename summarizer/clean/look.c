/*
 * In: a line. Out: its look: counts, ends, cues.
 * Of a line longer than HEAD + TAIL bytes only both ends are read, and its number of words is reckoned from them: what
 * tells noise from prose stands there, and the cost of a line is bounded.
 */
#include "clean/look.h"

#include <string.h>

enum { SHORT = 12, LONG = 60, LABEL = 48, HEAD = 288, TAIL = 96, TOKENS = (HEAD + TAIL) / 2 + 1 };

struct view {
	struct ng_text text;
	const struct lexicon *lexicon;
	uint32_t start, end;
	uint32_t split, resume; /* what lies between is not read */
	struct token *tokens;
	const struct lexicon_entry **entries; /* of the tokens; NULL: none */
	uint32_t n;
};

static uint32_t rune_at(const struct view *view, uint32_t at)
{
	uint32_t rune = 0;

	if (at < view->end)
		utf8_decode(view->text, at, &rune);
	return rune;
}

static bool is_quote_mark(uint32_t rune)
{
	return rune == '"' || rune == '\'' || rune == 0xab || rune == 0xbb || (rune >= 0x2018 && rune <= 0x201f) ||
	       rune == 0x2039 || rune == 0x203a || (rune >= 0x300c && rune <= 0x300f);
}

static bool is_stop_mark(uint32_t rune)
{
	return rune == '.' || rune == '!' || rune == '?' || rune == 0x3002 || rune == 0xff01 || rune == 0xff1f ||
	       rune == 0xff0e || rune == 0x0964 || rune == 0x06d4 || rune == 0x061f || rune == 0x1362 ||
	       rune == 0x203c || rune == 0x203d || rune == 0x2047;
}

static uint32_t flags_of_end(const struct view *view)
{
	uint32_t at = view->end, rune = 0, flags = 0;

	while (at > view->start) {
		uint32_t before = (uint32_t)utf8_before(view->text, at, &rune);
		if (!is_quote_mark(rune) && rune != ')' && rune != ']' && rune != '*' && !rune_is_space(rune) &&
		    rune != 0xff09)
			break;
		at = before;
	}
	if (rune == 0x2026 || (at >= view->start + 3 && memcmp(view->text.at + at - 3, "...", 3) == 0))
		return LOOK_ELLIPSIS;
	if (rune == '?' || rune == 0xff1f)
		flags |= LOOK_QUESTION;
	if (is_stop_mark(rune))
		flags |= LOOK_STOPPED;
	if (rune == ':' || rune == 0xff1a)
		flags |= LOOK_COLON;
	if (rune == 0xbb || rune == 0x203a || rune == '>' || (rune >= 0x2190 && rune <= 0x21ff))
		flags |= LOOK_ARROW;
	return flags;
}

static bool is_rule(const struct view *view)
{
	uint32_t n = 0;

	for (uint32_t i = view->start; i < view->end; i++)
		if (strchr("-_*=#~", view->text.at[i]))
			n++;
		else if (view->text.at[i] != ' ')
			return false;
	return n > 2;
}

static uint32_t flags_of_start(struct view *view)
{
	uint32_t bullet = line_bullet(view->text, view->start, view->end), flags = 0;
	uint32_t first = rune_at(view, view->start);

	if (bullet && (first == '-' || first == 0x2013 || first == 0x2014) &&
	    rune_class(rune_at(view, view->start + bullet)) == RUNE_UPPER)
		flags |= LOOK_DASH_NAME;
	if (bullet) {
		flags |= LOOK_BULLET;
		view->start += bullet;
		first = rune_at(view, view->start);
	}
	if (is_quote_mark(first))
		flags |= LOOK_QUOTED;
	if (view->start < view->end && (first == '(' || first == '[')) {
		char last = view->text.at[view->end - 1];
		if (last == (first == '(' ? ')' : ']'))
			flags |= LOOK_BRACKETS;
	}
	return flags;
}

/* Marks that no word holds, of the bytes that are read. */
static uint32_t flags_of_marks(const struct view *view, uint16_t *glued)
{
	const unsigned char *p = (const unsigned char *)view->text.at;
	uint32_t flags = 0, odd = 0;
	unsigned char last = ' ';

	for (uint32_t i = view->start; i < view->end; i++) {
		if (i == view->split)
			i = view->resume;
		unsigned char c = p[i], next = i + 1 < view->end ? p[i + 1] : ' ';
		bool lower = last >= 'a' && last <= 'z';
		switch (c) {
		case '|':
			flags |= LOOK_BAR;
			break;
		case '{':
		case '}':
		case '<':
		case '=':
		case '\\':
		case '_':
			odd++;
			break;
		case '>':
			flags |= last == ' ' && next == ' ' ? LOOK_ARROW : 0;
			break;
		case '@':
			flags |= last == ' ' || last == '(' ? LOOK_HANDLE : next > ' ' ? LOOK_ADDRESS : 0;
			break;
		case '#':
			flags |= last == ' ' && next > '9' ? LOOK_HANDLE : 0;
			break;
		case '/':
			if (last == '/')
				flags |= LOOK_ADDRESS;
			else if (last > '9' && next > '9')
				flags |= LOOK_SLASH;
			break;
		case '.':
			if (last == 'w' && i >= view->start + 3 && p[i - 2] == 'w' && p[i - 3] == 'w')
				flags |= LOOK_ADDRESS;
			if (next == ' ' && lower && i > view->start + 3)
				flags |= LOOK_INNER_STOP;
			break;
		case '"':
			flags |= i > view->start ? LOOK_INNER_QUOTE : 0;
			break;
		case 0xc2:
			flags |= next == 0xa9 ? LOOK_COPYRIGHT : 0;
			break;
		case 0xe2:
			if (next == 0x80 && i + 2 < view->end && (p[i + 2] == 0x9c || p[i + 2] == 0x9d))
				flags |= i > view->start ? LOOK_INNER_QUOTE : 0;
			break;
		default:
			*glued = (uint16_t)(*glued + (lower && c >= 'A' && c <= 'Z'));
		}
		last = c;
	}
	return flags | (odd > 2 || (odd && view->end - view->start < 12) ? LOOK_MARKUP : 0);
}

static void read_tokens(struct view *view)
{
	struct token token;
	uint32_t at = view->start;

	while (view->n < TOKENS) {
		bool head = at < view->split;
		if (!token_next(view->text, at, head ? view->split : view->end, &token)) {
			if (!head || view->split == view->end)
				return;
			at = view->resume;
			continue;
		}
		view->entries[view->n] = lexicon_find(view->lexicon, token.word);
		view->tokens[view->n++] = token;
		at = token.end;
		if (at >= view->split && at < view->resume)
			at = view->resume;
	}
}

static char byte_after(const struct view *view, uint32_t i)
{
	return view->tokens[i].end < view->end ? view->text.at[view->tokens[i].end] : ' ';
}

/* True if a colon and more follows the words, at the line's start or near its end. */
static bool is_label(const struct view *view, uint32_t at, uint32_t n)
{
	uint32_t colon = rune_at(view, view->tokens[at + n - 1].end);

	return (colon == ':' || colon == 0xff1a) && at + n < view->n &&
	       (at == 0 || view->tokens[at].start + LABEL > view->end);
}

static bool phrase_is_at(const struct view *view, const struct phrase *phrase, uint32_t at)
{
	const uint64_t *words = &view->lexicon->words.at[phrase->first];

	if (phrase->n > view->n - at || (at && !phrase->before) || (!phrase->after && at + phrase->n != view->n) ||
	    (phrase->label && !is_label(view, at, phrase->n)))
		return false;
	for (uint32_t i = 1; i < phrase->n; i++)
		if (view->tokens[at + i].word != words[i])
			return false;
	return true;
}

static enum cue_place place_of(const struct view *view, const struct phrase *phrase, uint32_t at)
{
	uint32_t last = at + phrase->n - 1;

	if (at == 0 && last + 1 == view->n)
		return CUE_WHOLE;
	if (is_label(view, at, phrase->n))
		return at == 0 ? CUE_LABEL : CUE_END;
	return at == 0 ? CUE_START : last + 1 == view->n ? CUE_END : CUE_INSIDE;
}

static bool speaks_for_noise(enum cue cue)
{
	return cue <= CUE_NOTE;
}

static void find_cues(const struct view *view, struct look *look)
{
	uint32_t covered = 0, until = 0;

	for (uint32_t i = 0; i < view->n; i++) {
		for (uint32_t p = view->entries[i] ? view->entries[i]->phrase : 0; p;) {
			const struct phrase *phrase = &view->lexicon->phrases.at[p - 1];
			p = phrase->next;
			if (!phrase_is_at(view, phrase, i))
				continue;
			enum cue_place place = place_of(view, phrase, i);
			if (place == CUE_END && look->flags & LOOK_STOPPED)
				place = CUE_INSIDE; /* "according to Reuters." */
			if (look->words > LONG && place < CUE_START)
				continue; /* somewhere in a long paragraph it tells nothing of the whole */
			if (place > look->cue[phrase->cue])
				look->cue[phrase->cue] = (uint8_t)place;
			if (speaks_for_noise(phrase->cue) && i + phrase->n > until) {
				covered += i + phrase->n - (i > until ? i : until);
				until = i + phrase->n;
			}
		}
	}
	look->covered = (uint8_t)(view->n ? covered * 100 / view->n : 0);
	if (look->cue[CUE_ABBREVIATION] >= CUE_END && look->words <= SHORT)
		look->flags &= ~(uint32_t)LOOK_STOPPED;
}

static bool is_number(const struct view *view, uint32_t i)
{
	return i < view->n && view->tokens[i].word == NUMBER_WORD;
}

static bool has_cue(const struct view *view, uint32_t i, uint32_t cues)
{
	for (uint32_t p = i < view->n && view->entries[i] ? view->entries[i]->phrase : 0; p;) {
		const struct phrase *phrase = &view->lexicon->phrases.at[p - 1];
		if (phrase->n == 1 && cues >> phrase->cue & 1)
			return true;
		p = phrase->next;
	}
	return false;
}

static bool is_month(const struct view *view, uint32_t i)
{
	return has_cue(view, i, 1u << CUE_MONTH);
}

/* Month and day in any order; 3/4/2023, 2023-04-03; 7:18. */
static uint32_t flags_of_time(const struct view *view)
{
	uint32_t flags = 0, timely = 0;

	for (uint32_t i = 0; i < view->n; i++) {
		timely += is_number(view, i) || has_cue(view, i, 1u << CUE_MONTH | 1u << CUE_WEEKDAY | 1u << CUE_DATE);
		if (is_month(view, i) && (is_number(view, i + 1) || (i && is_number(view, i - 1))))
			flags |= LOOK_DATE;
		if (!is_number(view, i) || !is_number(view, i + 1) ||
		    view->tokens[i + 1].start != view->tokens[i].end + 1)
			continue;
		char joint = byte_after(view, i);
		uint32_t length = view->tokens[i + 1].end - view->tokens[i + 1].start;
		if (joint == ':' && length == 2)
			flags |= LOOK_CLOCK;
		else if ((joint == '/' || joint == '-' || joint == '.') && is_number(view, i + 2) &&
			 byte_after(view, i + 1) == joint)
			flags |= LOOK_DATE;
	}
	return flags & (LOOK_DATE | LOOK_CLOCK) && timely * 4 >= view->n * 3 ? flags | LOOK_ALL_DATE : flags;
}

static void count_words(const struct view *view, struct look *look)
{
	uint32_t cjk = 0;
	bool small = false;

	for (uint32_t i = 0; i < view->n; i++) {
		uint32_t rune = rune_at(view, view->tokens[i].start);
		enum rune_class class = rune_class(rune);
		cjk += rune_is_cjk(rune);
		look->cased = (uint16_t)(look->cased + (class == RUNE_UPPER || class == RUNE_LOWER));
		look->capitals = (uint16_t)(look->capitals + (class == RUNE_UPPER));
		look->stops = (uint16_t)(look->stops + (view->entries[i] && view->entries[i]->stop));
		look->numbers = (uint16_t)(look->numbers + (view->tokens[i].word == NUMBER_WORD));
		if (class == RUNE_LOWER && i == 0)
			look->flags |= LOOK_LOWER;
		small = small || class == RUNE_LOWER;
		for (uint32_t b = view->tokens[i].start + 1; !small && b < view->tokens[i].end; b++)
			small = view->text.at[b] >= 'a' && view->text.at[b] <= 'z';
	}
	if (!small && look->capitals)
		look->flags |= LOOK_SHOUT;
	look->seen = (uint16_t)view->n;
	look->words = view->n - cjk / 2;
	uint32_t unread = view->resume - view->split, read = view->end - view->start - unread;
	if (unread && read)
		look->words += (uint32_t)((uint64_t)look->words * unread / read);
}

static void keep_words(struct arena *arena, const struct view *view, struct look *look, struct look_words *words)
{
	look->first_word = (uint32_t)words->n;
	for (uint32_t i = 0; i < view->n; i++) {
		const struct token *token = &view->tokens[i];
		look->hash = hash_mix(look->hash, token->word);
		bool stop = view->entries[i] && view->entries[i]->stop;
		if (!stop && token->word != NUMBER_WORD && token->end - token->start > 2)
			*array_add(arena, words) = token->word;
	}
	look->n_words = (uint32_t)words->n - look->first_word;
	look->first = view->n ? view->tokens[0].word : 0;
	look->last = view->n ? view->tokens[view->n - 1].word : 0;
	if (view->resume > view->split)
		look->hash = hash_mix(look->hash, text_hash(text_slice(view->text, view->split, view->resume)));
}

struct look look_at(struct arena *arena, const struct lexicon *lexicon, struct ng_text text, const struct line *line,
		    struct look_words *words)
{
	struct token tokens[TOKENS];
	const struct lexicon_entry *entries[TOKENS];
	struct view view = {.text = text,
			    .lexicon = lexicon,
			    .start = line->start,
			    .end = line->end,
			    .tokens = tokens,
			    .entries = entries};
	struct look look = {0};

	look.flags = is_rule(&view) ? LOOK_RULE : 0;
	look.flags |= flags_of_start(&view) | flags_of_end(&view);
	view.split = view.resume = view.end;
	if (view.end - view.start > HEAD + TAIL) {
		view.split = view.start + HEAD;
		view.resume = view.end - TAIL;
		while (view.split > view.start && text.at[view.split] != ' ' && view.split > view.start + HEAD - 40)
			view.split--;
		while ((text.at[view.split] & 0xc0) == 0x80)
			view.split--;
		while (text.at[view.resume - 1] != ' ' && view.resume < view.end - TAIL + 40)
			view.resume++;
		while ((text.at[view.resume] & 0xc0) == 0x80)
			view.resume++;
	}
	look.flags |= flags_of_marks(&view, &look.glued);
	read_tokens(&view);
	count_words(&view, &look);
	look.flags |= flags_of_time(&view);
	if (view.n && is_number(&view, 0) && (byte_after(&view, 0) == '.' || byte_after(&view, 0) == ')') &&
	    view.tokens[0].end - view.tokens[0].start < 3)
		look.flags |= LOOK_NUMBERED;
	find_cues(&view, &look);
	keep_words(arena, &view, &look, words);
	return look;
}
