/*
 * In: the documents of a story with their quotations. Out: its key quotes, best first. The same quotation in several
 * articles is one; printed is its longest cut that passes the gate (quote_gate.h), verbatim. Score: likeness to the
 * story's words, outlets that carry it, how often its speaker is quoted, a role, place; less for one that begins in the
 * middle of a sentence or points back. One quotation a speaker, and none that says what a chosen one says.
 */
#include "story/key_quote.h"

#include <math.h>

#include "base/sort.h"
#include "base/table.h"
#include "story/ids.h"
#include "story/key_quote_same.h"

enum {
	QUOTES_MAX = 20000 /* of one story that are looked at */,
	SIMILAR_WORDS = 2 /* shared, of 3 */,
	LONG_WORDS = 45 /* from here on a reader tires */,
	OUTLETS_MAX = 64
};
static const double SAME_DOCUMENT = .85; /* of the score, where a chosen one is printed from there too */

struct candidate {
	uint32_t document, quote, group;
	struct quote_words_of words;
};

struct story {
	struct arena *arena;
	const struct document *documents;
	size_t n;
	struct {
		struct candidate *at;
		size_t n, room;
	} candidates;
	struct ids stems;
	double *weights; /* of each stem: ln(1 + its count in the story) */
	double norm;
};

struct choice {
	struct key_quote key;
	const struct candidate *printed;
};

static const struct quote *quote_of(const struct story *story, const struct candidate *candidate)
{
	return &story->documents[candidate->document].quotes[candidate->quote];
}

static int by_start(const void *a, const void *b, void *context)
{
	const struct word *left = a, *right = b;

	(void)context;
	return (left->start > right->start) - (left->start < right->start);
}

static size_t word_from(const struct document *document, uint32_t start)
{
	struct word first = {.start = start};

	return sort_place(document->words, document->n_words, sizeof *document->words, &first, by_start, NULL);
}

static void list_candidates(struct story *story)
{
	for (size_t d = 0; d < story->n; d++) {
		const struct document *document = &story->documents[d];
		for (size_t q = 0; q < document->n_quotes && story->candidates.n < QUOTES_MAX; q++) {
			size_t first = word_from(document, document->quotes[q].start);
			size_t last = word_from(document, document->quotes[q].end);
			*array_add(story->arena, &story->candidates) = (struct candidate){
			    .document = (uint32_t)d,
			    .quote = (uint32_t)q,
			    .words = {document->words + first, last - first},
			};
		}
	}
}

static void weigh_stems(struct story *story)
{
	size_t total = 0;

	for (size_t d = 0; d < story->n; d++)
		total += story->documents[d].n_words;
	story->weights = arena_array(story->arena, total, double);
	for (size_t d = 0; d < story->n; d++)
		for (size_t w = 0; w < story->documents[d].n_words; w++) {
			const struct word *word = &story->documents[d].words[w];
			if (!(word->flags & WORD_STOP))
				story->weights[ids_put(story->arena, &story->stems, word->stem)]++;
		}
	for (size_t i = 0; i < story->stems.n; i++) {
		story->weights[i] = log1p(story->weights[i]);
		story->norm += story->weights[i] * story->weights[i];
	}
	story->norm = sqrt(story->norm);
}

static double centrality(const struct story *story, const struct quote_words_of *words)
{
	double sum = 0;
	size_t content = 0;

	for (size_t i = 0; i < words->n; i++) {
		if (words->at[i].flags & WORD_STOP)
			continue;
		sum += story->weights[ids_get(&story->stems, words->at[i].stem)];
		content++;
	}
	return content ? sum / (sqrt((double)content) * story->norm) : 0;
}

static struct ng_text surname(struct ng_text name)
{
	size_t start = name.len;

	while (start > 0 && name.at[start - 1] != ' ')
		start--;
	return text_slice(name, start, name.len);
}

