/* Sentences with a verb and without; days at the end of a span. */
#include "test.h"

#include "language/date_prose.h"

static const struct date_tables *tables_of(struct arena *arena, const char *code)
{
	static const struct resources data = {.built_in = resource_data};
	return date_tables_load(arena, &data, text_of(code));
}

TEST_IN_ARENA(knows_verbs_by_tense)
{
	const struct date_tables *english = tables_of(arena, "en");

	assert_true(date_verb_in(english, TEXT("Police cleared the lower town on Saturday.")));
	assert_true(date_verb_in(english, TEXT("The river fell on Saturday.")));
	assert_true(date_verb_in(english, TEXT("She is ill.")));
	assert_true(date_verb_in(english, TEXT("He cannot return before Friday.")));
	assert_false(date_verb_in(english, TEXT("All parcels with a date between 2 March and 30 May.")));
	assert_false(date_verb_in(english, TEXT("First hearing in Walton on 24 March.")));
	assert_false(date_verb_in(english, TEXT("Will Was Reed.")));
	assert_false(date_verb_in(english, TEXT("")));
}

TEST_IN_ARENA(doubts_no_language_it_does_not_know)
{
	assert_true(date_verb_in(tables_of(arena, "xx"), TEXT("Yksi ja kaksi.")));
	assert_true(date_verb_in(tables_of(arena, "de"), TEXT("Alle Pakete vom 2. März.")));
}

TEST_IN_ARENA(knows_the_ends_of_spans)
{
	const struct date_tables *english = tables_of(arena, "en"), *german = tables_of(arena, "de");

	assert_true(date_span_opens(english, TEXT("between 2 March and 5 May"), 8));
	assert_false(date_span_opens(english, TEXT("between 2 March and 5 May"), 20));
	assert_false(date_span_opens(english, TEXT("on 2 March"), 3));
	assert_false(date_span_opens(english, TEXT("2 March"), 0));
	assert_false(date_span_opens(english, TEXT("inbetween 2 March"), 10));
	assert_true(date_span_opens(german, TEXT("zwischen dem 2. März"), 9));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(knows_verbs_by_tense),
	    cmocka_unit_test(doubts_no_language_it_does_not_know),
	    cmocka_unit_test(knows_the_ends_of_spans),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
