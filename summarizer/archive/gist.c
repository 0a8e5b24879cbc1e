/*
 * In: a story's documents. Out: its heaviest terms, the stems of all it says, and the hashes of its articles. Terms are
 * weighted as clustering weights them (tf = 1 + ln of the count in the first 400 words and three times the title; idf
 * over the background table), summed over the articles and cut to the heaviest. Novelty is by stems: a sentence is new
 * as far as its content words stand in no article the story had before. Refuses nothing.
 */
#include "archive/gist.h"

#include <math.h>

#include "base/sort.h"
#include "story/ids.h"
#include "story/item.h"

enum { BODY_WORDS = 400, TITLE_TIMES = 3, UNIT = 65535 };

/* Counts of one document's words, and the sums over all documents. */
struct terms {
	struct ids ids;
	struct {
		uint32_t *at;
		size_t n, room;
	} counts;
	struct {
		double *at;
		size_t n, room;
	} weights;
	struct {
		uint8_t *at;
		size_t n, room;
	} letters;
};

static bool is_content(const struct word *word)
{
	return !(word->flags & WORD_STOP);
}

static void count(struct arena *arena, struct terms *terms, const struct word *word, uint32_t times)
{
	uint32_t id = ids_put(arena, &terms->ids, feature_of_stem(word->stem));

	if (id == terms->counts.n) {
		uint32_t letters = word->end - word->start;
		*array_add(arena, &terms->counts) = 0;
		*array_add(arena, &terms->weights) = 0;
		*array_add(arena, &terms->letters) = (uint8_t)(letters < UINT8_MAX ? letters : UINT8_MAX);
	}
	terms->counts.at[id] += times;
}

static void add_document(struct arena *arena, struct terms *terms, const struct idf_tables *idf,
			 const struct document *document)
{
	uint16_t language = idf_language(document->article.language);

	for (size_t i = 0; i < document->n_title_words; i++)
		if (is_content(&document->title_words[i]))
			count(arena, terms, &document->title_words[i], TITLE_TIMES);
	for (size_t i = 0; i < document->n_words && i < BODY_WORDS; i++)
		if (is_content(&document->words[i]))
			count(arena, terms, &document->words[i], 1);
	for (size_t i = 0; i < terms->counts.n; i++) {
		if (!terms->counts.at[i])
			continue;
		struct idf_background background =
		    idf_background(idf, language, (uint32_t)terms->ids.keys[i], terms->letters.at[i]);
		terms->weights.at[i] +=
		    (1 + log(terms->counts.at[i])) * log((background.documents + 1) / (background.with + .5));
		terms->counts.at[i] = 0;
	}
}

static int order_heaviest(const void *a, const void *b, void *context)
{
	const double *weights = context;
	double left = weights[*(const uint32_t *)a], right = weights[*(const uint32_t *)b];

	return left > right ? -1 : left < right;
}

static int order_numbers(const void *a, const void *b, void *context)
{
	uint32_t left = *(const uint32_t *)a, right = *(const uint32_t *)b;

	(void)context;
	return left < right ? -1 : left > right;
}

static int order_features(const void *a, const void *b, void *context)
{
	(void)context;
	return order_numbers(&((const struct gist_feature *)a)->hash, &((const struct gist_feature *)b)->hash, NULL);
}

static void keep_heaviest(struct arena *arena, const struct terms *terms, struct gist *gist)
{
	size_t n = terms->weights.n;
	uint32_t *order = arena_array(arena, n, uint32_t);
	double length = 0;

	for (size_t i = 0; i < n; i++)
		order[i] = (uint32_t)i;
	sort_stable(arena, order, n, sizeof *order, order_heaviest, terms->weights.at);
	gist->n_features = n < GIST_FEATURES ? n : GIST_FEATURES;
	gist->features = arena_array(arena, gist->n_features, struct gist_feature);
	for (size_t i = 0; i < gist->n_features; i++)
		length += terms->weights.at[order[i]] * terms->weights.at[order[i]];
	for (size_t i = 0; i < gist->n_features; i++)
		gist->features[i] = (struct gist_feature){
		    (uint32_t)terms->ids.keys[order[i]],
		    length > 0 ? (uint32_t)lround(terms->weights.at[order[i]] / sqrt(length) * UNIT) : 0,
		};
	sort_stable(arena, gist->features, gist->n_features, sizeof *gist->features, order_features, NULL);
}

/* Sorts, drops repeats, cuts to `most`; how many are left. */
static size_t make_set(struct arena *arena, uint32_t *at, size_t n, size_t most)
{
	size_t kept = 0;

	sort_stable(arena, at, n, sizeof *at, order_numbers, NULL);
	for (size_t i = 0; i < n; i++)
		if (!kept || at[kept - 1] != at[i])
			at[kept++] = at[i];
	return kept < most ? kept : most;
}

