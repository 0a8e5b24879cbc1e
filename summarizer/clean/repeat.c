/*
 * In: cleaned articles, twice. Out: their short lines that stand in at least LEAST articles of the same site, marked.
 * A line that ends like a sentence must stand in more, and in a twentieth of the site's articles: reporters repeat
 * short sentences too. Articles that open alike are versions of one and count once. Lines are equal by bytes and kept
 * as 64 bits of site and line; sorting them, not their order of arrival, finds the shared ones.
 */
#include "clean/repeat.h"

#include "base/sort.h"
#include "clean/reason.h"

enum { LONGEST = 160, LEAST = 3, LEAST_SENTENCES = 5, SENTENCE_SHARE = 20 };

struct repeats {
	const uint64_t *at; /* sorted */
	size_t n;
};

/* A line of one article; the lowest bit of `line` is set for a sentence. */
struct sighting {
	uint64_t site, line, lead;
};

static bool is_sentence(struct ng_text line)
{
	return line.len && (line.at[line.len - 1] == '.' || line.at[line.len - 1] == '!' ||
			    line.at[line.len - 1] == '?' || line.at[line.len - 1] == '"' ||
			    text_ends(line, TEXT("\xe2\x80\x9d")) || text_ends(line, TEXT("\xe3\x80\x82")));
}

static bool may_repeat(const struct block *block)
{
	return block->end - block->start <= LONGEST &&
	       (block->kind == BLOCK_BODY || block->kind == BLOCK_HEADING || block->kind == BLOCK_LIST);
}

static uint64_t hash_of(const struct article *article, const struct block *block)
{
	struct ng_text line = text_slice(article->text, block->start, block->end);

	return (text_hash(line) & ~(uint64_t)1) | is_sentence(line);
}

static uint64_t site_of(const struct article *article)
{
	return article->site.len ? text_hash(article->site) : 0;
}

struct repeat_note repeat_note(struct arena *arena, const struct article *article)
{
	const struct blocks *blocks = &article->blocks;
	struct repeat_note note = {.site = site_of(article)};
	size_t n = 0;

	for (size_t i = 0; i < blocks->n && note.site; i++) {
		n += may_repeat(&blocks->at[i]);
		if (!note.lead && blocks->at[i].kind == BLOCK_BODY && blocks->at[i].end - blocks->at[i].start > LONGEST)
			note.lead = text_hash(text_slice(article->text, blocks->at[i].start, blocks->at[i].end));
	}
	uint64_t *lines = arena_array(arena, n, uint64_t);
	for (size_t i = 0; i < blocks->n && note.n < n; i++)
		if (may_repeat(&blocks->at[i]))
			lines[note.n++] = hash_of(article, &blocks->at[i]);
	note.lines = lines;
	return note;
}

static int order_of(uint64_t a, uint64_t b)
{
	return (a > b) - (a < b);
}

static int order_sightings(const void *a, const void *b, void *context)
{
	const struct sighting *left = a, *right = b;
	int order = order_of(left->site, right->site);

	(void)context;
	order = order ? order : order_of(left->line, right->line);
	return order ? order : order_of(left->lead, right->lead);
}

static struct sighting *list_sightings(struct arena *arena, const struct repeat_note *notes, size_t n,
				       size_t *n_sightings)
{
	struct sighting *sightings;
	size_t total = 0;

	for (size_t i = 0; i < n; i++)
		total += notes[i].n + 1;
	sightings = arena_array(arena, total, struct sighting);
	*n_sightings = total;
	total = 0;
	for (size_t i = 0; i < n; i++) {
		uint64_t lead = notes[i].lead ? notes[i].lead : i + 1;
		for (size_t k = 0; k < notes[i].n; k++)
			sightings[total++] = (struct sighting){notes[i].site, notes[i].lines[k], lead};
		sightings[total++] = (struct sighting){notes[i].site, 0, lead}; /* the article itself */
	}
	sort_stable(arena, sightings, total, sizeof *sightings, order_sightings, NULL);
	return sightings;
}

static bool is_shared(uint64_t line, size_t articles, size_t articles_of_site)
{
	if (line & 1)
		return articles >= LEAST_SENTENCES && articles * SENTENCE_SHARE >= articles_of_site;
	return articles >= LEAST;
}

static uint64_t key_of(uint64_t site, uint64_t line)
{
	return hash_mix(site, line);
}

static int order_keys(const void *a, const void *b, void *context)
{
	(void)context;
	return order_of(*(const uint64_t *)a, *(const uint64_t *)b);
}

const struct repeats *repeats_find(struct arena *arena, const struct repeat_note *notes, size_t n)
{
	struct repeats *repeats = arena_new_of(arena, struct repeats);
	struct {
		uint64_t *at;
		size_t n, room;
	} keys = {0};
	size_t n_sightings, of_site = 0, end;
	const struct sighting *sightings = list_sightings(arena, notes, n, &n_sightings);

	for (size_t i = 0; i < n_sightings; i = end) {
		size_t articles = 1;
		for (end = i + 1; end < n_sightings && sightings[end].site == sightings[i].site &&
				  sightings[end].line == sightings[i].line;
		     end++)
			articles += sightings[end].lead != sightings[end - 1].lead;
		if (!sightings[i].line)
			of_site = articles; /* line 0 sorts first in its site */
		else if (is_shared(sightings[i].line, articles, of_site))
			*array_add(arena, &keys) = key_of(sightings[i].site, sightings[i].line);
	}
	sort_stable(arena, keys.at, keys.n, sizeof *keys.at, order_keys, NULL);
	repeats->at = keys.at;
	repeats->n = keys.n;
	return repeats;
}

size_t repeats_count(const struct repeats *repeats)
{
	return repeats->n;
}

static bool has_key(const struct repeats *repeats, uint64_t key)
{
	size_t low = 0, high = repeats->n;

	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (repeats->at[middle] == key)
			return true;
		if (repeats->at[middle] < key)
			low = middle + 1;
		else
			high = middle;
	}
	return false;
}

void repeats_mark(const struct repeats *repeats, struct article *article, struct ng_text keep)
{
	uint64_t site = site_of(article);

	if (!site || !repeats->n || reason_is_kept(keep, "repeat"))
		return;
	for (size_t i = 0; i < article->blocks.n; i++) {
		struct block *block = &article->blocks.at[i];
		if (!may_repeat(block) || !has_key(repeats, key_of(site, hash_of(article, block))))
			continue;
		block->kind = BLOCK_NOISE;
		block->reason = "repeat";
	}
}
