/*
 * In: a line. Out: its look: counts, ends, cues.
 * Of a line longer than HEAD + TAIL bytes only both ends are read, and its number of words is reckoned from them: what
 * tells noise from prose stands there, and the cost of a line is bounded.
 */
#include "clean/look.h"

#include "base/eight.h"

#include <string.h>

enum { SHORT = 12, LONG = 60, LABEL = 48, SIGNATURE = 64, HEAD = 288, TAIL = 96, TOKENS = (HEAD + TAIL) / 2 + 1 };

struct view {
	struct ng_text text;
	const struct lexicon *lexicon;
	uint32_t bytes; /* of the line, with its bullet */
	uint32_t start, end;
	uint32_t split, resume; /* what lies between is not read */
	struct token *tokens;
	const struct lexicon_entry **entries; /* of the tokens; NULL: none */
	uint32_t n;
	uint8_t cued[TOKENS]; /* those that a phrase begins with */
	uint32_t n_cued, cjk;
	bool small; /* a small letter was seen */
	struct arena *arena;
	struct look_words *words;
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

/* A semicolon after a Greek letter asks, as U+037E does, which nobody types. */
static bool is_greek_question(const struct view *view, uint32_t mark)
{
	uint32_t rune = 0;

	if (mark > view->start)
		utf8_before(view->text, mark, &rune);
	return (rune >= 0x0370 && rune <= 0x03ff) || (rune >= 0x1f00 && rune <= 0x1fff);
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
	bool greek = rune == 0x037e || (rune == ';' && is_greek_question(view, at - 1));
	if (rune == '?' || rune == 0xff1f || rune == 0x061f || greek)
		flags |= LOOK_QUESTION;
	if (is_stop_mark(rune) || greek)
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

/* The mark at `at`, between words, after the byte `last`. */
static uint32_t flags_of_mark(const struct view *view, uint32_t at, unsigned char last, uint32_t *odd)
{
	const unsigned char *p = (const unsigned char *)view->text.at;
	unsigned char next = at + 1 < view->end ? p[at + 1] : ' ';
	bool first = at == view->start, lower = last >= 'a' && last <= 'z';

	switch (p[at]) {
	case '|':
		return LOOK_BAR;
	case '{':
	case '}':
	case '<':
	case '=':
	case '\\':
	case '_':
		++*odd;
		return 0;
	case '>':
		return last == ' ' && next == ' ' ? LOOK_ARROW : 0;
	case '@':
		return last == ' ' || last == '(' ? LOOK_HANDLE : next > ' ' ? LOOK_ADDRESS : 0;
	case '#':
		return last == ' ' && next > '9' ? LOOK_HANDLE : 0;
	case '/':
		return last == '/' ? LOOK_ADDRESS : last > '9' && next > '9' ? LOOK_SLASH : 0;
	case '.':
		if (last == 'w' && at >= view->start + 3 && p[at - 2] == 'w' && p[at - 3] == 'w')
			return LOOK_ADDRESS;
		return next == ' ' && lower && at > view->start + 3 ? LOOK_INNER_STOP : 0;
	case '"':
		return first ? 0 : LOOK_INNER_QUOTE;
	case 0xc2:
		return next == 0xa9 ? LOOK_COPYRIGHT : 0;
	case 0xe2:
		if (next == 0x80 && at + 2 < view->end && (p[at + 2] == 0x9c || p[at + 2] == 0x9d))
			return first ? 0 : LOOK_INNER_QUOTE;
		return 0;
	default:
		return 0;
	}
}

/* The line's content words go to the list of all lines. */
static void keep_word(const struct view *view, uint64_t word)
{
	struct look_words *words = view->words;

	if (words->n == words->room)
		words->at = arena_room(view->arena, words->at, words->n, &words->room, sizeof *words->at);
	words->at[words->n++] = word;
}

static void take_word(struct view *view, const struct token *token, struct look *look)
{
	const struct lexicon_entry *entry = lexicon_find(view->lexicon, token->word);
	enum rune_class class = rune_class(token->rune);
	bool stop = entry && entry->stop, number = token->word == NUMBER_WORD;

	look->cased = (uint16_t)(look->cased + (class == RUNE_UPPER || class == RUNE_LOWER));
	look->capitals = (uint16_t)(look->capitals + (class == RUNE_UPPER));
	look->stops = (uint16_t)(look->stops + stop);
	look->numbers = (uint16_t)(look->numbers + number);
	view->cjk += rune_is_cjk(token->rune);
	view->small = view->small || class == RUNE_LOWER || token->small;
	if (class == RUNE_LOWER && !view->n)
		look->flags |= LOOK_LOWER;
	if (!stop && !number && token->end - token->start > 2)
		keep_word(view, token->word);
	if (entry && (entry->follow || entry->alone))
		view->cued[view->n_cued++] = (uint8_t)view->n;
	view->entries[view->n] = entry;
	view->tokens[view->n++] = *token;
}

/* The words of a stretch, and the marks between them; `last`: the byte that was read before it. */
static uint32_t read_stretch(struct view *view, uint32_t at, uint32_t end, unsigned char last, struct look *look)
{
	const unsigned char *p = (const unsigned char *)view->text.at;
	uint32_t odd = 0;
	struct token token;

	while (at < end) {
		bool more = view->n < TOKENS && token_next(view->text, at, end, &token);
		uint32_t until = more ? token.start : end;
		if (more && at == until && last >= 'a' && last <= 'z' && p[at] >= 'A' && p[at] <= 'Z')
			look->glued++;
		for (; at < until; last = p[at++])
			if (p[at] != ' ')
				look->flags |= flags_of_mark(view, at, last, &odd);
		if (!more)
			break;
		take_word(view, &token, look);
		at = token.end;
		last = p[at - 1];
	}
	return odd;
}

static void read_line(struct view *view, struct look *look)
{
	uint32_t odd = read_stretch(view, view->start, view->split, ' ', look);

	if (view->resume < view->end)
		odd += read_stretch(view, view->resume, view->end, (unsigned char)view->text.at[view->split - 1], look);
	if (odd > 2 || (odd && view->end - view->start < 12))
		look->flags |= LOOK_MARKUP;
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

struct cover {
	uint32_t words, until; /* words in phrases that speak for noise; where the last of them ends */
};

/* True if word i begins the line's last sentence, a short one, and another stands before it. */
static bool ends_line(const struct view *view, uint32_t i)
{
	uint32_t start = view->tokens[i].start;

	return i && start + SIGNATURE > view->end && start > view->start + 2 && view->text.at[start - 1] == ' ' &&
	       strchr(".!?)\"", view->text.at[start - 2]);
}

static void try_phrases(const struct view *view, uint32_t i, const struct lexicon_entry *entry, struct look *look,
			struct cover *cover)
{
	for (uint32_t p = entry ? entry->phrase : 0; p;) {
		const struct phrase *phrase = &view->lexicon->phrases.at[p - 1];
		p = phrase->next;
		if (!phrase_is_at(view, phrase, i))
			continue;
		enum cue_place place = place_of(view, phrase, i);
		if (place == CUE_END && look->flags & LOOK_STOPPED)
			place = CUE_INSIDE; /* "according to Reuters." */
		if (look->words > LONG && place < CUE_START)
			continue; /* somewhere in a long paragraph it tells nothing of the whole */
		if (phrase->cue == CUE_CREDIT && ends_line(view, i) && look->cue[CUE_CAPTION] < CUE_END)
			look->cue[CUE_CAPTION] = CUE_END; /* "The ferry at noon. Photo by A" */
		if (place > look->cue[phrase->cue])
			look->cue[phrase->cue] = (uint8_t)place;
		if (speaks_for_noise(phrase->cue) && i + phrase->n > cover->until) {
			cover->words += i + phrase->n - (i > cover->until ? i : cover->until);
			cover->until = i + phrase->n;
		}
	}
}

/*
 * True if text and then a signature in brackets ends the line, "(Verrel/Tidewire)": names alone, one of them after a
 * slash. So a caption ends.
 */
static bool is_signed(const struct view *view)
{
	uint32_t open = view->end, i = view->n;
	bool slash = false;

	if (view->start == view->end || view->text.at[view->end - 1] != ')')
		return false;
	while (open > view->start && open + SIGNATURE > view->end && view->text.at[open - 1] != '(') {
		open--;
		slash = slash || view->text.at[open] == '/';
	}
	while (i && view->tokens[i - 1].start >= open && rune_class(view->tokens[i - 1].rune) == RUNE_UPPER)
		i--;
	return slash && i && i < view->n && open > view->start && view->text.at[open - 1] == '(' &&
	       view->tokens[i - 1].end < open;
}

static void find_cues(const struct view *view, struct look *look)
{
	struct cover cover = {0};

	for (uint32_t k = 0; k < view->n_cued; k++) {
		uint32_t i = view->cued[k];
		const struct lexicon_entry *entry = view->entries[i];
		uint64_t next = i + 1 < view->n ? view->tokens[i + 1].word : 0;
		if (next && entry->follow & lexicon_bit(next))
			try_phrases(view, i, lexicon_find(view->lexicon, lexicon_pair(entry->word, next)), look,
				    &cover);
		try_phrases(view, i, entry, look, &cover);
	}
	if (look->cue[CUE_CAPTION] < CUE_END && is_signed(view))
		look->cue[CUE_CAPTION] = CUE_END;
	look->covered = (uint8_t)(view->n ? cover.words * 100 / view->n : 0);
	if (look->cue[CUE_ABBREVIATION] >= CUE_END && look->words <= SHORT)
		look->flags &= ~(uint32_t)LOOK_STOPPED;
}

static bool is_number(const struct view *view, uint32_t i)
{
	return i < view->n && view->tokens[i].word == NUMBER_WORD;
}

static bool has_cue(const struct view *view, uint32_t i, uint32_t cues)
{
	return i < view->n && view->entries[i] && view->entries[i]->alone & cues;
}

static bool is_month(const struct view *view, uint32_t i)
{
	return has_cue(view, i, 1u << CUE_MONTH);
}

/* Month and day in any order; 3/4/2023, 2023-04-03; 7:18: of number i with what stands beside it. */
static uint32_t flags_of_number(const struct view *view, uint32_t i)
{
	const struct token *next = &view->tokens[i + 1];
	uint32_t flags = is_month(view, i + 1) || (i && is_month(view, i - 1)) ? LOOK_DATE : 0;

	if (!is_number(view, i + 1) || next->start != view->tokens[i].end + 1)
		return flags;
	char joint = byte_after(view, i);
	if (joint == ':' && next->end - next->start == 2)
		return flags | LOOK_CLOCK;
	if ((joint == '/' || joint == '-' || joint == '.') && is_number(view, i + 2) &&
	    byte_after(view, i + 1) == joint)
		return flags | LOOK_DATE;
	return flags;
}

static uint32_t flags_of_time(const struct view *view, const struct look *look)
{
	uint32_t flags = 0, timely = look->numbers;

	for (uint32_t i = 0; i < view->n && look->numbers; i++)
		flags |= is_number(view, i) ? flags_of_number(view, i) : 0;
	for (uint32_t i = 0; i < view->n && flags; i++)
		timely += has_cue(view, i, 1u << CUE_MONTH | 1u << CUE_WEEKDAY | 1u << CUE_DATE) && !is_number(view, i);
	return flags && timely * 4 >= view->n * 3 ? flags | LOOK_ALL_DATE : flags;
}

static void sum_up(const struct view *view, struct look *look)
{
	uint32_t unread = view->resume - view->split, read = view->end - view->start - unread;

	if (!view->small && look->capitals)
		look->flags |= LOOK_SHOUT;
	look->seen = (uint16_t)view->n;
	look->words = view->n - view->cjk / 2;
	if (unread && read)
		look->words += (uint32_t)((uint64_t)look->words * unread / read);
	look->n_words = (uint32_t)view->words->n - look->first_word;
	look->first = view->n ? view->tokens[0].word : 0;
	look->last = view->n ? view->tokens[view->n - 1].word : 0;
	for (uint32_t i = 0; i < view->n && view->bytes <= LOOK_HASHED; i++)
		look->hash = eight_hash(look->hash, view->tokens[i].word);
}

struct look look_at(struct arena *arena, const struct lexicon *lexicon, struct ng_text text, const struct line *line,
		    struct look_words *words)
{
	struct token tokens[TOKENS];
	const struct lexicon_entry *entries[TOKENS];
	struct view view = {.text = text,
			    .lexicon = lexicon,
			    .bytes = line->end - line->start,
			    .start = line->start,
			    .end = line->end,
			    .tokens = tokens,
			    .entries = entries,
			    .arena = arena,
			    .words = words};
	struct look look = {.first_word = (uint32_t)words->n};

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
	read_line(&view, &look);
	sum_up(&view, &look);
	look.flags |= flags_of_time(&view, &look);
	if (view.n && is_number(&view, 0) && (byte_after(&view, 0) == '.' || byte_after(&view, 0) == ')') &&
	    view.tokens[0].end - view.tokens[0].start < 3)
		look.flags |= LOOK_NUMBERED;
	find_cues(&view, &look);
	return look;
}
