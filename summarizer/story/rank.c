/*
 * In: the documents of one story. Out: its sentences with named terms and a score, the sum of weight x term. Method:
 * rows -> graph of cosines -> terms by family -> concepts and their value -> score. Weights differ for a story of one
 * document and of several. Nothing here chooses: see select.c.
 */
#include "story/rank.h"

#include "story/rank_terms.h"
#include "story/rank_weights.h"

static const char *const term_names[RANK_TERMS] = {
    [RANK_SALIENCE] = "salience",
    [RANK_COMMON] = "common words",
    [RANK_TITLE] = "like the titles",
    [RANK_LEAD] = "like the openings",
    [RANK_SUPPORT] = "said elsewhere too",
    [RANK_OPENS] = "opens its article",
    [RANK_PLACE_3] = "place, first few",
    [RANK_PLACE_8] = "place, top",
    [RANK_PLACE_20] = "place, upper part",
    [RANK_DEPTH] = "depth in its article",
    [RANK_LAST] = "ends its article",
    [RANK_LENGTH] = "length",
    [RANK_SHORT] = "very short",
    [RANK_LONG] = "very long",
    [RANK_FREQUENCY] = "frequent words",
    [RANK_NOVEL] = "new words",
    [RANK_SEEN] = "shared words",
    [RANK_LIKE_PREVIOUS] = "like the one before",
    [RANK_LIKE_NEXT] = "like the one after",
    [RANK_QUOTES] = "has a quotation",
    [RANK_OPENS_QUOTE] = "opens with a quotation",
    [RANK_QUESTION] = "question",
    [RANK_FIRST_PERSON] = "first person",
    [RANK_NUMBERS] = "numbers",
    [RANK_CAPITALS] = "capitals",
    [RANK_CONCEPT_SALIENCE] = "salient concepts",
    [RANK_CONCEPT_STEMS] = "valued words",
    [RANK_CONCEPT_PAIRS] = "valued word pairs",
};

const char *rank_term_name(enum rank_term term)
{
	return term_names[term];
}

double rank_term_weight(const struct ranking *ranking, enum rank_term term)
{
	return ranking->weights->sentence[term];
}

void rank_score(struct ranking *ranking, const struct rank_weights *weights)
{
	ranking->weights = weights;
	concepts_value(ranking->concepts, weights->concept, ranking->n, ranking->at);
	for (size_t i = 0; i < ranking->n; i++) {
		ranking->at[i].score = 0;
		for (size_t t = 0; t < RANK_TERMS; t++)
			ranking->at[i].score += weights->sentence[t] * ranking->at[i].terms[t];
	}
}

struct ranking rank_sentences(struct arena *arena, const struct document *documents, size_t n, size_t limit)
{
	const struct rows *rows = rows_collect(arena, documents, n, limit);
	const struct graph *graph = graph_make(arena, rows);
	struct ranking ranking = {
	    .at = arena_array(arena, rows->n, struct ranked),
	    .n = rows->n,
	    .rows = rows,
	    .graph = graph,
	};

	for (size_t i = 0; i < rows->n; i++) {
		ranking.at[i].document = rows->at[i].document;
		ranking.at[i].sentence = rows->at[i].sentence;
	}
	terms_place(rows, ranking.at);
	terms_length(rows, ranking.at);
	terms_likeness(arena, rows, graph, ranking.at);
	terms_words(arena, rows, graph, ranking.at);
	terms_surface(rows, documents, ranking.at);
	ranking.concepts = concepts_make(arena, rows, ranking.at);
	rank_score(&ranking, n > 1 ? &rank_weights_multi : &rank_weights_single);
	return ranking;
}
