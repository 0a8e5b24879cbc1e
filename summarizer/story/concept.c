/*
 * In: rows and their salience. Out: the concepts of the story (content stems, and pairs of neighbouring stems), which
 * rows hold them, the terms of each and its value: the probability that a reference summary tells it, by logistic
 * regression. Choosing sentences by the concepts they cover goes back to Gillick and Favre (2009).
 */
#include "story/concept.h"

#include <math.h>
#include <string.h>

#include "story/ids.h"
#include "story/rank_terms.h"

struct finding {
	struct arena *arena;
	struct ids ids;
	struct {
		uint32_t *at;
		size_t n, room;
	} found; /* concepts of all rows, row after row */
	struct {
		uint32_t *at;
		size_t n, room;
	} last_row; /* of each concept: the last row that has it, plus 1 */
};

static void find(struct finding *finding, uint32_t row, uint32_t first, uint32_t second)
{
	uint32_t id = ids_put(finding->arena, &finding->ids, (uint64_t)second << 32 | first);

	if (id == finding->last_row.n)
		*array_add(finding->arena, &finding->last_row) = 0;
	if (finding->last_row.at[id] == row + 1)
		return;
	finding->last_row.at[id] = row + 1;
	*array_add(finding->arena, &finding->found) = id;
}

static void find_in_row(struct finding *finding, const struct rows *rows, uint32_t number)
{
	const struct row *row = &rows->at[number];

	for (size_t i = 0; i < row->n_cells; i++)
		find(finding, number, row->cells[i].stem, IDS_NONE);
	for (size_t i = 1; i < row->n_stems; i++)
		if (!rows->stems[row->stems[i - 1]].stop || !rows->stems[row->stems[i]].stop)
			find(finding, number, row->stems[i - 1], row->stems[i]);
}

/* Turns "concepts of rows" about: the rows of each concept, ascending. */
static void turn(struct arena *arena, struct concepts *concepts, size_t n_rows, size_t n_found)
{
	concepts->held = arena_array(arena, concepts->n, struct range);
	concepts->holders = arena_array(arena, n_found, uint32_t);
	for (size_t i = 0; i < n_found; i++)
		concepts->held[concepts->of_rows[i]].end++;
	for (size_t i = 0, sum = 0; i < concepts->n; i++) {
		concepts->held[i].start = sum;
		sum += concepts->held[i].end;
		concepts->held[i].end = concepts->held[i].start;
	}
	for (size_t r = 0; r < n_rows; r++)
		for (size_t i = concepts->rows[r].start; i < concepts->rows[r].end; i++)
			concepts->holders[concepts->held[concepts->of_rows[i]].end++] = (uint32_t)r;
}

/* Terms that depend on nothing but how many rows hold a concept. */
static void terms_of_count(const struct rows *rows, size_t n, double *terms)
{
	terms[CONCEPT_DENSITY] = log(1 + 10 * (double)n / (double)rows->n);
	terms[CONCEPT_ROWS] = log((double)n);
	terms[CONCEPT_IDF] = log(((double)rows->n + 1) / ((double)n + .5));
}

/* Terms that come from the rows that hold a concept. */
static void terms_of_holders(const struct rows *rows, const struct ranked *at, const uint32_t *holders, size_t n,
			     double *terms)
{
	double depth = 0, salience = 0, most = 0, place_3 = 0, place_8 = 0;
	uint32_t documents = 0, opened = 0;

	for (size_t i = 0; i < n; i++) {
		const struct row *row = &rows->at[holders[i]];
		const double *own = at[holders[i]].terms;
		depth += own[RANK_DEPTH];
		salience += own[RANK_SALIENCE];
		most = fmax(most, own[RANK_SALIENCE]);
		place_3 = fmax(place_3, own[RANK_PLACE_3]);
		place_8 = fmax(place_8, own[RANK_PLACE_8]);
		documents += i == 0 || rows->at[holders[i - 1]].document != row->document;
		opened += row->place == 0;
	}
	terms[CONCEPT_DOCUMENTS] = rows->n_documents > 1 ? documents / (double)rows->n_documents : 0;
	terms[CONCEPT_OPENS] = opened / (double)rows->n_documents;
	terms[CONCEPT_PLACE_1] = place_3 * place_3 * place_3;
	terms[CONCEPT_PLACE_3] = place_3;
	terms[CONCEPT_PLACE_8] = place_8;
	terms[CONCEPT_DEPTH] = depth / (double)n;
	terms[CONCEPT_SALIENCE] = log(1 + salience);
	terms[CONCEPT_SALIENCE_MAX] = most;
}

static void terms_of_pair(const struct stem *first, const struct stem *second, double *terms)
{
	terms[CONCEPT_CAPITAL] = (first->capital + second->capital) / 2.;
	terms[CONCEPT_NUMBER] = first->number || second->number;
	terms[CONCEPT_LETTERS] = fmin(10, first->letters + second->letters) / 10;
	terms[CONCEPT_PAIR] = 1;
	terms[CONCEPT_PAIR_ROWS] = terms[CONCEPT_ROWS];
	terms[CONCEPT_PAIR_PLACE_3] = terms[CONCEPT_PLACE_3];
	terms[CONCEPT_PAIR_STOP] = first->stop || second->stop;
}

static void terms_of_stem(const struct stem *stem, double *terms)
{
	terms[CONCEPT_CAPITAL] = stem->capital;
	terms[CONCEPT_NUMBER] = stem->number;
	terms[CONCEPT_LETTERS] = fmin(10, stem->letters) / 10;
}

