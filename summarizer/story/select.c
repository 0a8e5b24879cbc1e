/*
 * In: a ranking and a budget. Out: the chosen sentences. Method: greedy; each round takes the sentence that still fits
 * and has the most of score - repetition (the largest cosine to a chosen one; maximal marginal relevance, Carbonell and
 * Goldstein 1998) + coverage (the value of the concepts it tells first, by its length). Among equals the first wins.
 * The budget is never passed.
 * For readers: a sentence that points back is taken only after the one before it; never what select_reader.h refuses,
 * what repeats a chosen sentence (cosine above .45; for others above .6), or what has too many of its content words
 * told already (45 of 100; 30 where it opens its article, since openings sum up); no "Mr Pell" before a sentence with
 * Pell. If that leaves nothing, these rules are dropped. The article of the lead is told first, then the others by
 * likeness to the lead.
 */
#include "story/select.h"

#include <math.h>

#include "story/ids.h"
#include "story/rank_weights.h"
#include "story/select_reader.h"
#include "story/textrank.h"

static const double repeat = .6, repeat_for_readers = .45, told_most = .45, told_most_opening = .3;

struct selecting {
	const struct ranking *ranking;
	double *likeness; /* of each row: the largest cosine to a chosen one */
	double *gain;     /* the value of its concepts not yet told */
	double *by_length;
	double gain_scale;
	double *value; /* of each concept */
	bool *told;
	bool *told_stems; /* content stems of the chosen */
	size_t first;     /* taken; SIZE_MAX: none yet */
	bool *taken;
	size_t words_left;
	struct chosen *taken_for; /* of each row taken */
	uint32_t turn;
	struct readings reads; /* of each row */
	bool reader;           /* chosen for readers: */
	bool lenient;          /* but their rules are off */
	const bool *skip;
	double repeat; /* likeness to a chosen one from which a sentence tells the same */
};

static void selecting_start(struct arena *arena, const struct ranking *ranking, struct selecting *selecting)
{
	const struct rank_weights *weights = ranking->weights;
	const struct concepts *concepts = ranking->concepts;

	*selecting = (struct selecting){
	    .ranking = ranking,
	    .first = SIZE_MAX,
	    .likeness = arena_array(arena, ranking->n, double),
	    .gain = arena_array(arena, ranking->n, double),
	    .by_length = arena_array(arena, ranking->n, double),
	    .value = arena_array(arena, concepts->n, double),
	    .told = arena_array(arena, concepts->n, bool),
	    .told_stems = arena_array(arena, ranking->rows->n_stems, bool),
	    .taken = arena_array(arena, ranking->n, bool),
	    .taken_for = arena_array(arena, ranking->n, struct chosen),
	};
	for (size_t i = 0; i < concepts->n; i++)
		selecting->value[i] =
		    concepts->at[i].value * (concepts->at[i].stems[1] == IDS_NONE ? 1 : weights->pair);
	for (size_t r = 0; r < ranking->n; r++) {
		uint32_t words = ranking->rows->at[r].n_words;
		for (size_t i = concepts->rows[r].start; i < concepts->rows[r].end; i++)
			selecting->gain[r] += selecting->value[concepts->of_rows[i]];
		selecting->by_length[r] = pow(words > 5 ? words : 5, -weights->length_power);
		selecting->gain_scale = fmax(selecting->gain_scale, selecting->gain[r] * selecting->by_length[r]);
	}
	if (!(selecting->gain_scale > 0))
		selecting->gain_scale = 1;
}

static double repetition_of(const struct selecting *selecting, size_t r)
{
	return selecting->ranking->weights->repetition * selecting->likeness[r];
}

static double news_of(const struct selecting *selecting, size_t r)
{
	return selecting->ranking->weights->coverage * selecting->gain[r] * selecting->by_length[r] /
	       selecting->gain_scale;
}

static double worth(const struct selecting *selecting, size_t r)
{
	return selecting->ranking->at[r].score - repetition_of(selecting, r) + news_of(selecting, r) -
	       selecting->reads.no_verb[r];
}

