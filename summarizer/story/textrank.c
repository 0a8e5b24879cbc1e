/*
 * In: rows with tf-idf vectors. Out: the sparse graph of their cosines, and each row's rank in it. Method: TextRank
 * (Mihalcea and Tarau 2004) as personalised PageRank (Haveliwala 2002) with damping .5; the teleport falls with the
 * place in the own document, exp(-place / 8), and an edge between two documents counts four times, since being
 * confirmed elsewhere says more than repeating oneself. The cosines come from an inverted index, so rows without a
 * common stem cost nothing. The sums are taken in row order, so the figures are the same in every run.
 */
#include "story/textrank.h"

#include <math.h>

enum { ROUNDS_MAX = 60 }; /* each halves the error at least: 1e-6 takes 21 */
static const double damping = .5, tolerance = 1e-6, across = 4, place_scale = 8;

/* The rows of each stem, ascending, with the stem's weight there. */
struct posting {
	uint32_t row;
	double weight;
};
struct postings {
	size_t *first, *end;
	struct posting *at;
};

static struct postings postings_make(struct arena *arena, const struct rows *rows)
{
	struct postings postings = {
	    .first = arena_array(arena, rows->n_stems + 1, size_t),
	    .end = arena_array(arena, rows->n_stems + 1, size_t),
	};
	size_t sum = 0;

	for (size_t i = 0; i < rows->n_stems; i++) {
		postings.first[i] = postings.end[i] = sum;
		sum += rows->stems[i].n_rows;
	}
	postings.at = arena_array(arena, sum, struct posting);
	return postings;
}

struct lower_edge {
	uint32_t from, to; /* to < from */
	float cosine;
};
struct lower_edges {
	struct lower_edge *at;
	size_t n, room;
};

/* Cosines of row i with the rows before it; then the row joins the index. */
static void join(struct arena *arena, struct postings *postings, const struct row *row, uint32_t i, double *sums,
		 struct lower_edges *edges)
{
	for (size_t c = 0; c < row->n_cells; c++) {
		const struct cell *cell = &row->cells[c];
		for (size_t p = postings->first[cell->stem]; p < postings->end[cell->stem]; p++)
			sums[postings->at[p].row] += cell->weight * postings->at[p].weight;
		postings->at[postings->end[cell->stem]++] = (struct posting){i, cell->weight};
	}
	for (uint32_t j = 0; j < i; j++) {
		if (sums[j] > 0)
			*array_add(arena, edges) = (struct lower_edge){i, j, (float)sums[j]};
		sums[j] = 0;
	}
}

struct graph *graph_make(struct arena *arena, const struct rows *rows)
{
	struct graph *graph = arena_new_of(arena, struct graph);
	struct postings postings = postings_make(arena, rows);
	double *sums = arena_array(arena, rows->n, double);
	struct lower_edges lower = {0};

	graph->n = rows->n;
	graph->first = arena_array(arena, rows->n + 1, size_t);
	for (size_t i = 0; i < rows->n; i++)
		join(arena, &postings, &rows->at[i], (uint32_t)i, sums, &lower);
	for (size_t e = 0; e < lower.n; e++) {
		graph->first[lower.at[e].from + 1]++;
		graph->first[lower.at[e].to + 1]++;
	}
	size_t *next = arena_array(arena, rows->n + 1, size_t);
	for (size_t i = 0; i < rows->n; i++)
		next[i + 1] = graph->first[i + 1] += graph->first[i];
	graph->edges = arena_array(arena, 2 * lower.n, struct edge);
	for (size_t e = 0; e < lower.n; e++) {
		const struct lower_edge *edge = &lower.at[e];
		graph->edges[next[edge->from]++] = (struct edge){edge->to, edge->cosine};
		graph->edges[next[edge->to]++] = (struct edge){edge->from, edge->cosine};
	}
	return graph;
}

static double edge_weight(const struct rows *rows, size_t from, const struct edge *edge)
{
	return edge->cosine * (rows->at[from].document != rows->at[edge->to].document ? across : 1);
}

/* One round, from `rank` to `next`; returns the sum of changes. A row without edges votes by the teleport. */
static double vote(const struct graph *graph, const float *weights, const double *degree, const double *teleport,
		   const double *rank, double *share, double *next)
{
	double loose = 0, change = 0;

	for (size_t i = 0; i < graph->n; i++) {
		share[i] = degree[i] > 0 ? rank[i] / degree[i] : 0;
		loose += degree[i] > 0 ? 0 : rank[i];
	}
	for (size_t i = 0; i < graph->n; i++) {
		double sum = 0;
		for (size_t e = graph->first[i]; e < graph->first[i + 1]; e++)
			sum += (double)weights[e] * share[graph->edges[e].to];
		next[i] = (1 - damping) * teleport[i] + damping * (sum + loose * teleport[i]);
		change += fabs(next[i] - rank[i]);
	}
	return change;
}

static void scale_to_one(double *at, size_t n)
{
	double most = 0;

	for (size_t i = 0; i < n; i++)
		most = at[i] > most ? at[i] : most;
	for (size_t i = 0; i < n && most > 0; i++)
		at[i] /= most;
}

double *textrank(struct arena *arena, const struct graph *graph, const struct rows *rows)
{
	size_t n = graph->n;
	double *degree = arena_array(arena, n, double), *teleport = arena_array(arena, n, double);
	double *rank = arena_array(arena, n, double), *next = arena_array(arena, n, double);
	double *share = arena_array(arena, n, double);
	float *weights = arena_array(arena, graph->first[n], float);
	double sum = 0;

	for (size_t i = 0; i < n; i++) {
		sum += teleport[i] = exp(-(double)rows->at[i].place / place_scale);
		for (size_t e = graph->first[i]; e < graph->first[i + 1]; e++)
			degree[i] += weights[e] = (float)edge_weight(rows, i, &graph->edges[e]);
	}
	for (size_t i = 0; i < n; i++)
		rank[i] = teleport[i] /= sum;
	for (int round = 0; round < ROUNDS_MAX; round++) {
		double change = vote(graph, weights, degree, teleport, rank, share, next);
		double *swap = rank;
		rank = next;
		next = swap;
		if (change < tolerance)
			break;
	}
	scale_to_one(rank, n);
	return rank;
}
