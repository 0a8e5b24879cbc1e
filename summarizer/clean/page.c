/*
 * In: an article's lines. Out: their looks and places.
 * Prose is what gives a line its place: the words it uses are the article's own, and a line of other words after it is
 * rather another article's headline. The words of prose are counted in a hash table that tells them apart by the upper
 * 24 bits of their hashes and by their slots; where hashes were made to meet, words are taken for others, and a line
 * that repeats another is not found.
 */
#include "clean/page.h"

#include <string.h>

enum {
	PROSE_WORDS = 8,
	LONG_WORDS = 30,
	LEAST_STOP_WORDS = 30,
	LEAST_PROSE = 3,
	LEAST_HEADLINE = 3,
	MOST_PROBES = 64,
	LONGEST_HEADLINE = 400
};
static const float KNOWN = .3f;

/* How many lines of prose have a word, up to 255, in the lowest byte of its slot; the rest tells whose slot it is. */
struct vocabulary {
	uint32_t *slots;    /* 0: free */
	size_t mask, lines; /* of prose */
};

static uint32_t *slot_of(const struct vocabulary *vocabulary, uint64_t word)
{
	size_t at = (size_t)word & vocabulary->mask;
	uint32_t tag = (uint32_t)(word >> 40);

	for (int probes = 0; probes < MOST_PROBES && vocabulary->slots[at] && vocabulary->slots[at] >> 8 != tag;
	     probes++)
		at = (at + 1) & vocabulary->mask;
	return &vocabulary->slots[at];
}

static size_t power_above(size_t n)
{
	size_t power = 64;

	while (power < n)
		power *= 2;
	return power;
}

static struct vocabulary count_words(struct arena *arena, const struct page *page, const struct look_words *words)
{
	size_t size = power_above(words->n * 2);
	struct vocabulary vocabulary = {arena_array(arena, size, uint32_t), size - 1, 0};

	for (size_t i = 0; i < page->n; i++) {
		if (!page->places[i].prose)
			continue;
		vocabulary.lines++;
		for (uint32_t w = 0; w < page->looks[i].n_words; w++) {
			uint64_t word = words->at[page->looks[i].first_word + w];
			uint32_t *slot = slot_of(&vocabulary, word);
			*slot = *slot ? *slot + ((*slot & 0xff) < 0xff) : (uint32_t)(word >> 40) << 8 | 1;
		}
	}
	return vocabulary;
}

static float known_share(const struct vocabulary *vocabulary, const uint64_t *words, uint32_t n, bool prose)
{
	uint32_t known = 0;

	if (n < 2 || vocabulary->lines < LEAST_PROSE)
		return -1;
	for (uint32_t i = 0; i < n; i++)
		known += (*slot_of(vocabulary, words[i]) & 0xff) > prose;
	return (float)known / (float)n;
}

static float shared_with(const uint64_t *words, uint32_t n, const uint64_t *title, size_t n_title)
{
	uint32_t shared = 0;

	for (uint32_t i = 0; i < n; i++)
		for (size_t t = 0; t < n_title; t++)
			if (words[i] == title[t]) {
				shared++;
				break;
			}
	return n ? (float)shared / (float)n : 0;
}

static void find_repeats(struct arena *arena, struct page *page)
{
	size_t size = power_above(page->n * 2), mask = size - 1;
	uint32_t *slots = arena_array(arena, size, uint32_t);

	for (size_t i = 0; i < page->n; i++) {
		const struct look *look = &page->looks[i];
		if (!look->seen || !look->hash)
			continue;
		size_t slot = (size_t)look->hash & mask;
		int probes = 0;
		while (slots[slot] && page->looks[slots[slot] - 1].hash != look->hash && probes++ < MOST_PROBES)
			slot = (slot + 1) & mask;
		if (probes > MOST_PROBES)
			continue;
		if (slots[slot])
			page->places[i].repeated = page->places[slots[slot] - 1].repeated = true;
		else
			slots[slot] = (uint32_t)(i + 1);
	}
}

enum headline_match headline_match(struct ng_text line, struct ng_text title)
{
	struct token a = {0}, b = {0};
	uint32_t at = 0, at_title = 0, same = 0;
	bool more, more_title;

	for (;;) {
		more = token_next(line, at, (uint32_t)line.len, &a);
		more_title = token_next(title, at_title, (uint32_t)title.len, &b);
		if (!more || !more_title || a.word != b.word)
			break;
		at = a.end;
		at_title = b.end;
		same++;
	}
	if (!same || (more && more_title))
		return HEADLINE_OTHER;
	if (!more && !more_title)
		return HEADLINE_SAME;
	if (same < LEAST_HEADLINE)
		return HEADLINE_OTHER;
	return more ? HEADLINE_LONGER : HEADLINE_SHORTER;
}