static void take(struct selecting *selecting, size_t r)
{
	const struct graph *graph = selecting->ranking->graph;
	const struct concepts *concepts = selecting->ranking->concepts;
	const struct row *row = &selecting->ranking->rows->at[r];

	for (size_t i = 0; i < row->n_cells; i++)
		selecting->told_stems[row->cells[i].stem] = true;
	if (selecting->first == SIZE_MAX)
		selecting->first = r;
	selecting->taken[r] = true;
	selecting->taken_for[r] = (struct chosen){.document = selecting->ranking->at[r].document,
						  .sentence = selecting->ranking->at[r].sentence,
						  .turn = selecting->turn++,
						  .score = selecting->ranking->at[r].score,
						  .no_verb = selecting->reads.no_verb[r],
						  .repetition = repetition_of(selecting, r),
						  .news = news_of(selecting, r)};
	for (size_t e = graph->first[r]; e < graph->first[r + 1]; e++) {
		double *likeness = &selecting->likeness[graph->edges[e].to];
		*likeness = fmax(*likeness, graph->edges[e].cosine);
	}
	for (size_t i = concepts->rows[r].start; i < concepts->rows[r].end; i++) {
		uint32_t concept = concepts->of_rows[i];
		if (selecting->told[concept])
			continue;
		selecting->told[concept] = true;
		for (size_t h = concepts->held[concept].start; h < concepts->held[concept].end; h++)
			selecting->gain[concepts->holders[h]] -= selecting->value[concept];
	}
}

/* "Mr Pell" is somebody only to who has read of Dorian Pell. */
static bool is_named(const struct selecting *selecting, size_t r)
{
	return !selecting->reader || selecting->reads.names[r] == IDS_NONE ||
	       selecting->told_stems[selecting->reads.names[r]];
}

static bool readable(const struct selecting *selecting, size_t r)
{
	return selecting->lenient ||
	       (!selecting->reads.refused[r] && selecting->likeness[r] <= selecting->repeat && is_named(selecting, r) &&
		(!selecting->reads.leans[r] || selecting->taken[r - 1]));
}

/* Are too many of its content words told already, by whichever sentences? An opening sums up, so it repeats sooner. */
static bool is_told(const struct selecting *selecting, size_t r)
{
	const struct row *row = &selecting->ranking->rows->at[r];
	size_t told = 0;

	for (size_t i = 0; i < row->n_cells; i++)
		told += selecting->told_stems[row->cells[i].stem];
	return (double)told > (row->place == 0 ? told_most_opening : told_most) * (double)row->n_cells;
}

/* The best row within `words`; SIZE_MAX: none fits. */
static size_t best(const struct selecting *selecting, size_t words)
{
	static const double tie = 1e-9;
	size_t best = SIZE_MAX;
	double most = 0;

	for (size_t r = 0; r < selecting->ranking->n; r++) {
		if (selecting->taken[r] || (selecting->skip && selecting->skip[r]) ||
		    selecting->ranking->rows->at[r].n_words > words || !readable(selecting, r))
			continue;
		double own = worth(selecting, r);
		if ((best == SIZE_MAX || own > most + tie) &&
		    !(selecting->reader && !selecting->lenient && is_told(selecting, r))) {
			best = r;
			most = own;
		}
	}
	return best;
}

/* Takes rows until the budget is spent; returns how many. */
static size_t choose(struct selecting *selecting, size_t words, size_t most)
{
	size_t taken = 0, row;

	selecting->words_left = words;
	while (taken < most && (row = best(selecting, selecting->words_left)) != SIZE_MAX) {
		selecting->words_left -= selecting->ranking->rows->at[row].n_words;
		take(selecting, row);
		taken++;
	}
	return taken;
}

