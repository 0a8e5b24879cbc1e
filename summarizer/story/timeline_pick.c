/*
 * The best sentences of one day, after Ghalandari & Ifrim 2020 ("Examining the state-of-the-art in news timeline
 * summarization"). In: the rows that name the day and the undated leads published on it. Candidates are those nearest
 * to what both kinds have in common (mean vectors added where both are positive, cut at the knee of the curve); from
 * them a greedy choice keeps the sum near to the candidates' centroid. In a digest a sentence must also read well
 * alone, one that the summary has told yields to another as good, and an undated lead must tell what a dated sentence
 * tells.
 */
#include "story/timeline_pick.h"

#include <math.h>

#include "base/sort.h"
#include "base/utf8.h"
#include "language/date_prose.h"
#include "story/reader.h"

static const double near_same_day = .6, near_other_day = .8, near_other_day_digest = .5;
static const double told_worth = .85, said_worth = .85, verbless_worth = .6, lead_like = .3;
enum { WORDS_MIN = 6, WORDS_MAX = 60, DIGEST_WORDS_MAX = 55, COMPARED_MAX = 50, KNEE_MIN = 6 };

struct picker {
	struct arena *arena;
	const struct document *documents;
	const struct rows *rows;
	const struct timeline_options *options;
	double *naming, *published, *centre, *sum; /* one value a stem; zero between days */
	struct {
		uint32_t *at;
		size_t n, room;
	} used; /* rows picked for all days */
};

struct candidate {
	uint32_t row;
	double score;
	bool taken;
};

struct candidates {
	struct candidate *at;
	size_t n;
};

struct picker *picker_new(struct arena *arena, const struct document *documents, const struct rows *rows,
			  const struct timeline_options *options)
{
	struct picker *picker = arena_new_of(arena, struct picker);
	*picker = (struct picker){.arena = arena, .documents = documents, .rows = rows, .options = options};
	picker->naming = arena_array(arena, rows->n_stems, double);
	picker->published = arena_array(arena, rows->n_stems, double);
	picker->centre = arena_array(arena, rows->n_stems, double);
	picker->sum = arena_array(arena, rows->n_stems, double);
	return picker;
}

static void add_row(const struct rows *rows, uint32_t row, double times, double *vector)
{
	const struct row *r = &rows->at[row];
	for (size_t i = 0; i < r->n_cells; i++)
		vector[r->cells[i].stem] += times * r->cells[i].weight;
}

static void clear_row(const struct rows *rows, uint32_t row, double *vector)
{
	const struct row *r = &rows->at[row];
	for (size_t i = 0; i < r->n_cells; i++)
		vector[r->cells[i].stem] = 0;
}

static double dot(const struct rows *rows, uint32_t row, const double *vector)
{
	const struct row *r = &rows->at[row];
	double sum = 0;
	for (size_t i = 0; i < r->n_cells; i++)
		sum += r->cells[i].weight * vector[r->cells[i].stem];
	return sum;
}

/* Cosine of two rows; `vector` is zero before and after. */
static double likeness(const struct rows *rows, uint32_t a, uint32_t b, double *vector)
{
	add_row(rows, a, 1, vector);
	double sum = dot(rows, b, vector);
	clear_row(rows, a, vector);
	return sum;
}

static const struct sentence *sentence_of(const struct picker *picker, uint32_t row)
{
	const struct row *r = &picker->rows->at[row];
	return &picker->documents[r->document].sentences[r->sentence];
}

static int by_key(const void *a, const void *b, void *context)
{
	uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;
	(void)context;
	return (x > y) - (x < y);
}

static bool told(const struct picker *picker, uint32_t row)
{
	const struct row *r = &picker->rows->at[row];
	const struct timeline_options *o = picker->options;
	uint64_t key = (uint64_t)r->document << 32 | r->sentence;
	size_t place = sort_place(o->told, o->n_told, sizeof key, &key, by_key, NULL);
	return place < o->n_told && o->told[place] == key;
}

