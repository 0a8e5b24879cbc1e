/*
 * Article to item. In: an article's sentences and words. Out: how often each stem and each pair of adjacent stems
 * stands in the title (counted three times) and in the first 400 words, and the hashes of its sentences.
 * Stop words make no feature and part what stands beside them: "minister of defence" is no pair.
 * Source of the counts' weights: measured on annotated news; more words of the body add nothing.
 */
#include "story/item.h"

#include "base/sort.h"
#include "base/utf8.h"
#include "language/date_tables.h"
#include "story/idf.h"

enum { TITLE_TIMES = 3, TITLE_WORDS = 60, BODY_WORDS = 400, SENTENCE_BYTES = 40, WEEKDAY_WORDS = 120 };

/* Features counted so far, by open addressing: an article has so few that hashes made to collide cost nothing. */
struct counter {
	uint32_t *features;
	uint16_t *counts;
	uint32_t n;
	uint16_t *slots; /* index + 1; 0: free */
	uint32_t mask;
};

static struct counter counter_new(struct arena *arena, size_t words)
{
	struct counter counter = {.mask = 63};

	while (counter.mask < words * 4)
		counter.mask = counter.mask * 2 + 1;
	counter.features = arena_array(arena, words * 2, uint32_t);
	counter.counts = arena_array(arena, words * 2, uint16_t);
	counter.slots = arena_array(arena, counter.mask + 1, uint16_t);
	return counter;
}

static void count(struct counter *counter, uint32_t feature, unsigned letters, unsigned times)
{
	uint32_t slot = (feature ^ feature >> 15) & counter->mask;

	while (counter->slots[slot] && counter->features[counter->slots[slot] - 1] != feature)
		slot = (slot + 1) & counter->mask;
	if (!counter->slots[slot]) {
		counter->features[counter->n] = feature;
		counter->counts[counter->n] = (uint16_t)(letters << FEATURE_COUNT_BITS);
		counter->slots[slot] = (uint16_t)++counter->n;
	}
	uint32_t index = counter->slots[slot] - 1u;
	if ((counter->counts[index] & FEATURE_COUNT_MOST) + times <= FEATURE_COUNT_MOST)
		counter->counts[index] = (uint16_t)(counter->counts[index] + times);
}

static unsigned letters_of(struct ng_text text, const struct word *word)
{
	unsigned n = 0;

	for (uint32_t at = word->start; at < word->end && n < FEATURE_LETTERS_MOST; at++)
		n += ((unsigned char)text.at[at] & 0xc0) != 0x80;
	return n;
}

/* Stems are well mixed already. */
static uint32_t feature_of_pair(uint64_t first, uint64_t second)
{
	return (uint32_t)((first * 0x9e3779b97f4a7c15u + second) >> 32) | FEATURE_PAIR;
}

/* Letters of a word that makes a feature; 0: it makes none. */
static unsigned content_letters(struct ng_text text, const struct word *word)
{
	unsigned letters = letters_of(text, word);

	return word->flags & WORD_STOP || letters < 2 ? 0 : letters;
}

/* The last content word, while only white space and signs of no sentence's end stand between it and the next. */
struct neighbour {
	bool there;
	uint64_t stem;
	unsigned letters;
};

static void count_words(struct counter *counter, struct ng_text text, const struct word *words, size_t n,
			unsigned times)
{
	struct neighbour before = {0};

	for (size_t i = 0; i < n; i++) {
		const struct word *word = &words[i];
		unsigned letters = content_letters(text, word);
		if (!letters) {
			before.there = false;
			continue;
		}
		count(counter, feature_of_stem(word->stem), letters, times);
		if (before.there)
			count(counter, feature_of_pair(before.stem, word->stem),
			      letters < before.letters ? letters : before.letters, times);
		before = (struct neighbour){true, word->stem, letters};
	}
}

static struct ng_text find_feature(struct ng_text text, const struct word *words, size_t n, uint32_t feature)
{
	const struct word *before = NULL;

	for (size_t i = 0; i < n; i++) {
		const struct word *word = &words[i];
		if (!content_letters(text, word)) {
			before = NULL;
			continue;
		}
		if (feature_of_stem(word->stem) == feature)
			return text_slice(text, word->start, word->end);
		if (before && feature_of_pair(before->stem, word->stem) == feature)
			return text_slice(text, before->start, word->end);
		before = word;
	}
	return TEXT("");
}

struct ng_text item_feature_words(const struct document *document, uint32_t feature)
{
	const struct article *article = &document->article;
	struct ng_text words = find_feature(article->title, document->title_words, document->n_title_words, feature);

	return words.len ? words : find_feature(article->text, document->words, document->n_words, feature);
}