static enum left_for left_for(const struct selecting *selecting, size_t r)
{
	if (selecting->taken[r])
		return LEFT_NOT;
	if (selecting->skip && selecting->skip[r])
		return LEFT_SKIPPED;
	if (selecting->reads.refused[r])
		return LEFT_UNREADABLE;
	if (selecting->reads.leans[r] && !selecting->taken[r - 1])
		return LEFT_LEANS;
	if (selecting->likeness[r] > selecting->repeat || (selecting->reader && is_told(selecting, r)))
		return LEFT_REPEATS;
	return selecting->ranking->rows->at[r].n_words > selecting->words_left ? LEFT_TOO_LONG : LEFT_WORTH_LESS;
}

static const enum left_for *find_left(struct arena *arena, const struct selecting *selecting)
{
	enum left_for *left = arena_array(arena, selecting->ranking->n, enum left_for);

	for (size_t r = 0; r < selecting->ranking->n; r++)
		left[r] = left_for(selecting, r);
	return left;
}

/*
 * The row whose document is told first: of the taken that open their document, if any, that of the document the first
 * one was taken from, else the one with the highest score.
 */
static size_t lead(const struct selecting *selecting)
{
	const struct ranking *ranking = selecting->ranking;
	size_t lead = SIZE_MAX;

	for (size_t r = 0; r < ranking->n; r++) {
		if (!selecting->taken[r])
			continue;
		bool opens = ranking->rows->at[r].place == 0;
		if (opens && ranking->at[r].document == ranking->at[selecting->first].document)
			return r;
		bool lead_opens = lead != SIZE_MAX && ranking->rows->at[lead].place == 0;
		if (lead == SIZE_MAX || (opens && !lead_opens) ||
		    (opens == lead_opens && ranking->at[r].score > ranking->at[lead].score))
			lead = r;
	}
	return lead;
}

/* Moves the chosen rows of one document to the choice, as they stand there. */
static void tell(struct selecting *selecting, uint32_t document, struct choice *choice)
{
	const struct ranking *ranking = selecting->ranking;

	for (size_t r = 0; r < ranking->n; r++) {
		if (!selecting->taken[r] || ranking->at[r].document != document)
			continue;
		choice->at[choice->n++] = selecting->taken_for[r];
		selecting->taken[r] = false;
	}
}

/* Reading order: the document of the lead, then the document with the sentence most like the lead, and so on. */
static struct choice in_reading_order(struct arena *arena, struct selecting *selecting, size_t n)
{
	const struct graph *graph = selecting->ranking->graph;
	struct choice choice = {.at = arena_array(arena, n, struct chosen)};
	double *likeness = arena_array(arena, graph->n, double);
	size_t next = lead(selecting);

	for (size_t e = graph->first[next]; e < graph->first[next + 1]; e++)
		likeness[graph->edges[e].to] = graph->edges[e].cosine;
	while (choice.n < n) {
		tell(selecting, selecting->ranking->at[next].document, &choice);
		next = SIZE_MAX;
		for (size_t r = 0; r < graph->n; r++)
			if (selecting->taken[r] && (next == SIZE_MAX || likeness[r] > likeness[next]))
				next = r;
	}
	return choice;
}

struct choice rank_select(struct arena *arena, const struct document *documents, const struct ranking *ranking,
			  const struct rank_budget *budget)
{
	size_t words = budget->words ? budget->words : SIZE_MAX,
	       most = budget->sentences ? budget->sentences : SIZE_MAX;
	struct selecting selecting;
	size_t taken;

	selecting_start(arena, ranking, &selecting);
	selecting.reads = select_readings(arena, documents, ranking, budget->reader);
	selecting.skip = budget->skip;
	selecting.reader = budget->reader;
	selecting.repeat = budget->reader ? repeat_for_readers : repeat;
	taken = choose(&selecting, words, most);
	if (taken == 0) {
		selecting.lenient = true;
		taken = choose(&selecting, words, most);
	}
	const enum left_for *left = find_left(arena, &selecting);
	struct choice choice = taken ? in_reading_order(arena, &selecting, taken) : (struct choice){0};
	choice.left = left;
	return choice;
}