/* What a reader of a digest needs: a whole sentence that leans on nothing and is no quotation. */
static bool reads_alone(const struct picker *picker, uint32_t row)
{
	const struct document *document = &picker->documents[picker->rows->at[row].document];
	const struct sentence *sentence = sentence_of(picker, row);
	uint32_t rune;
	utf8_decode(document->article.text, sentence->start, &rune);
	if (reader_quotation_mark(rune) || rune_class(rune) == RUNE_LOWER ||
	    picker->rows->at[row].n_words > DIGEST_WORDS_MAX)
		return false;
	return reader_ends(document, sentence) && !reader_half_quoted(document, sentence) &&
	       !reader_leans(picker->arena, document, sentence);
}

static bool fits(const struct picker *picker, uint32_t row)
{
	const struct row *r = &picker->rows->at[row];
	if (r->n_words < WORDS_MIN || r->n_words > WORDS_MAX || r->n_cells == 0)
		return false;
	return !picker->options->digest || reads_alone(picker, row);
}

/*
 * In a digest the told yields to the untold, what was said to what was done, what tells no deed at all ("Parcels with a
 * date between 2 March and 30 May.") to both, and, all else being equal, what stands far down to what stands near the
 * top of its article.
 */
static double worth(const struct picker *picker, uint32_t row)
{
	const struct document *document = &picker->documents[picker->rows->at[row].document];
	const struct sentence *sentence = sentence_of(picker, row);
	const struct word *words = document->words + sentence->first_word;
	bool says = false;
	if (!picker->options->digest)
		return 1;
	for (uint32_t i = 0; i < sentence->n_words; i++)
		says |= (words[i].flags & WORD_SAYS) != 0;
	struct ng_text text = text_slice(document->article.text, sentence->start, sentence->end);
	bool deed = document->language->dates == NULL || date_verb_in(document->language->dates, text);
	double place = 1 + .01 / (1 + (double)picker->rows->at[row].place);
	return place * (told(picker, row) ? told_worth : 1) * (says ? said_worth : 1) * (deed ? 1 : verbless_worth);
}

static int by_score(const void *a, const void *b, void *context)
{
	double x = ((const struct candidate *)a)->score, y = ((const struct candidate *)b)->score;
	(void)context;
	return (x < y) - (x > y);
}

/* The point of a falling curve that lies farthest from the line between its ends. */
static size_t knee(const struct candidate *at, size_t n)
{
	double dx = (double)(n - 1), dy = at[n - 1].score - at[0].score, far = -1;
	size_t best = 0;
	for (size_t i = 0; i < n; i++) {
		double away = fabs((double)i * dy - (at[i].score - at[0].score) * dx);
		if (away > far)
			far = away, best = i;
	}
	return best;
}

/* Adds to `centre` what both lists have in common; false: nothing, or one list is empty. */
static bool common_centre(struct picker *picker, struct pick_list naming, struct pick_list published)
{
	const struct rows *rows = picker->rows;
	double square = 0;
	for (size_t i = 0; i < naming.n; i++)
		add_row(rows, naming.at[i], 1 / (double)naming.n, picker->naming);
	for (size_t i = 0; i < published.n; i++)
		add_row(rows, published.at[i], 1 / (double)published.n, picker->published);
	for (size_t i = 0; i < naming.n; i++) {
		const struct row *r = &rows->at[naming.at[i]];
		for (size_t k = 0; k < r->n_cells; k++) {
			uint32_t stem = r->cells[k].stem;
			if (picker->published[stem] <= 0 || picker->centre[stem] > 0)
				continue;
			picker->centre[stem] = picker->naming[stem] + picker->published[stem];
			square += picker->centre[stem] * picker->centre[stem];
		}
	}
	return square > 0;
}

static void clear(struct picker *picker, struct pick_list list)
{
	for (size_t i = 0; i < list.n; i++) {
		clear_row(picker->rows, list.at[i], picker->naming);
		clear_row(picker->rows, list.at[i], picker->published);
		clear_row(picker->rows, list.at[i], picker->centre);
		clear_row(picker->rows, list.at[i], picker->sum);
	}
}