/* CONCEPT_TITLES: the share of titles that have all its stems; CONCEPT_TITLE: is there one? */
static void terms_of_titles(struct arena *arena, const struct rows *rows, struct concepts *concepts)
{
	uint32_t *in_title = arena_array(arena, rows->n_stems, uint32_t);
	uint32_t *candidates = arena_array(arena, concepts->n, uint32_t);
	size_t n = 0;

	for (size_t i = 0; i < concepts->n; i++) {
		const struct concept *concept = &concepts->at[i];
		if (rows->stems[concept->stems[0]].n_titles &&
		    (concept->stems[1] == IDS_NONE || rows->stems[concept->stems[1]].n_titles))
			candidates[n++] = (uint32_t)i;
	}
	for (size_t d = 0; d < rows->n_documents; d++) {
		for (size_t i = 0; i < rows->titles[d].n_stems; i++)
			in_title[rows->titles[d].stems[i]] = (uint32_t)d + 1;
		for (size_t i = 0; i < n; i++) {
			struct concept *concept = &concepts->at[candidates[i]];
			concept->terms[CONCEPT_TITLES] +=
			    in_title[concept->stems[0]] == d + 1 &&
			    (concept->stems[1] == IDS_NONE || in_title[concept->stems[1]] == d + 1);
		}
	}
	for (size_t i = 0; i < concepts->n; i++) {
		concepts->at[i].terms[CONCEPT_TITLE] = concepts->at[i].terms[CONCEPT_TITLES] > 0;
		concepts->at[i].terms[CONCEPT_TITLES] /= (double)rows->n_documents;
	}
}

/* RANK_CONCEPT_SALIENCE: the salience of a row's concepts, summed over their holders, per concept. */
static void terms_of_rows(struct arena *arena, const struct concepts *concepts, size_t n_rows, struct ranked *at)
{
	double *salience = arena_array(arena, concepts->n, double);

	for (size_t i = 0; i < concepts->n; i++)
		for (size_t h = concepts->held[i].start; h < concepts->held[i].end; h++)
			salience[i] += at[concepts->holders[h]].terms[RANK_SALIENCE];
	for (size_t r = 0; r < n_rows; r++) {
		size_t n = concepts->rows[r].end - concepts->rows[r].start;
		double sum = 0;
		for (size_t i = concepts->rows[r].start; i < concepts->rows[r].end; i++)
			sum += salience[concepts->of_rows[i]];
		at[r].terms[RANK_CONCEPT_SALIENCE] = sum / (n > 4 ? (double)n : 4);
	}
	terms_scale(at, n_rows, RANK_CONCEPT_SALIENCE);
}

/* All terms of a concept but those of titles; concepts held by one row, the most, share their terms of count. */
static void describe(const struct rows *rows, const struct ranked *at, struct concepts *concepts)
{
	double of_one[CONCEPT_TERMS] = {[CONCEPT_ONE] = 1};

	terms_of_count(rows, 1, of_one);
	for (size_t i = 0; i < concepts->n; i++) {
		struct concept *concept = &concepts->at[i];
		const struct range *held = &concepts->held[i];
		size_t n = held->end - held->start;
		memcpy(concept->terms, of_one, sizeof of_one);
		if (n > 1)
			terms_of_count(rows, n, concept->terms);
		terms_of_holders(rows, at, concepts->holders + held->start, n, concept->terms);
		if (concept->stems[1] == IDS_NONE)
			terms_of_stem(&rows->stems[concept->stems[0]], concept->terms);
		else
			terms_of_pair(&rows->stems[concept->stems[0]], &rows->stems[concept->stems[1]], concept->terms);
	}
}

struct concepts *concepts_make(struct arena *arena, const struct rows *rows, struct ranked *at)
{
	struct concepts *concepts = arena_new_of(arena, struct concepts);
	struct finding finding = {.arena = arena};

	concepts->rows = arena_array(arena, rows->n, struct range);
	for (size_t r = 0; r < rows->n; r++) {
		concepts->rows[r].start = finding.found.n;
		find_in_row(&finding, rows, (uint32_t)r);
		concepts->rows[r].end = finding.found.n;
	}
	concepts->of_rows = finding.found.at;
	concepts->n = finding.ids.n;
	concepts->at = arena_array(arena, concepts->n, struct concept);
	for (size_t i = 0; i < concepts->n; i++) {
		concepts->at[i].stems[0] = (uint32_t)finding.ids.keys[i];
		concepts->at[i].stems[1] = (uint32_t)(finding.ids.keys[i] >> 32);
	}
	turn(arena, concepts, rows->n, finding.found.n);
	describe(rows, at, concepts);
	terms_of_titles(arena, rows, concepts);
	terms_of_rows(arena, concepts, rows->n, at);
	return concepts;
}

void concepts_value(struct concepts *concepts, const double *weights, size_t n_rows, struct ranked *at)
{
	for (size_t i = 0; i < concepts->n; i++) {
		double sum = 0;
		for (size_t t = 0; t < CONCEPT_TERMS; t++)
			sum += weights[t] * concepts->at[i].terms[t];
		concepts->at[i].value = 1 / (1 + exp(-sum));
	}
	for (size_t r = 0; r < n_rows; r++) {
		double stems = 0, pairs = 0;
		for (size_t i = concepts->rows[r].start; i < concepts->rows[r].end; i++) {
			const struct concept *concept = &concepts->at[concepts->of_rows[i]];
			stems += concept->stems[1] == IDS_NONE ? concept->value : 0;
			pairs += concept->stems[1] == IDS_NONE ? 0 : concept->value;
		}
		at[r].terms[RANK_CONCEPT_STEMS] = stems;
		at[r].terms[RANK_CONCEPT_PAIRS] = pairs;
	}
	terms_scale(at, n_rows, RANK_CONCEPT_STEMS);
	terms_scale(at, n_rows, RANK_CONCEPT_PAIRS);
}