static bool same_speaker(const struct quote *a, const struct quote *b)
{
	return text_equal_fold(surname(a->speaker), surname(b->speaker));
}

/* Quotations of the speaker in the whole story, by surname. */
static struct table count_speakers(const struct story *story)
{
	struct table table = table_new(story->arena);

	for (size_t i = 0; i < story->candidates.n; i++) {
		struct ng_text name = surname(quote_of(story, &story->candidates.at[i])->speaker);
		if (name.len)
			table_put(&table, name)->value++;
	}
	return table;
}

/* Begins and ends as a sentence does, with no word that points back, and at no great length. */
static double completeness(const struct story *story, const struct candidate *candidate)
{
	const struct document *document = &story->documents[candidate->document];
	const struct quote *quote = quote_of(story, candidate);
	double factor = 1;

	if (!candidate->words.n)
		return 0;
	const struct word *first = candidate->words.at;
	if (!(first->flags & (WORD_CAPITAL | WORD_NUMBER)))
		factor *= .6;
	if (first->flags & WORD_LEANS)
		factor *= .7;
	if (candidate->words.n > LONG_WORDS)
		factor *= (double)LONG_WORDS / (double)candidate->words.n;
	char end = document->article.text.at[quote->end - 1];
	return end == '.' || end == ',' || end == '!' || end == '?' ? factor : factor * .9;
}

/* Outlets that carry it: sites, and each document without one. */
static size_t count_outlets(const struct story *story, const struct choice *choice)
{
	size_t n = choice->key.n_documents < OUTLETS_MAX ? choice->key.n_documents : OUTLETS_MAX, outlets = 0;

	for (size_t i = 0; i < n; i++) {
		struct ng_text site = story->documents[choice->key.documents[i]].article.site;
		bool seen = false;
		for (size_t k = 0; k < i && site.len && !seen; k++)
			seen = text_equal(story->documents[choice->key.documents[k]].article.site, site);
		outlets += !seen;
	}
	return outlets;
}

static double score(const struct story *story, const struct choice *choice, const struct table *speakers)
{
	const struct quote *quote = quote_of(story, choice->printed);
	const struct document *document = &story->documents[choice->printed->document];
	double place = (double)quote->start / (double)document->article.text.len;
	const struct table_entry *entry = table_get(speakers, surname(quote->speaker));

	double value = centrality(story, &choice->printed->words);
	value *= 1 + .5 * log((double)count_outlets(story, choice));
	value *= 1 + .2 * log((double)(entry == NULL ? 1 : entry->value));
	value *= quote->role.len ? 1.2 : 1;
	value *= 1 + .3 * exp(-3 * place);
	return value * quote->confidence * completeness(story, choice->printed);
}

/* Documents come in order, but for the printed one, which is first. */
static void note_document(struct choice *choice, uint32_t document)
{
	size_t n = choice->key.n_documents;

	if (n > 0 && (choice->key.documents[0] == document || choice->key.documents[n - 1] == document))
		return;
	choice->key.documents[choice->key.n_documents++] = document;
}

/* Is a better one to print than b? */
static bool better(const struct story *story, const struct candidate *a, const struct candidate *b)
{
	const struct quote *left = quote_of(story, a), *right = quote_of(story, b);

	if (left->confidence != right->confidence && (left->confidence < .7) != (right->confidence < .7))
		return left->confidence > right->confidence;
	return a->words.n > b->words.n;
}

