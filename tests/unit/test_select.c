/* Choosing: budgets are never passed, nothing is told twice, and what is chosen can be read. */
#include "test.h"

#include "story.h"
#include "story/select.h"

static struct choice choose(struct arena *arena, const struct document *documents, size_t n, struct rank_budget budget)
{
	struct ranking ranking = rank_sentences(arena, documents, n, 1000);

	return rank_select(arena, documents, &ranking, &budget);
}

static bool has(struct choice choice, uint32_t document, uint32_t sentence)
{
	for (size_t i = 0; i < choice.n; i++)
		if (choice.at[i].document == document && choice.at[i].sentence == sentence)
			return true;
	return false;
}

#define BRIDGE  "Harmouth closed its old bridge on Monday after cracks were found."
#define CRACKS  "Engineers measured cracks two metres long under the bridge."
#define FERRIES "Ferries now carry cars to the other bank."
#define TOLLS   "Tolls for lorries fall in May."

TEST_IN_ARENA(fills_a_word_budget_and_never_passes_it)
{
	static const size_t lengths[] = {11, 9, 8, 6};
	struct document document = TEST_DOCUMENT(arena, "Bridge closed", BRIDGE, CRACKS, FERRIES, TOLLS);

	for (size_t words = 6; words <= 40; words++) {
		struct choice choice = choose(arena, &document, 1, (struct rank_budget){.words = words});
		size_t sum = 0, shortest = SIZE_MAX;
		for (uint32_t i = 0; i < 4; i++) {
			if (has(choice, 0, i))
				sum += lengths[i];
			else
				shortest = lengths[i] < shortest ? lengths[i] : shortest;
		}
		assert_true(sum <= words);
		assert_true(choice.n == 4 || sum + shortest > words);
	}
}

TEST_IN_ARENA(takes_as_many_sentences_as_asked)
{
	struct document document = TEST_DOCUMENT(arena, "", BRIDGE, CRACKS, FERRIES, TOLLS);

	for (size_t sentences = 1; sentences <= 6; sentences++) {
		struct choice choice = choose(arena, &document, 1, (struct rank_budget){.sentences = sentences});
		assert_int_equal(choice.n, sentences < 4 ? sentences : 4);
	}
}

TEST_IN_ARENA(says_what_each_was_taken_for)
{
	struct document document = TEST_DOCUMENT(arena, "Bridge closed", BRIDGE, CRACKS, FERRIES, TOLLS);
	struct choice choice = choose(arena, &document, 1, (struct rank_budget){.sentences = 4});
	double worth[4];

	for (size_t i = 0; i < 4; i++) {
		const struct chosen *chosen = &choice.at[i];
		assert_true(chosen->turn < 4 && chosen->repetition >= 0 && chosen->news > 0);
		assert_true(chosen->turn > 0 || chosen->repetition == 0);
		worth[chosen->turn] = chosen->score + chosen->news - chosen->repetition;
	}
	for (size_t turn = 1; turn < 4; turn++) /* what is worth more now was worth more before */
		assert_true(worth[turn] <= worth[turn - 1] + 1e-9);
}

TEST_IN_ARENA(says_why_each_other_was_left)
{
	static const bool skip[] = {false, false, false, true, false, false};
	struct document document =
	    TEST_DOCUMENT(arena, "Bridge closed", BRIDGE, CRACKS, FERRIES, TOLLS, "He closed it.", BRIDGE);
	struct rank_budget two = {.sentences = 2, .reader = true, .skip = skip};
	struct choice choice = choose(arena, &document, 1, two);
	size_t taken = 0, less = 0;

	for (size_t r = 0; r < 6; r++) {
		assert_true((choice.left[r] == LEFT_NOT) == has(choice, 0, (uint32_t)r));
		taken += choice.left[r] == LEFT_NOT;
		less += choice.left[r] == LEFT_WORTH_LESS;
	}
	assert_int_equal(taken, 2);
	assert_int_equal(less, 1);
	assert_int_equal(choice.left[3], LEFT_SKIPPED);
	assert_int_equal(choice.left[4], LEFT_UNREADABLE);
	assert_int_equal(has(choice, 0, 0) ? choice.left[5] : choice.left[0], LEFT_REPEATS);
	choice = choose(arena, &document, 1, (struct rank_budget){.words = 12, .skip = skip});
	assert_int_equal(choice.n, 1);
	for (size_t r = 0; r < 3; r++)
		assert_true(choice.left[r] == LEFT_NOT || choice.left[r] == LEFT_TOO_LONG);
}

