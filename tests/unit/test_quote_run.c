/* Runs of capitalised words: where they end, which particles join, what is role and what is name. */
#include "test.h"

#include "clause.h"

/* The run that begins or ends at a word, as role|name; "none" where it is no name. */
static struct ng_text run_at(struct arena *arena, const char *code, const char *words, const char *word, int way)
{
	struct quote_text text;
	struct clause clause = test_clause(arena, &text, code, words);
	int from = (int)test_token(&text, word), to = phrase_run_end(&clause, from, way);
	struct phrase phrase = phrase_of_run(&clause, way > 0 ? from : to, way > 0 ? to : from);

	if (phrase.kind == PHRASE_NONE)
		return TEXT("none");
	return arena_format(arena, "%.*s|%.*s", TEXT_ARGS(phrase.role), TEXT_ARGS(phrase.words));
}

TEST_IN_ARENA(parts_role_and_name)
{
	assert_text_equal(run_at(arena, "en", "then Mayor Jane Hollis left", "Mayor", 1), "Mayor|Jane Hollis");
	assert_text_equal(run_at(arena, "en", "then Mayor Jane Hollis left", "Hollis", -1), "Mayor|Jane Hollis");
	assert_text_equal(run_at(arena, "en", "said Tom Reed, Jr, who", "Tom", 1), "|Tom Reed, Jr");
	assert_text_equal(run_at(arena, "en", "and Ann's Tom Reed left", "Ann's", 1), "|Ann");
	assert_text_equal(run_at(arena, "en", "then the President left", "President", 1), "none");
}

TEST_IN_ARENA(particles_join_names)
{
	assert_text_equal(run_at(arena, "nl", "zei Femke de Haas vandaag", "Femke", 1), "|Femke de Haas");
	assert_text_equal(run_at(arena, "nl", "zei Femke de Haas vandaag", "Haas", -1), "|Femke de Haas");
	assert_text_equal(run_at(arena, "de", "sagte Ursula von der Aue am", "Ursula", 1), "|Ursula von der Aue");
	assert_text_equal(run_at(arena, "de", "Klaus Onnasch von der Gemeinde", "Klaus", 1), "|Klaus Onnasch");
	assert_text_equal(run_at(arena, "fr", "dit Hugo de la Tour hier", "Hugo", 1), "|Hugo de la Tour");
}

TEST_IN_ARENA(german_nouns_are_no_names)
{
	assert_text_equal(run_at(arena, "de", "sagte die Werft", "Werft", 1), "none");
	assert_text_equal(run_at(arena, "de", "sagte Anwalt", "Anwalt", 1), "none");
	assert_text_equal(run_at(arena, "de", "sagte Karpe", "Karpe", 1), "|Karpe");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(parts_role_and_name),
	    cmocka_unit_test(particles_join_names),
	    cmocka_unit_test(german_nouns_are_no_names),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