/* The groups that have a quotation that passes the gate. */
static size_t make_choices(struct story *story, struct choice *choices, const uint32_t *group, size_t groups)
{
	size_t *count = arena_array(story->arena, groups, size_t), n = 0;

	for (size_t i = 0; i < story->candidates.n; i++) {
		struct candidate *candidate = &story->candidates.at[i];
		struct choice *choice = &choices[group[i]];
		candidate->group = group[i];
		count[group[i]]++;
		if (quote_of(story, candidate)->key &&
		    (choice->printed == NULL || better(story, candidate, choice->printed)))
			choice->printed = candidate;
	}
	for (size_t g = 0; g < groups; g++) {
		struct choice *choice = &choices[g];
		if (choice->printed == NULL)
			continue;
		choice->key.document = choice->printed->document;
		choice->key.quote = choice->printed->quote;
		choice->key.documents = arena_array(story->arena, count[g], uint32_t);
		note_document(choice, choice->key.document);
	}
	for (size_t i = 0; i < story->candidates.n; i++)
		if (choices[group[i]].printed != NULL)
			note_document(&choices[group[i]], story->candidates.at[i].document);
	for (size_t g = 0; g < groups; g++)
		if (choices[g].printed != NULL)
			choices[n++] = choices[g];
	return n;
}

/* Two of three content words of the shorter stand in the longer. */
static bool similar(const struct choice *a, const struct choice *b)
{
	size_t common = 0, content = 0;
	const struct quote_words_of *shorter = &a->printed->words, *longer = &b->printed->words;

	if (shorter->n > longer->n) {
		shorter = longer;
		longer = &a->printed->words;
	}
	for (size_t i = 0; i < shorter->n; i++) {
		if (shorter->at[i].flags & WORD_STOP)
			continue;
		content++;
		for (size_t k = 0; k < longer->n; k++)
			if (longer->at[k].stem == shorter->at[i].stem) {
				common++;
				break;
			}
	}
	return content && common * 3 >= content * SIMILAR_WORDS;
}

/* What a choice is worth beside those chosen; 0: it repeats a speaker or what was said. */
static double worth(const struct story *story, const struct choice *choice, const struct choice *const *chosen,
		    size_t n)
{
	double value = choice->key.score;

	for (size_t k = 0; k < n; k++) {
		if (same_speaker(quote_of(story, chosen[k]->printed), quote_of(story, choice->printed)) ||
		    similar(chosen[k], choice))
			return 0;
		if (chosen[k]->key.document == choice->key.document)
			value *= SAME_DOCUMENT;
	}
	return value;
}

static const struct choice *best_beside(const struct story *story, const struct choice *choices, size_t n_choices,
					const struct choice *const *chosen, size_t n)
{
	const struct choice *best = NULL;
	double most = 0;

	for (size_t i = 0; i < n_choices; i++) {
		double value = choices[i].key.score > most ? worth(story, &choices[i], chosen, n) : 0;
		if (value <= most)
			continue;
		most = value;
		best = &choices[i];
	}
	return best;
}

struct key_quotes key_quotes_choose(struct arena *arena, const struct document *documents, size_t n, size_t most)
{
	struct story story = {.arena = arena, .documents = documents, .n = n};
	struct key_quotes chosen = {0};

	list_candidates(&story);
	if (!story.candidates.n || !most)
		return chosen;
	weigh_stems(&story);
	struct quote_words_of *words = arena_array(arena, story.candidates.n, struct quote_words_of);
	uint32_t *group = arena_array(arena, story.candidates.n, uint32_t);
	for (size_t i = 0; i < story.candidates.n; i++)
		words[i] = story.candidates.at[i].words;
	size_t groups = key_quote_groups(arena, words, story.candidates.n, group);
	struct choice *choices = arena_array(arena, groups, struct choice);
	size_t n_choices = make_choices(&story, choices, group, groups);
	struct table speakers = count_speakers(&story);
	for (size_t i = 0; i < n_choices; i++)
		choices[i].key.score = score(&story, &choices[i], &speakers);
	if (most > n_choices)
		most = n_choices;
	chosen.at = arena_array(arena, most, struct key_quote);
	const struct choice **printed = arena_array(arena, most, const struct choice *);
	while (chosen.n < most) {
		const struct choice *best = best_beside(&story, choices, n_choices, printed, chosen.n);
		if (best == NULL)
			break;
		printed[chosen.n] = best;
		chosen.at[chosen.n++] = best->key;
	}
	return chosen;
}
