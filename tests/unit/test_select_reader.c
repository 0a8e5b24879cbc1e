/* How rows read: what is refused, what leans, whose name is taken for known, what has no verb. */
#include "test.h"

#include "dated.h"
#include "story/ids.h"
#include "story/rows.h"
#include "story/select_reader.h"

static struct document article(struct arena *arena)
{
	static const char *const published[] = {"2023-03-21"};
	struct document document =
	    TEST_DOCUMENT(arena, "Harbour hall burns", "A fire destroyed the harbour hall of Port Ellery on Saturday.",
			  "He was arrested in the harbour of Port Ellery.", "Nobody was hurt there.",
			  "\"The guard of the hall slept well, a neighbour said.",
			  "Police questioned the guard of the hall for hours",
			  "The harbour hall of Port Ellery at night.", "Pell was guard of the harbour hall for years.");

	date_all(arena, &document, 1, published);
	return document;
}

static struct readings read_as(struct arena *arena, struct document *document, bool reader)
{
	struct ranking ranking = rank_sentences(arena, document, 1, 100);

	return select_readings(arena, document, &ranking, reader);
}

TEST_IN_ARENA(half_a_quotation_and_a_scrap_are_refused_to_all)
{
	static const bool refused[2][7] = {{[2] = true, [3] = true}, {[2] = true, [3] = true, [4] = true}};
	struct document document = article(arena);

	for (int reader = 0; reader < 2; reader++) {
		struct readings reads = read_as(arena, &document, reader);
		for (size_t r = 0; r < 7; r++)
			assert_int_equal(reads.refused[r], refused[reader][r]);
		assert_true(reads.leans[1] && !reads.leans[0] && !reads.leans[6]);
	}
}

TEST_IN_ARENA(only_for_a_reader_a_caption_costs)
{
	struct document document = article(arena);

	assert_true(read_as(arena, &document, false).no_verb[5] == 0);
	struct readings reads = read_as(arena, &document, true);
	assert_true(reads.no_verb[5] > 0);
	assert_true(reads.no_verb[0] == 0);
}

TEST_IN_ARENA(a_courteous_surname_is_taken_for_known)
{
	struct document document = article(arena);
	struct word *words = arena_array(arena, document.n_words, struct word);

	assert_int_equal(read_as(arena, &document, true).names[6], IDS_NONE);
	memcpy(words, document.words, document.n_words * sizeof *words);
	words[document.sentences[0].first_word].flags |= WORD_COURTESY; /* "A fire" */
	words[document.sentences[0].first_word + 1].flags |= WORD_CAPITAL;
	document.words = words;
	struct ranking ranking = rank_sentences(arena, &document, 1, 100);
	struct readings reads = select_readings(arena, &document, &ranking, true);
	assert_int_equal(reads.names[0], ranking.rows->at[0].stems[1]);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(half_a_quotation_and_a_scrap_are_refused_to_all),
	    cmocka_unit_test(only_for_a_reader_a_caption_costs),
	    cmocka_unit_test(a_courteous_surname_is_taken_for_known),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