TEST_IN_ARENA(does_not_repeat_itself)
{
	struct document documents[] = {
	    TEST_DOCUMENT(arena, "Bridge closed", "Harmouth closed its old bridge on Monday.", FERRIES),
	    TEST_DOCUMENT(arena, "Bridge closed", "On Monday Harmouth closed its old bridge.", TOLLS),
	};
	struct choice choice = choose(arena, documents, 2, (struct rank_budget){.sentences = 4});

	assert_int_equal(choice.n, 3);
	assert_true(has(choice, 0, 0) != has(choice, 1, 0));
}

TEST_IN_ARENA(what_points_back_follows_what_it_points_to)
{
	struct document document =
	    TEST_DOCUMENT(arena, "Bridge of Harmouth", BRIDGE, "Rain fell on the town all week.",
			  "But the bridge of Harmouth was closed for repairs of the bridge.", FERRIES);
	size_t taken = 0;

	for (size_t sentences = 1; sentences <= 4; sentences++) {
		struct choice choice = choose(arena, &document, 1, (struct rank_budget){.sentences = sentences});
		taken += has(choice, 0, 2);
		for (size_t i = 0; i < choice.n; i++)
			assert_true(choice.at[i].sentence != 2 || (i > 0 && choice.at[i - 1].sentence == 1));
	}
	assert_true(taken > 0);
}

TEST_IN_ARENA(half_a_quotation_is_not_taken)
{
	struct document document = TEST_DOCUMENT(arena, "Bridge", "\"The bridge of Harmouth is closed.", FERRIES);
	struct choice choice = choose(arena, &document, 1, (struct rank_budget){.sentences = 2});

	assert_int_equal(choice.n, 1);
	assert_int_equal(choice.at[0].sentence, 1);
}

TEST_IN_ARENA(a_scrap_is_not_taken)
{
	struct document document = TEST_DOCUMENT(arena, "Bridge", "The bridge is closed.", FERRIES);
	struct choice choice = choose(arena, &document, 1, (struct rank_budget){.sentences = 2});

	assert_int_equal(choice.n, 1);
	assert_int_equal(choice.at[0].sentence, 1);
}

TEST_IN_ARENA(a_reader_gets_no_sentence_without_an_end)
{
	struct document document = TEST_DOCUMENT(arena, "Bridge", "The bridge of Harmouth is closed:", FERRIES);
	struct choice choice = choose(arena, &document, 1, (struct rank_budget){.sentences = 2, .reader = true});

	assert_int_equal(choice.n, 1);
	assert_int_equal(choice.at[0].sentence, 1);
	choice = choose(arena, &document, 1, (struct rank_budget){.sentences = 2});
	assert_int_equal(choice.n, 2);
}

