/*
 * In: rows, their graph, the documents. Out: terms of each row, all from counts and cosines of this story alone, but
 * for the word lists of terms_surface. The salience term is TextRank plus the cosine with the centroid (Radev 2004),
 * times a factor for place, title and length; the other terms correct and complete it with learned weights.
 */
#include "story/rank_terms.h"

#include <math.h>

void terms_scale(struct ranked *at, size_t n, enum rank_term term)
{
	double most = 0;

	for (size_t i = 0; i < n; i++)
		most = at[i].terms[term] > most ? at[i].terms[term] : most;
	for (size_t i = 0; i < n; i++)
		at[i].terms[term] = most > 0 ? at[i].terms[term] / most : 0;
}

enum weighing { WEIGH_ONCE, WEIGH_COUNT, WEIGH_TF_IDF };

static double cell_value(const struct cell *cell, enum weighing weighing)
{
	switch (weighing) {
	case WEIGH_ONCE:
		return 1;
	case WEIGH_COUNT:
		return cell->count;
	case WEIGH_TF_IDF:
		break;
	}
	return cell->weight;
}

/* The cosine of each row with a vector over all stems. */
static void likeness(const struct rows *rows, enum weighing weighing, const double *vector, struct ranked *at,
		     enum rank_term term)
{
	double squares = 0;

	for (size_t i = 0; i < rows->n_stems; i++)
		squares += vector[i] * vector[i];
	for (size_t i = 0; i < rows->n; i++) {
		double product = 0, own = 0;
		for (size_t c = 0; c < rows->at[i].n_cells; c++) {
			double value = cell_value(&rows->at[i].cells[c], weighing);
			product += value * vector[rows->at[i].cells[c].stem];
			own += value * value;
		}
		at[i].terms[term] = own * squares > 0 ? product / sqrt(own * squares) : 0;
	}
}

static double raw(const struct row *row, const struct cell *cell)
{
	return cell->weight * row->norm;
}

static double *centroid(struct arena *arena, const struct rows *rows)
{
	double *vector = arena_array(arena, rows->n_stems, double);

	for (size_t i = 0; i < rows->n_stems; i++)
		vector[i] = rows->stems[i].count * rows->stems[i].idf;
	return vector;
}

/* Adds rows [i, end) as one vector of length 1; `own` is all zero before and after. */
static void add_unit(const struct rows *rows, size_t i, size_t end, double *own, double *vector)
{
	double squares = 0;

	for (size_t r = i; r < end; r++)
		for (size_t c = 0; c < rows->at[r].n_cells; c++)
			own[rows->at[r].cells[c].stem] += raw(&rows->at[r], &rows->at[r].cells[c]);
	for (size_t r = i; r < end; r++)
		for (size_t c = 0; c < rows->at[r].n_cells; c++)
			squares += raw(&rows->at[r], &rows->at[r].cells[c]) * own[rows->at[r].cells[c].stem];
	for (size_t r = i; r < end; r++)
		for (size_t c = 0; c < rows->at[r].n_cells; c++) {
			vector[rows->at[r].cells[c].stem] += raw(&rows->at[r], &rows->at[r].cells[c]) / sqrt(squares);
			own[rows->at[r].cells[c].stem] = 0;
		}
}

/* How the documents open: the first three sentences of each. */
static double *openings(struct arena *arena, const struct rows *rows)
{
	double *vector = arena_array(arena, rows->n_stems, double);
	double *own = arena_array(arena, rows->n_stems, double);

	for (size_t i = 0; i < rows->n; i++) {
		size_t end = i;
		while (end < rows->n && rows->at[end].document == rows->at[i].document && rows->at[end].place < 3)
			end++;
		if (rows->at[i].place == 0)
			add_unit(rows, i, end, own, vector);
	}
	return vector;
}

/* Counts of stems, weighed by the share of documents that have them. */
static double *common_words(struct arena *arena, const struct rows *rows)
{
	double *vector = arena_array(arena, rows->n_stems, double);

	for (size_t i = 0; i < rows->n_stems; i++)
		vector[i] = (double)rows->stems[i].count * rows->stems[i].n_documents / (double)rows->n_documents;
	return vector;
}

static double *title_words(struct arena *arena, const struct rows *rows)
{
	double *vector = arena_array(arena, rows->n_stems, double);

	for (size_t i = 0; i < rows->n_stems; i++)
		vector[i] = rows->stems[i].stop ? 0 : rows->stems[i].n_titles;
	return vector;
}

/* The best cosine with a sentence of another document. */
static double support(const struct rows *rows, const struct graph *graph, size_t i)
{
	float most = 0;

	for (size_t e = graph->first[i]; e < graph->first[i + 1]; e++)
		if (rows->at[graph->edges[e].to].document != rows->at[i].document && graph->edges[e].cosine > most)
			most = graph->edges[e].cosine;
	return most;
}

