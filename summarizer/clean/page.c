/*
 * In: an article's lines. Out: their looks and places.
 * Prose is what gives a line its place: the words it uses are the article's own, and a line of other words after it is
 * rather another article's headline. The words of prose are counted in a hash table as large as they are many; a word
 * that shares its slot with another is taken for it, which is rare and harmless.
 */
#include "clean/page.h"

#include <string.h>

enum { PROSE_WORDS = 8, LONG_WORDS = 30, SHORT_BYTES = 160, LEAST_STOP_WORDS = 30 };

/* How many lines of prose have a word, up to 255. */
struct vocabulary {
	uint8_t *counts;
	size_t mask;
};

static size_t slot_of(const struct vocabulary *vocabulary, uint64_t word)
{
	return (size_t)(word ^ (word >> 32)) & vocabulary->mask;
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
	size_t size = power_above(words->n * 8);
	struct vocabulary vocabulary = {arena_array(arena, size, uint8_t), size - 1};

	for (size_t i = 0; i < page->n; i++)
		for (uint32_t w = 0; page->places[i].prose && w < page->looks[i].n_words; w++) {
			uint8_t *count =
			    &vocabulary.counts[slot_of(&vocabulary, words->at[page->looks[i].first_word + w])];
			*count = (uint8_t)(*count + (*count < 255));
		}
	return vocabulary;
}

static float known_share(const struct vocabulary *vocabulary, const uint64_t *words, uint32_t n, bool prose)
{
	uint32_t known = 0;

	for (uint32_t i = 0; i < n; i++)
		known += vocabulary->counts[slot_of(vocabulary, words[i])] > prose;
	return n < 2 ? -1 : (float)known / (float)n;
}

static float shared_with(const uint64_t *words, uint32_t n, const uint64_t *title, uint32_t n_title)
{
	uint32_t shared = 0;

	for (uint32_t i = 0; i < n; i++)
		for (uint32_t t = 0; t < n_title; t++)
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
		if (!look->seen || page->lines[i].end - page->lines[i].start > SHORT_BYTES)
			continue;
		size_t slot = (size_t)look->hash & mask;
		while (slots[slot] && page->looks[slots[slot] - 1].hash != look->hash)
			slot = (slot + 1) & mask;
		if (slots[slot])
			page->places[i].repeated = page->places[slots[slot] - 1].repeated = true;
		else
			slots[slot] = (uint32_t)(i + 1);
	}
}

/* True if the words of one begin the other, three words at least and half of the longer. */
static bool same_headline(struct ng_text text, const struct line *line, struct ng_text title)
{
	struct token a, b;
	uint32_t at = line->start, at_title = 0, same = 0;
	bool more_a, more_b;

	for (;;) {
		more_a = token_next(text, at, line->end, &a);
		more_b = token_next(title, at_title, (uint32_t)title.len, &b);
		if (!more_a || !more_b || a.word != b.word)
			break;
		at = a.end;
		at_title = b.end;
		same++;
	}
	if (more_a && more_b)
		return false;
	return same >= 3 ? (at - line->start) * 2 >= (uint32_t)title.len && at_title * 2 >= line->end - line->start
			 : same && !more_a && !more_b;
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
		under = under && !place->prose;
		place->under_cue = under;
		under = under || (!place->prose && look->cue[CUE_RELATED] >= CUE_START && look->words < 12);
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

struct page page_read(struct arena *arena, const struct lexicon *lexicon, const struct article *article,
		      const struct lines *lines)
{
	struct look_words words = {0};
	struct page page = {.text = article->text, .lines = lines->at, .n = lines->n};
	struct line whole = {0, (uint32_t)article->title.len, false};

	page.looks = arena_array(arena, page.n, struct look);
	page.places = arena_array(arena, page.n, struct place);
	for (size_t i = 0; i < page.n; i++) {
		struct look *look = &page.looks[i];
		*look = look_at(arena, lexicon, page.text, &page.lines[i], &words);
		page.places[i].prose =
		    (look->flags & LOOK_STOPPED ? look->words >= PROSE_WORDS : look->words >= LONG_WORDS);
	}
	struct vocabulary vocabulary = count_words(arena, &page, &words);
	line_trim(article->title, &whole.start, &whole.end);
	struct look title = look_at(arena, lexicon, article->title, &whole, &words);
	find_places(&page);
	find_repeats(arena, &page);
	page.stop_share = stop_share(&page);
	for (size_t i = 0; i < page.n; i++) {
		const struct look *look = &page.looks[i];
		struct place *place = &page.places[i];
		const uint64_t *own = words.at + look->first_word;
		if (title.seen)
			place->title = same_headline(page.text, &page.lines[i], article->title);
		place->title_share = shared_with(own, look->n_words, words.at + title.first_word, title.n_words);
		place->known_share = known_share(&vocabulary, own, look->n_words, place->prose);
	}
	return page;
}