/* The second opening is no copy of the first, but a reader learns little more from it. */
TEST_IN_ARENA(a_reader_gets_one_opening)
{
	struct document documents[] = {
	    TEST_DOCUMENT(arena, "Bridge closed",
			  "Harmouth closed its old iron bridge on Monday after engineers found seven cracks.", FERRIES),
	    TEST_DOCUMENT(
		arena, "Bridge closed",
		"Drivers face long detours since engineers told mayor Ann Lee that Harmouth needs another bridge.",
		TOLLS),
	};
	struct choice choice = choose(arena, documents, 2, (struct rank_budget){.sentences = 4, .reader = true});

	assert_int_equal(choice.n, 4);
	documents[1] =
	    TEST_DOCUMENT(arena, "Bridge closed",
			  "Cracks made engineers close the iron bridge of Harmouth to all of its traffic.", TOLLS);
	choice = choose(arena, documents, 2, (struct rank_budget){.sentences = 4, .reader = true});
	assert_int_equal(choice.n, 3);
	assert_true(has(choice, 0, 0) != has(choice, 1, 0));
	choice = choose(arena, documents, 2, (struct rank_budget){.sentences = 4});
	assert_int_equal(choice.n, 4);
}

TEST_IN_ARENA(a_reader_gets_news_before_a_caption)
{
	static const struct resources resources = {.built_in = resource_data};
	struct document document = TEST_DOCUMENT(
	    arena, "Harmouth closes old bridge", "Lorries before the old bridge of Harmouth at noon on Monday.",
	    "The town of Harmouth closed its old bridge to lorries at noon on Monday.", FERRIES);
	struct rank_budget one = {.sentences = 1, .reader = true}, all = {.sentences = 3, .reader = true};

	assert_true(has(choose(arena, &document, 1, one), 0, 0)); /* this language has no words of time */
	document.language = language_of(languages_load(arena, &resources), TEXT("en"));
	assert_true(has(choose(arena, &document, 1, one), 0, 1));
	struct choice choice = choose(arena, &document, 1, all);
	for (size_t i = 0; i < choice.n; i++) /* nor is "carry" known */
		assert_true((choice.at[i].no_verb > 0) == (choice.at[i].sentence != 1));
	all.reader = false;
	choice = choose(arena, &document, 1, all);
	for (size_t i = 0; i < choice.n; i++)
		assert_true(choice.at[i].no_verb == 0);
}

TEST_IN_ARENA(a_reader_gets_no_scene_for_news)
{
	struct document documents[] = {
	    TEST_DOCUMENT(arena, "Harmouth closes bridge", BRIDGE, FERRIES),
	    TEST_DOCUMENT(arena, "Bridge of Harmouth closed", "Mist hung over silent meadows when lanterns went out.",
			  TOLLS),
	};
	struct choice choice = choose(arena, documents, 2, (struct rank_budget){.sentences = 4, .reader = true});

	assert_int_equal(choice.n, 3);
	assert_false(has(choice, 1, 0));
	/* where nobody else tells it, the scene is the lead */
	choice = choose(arena, &documents[1], 1, (struct rank_budget){.sentences = 2, .reader = true});
	assert_true(has(choice, 0, 0));
}

TEST_IN_ARENA(a_reader_is_told_who_somebody_is_first)
{
	struct document document =
	    TEST_DOCUMENT(arena, "Bridge closed", BRIDGE,
			  "Mrs Tilbury told Harmouth that its bridge should bear lorries again by autumn.",
			  "The engineer Ada Tilbury wants new ferries and tolls.", CRACKS);

	document.words[document.sentences[1].first_word].flags |= WORD_COURTESY;
	for (size_t sentences = 1; sentences <= 4; sentences++) {
		struct choice choice =
		    choose(arena, &document, 1, (struct rank_budget){.sentences = sentences, .reader = true});
		assert_true(has(choice, 0, 2) || !has(choice, 0, 1));
		assert_true(sentences < 4 || has(choice, 0, 1));
	}
}

