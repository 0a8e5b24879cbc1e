/* What can be read alone. */
#include "test.h"

#include "story.h"
#include "story/reader.h"

static bool leans(struct arena *arena, const char *sentence)
{
	struct document document = TEST_DOCUMENT(arena, "", "First.", sentence);
	struct language language = {.segmented = true, .discourse = table_new(arena)};

	table_put(&language.discourse, TEXT("as a result"))->value = WORD_LEANS;
	table_put(&language.discourse, TEXT("the new one"))->value = WORD_LEANS;
	table_put(&language.discourse, TEXT("meanwhile"))->value = WORD_FIRST_PERSON;
	document.language = &language;
	return reader_leans(arena, &document, &document.sentences[1]);
}

TEST_IN_ARENA(leans_by_its_first_words)
{
	assert_true(leans(arena, "But it rained."));
	assert_true(leans(arena, "\"He left.\""));
	assert_true(leans(arena, "As  a result, ferries stopped."));
	assert_true(leans(arena, "As a Result"));
	assert_true(leans(arena, "By the new one, ferries run."));
	assert_false(leans(arena, "Ferries the new one runs."));
	assert_false(leans(arena, "As a rule, ferries run."));
	assert_false(leans(arena, "Ferries stopped as a result."));
	assert_false(leans(arena, "Meanwhile"));
	assert_false(leans(arena, "..."));
	assert_false(leans(arena, ""));
}

static bool surname_alone(struct arena *arena, const char *sentence)
{
	struct document document = TEST_DOCUMENT(arena, "", sentence);

	if (document.n_words && text_starts(text_of(sentence), TEXT("Mrs")))
		document.words[0].flags |= WORD_COURTESY;
	return reader_surname_alone(&document, document.sentences);
}

TEST_IN_ARENA(a_title_and_a_surname_take_someone_for_known)
{
	assert_true(surname_alone(arena, "Mrs Tilbury, 71, went home."));
	assert_true(surname_alone(arena, "Mrs. Tilbury went home."));
	assert_true(surname_alone(arena, "Mrs Tilbury, Environment Minister, went home."));
	assert_false(surname_alone(arena, "Mrs Ada Tilbury went home."));
	assert_false(surname_alone(arena, "Tilbury went home."));
	assert_false(surname_alone(arena, "Mrs of the house."));
	assert_false(surname_alone(arena, "Mrs"));
	assert_false(surname_alone(arena, ""));
}

TEST_IN_ARENA(an_opening_sentence_leans_on_nothing)
{
	struct document document = TEST_DOCUMENT(arena, "", "But it rained.");

	assert_false(reader_leans(arena, &document, document.sentences));
}

TEST_IN_ARENA(a_very_long_word_is_no_phrase)
{
	char *line = arena_alloc(arena, 100001, 1);

	memset(line, 'x', 100000);
	assert_false(leans(arena, line));
}

static bool ends(struct arena *arena, const char *sentence)
{
	struct document document = TEST_DOCUMENT(arena, "", sentence);

	return reader_ends(&document, document.sentences);
}

TEST_IN_ARENA(ends_with_a_stop_of_any_script)
{
	assert_true(ends(arena, "It rained."));
	assert_true(ends(arena, "\"It rained!\""));
	assert_true(ends(arena, "It rained.\xe2\x80\x9d)"));
	assert_true(ends(arena, "It rained\xe3\x80\x82"));
	assert_false(ends(arena, "It rained..."));
	assert_false(ends(arena, "It rained\xe2\x80\xa6\""));
	assert_false(ends(arena, "It rained:"));
	assert_false(ends(arena, "It rained"));
	assert_false(ends(arena, "\"\""));
	assert_false(ends(arena, ""));
}

static bool half_quoted(struct arena *arena, const char *sentence)
{
	struct document document = TEST_DOCUMENT(arena, "", sentence);

	return reader_half_quoted(&document, document.sentences);
}

TEST_IN_ARENA(a_quotation_cut_in_two_shows)
{
	assert_true(half_quoted(arena, "\xe2\x80\x9cIt rained."));
	assert_true(half_quoted(arena, "It stopped,\" the mayor said."));
	assert_false(half_quoted(arena, "\xe2\x80\x9cIt rained.\xe2\x80\x9d"));
	assert_false(half_quoted(arena, "\xe2\x80\x9e"
					"Es regnet"
					"\xe2\x80\x9c"
					", sagte er."));
	assert_false(half_quoted(arena, "The dog's bowl."));
}

static const char *past_dateline(struct arena *arena, const char *sentence)
{
	struct document document = TEST_DOCUMENT(arena, "", sentence);

	return sentence + reader_start(&document, document.sentences);
}

TEST_IN_ARENA(datelines)
{
	static const char *const lines[] = {
	    "ORLEN, March 17 (CPA) \xe2\x80\x94 |The ferry sank.",
	    "ORLEN -- |The ferry sank.",
	    "SAINT ORLEN, Sandria - |The ferry sank.",
	    "Orlen (dpa) \xe2\x80\x93 |Die F\xc3\xa4hre sank.",
	    "ORLEN, 17 mars (CPA) - |Le ferry a coul\xc3\xa9.",
	    "|The port \xe2\x80\x94 and the ferry \xe2\x80\x94 sank.",
	    "|NATO - said to be slow - met.",
	    "|Orlen \xe2\x80\x94 The ferry sank.",
	    "|ORLEN-based crews met.",
	    "|The ferry (a white one) - it sank.",
	    "|ORLEN -- ",
	    "|x",
	};

	for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
		char *line = arena_string(arena, text_of(lines[i])), *bar = strchr(line, '|');
		memmove(bar, bar + 1, strlen(bar));
		assert_string_equal(past_dateline(arena, line), bar);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(datelines),
	    cmocka_unit_test(leans_by_its_first_words),
	    cmocka_unit_test(a_title_and_a_surname_take_someone_for_known),
	    cmocka_unit_test(an_opening_sentence_leans_on_nothing),
	    cmocka_unit_test(a_very_long_word_is_no_phrase),
	    cmocka_unit_test(ends_with_a_stop_of_any_script),
	    cmocka_unit_test(a_quotation_cut_in_two_shows),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