static void make_features(struct arena *keep, struct arena *scratch, const struct document *document, struct item *item)
{
	size_t title = document->n_title_words < TITLE_WORDS ? document->n_title_words : TITLE_WORDS;
	size_t body = document->n_words < BODY_WORDS ? document->n_words : BODY_WORDS;
	struct counter counter = counter_new(scratch, title + body);

	count_words(&counter, document->article.title, document->title_words, title, TITLE_TIMES);
	count_words(&counter, document->article.text, document->words, body, 1);
	item->n_features = counter.n;
	item->features = arena_array(keep, counter.n, uint32_t);
	item->counts = arena_array(keep, counter.n, uint16_t);
	for (uint32_t i = 0; i < counter.n; i++) {
		item->features[i] = counter.features[i];
		item->counts[i] = counter.counts[i];
	}
}

/* Weekdays among the first words; the language's table of dates knows their names. */
static uint8_t weekdays_in(struct arena *scratch, const struct document *document, struct ng_text text,
			   const struct word *words, size_t n)
{
	const struct date_tables *tables = document->language ? document->language->dates : NULL;
	struct buf lower = buf_new(scratch, SIZE_MAX);
	uint8_t weekdays = 0;

	for (size_t i = 0; tables && i < n && i < WEEKDAY_WORDS; i++) {
		if (words[i].flags & (WORD_STOP | WORD_NUMBER))
			continue;
		buf_cut(&lower, 0);
		utf8_lower(&lower, text_slice(text, words[i].start, words[i].end));
		const struct date_word *word = date_word_find(tables, buf_text(&lower));
		const struct date_sense *sense = word ? date_sense_of(tables, word, IS_WEEKDAY) : NULL;
		if (sense)
			weekdays |= (uint8_t)(1u << ((unsigned)(sense->number - 1) % 7));
	}
	return weekdays;
}

static int hash_order(const void *a, const void *b, void *context)
{
	const uint64_t *x = a, *y = b;

	(void)context;
	return (*x > *y) - (*x < *y);
}

/* Of its stems, so that punctuation, case and white space make no difference. */
static uint64_t sentence_hash(const struct document *document, const struct sentence *sentence)
{
	uint64_t hash = 1;

	for (uint32_t i = 0; i < sentence->n_words; i++)
		hash = (hash ^ document->words[sentence->first_word + i].stem) * 0x9e3779b97f4a7c15u;
	return hash_mix(hash, sentence->n_words);
}

static void make_sentences(struct arena *keep, struct arena *scratch, const struct document *document,
			   struct item *item)
{
	uint64_t *hashes = arena_array(scratch, document->n_sentences, uint64_t);
	size_t n = 0;

	for (size_t i = 0; i < document->n_sentences; i++)
		if (document->sentences[i].end - document->sentences[i].start >= SENTENCE_BYTES &&
		    document->sentences[i].n_words)
			hashes[n++] = sentence_hash(document, &document->sentences[i]);
	sort_stable(scratch, hashes, n, sizeof *hashes, hash_order, NULL);
	item->sentences = arena_array(keep, n, uint32_t);
	for (size_t i = 0; i < n; i++) {
		uint32_t short_hash = (uint32_t)(hashes[i] >> 32);
		if (item->n_sentences == 0 || item->sentences[item->n_sentences - 1] != short_hash)
			item->sentences[item->n_sentences++] = short_hash;
	}
}

static uint64_t name_hash(struct arena *scratch, struct ng_text name)
{
	struct buf folded = buf_new(scratch, SIZE_MAX);

	utf8_fold(&folded, text_trim(name));
	return folded.len ? text_hash(buf_text(&folded)) : 0;
}

static uint64_t outlet_of(struct arena *scratch, const struct article *article)
{
	uint64_t host = name_hash(scratch, article->host);

	return host ? host : name_hash(scratch, article->site);
}

static bool day_is_known(const struct article *article)
{
	switch (article->published_from) {
	case FROM_NOWHERE:
	case FROM_CLUSTER:
	case FROM_FILE:
	case FROM_ASSUMED:
		return false;
	default:
		return article->published.day != NG_NO_DAY;
	}
}

void item_make(struct arena *keep, struct arena *scratch, const struct document *document, struct item *item)
{
	const struct article *article = &document->article;

	*item = (struct item){.title = arena_copy(keep, article->title), .title_cut = article->title_cut};
	item->outlet = outlet_of(scratch, article);
	item->content = hash_mix(text_hash(article->title), text_hash(article->text));
	item->given = article->story.len ? text_hash(article->story) : 0;
	item->day = day_is_known(article) ? article->published.day : NG_NO_DAY;
	item->moment = item->day == NG_NO_DAY ? INT64_MIN : stamp_to_unix(article->published);
	item->n_words = (uint32_t)document->n_words;
	item->language = document->language ? idf_language(document->language->code) : 0;
	item->weekdays =
	    weekdays_in(scratch, document, article->title, document->title_words, document->n_title_words) |
	    weekdays_in(scratch, document, article->text, document->words, document->n_words);
	make_features(keep, scratch, document, item);
	make_sentences(keep, scratch, document, item);
}
