/*
 * Reasons of clustering. In: vectors and likeness as they stood when stories were found, and some originals. Out: for
 * each two of them the likeness that average-link took, its parts, and the features that weigh most in the cosine. A
 * pair below the floor is told as it is: average-link took it for 0.
 */
#include "story/cluster_why.h"

struct comparing {
	const struct clustering *clustering;
	uint32_t *hash_of; /* of each number */
	uint16_t *row;     /* weight of each number in the vector at hand */
};

static uint32_t *invert(struct arena *arena, const struct vectors *vectors)
{
	uint32_t *hash_of = arena_array(arena, vectors->n_features, uint32_t);

	for (size_t key = 0; key < vectors->n_features; key++)
		hash_of[vectors->numbers[key]] = vectors->hashes[key];
	return hash_of;
}

/* Keeps the heaviest; of equals the one whose number is lower. */
static void keep_word(struct why_pair *pair, struct why_word word)
{
	size_t at = pair->n_words < WHY_WORDS ? pair->n_words++ : WHY_WORDS;

	for (; at > 0 && pair->words[at - 1].part < word.part; at--)
		if (at < WHY_WORDS)
			pair->words[at] = pair->words[at - 1];
	if (at < WHY_WORDS)
		pair->words[at] = word;
}

static int32_t days_between(const struct vector *a, const struct vector *b)
{
	if (a->day == NG_NO_DAY || b->day == NG_NO_DAY)
		return NG_NO_DAY;
	return a->day > b->day ? a->day - b->day : b->day - a->day;
}

static void compare(const struct comparing *comparing, const struct vector *a, const struct vector *b,
		    struct why_pair *pair)
{
	for (uint32_t i = 0; i < b->n; i++) {
		uint64_t product = (uint64_t)comparing->row[b->features[i]] * b->weights[i];
		double part = (double)product / ((double)WEIGHT_ONE * WEIGHT_ONE);
		if (!product)
			continue;
		pair->cosine += part;
		keep_word(pair, (struct why_word){comparing->hash_of[b->features[i]], part});
	}
	if (a == b) /* one vector for articles with the very same words */
		pair->cosine = 1;
	pair->days = days_between(a, b);
	pair->likeness = likeness_of(comparing->clustering->likeness, a, b, pair->cosine);
}

struct why_pairs cluster_why(struct arena *arena, const struct clustering *clustering, const uint32_t *chosen, size_t n)
{
	const struct vectors *vectors = clustering->vectors;
	struct why_pairs pairs = {.at = arena_array(arena, n ? n * (n - 1) / 2 : 0, struct why_pair)};
	struct comparing comparing = {clustering, invert(arena, vectors),
				      arena_array(arena, vectors->n_features, uint16_t)};

	for (uint32_t i = 0; i < n; i++) {
		const struct vector *one = &vectors->at[vectors->of[chosen[i]]];
		for (uint32_t k = 0; k < one->n; k++)
			comparing.row[one->features[k]] = one->weights[k];
		for (uint32_t j = i + 1; j < n; j++) {
			struct why_pair *pair = &pairs.at[pairs.n++];
			*pair = (struct why_pair){.one = i, .other = j};
			compare(&comparing, one, &vectors->at[vectors->of[chosen[j]]], pair);
		}
		for (uint32_t k = 0; k < one->n; k++)
			comparing.row[one->features[k]] = 0;
	}
	return pairs;
}