/* RANK_COMMON, TITLE, LEAD and SUPPORT, and from them and TextRank the salience. */
void terms_likeness(struct arena *arena, const struct rows *rows, const struct graph *graph, struct ranked *at)
{
	const double *rank = textrank(arena, graph, rows);

	likeness(rows, WEIGH_COUNT, common_words(arena, rows), at, RANK_COMMON);
	likeness(rows, WEIGH_ONCE, title_words(arena, rows), at, RANK_TITLE);
	likeness(rows, WEIGH_TF_IDF, openings(arena, rows), at, RANK_LEAD);
	likeness(rows, WEIGH_TF_IDF, centroid(arena, rows), at, RANK_SALIENCE);
	terms_scale(at, rows->n, RANK_COMMON);
	terms_scale(at, rows->n, RANK_LEAD);
	terms_scale(at, rows->n, RANK_SALIENCE);
	for (size_t i = 0; i < rows->n; i++) {
		const struct row *row = &rows->at[i];
		double *terms = at[i].terms;
		terms[RANK_SUPPORT] = support(rows, graph, i);
		terms[RANK_SALIENCE] = (rank[i] + terms[RANK_SALIENCE]) * (1 + exp(-(double)row->place / 8)) *
				       (1 + .75 * terms[RANK_TITLE]) *
				       (row->n_words < 8    ? .3
					: row->n_words > 60 ? .7
							    : 1);
	}
	terms_scale(at, rows->n, RANK_SALIENCE);
}

void terms_place(const struct rows *rows, struct ranked *at)
{
	for (size_t i = 0; i < rows->n; i++) {
		double place = rows->at[i].place, last = rows->at[i].places - 1.;
		at[i].terms[RANK_OPENS] = place == 0;
		at[i].terms[RANK_PLACE_3] = exp(-place / 3);
		at[i].terms[RANK_PLACE_8] = exp(-place / 8);
		at[i].terms[RANK_PLACE_20] = exp(-place / 20);
		at[i].terms[RANK_DEPTH] = last > 0 ? place / last : 0;
		at[i].terms[RANK_LAST] = place == last && last >= 3;
	}
}

static double between(double low, double value, double high)
{
	return value < low ? low : value > high ? high : value;
}

void terms_length(const struct rows *rows, struct ranked *at)
{
	for (size_t i = 0; i < rows->n; i++) {
		double n = rows->at[i].n_words;
		at[i].terms[RANK_LENGTH] = log(n > 1 ? n : 1) / 4;
		at[i].terms[RANK_SHORT] = between(0, 8 - n, 8) / 8;
		at[i].terms[RANK_LONG] = between(0, n - 35, 45) / 35;
	}
}

/* How much of a sentence its document has not said before, and how much another sentence says too. */
static void novelty(struct arena *arena, const struct rows *rows, struct ranked *at)
{
	uint32_t *said_in = arena_array(arena, rows->n_stems, uint32_t);

	for (size_t i = 0; i < rows->n; i++) {
		const struct row *row = &rows->at[i];
		uint32_t new = 0, seen = 0;
		for (size_t c = 0; c < row->n_cells; c++) {
			uint32_t stem = row->cells[c].stem;
			new += said_in[stem] != row->document + 1;
			seen += rows->stems[stem].n_rows > 1;
			said_in[stem] = row->document + 1;
		}
		at[i].terms[RANK_NOVEL] = row->n_cells ? new / (double)row->n_cells : 0;
		at[i].terms[RANK_SEEN] = row->n_cells ? seen / (double)row->n_cells : 0;
	}
}

static double cosine(const struct graph *graph, size_t i, size_t j)
{
	for (size_t e = graph->first[i]; e < graph->first[i + 1] && graph->edges[e].to <= j; e++)
		if (graph->edges[e].to == j)
			return graph->edges[e].cosine;
	return 0;
}

void terms_words(struct arena *arena, const struct rows *rows, const struct graph *graph, struct ranked *at)
{
	novelty(arena, rows, at);
	for (size_t i = 0; i < rows->n; i++) {
		const struct row *row = &rows->at[i];
		double sum = 0;
		for (size_t c = 0; c < row->n_cells; c++)
			sum += (double)row->cells[c].count * rows->stems[row->cells[c].stem].count;
		at[i].terms[RANK_FREQUENCY] = row->n_content ? sum / row->n_content : 0;
		if (i > 0 && rows->at[i - 1].document == row->document)
			at[i].terms[RANK_LIKE_PREVIOUS] = at[i - 1].terms[RANK_LIKE_NEXT] = cosine(graph, i - 1, i);
	}
	terms_scale(at, rows->n, RANK_FREQUENCY);
}