/* True of a short line after which other articles, forms and addresses come. */
static bool leads_elsewhere(const struct look *look)
{
	static const enum cue cues[] = {CUE_RELATED, CUE_PROMOTION, CUE_WIDGET, CUE_AUTHOR, CUE_LEGAL};

	for (size_t i = 0; i < sizeof cues / sizeof *cues; i++)
		if (look->cue[cues[i]] == CUE_WHOLE || (look->cue[cues[i]] >= CUE_START && look->words < 12))
			return true;
	return false;
}

static bool is_parallel(const struct look *a, const struct look *b)
{
	return a->seen > 1 && b->seen > 1 && (a->first == b->first || a->last == b->last);
}

static void find_places(struct page *page)
{
	uint32_t since = UINT32_MAX, run = 0;
	bool under = false;

	for (size_t i = 0; i < page->n; i++) {
		struct place *place = &page->places[i];
		const struct look *look = &page->looks[i];
		place->last_prose = since;
		since = place->prose ? 1 : since == UINT32_MAX ? since : since + 1;
		run = place->prose ? 0 : run + 1;
		place->run = run;
		place->under_cue = under = under && !(place->prose && place->known_share > KNOWN);
		under = under || leads_elsewhere(look);
		place->parallel =
		    (i && is_parallel(&look[-1], look)) || (i + 1 < page->n && is_parallel(&look[1], look));
	}
	since = UINT32_MAX;
	for (size_t i = page->n; i--;) {
		struct place *place = &page->places[i];
		place->next_prose = since;
		since = place->prose ? 1 : since == UINT32_MAX ? since : since + 1;
		if (!place->prose && i + 1 < page->n && !page->places[i + 1].prose)
			place->run = page->places[i + 1].run;
	}
}

static double stop_share(const struct page *page)
{
	uint32_t stops = 0, seen = 0;

	for (size_t i = 0; i < page->n; i++)
		if (page->places[i].prose) {
			stops += page->looks[i].stops;
			seen += page->looks[i].seen;
		}
	double share = seen >= LEAST_STOP_WORDS ? (double)stops / seen : 0;
	return share > .2 ? share : 0;
}

struct page page_read(struct arena *arena, const struct lexicon *lexicon, struct ng_text text,
		      const struct lines *lines)
{
	struct look_words words = {.room = text.len / 16 + 8};
	struct page page = {.text = text, .lines = lines->at, .n = lines->n};

	words.at = arena_array(arena, words.room, uint64_t);
	page.looks = arena_array(arena, page.n, struct look);
	page.places = arena_array(arena, page.n, struct place);
	for (size_t i = 0; i < page.n; i++) {
		struct look *look = &page.looks[i];
		*look = look_at(arena, lexicon, page.text, &page.lines[i], &words);
		page.places[i].prose =
		    (look->flags & LOOK_STOPPED ? look->words >= PROSE_WORDS : look->words >= LONG_WORDS);
	}
	struct vocabulary vocabulary = count_words(arena, &page, &words);
	find_repeats(arena, &page);
	page.stop_share = stop_share(&page);
	for (size_t i = 0; i < page.n; i++) {
		const struct look *look = &page.looks[i];
		page.places[i].known_share =
		    known_share(&vocabulary, words.at + look->first_word, look->n_words, page.places[i].prose);
	}
	find_places(&page);
	page.words = words.at;
	return page;
}

void page_title(struct arena *arena, const struct lexicon *lexicon, struct page *page, struct ng_text title)
{
	struct look_words words = {0};
	struct line whole = {0, (uint32_t)title.len, false};

	line_trim(title, &whole.start, &whole.end);
	if (whole.start == whole.end)
		return;
	look_at(arena, lexicon, title, &whole, &words);
	for (size_t i = 0; i < page->n; i++) {
		const struct look *look = &page->looks[i];
		const struct line *line = &page->lines[i];
		uint32_t bytes = line->end - line->start;
		if (bytes > LONGEST_HEADLINE)
			continue;
		enum headline_match match = headline_match(text_slice(page->text, line->start, line->end), title);
		page->places[i].title = match == HEADLINE_SAME ||
					(match == HEADLINE_SHORTER && bytes * 2 >= title.len) ||
					(match == HEADLINE_LONGER && title.len * 2 >= bytes && !page->places[i].prose);
		page->places[i].title_share =
		    shared_with(page->words + look->first_word, look->n_words, words.at, words.n);
	}
}
