/*
 * In: a ranking. Out: of each row, how it reads. Refused are half a quotation and a scrap under six words; for readers
 * also what does not end, an opening that has nothing of the titles (cosine under .1), and all of a document that is a
 * stranger to the others. A sentence without a verb whose tense shows, as captions are, costs .3: not more, since verbs
 * of the present are not all known.
 */
#include "story/select_reader.h"

#include "base/sort.h"
#include "story/ids.h"
#include "story/reader.h"
#include "story/rows.h"

enum { WORDS_MIN = 6, STRANGER_DOCUMENTS = 5 /* from which on a middle one is to be trusted */ };
static const double stranger = .55, scene = .1, cost_of_no_verb = .3;

static int by_size(const void *a, const void *b, void *context)
{
	double x = *(const double *)a, y = *(const double *)b;

	(void)context;
	return (x > y) - (x < y);
}

/* An opening that has nothing of the story's titles paints a scene; the news comes further down. */
static bool paints(const struct ranking *ranking, size_t r)
{
	return ranking->rows->n_documents > 1 && ranking->rows->at[r].place == 0 &&
	       ranking->at[r].terms[RANK_TITLE] < scene;
}

/*
 * Documents that hardly tell of the same: their sentences share far less with other documents, at best, than those of
 * the middle document do. A cluster may hold such a one, a summary had better not.
 */
static bool *find_strangers(struct arena *arena, const struct ranking *ranking)
{
	size_t n = ranking->rows->n_documents;
	double *support = arena_array(arena, n, double), *sorted = arena_array(arena, n, double);
	size_t *count = arena_array(arena, n, size_t);
	bool *strange = arena_array(arena, n, bool);

	for (size_t r = 0; r < ranking->n; r++) {
		support[ranking->at[r].document] += ranking->at[r].terms[RANK_SUPPORT];
		count[ranking->at[r].document]++;
	}
	for (size_t i = 0; i < n; i++)
		sorted[i] = support[i] /= count[i] ? (double)count[i] : 1;
	sort_stable(arena, sorted, n, sizeof *sorted, by_size, NULL);
	for (size_t i = 0; n >= STRANGER_DOCUMENTS && i < n; i++)
		strange[i] = support[i] < stranger * sorted[n / 2];
	return strange;
}

struct readings select_readings(struct arena *arena, const struct document *documents, const struct ranking *ranking,
				bool reader)
{
	const struct rows *rows = ranking->rows;
	const bool *strange = reader ? find_strangers(arena, ranking) : NULL;
	struct readings reads = {
	    .leans = arena_array(arena, rows->n, bool),
	    .refused = arena_array(arena, rows->n, bool),
	    .names = arena_array(arena, rows->n, uint32_t),
	    .no_verb = arena_array(arena, rows->n, double),
	};

	for (size_t r = 0; r < rows->n; r++) {
		const struct document *document = &documents[rows->at[r].document];
		const struct sentence *sentence = &document->sentences[rows->at[r].sentence];
		bool courteous = reader_surname_alone(document, sentence) && rows->at[r].n_stems > 1;
		reads.names[r] = courteous ? rows->at[r].stems[1] : IDS_NONE;
		reads.leans[r] = reader_leans(arena, document, sentence);
		reads.refused[r] = rows->at[r].n_words < WORDS_MIN || reader_half_quoted(document, sentence) ||
				   (reader && (strange[rows->at[r].document] || paints(ranking, r) ||
					       !reader_ends(document, sentence)));
		reads.no_verb[r] = reader && !reader_has_verb(document, sentence) ? cost_of_no_verb : 0;
	}
	return reads;
}