/* An undated lead stands for its day in a digest only if it tells what a dated sentence tells. */
static bool like_any(struct picker *picker, uint32_t row, struct pick_list list)
{
	for (size_t i = 0; i < list.n && i < COMPARED_MAX; i++)
		if (likeness(picker->rows, row, list.at[i], picker->sum) >= lead_like)
			return true;
	return false;
}

/* The rows nearest to what both lists have in common; all of them where there is no such thing. */
static struct candidates candidates_of(struct picker *picker, struct pick_list naming, struct pick_list published)
{
	struct candidates list = {arena_array(picker->arena, naming.n + published.n, struct candidate), 0};
	bool common = naming.n > 0 && published.n > 0 && common_centre(picker, naming, published);
	for (size_t i = 0; i < naming.n + published.n; i++) {
		uint32_t row = i < naming.n ? naming.at[i] : published.at[i - naming.n];
		if (!fits(picker, row) || (picker->options->digest && i >= naming.n && !like_any(picker, row, naming)))
			continue;
		list.at[list.n++] =
		    (struct candidate){.row = row, .score = common ? dot(picker->rows, row, picker->centre) : 0};
	}
	clear(picker, naming);
	clear(picker, published);
	if (!common || list.n < KNEE_MIN)
		return list;
	sort_stable(picker->arena, list.at, list.n, sizeof *list.at, by_score, NULL);
	size_t cut = knee(list.at, list.n), kept = 0;
	while (kept < list.n && list.at[kept].score > list.at[cut].score)
		kept++;
	list.n = kept > KNEE_MIN ? kept : KNEE_MIN;
	return list;
}

/* Near to a row picked for this day (the last `today` of all), or nearer still to one of another day. */
static bool repeats(struct picker *picker, uint32_t row, size_t today)
{
	double other = picker->options->digest ? near_other_day_digest : near_other_day;
	for (size_t i = 0; i < picker->used.n; i++) {
		bool same = i + today >= picker->used.n;
		if (likeness(picker->rows, row, picker->used.at[i], picker->naming) > (same ? near_same_day : other))
			return true;
	}
	return false;
}

/* Scores what is left: how near the sum of the chosen and this one comes to the centroid. */
static void score(struct picker *picker, struct candidates *list, double along, double square)
{
	for (size_t i = 0; i < list->n; i++) {
		struct candidate *c = &list->at[i];
		double more = dot(picker->rows, c->row, picker->centre), both = dot(picker->rows, c->row, picker->sum);
		double norm = sqrt(square + 2 * both + 1);
		c->score = c->taken ? -1 : (along + more) / norm * worth(picker, c->row);
	}
}

size_t picker_day(struct picker *picker, struct pick_list naming, struct pick_list published, struct pick *picks,
		  size_t most)
{
	struct candidates list = candidates_of(picker, naming, published);
	double norm = 0, along = 0, square = 0;
	size_t n = 0;
	for (size_t i = 0; i < list.n; i++)
		add_row(picker->rows, list.at[i].row, 1, picker->centre);
	for (size_t i = 0; i < list.n; i++)
		norm += dot(picker->rows, list.at[i].row, picker->centre);
	while (n < most) {
		size_t i = 0;
		score(picker, &list, along, square);
		sort_stable(picker->arena, list.at, list.n, sizeof *list.at, by_score, NULL);
		for (; i < list.n && !list.at[i].taken && repeats(picker, list.at[i].row, n); i++)
			list.at[i].taken = true;
		if (i == list.n || list.at[i].taken)
			break;
		list.at[i].taken = true;
		picks[n++] = (struct pick){list.at[i].row, list.at[i].score / sqrt(norm)};
		along += dot(picker->rows, list.at[i].row, picker->centre);
		square += 2 * dot(picker->rows, list.at[i].row, picker->sum) + 1;
		add_row(picker->rows, list.at[i].row, 1, picker->sum);
		*(uint32_t *)array_add(picker->arena, &picker->used) = list.at[i].row;
	}
	clear(picker, naming);
	clear(picker, published);
	return n;
}
