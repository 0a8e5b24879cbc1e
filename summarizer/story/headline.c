/*
 * Choice of a headline. In: the titles of a story. Out: the one nearest to all others, the medoid by Jaccard of words
 * (Jaccard 1901). A whole title goes before a cut one, a calm one before one in capitals, one that says something
 * before one of two words, one without the site's name before one with it, one that tells the news before a feature's,
 * one of the story's last day before an older one; only among equals does likeness decide, then the order they came in.
 */
#include "story/importance.h"

#include "base/sort.h"
#include "base/utf8.h"

enum { TITLES_MOST = 200, SUFFIX_WORDS = 4, TOLD_WORDS = 4, WORDS_MOST = 64 };

/* The different words of a title, ascending. */
struct title {
	uint64_t words[WORDS_MOST];
	size_t n;
	unsigned faults;
};

static int hash_order(const void *a, const void *b, void *context)
{
	const uint64_t *x = a, *y = b;

	(void)context;
	return (*x > *y) - (*x < *y);
}

/* Reads one word, or one letter of a script without blanks, from *at on; false: there is none. */
static bool next_word(struct ng_text text, size_t *at, uint64_t *hash)
{
	uint32_t rune;
	bool inside = false;

	*hash = 0;
	while (*at < text.len) {
		size_t size = utf8_decode(text, *at, &rune);
		bool alone = rune_is_cjk(rune);
		if (!rune_is_word(rune) || (alone && inside)) {
			if (inside)
				return true;
			*at += size;
			continue;
		}
		*hash = hash_mix(*hash, rune_lower(rune));
		*at += size;
		inside = true;
		if (alone)
			return true;
	}
	return inside;
}

static size_t count_words(struct ng_text text)
{
	uint64_t hash;
	size_t at = 0, n = 0;

	while (next_word(text, &at, &hash))
		n++;
	return n;
}

static bool shouts(struct ng_text text)
{
	size_t upper = 0, lower = 0;
	uint32_t rune;

	for (size_t at = 0; at < text.len;) {
		at += utf8_decode(text, at, &rune);
		upper += rune_class(rune) == RUNE_UPPER;
		lower += rune_class(rune) == RUNE_LOWER;
	}
	return upper > 4 && upper > 2 * lower;
}

/* Whether a few words after a bar or a dash between blanks end it: "... | The Harbour Post". */
static bool has_suffix(struct ng_text text)
{
	static const char *const marks[] = {" | ", " - ", " \xe2\x80\x93 ", " \xe2\x80\x94 ", " \xc2\xbb ", " :: "};

	for (size_t m = 0; m < sizeof marks / sizeof *marks; m++) {
		struct ng_text mark = text_of(marks[m]);
		size_t at = text.len, found;
		for (size_t from = 0; (found = text_find(text, mark, from)) < text.len; from = found + 1)
			at = found;
		if (at == text.len)
			continue;
		size_t after = count_words(text_slice(text, at + mark.len, text.len));
		if (after > 0 && after <= SUFFIX_WORDS && count_words(text_slice(text, 0, at)) >= TOLD_WORDS)
			return true;
	}
	return false;
}

/* Features and service pieces are headed by a quotation, a question or a theme before a colon; news by a sentence. */
static bool is_feature(struct ng_text text)
{
	static const uint32_t quotes[] = {'"', '\'', 0x2018, 0x201c, 0x201e, 0xab, 0x300c, 0x300e};
	uint32_t rune = 0;

	if (text.len)
		utf8_decode(text, 0, &rune);
	for (size_t i = 0; i < sizeof quotes / sizeof *quotes; i++)
		if (rune == quotes[i])
			return true;
	return text_find(text, TEXT("?"), 0) < text.len || text_find(text, TEXT("\xef\xbc\x9f"), 0) < text.len ||
	       text_find(text, TEXT(": "), 0) < text.len;
}

static bool is_cut(struct ng_text text)
{
	return text_ends(text, TEXT("...")) || text_ends(text, TEXT("\xe2\x80\xa6"));
}

static void read_title(struct arena *arena, const struct headline_title *from, struct title *title)
{
	struct ng_text text = text_trim(from->text);
	size_t n = 0, at = 0;

	while (n < WORDS_MOST && next_word(text, &at, &title->words[n]))
		n++;
	title->faults = (n == 0 ? HEADLINE_EMPTY : 0) | (n < TOLD_WORDS ? HEADLINE_SHORT : 0) |
			(from->cut || is_cut(text) ? HEADLINE_CUT : 0) | (shouts(text) ? HEADLINE_SHOUTS : 0) |
			(has_suffix(text) ? HEADLINE_SUFFIX : 0) | (is_feature(text) ? HEADLINE_FEATURE : 0) |
			(from->old ? HEADLINE_OLD : 0);
	sort_stable(arena, title->words, n, sizeof *title->words, hash_order, NULL);
	for (size_t i = 0; i < n; i++)
		if (i == 0 || title->words[i] != title->words[title->n - 1])
			title->words[title->n++] = title->words[i];
}

static double jaccard(const struct title *a, const struct title *b)
{
	size_t i = 0, j = 0, both = 0;

	while (i < a->n && j < b->n) {
		both += a->words[i] == b->words[j];
		if (a->words[i] <= b->words[j]) {
			j += a->words[i] == b->words[j];
			i++;
		} else {
			j++;
		}
	}
	return both ? (double)both / (double)(a->n + b->n - both) : 0;
}

size_t headline_look(struct arena *arena, const struct headline_title *titles, size_t n, struct headline_look *looks)
{
	struct arena_mark mark = arena_mark(arena);
	size_t looked_at = n < TITLES_MOST ? n : TITLES_MOST;
	struct title *read = arena_array(arena, looked_at, struct title);

	for (size_t i = 0; i < looked_at; i++) {
		read_title(arena, &titles[i], &read[i]);
		looks[i] = (struct headline_look){.faults = read[i].faults};
	}
	for (size_t i = 0; i < looked_at; i++)
		for (size_t j = 0; j < looked_at; j++)
			looks[i].likeness += j == i ? 0 : jaccard(&read[i], &read[j]);
	arena_reset(arena, mark);
	return looked_at;
}

size_t headline_choose(struct arena *arena, const struct headline_title *titles, size_t n)
{
	struct arena_mark mark = arena_mark(arena);
	struct headline_look *looks = arena_array(arena, n, struct headline_look);
	size_t looked_at = headline_look(arena, titles, n, looks), best = 0;

	for (size_t i = 1; i < looked_at; i++)
		if (looks[i].faults < looks[best].faults ||
		    (looks[i].faults == looks[best].faults && looks[i].likeness > looks[best].likeness))
			best = i;
	arena_reset(arena, mark);
	return best;
}
