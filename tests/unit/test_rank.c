/* Ranking as a whole: every score is a number, whatever the story. */
#include "test.h"

#include <math.h>

#include "story.h"
#include "story/rank.h"
#include "story/rank_weights.h"

static void assert_numbers(const struct ranking *ranking, size_t n)
{
	assert_int_equal(ranking->n, n);
	for (size_t i = 0; i < n; i++) {
		assert_true(isfinite(ranking->at[i].score));
		for (size_t t = 0; t < RANK_TERMS; t++)
			assert_true(ranking->at[i].terms[t] >= 0 && ranking->at[i].terms[t] < 4);
	}
}

TEST_IN_ARENA(the_score_is_the_sum_of_weighted_terms)
{
	struct document documents[] = {
	    TEST_DOCUMENT(arena, "Bridge at Harmouth closed", "Harmouth closed its bridge on Monday.",
			  "It was built in 1931.", "Ferries run, the mayor said."),
	    TEST_DOCUMENT(arena, "", "The bridge in Harmouth is closed to cars."),
	};

	for (size_t n = 1; n <= 2; n++) {
		struct ranking ranking = rank_sentences(arena, documents, n, 100);
		for (size_t i = 0; i < ranking.n; i++) {
			double sum = 0;
			for (size_t t = 0; t < RANK_TERMS; t++)
				sum += rank_term_weight(&ranking, t) * ranking.at[i].terms[t];
			assert_true(fabs(sum - ranking.at[i].score) < 1e-9);
		}
		assert_ptr_equal(ranking.weights, n == 1 ? &rank_weights_single : &rank_weights_multi);
	}
	assert_numbers(&(struct ranking){0}, 0);
}

static void every_term_has_a_name(void **state)
{
	(void)state;
	for (size_t t = 0; t < RANK_TERMS; t++)
		assert_non_null(rank_term_name(t));
}

TEST_IN_ARENA(no_one_two_identical_and_disjoint_sentences)
{
	static const char *const same[] = {"Same words here.", "Same words here.", "Same words here.",
					   "Same words here."};
	static const char *const disjoint[] = {"Alpha beta.", "Gamma delta.", "Epsilon zeta.", "Eta theta."};
	static const char *const nothing[] = {"", "...", "the", "\xff\xfe"};
	struct document documents[2];

	for (size_t n = 0; n <= 4; n++)
		for (size_t d = 0; d <= 2; d++) {
			documents[0] = documents[1] = test_document(arena, "Same", same, n);
			struct ranking ranking = rank_sentences(arena, documents, d, 100);
			assert_numbers(&ranking, n * d);
			documents[0] = documents[1] = test_document(arena, "", disjoint, n);
			ranking = rank_sentences(arena, documents, d, 100);
			assert_numbers(&ranking, n * d);
			documents[0] = documents[1] = test_document(arena, "...", nothing, n);
			ranking = rank_sentences(arena, documents, d, 100);
			assert_numbers(&ranking, n * d);
		}
}

TEST_IN_ARENA(one_word_a_million_times)
{
	enum { WORDS = 1000000 };
	char *line = arena_alloc(arena, 2 * WORDS + 1, 1);

	for (size_t i = 0; i < WORDS; i++)
		memcpy(line + 2 * i, "b ", 2);
	const char *const sentences[] = {line, "Harmouth."};
	struct document document = test_document(arena, line, sentences, 2);
	struct ranking ranking = rank_sentences(arena, &document, 1, 100);
	assert_numbers(&ranking, 2);
}

TEST_IN_ARENA(a_hundred_thousand_sentences_are_cut_to_the_limit)
{
	enum { SENTENCES = 100000, LIMIT = 500 };
	const char **sentences = arena_array(arena, SENTENCES, const char *);

	for (size_t i = 0; i < SENTENCES; i++)
		sentences[i] = i % 2 ? "Harmouth closed the bridge." : "A ferry runs to Harmouth.";
	struct document document = test_document(arena, "", sentences, SENTENCES);
	struct ranking ranking = rank_sentences(arena, &document, 1, LIMIT);
	assert_numbers(&ranking, LIMIT);
	assert_int_equal(ranking.at[LIMIT - 1].sentence, LIMIT - 1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(the_score_is_the_sum_of_weighted_terms),
	    cmocka_unit_test(every_term_has_a_name),
	    cmocka_unit_test(no_one_two_identical_and_disjoint_sentences),
	    cmocka_unit_test(one_word_a_million_times),
	    cmocka_unit_test(a_hundred_thousand_sentences_are_cut_to_the_limit),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
