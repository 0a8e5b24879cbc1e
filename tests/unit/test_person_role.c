/* What stands in apposition to a name, before and after it; what only looks so. */
#include "test.h"

#include "quote.h"
#include "story/name.h"
#include "story/person_role.h"

/* The apposition of the first run of names that ends in Quill. */
static struct ng_text beside(struct arena *arena, const char *code, const char *words)
{
	struct quote_text text = test_quote_text(arena, code, words);
	const struct quote_paragraph *paragraph = &text.paragraphs.at[0];
	uint32_t last = 0;

	while (!text_equal(text_slice(text.text, text.tokens.at[last].start, text.tokens.at[last].bare), TEXT("Quill")))
		last++;
	return role_beside(&text, paragraph, last - 1, last);
}

TEST_IN_ARENA(after_the_name)
{
	static const char *const rows[][2] = {
	    {"Then Vorna Quill, director of the zoo, left.", "director of the zoo"},
	    {"Then Vorna Quill, the head of the school, left.", "head of the school"},
	    {"It rained, said Vorna Quill, a retired professor of law.", "retired professor of law"},
	    {"It rained, said Vorna Quill, 54, a nurse, who left.", "nurse"},
	    {"It rained, said Vorna Quill, a nurse who left.", "nurse"},
	    {"It rained, said Vorna Quill, the union's leader.", "the union's leader"},
	    {"It rained, said Vorna Quill, her union's leader.", "leader"},
	    {"It rained, said Vorna Quill, a pilot of 68.", "pilot"},
	    {"In May it rained, said Vorna Quill, the head of the school.", "head of the school"},
	    {"Vorna Quill, editor and owner of the Echo, left.", "editor and owner of the Echo"},
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		assert_text(beside(arena, "en", rows[i][0]), text_of(rows[i][1]), __FILE__, __LINE__);
	assert_text_equal(beside(arena, "fr", "Vorna Quill, directrice de l'usine, est partie."),
			  "directrice de l'usine");
	assert_text_equal(beside(arena, "de", "Vorna Quill, die Leiterin der Schule, ging."), "Leiterin der Schule");
}

TEST_IN_ARENA(before_the_name)
{
	static const char *const rows[][2] = {
	    {"The mayor of Walton, Vorna Quill, left.", "mayor of Walton"},
	    {"The zoo's director, Vorna Quill, left.", "director"},
	    {"On Friday the zoo's director, Vorna Quill, left.", "the zoo's director"},
	    {"Its chief executive, Vorna Quill, left.", "chief executive"},
	    {"In a letter to the mayor, Vorna Quill, he complained.", "mayor"},
	    {"Walton's mayor, Vorna Quill, left.", "Walton's mayor"},
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		assert_text(beside(arena, "en", rows[i][0]), text_of(rows[i][1]), __FILE__, __LINE__);
	assert_text_equal(beside(arena, "es", "La alcaldesa de Lorba, Vorna Quill, se fue."), "alcaldesa de Lorba");
}

TEST_IN_ARENA(what_is_none)
{
	static const char *const rows[] = {
	    "According to Vorna Quill, the mayor was wrong.",
	    "After he met Vorna Quill, the president resigned.",
	    "After he met Vorna Quill, the president of the zoo.",
	    "He would meet the mayor, Vorna Quill said.",
	    "Vorna Quill, the mayor and Tom Reed left.",
	    "Vorna Quill, her voice low, left.",
	    "Vorna Quill's mayor, a nurse, left.",
	    "The plan of the zoo, Vorna Quill, left.",
	    "Vorna Quill, the campaign of his wife, left.",
	    "Vorna Quill left, a nurse.",
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		assert_text_equal(beside(arena, "en", rows[i]), "");
}

TEST_IN_ARENA(which_says_more)
{
	struct quote_text text = test_quote_text(arena, "en", "Ann Lee");

	assert_true(role_says_more(&text, TEXT("mayor of Walton"), TEXT("Mayor")));
	assert_true(role_says_more(&text, TEXT("Chinese President"), TEXT("President")));
	assert_true(role_says_more(&text, TEXT("biologist"), TEXT("Dr.")));
	assert_true(role_says_more(&text, TEXT("Dr"), TEXT("")));
	assert_false(role_says_more(&text, TEXT("Dr"), TEXT("biologist")));
	assert_false(role_says_more(&text, TEXT("Mayor"), TEXT("mayor")));
	assert_false(role_says_more(&text, TEXT("widow"), TEXT("mayor")));
	assert_false(role_says_more(&text, TEXT(""), TEXT("")));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(after_the_name),
	    cmocka_unit_test(before_the_name),
	    cmocka_unit_test(what_is_none),
	    cmocka_unit_test(which_says_more),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