static void keep_stems(struct arena *arena, const struct document *documents, size_t n, struct gist *gist)
{
	size_t words = 0, at = 0;

	for (size_t i = 0; i < n; i++)
		words += documents[i].n_words;
	gist->stems = arena_array(arena, words, uint32_t);
	for (size_t i = 0; i < n; i++)
		for (size_t k = 0; k < documents[i].n_words; k++)
			if (is_content(&documents[i].words[k]))
				gist->stems[at++] = feature_of_stem(documents[i].words[k].stem);
	gist->n_stems = make_set(arena, gist->stems, at, GIST_STEMS);
}

struct gist *gist_make(struct arena *arena, const struct idf_tables *idf, const struct document *documents, size_t n)
{
	struct gist *gist = arena_new_of(arena, struct gist);
	struct terms terms = {0};

	for (size_t i = 0; i < n; i++)
		add_document(arena, &terms, idf, &documents[i]);
	keep_heaviest(arena, &terms, gist);
	keep_stems(arena, documents, n, gist);
	gist->articles = arena_array(arena, n, uint32_t);
	for (size_t i = 0; i < n; i++)
		gist->articles[i] = (uint32_t)text_hash(documents[i].article.text);
	gist->n_articles = make_set(arena, gist->articles, n, GIST_ARTICLES);
	return gist;
}

/* Has the ascending list the number? */
static bool has(const uint32_t *at, size_t n, uint32_t number)
{
	size_t low = 0, high = n;

	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (at[middle] < number)
			low = middle + 1;
		else
			high = middle;
	}
	return low < n && at[low] == number;
}

bool gist_has_article(const struct gist *gist, struct ng_text text)
{
	return has(gist->articles, gist->n_articles, (uint32_t)text_hash(text));
}

double gist_likeness(const struct gist *a, const struct gist *b)
{
	uint64_t sum = 0;

	for (size_t i = 0; i < a->n_articles; i++)
		if (has(b->articles, b->n_articles, a->articles[i]))
			return 1;
	for (size_t i = 0, k = 0; i < a->n_features && k < b->n_features;) {
		const struct gist_feature *left = &a->features[i], *right = &b->features[k];
		if (left->hash == right->hash)
			sum += (uint64_t)left->weight * right->weight;
		i += left->hash <= right->hash;
		k += right->hash <= left->hash;
	}
	return fmin(1, (double)sum / UNIT / UNIT);
}

struct gist *gist_join(struct arena *arena, const struct gist *const *gists, size_t n)
{
	struct gist *joint = arena_new_of(arena, struct gist);
	size_t n_stems = 0, n_articles = 0;

	for (size_t i = 0; i < n; i++) {
		n_stems += gists[i]->n_stems;
		n_articles += gists[i]->n_articles;
	}
	joint->stems = arena_array(arena, n_stems, uint32_t);
	joint->articles = arena_array(arena, n_articles, uint32_t);
	for (size_t i = 0; i < n; i++) {
		for (size_t k = 0; k < gists[i]->n_stems; k++)
			joint->stems[joint->n_stems++] = gists[i]->stems[k];
		for (size_t k = 0; k < gists[i]->n_articles; k++)
			joint->articles[joint->n_articles++] = gists[i]->articles[k];
	}
	joint->n_stems = make_set(arena, joint->stems, n_stems, SIZE_MAX);
	joint->n_articles = make_set(arena, joint->articles, n_articles, SIZE_MAX);
	return joint;
}

double gist_novelty(const struct gist *known, const struct document *document, const struct sentence *sentence)
{
	enum { PLAIN = 1, TELLING = 2, LEAST = 2 /* one ordinary word more is another way to put it */ };
	unsigned all = 0, unknown = 0;

	for (uint32_t i = 0; i < sentence->n_words; i++) {
		const struct word *word = &document->words[sentence->first_word + i];
		bool name = word->flags & WORD_CAPITAL && i > 0;
		unsigned weight = word->flags & WORD_NUMBER || name ? TELLING : PLAIN;
		if (!is_content(word))
			continue;
		all += weight;
		if (!has(known->stems, known->n_stems, feature_of_stem(word->stem)))
			unknown += weight;
	}
	return unknown >= LEAST ? (double)unknown / all : 0;
}

/* The first word that ends after `start`; words stand in the order of the text. */
static size_t word_after(const struct document *document, uint32_t start)
{
	size_t low = 0, high = document->n_words;

	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (document->words[middle].end <= start)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

bool gist_knows(const struct gist *known, const struct document *document, uint32_t start, uint32_t end)
{
	for (size_t i = word_after(document, start); i < document->n_words && document->words[i].start < end; i++)
		if (is_content(&document->words[i]) &&
		    !has(known->stems, known->n_stems, feature_of_stem(document->words[i].stem)))
			return false;
	return true;
}