TEST_IN_ARENA(a_reader_hears_no_stranger)
{
	struct document documents[] = {
	    TEST_DOCUMENT(arena, "Harmouth closes bridge", BRIDGE, CRACKS),
	    TEST_DOCUMENT(arena, "Bridge closed", "Engineers found cracks in the old bridge of Harmouth.", CRACKS),
	    TEST_DOCUMENT(arena, "Cracks in bridge", "Cracks closed the old bridge on Monday in Harmouth.", CRACKS),
	    TEST_DOCUMENT(arena, "Bridge of Harmouth", "The old bridge was closed for its cracks.", CRACKS),
	    TEST_DOCUMENT(arena, "Harmouth votes", "Harmouth elects twelve new councillors in June.",
			  "Five parties want seats this time."),
	};
	struct choice choice = choose(arena, documents, 5, (struct rank_budget){.sentences = 9, .reader = true});

	assert_true(choice.n > 0);
	assert_false(has(choice, 4, 0) || has(choice, 4, 1));
	choice = choose(arena, documents + 2, 3, (struct rank_budget){.sentences = 9, .reader = true});
	assert_true(has(choice, 2, 0));
}

TEST_IN_ARENA(there_is_an_answer_when_no_sentence_pleases)
{
	struct document document = TEST_DOCUMENT(arena, "", "\"The bridge is closed:", "But he left \"");
	struct choice choice = choose(arena, &document, 1, (struct rank_budget){.sentences = 1, .reader = true});

	assert_int_equal(choice.n, 1);
}

TEST_IN_ARENA(tells_the_article_of_the_lead_first_then_the_likest)
{
	struct document documents[] = {
	    TEST_DOCUMENT(arena, "", "Gardens bloom early this mild spring.", "Tea costs more than last year."),
	    TEST_DOCUMENT(arena, "Bridge of Harmouth closed", BRIDGE, "Ferries carry cars and buses to Harmouth."),
	    TEST_DOCUMENT(arena, "Bridge of Harmouth", "The bridge of Harmouth, closed on Monday, carries many cars."),
	};
	struct choice choice = choose(arena, documents, 3, (struct rank_budget){.sentences = 5});
	uint32_t first = choice.at[0].document;

	assert_int_equal(choice.n, 5);
	assert_true(first != 0);
	assert_int_equal(choice.at[3].document, 0);
	assert_int_equal(choice.at[3].sentence, 0);
	assert_int_equal(choice.at[4].sentence, 1);
	for (size_t i = 1; i < 3; i++)
		assert_true(choice.at[i].document != choice.at[i - 1].document || choice.at[i].sentence == 1);
}

TEST_IN_ARENA(nothing_to_choose_from_or_no_room)
{
	struct document document = TEST_DOCUMENT(arena, "", BRIDGE);

	assert_int_equal(choose(arena, NULL, 0, (struct rank_budget){.sentences = 3}).n, 0);
	assert_int_equal(choose(arena, &document, 1, (struct rank_budget){.words = 10}).n, 0);
	assert_int_equal(choose(arena, &document, 1, (struct rank_budget){.words = 11}).n, 1);
	assert_int_equal(choose(arena, &document, 1, (struct rank_budget){.words = 100, .sentences = 1}).n, 1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(fills_a_word_budget_and_never_passes_it),
	    cmocka_unit_test(takes_as_many_sentences_as_asked),
	    cmocka_unit_test(says_what_each_was_taken_for),
	    cmocka_unit_test(says_why_each_other_was_left),
	    cmocka_unit_test(does_not_repeat_itself),
	    cmocka_unit_test(what_points_back_follows_what_it_points_to),
	    cmocka_unit_test(half_a_quotation_is_not_taken),
	    cmocka_unit_test(a_scrap_is_not_taken),
	    cmocka_unit_test(a_reader_gets_no_sentence_without_an_end),
	    cmocka_unit_test(a_reader_gets_one_opening),
	    cmocka_unit_test(a_reader_gets_news_before_a_caption),
	    cmocka_unit_test(a_reader_gets_no_scene_for_news),
	    cmocka_unit_test(a_reader_is_told_who_somebody_is_first),
	    cmocka_unit_test(a_reader_hears_no_stranger),
	    cmocka_unit_test(there_is_an_answer_when_no_sentence_pleases),
	    cmocka_unit_test(tells_the_article_of_the_lead_first_then_the_likest),
	    cmocka_unit_test(nothing_to_choose_from_or_no_room),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
