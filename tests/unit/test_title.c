/* Headlines freed of the site's name, and whole forms of cut ones. */
#include "test.h"

#include "read/title.h"

TEST_IN_ARENA(sites)
{
	static const struct {
		const char *title, *site, *expected;
	} cases[] = {
	    {"Ferry sinks off Oban - The Harbour Post", "The Harbour Post", "Ferry sinks off Oban"},
	    {"Ferry sinks off Oban | Harbour Post", "Harbour Post", "Ferry sinks off Oban"},
	    {"Ferry sinks off Oban | Harbourpost.example", "Harbourpost", "Ferry sinks off Oban"},
	    {"Ferry sinks off Oban | Local | Harbour Post", "Harbour Post", "Ferry sinks off Oban | Local"},
	    {"Ferry sinks off Oban \xe2\x80\x94 Harbour Post", "Harbour Post", "Ferry sinks off Oban"},
	    {"Harbour Post: Ferry sinks off Oban", "Harbour Post", "Ferry sinks off Oban"},
	    {"Ferry sinks - crew safe", "Harbour Post", "Ferry sinks - crew safe"},
	    {"Harbour Post", "Harbour Post", "Harbour Post"},
	    {"Ferry-sinks-Harbour Post", "Harbour Post", "Ferry-sinks-Harbour Post"},
	    {"Ferry sinks", "", "Ferry sinks"},
	    {"", "Harbour Post", ""},
	};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		assert_text(title_without_site(arena, text_of(cases[i].title), text_of(cases[i].site)),
			    text_of(cases[i].expected), __FILE__, (int)i);
}

TEST_IN_ARENA(documents)
{
	static const struct {
		const char *document, *site, *heading, *expected;
	} cases[] = {
	    {"Ferry sinks off Oban - Scotland - News", "", NULL, "Ferry sinks off Oban - Scotland"},
	    {"Ferry sinks off Oban: crew safe", "", NULL, "Ferry sinks off Oban: crew safe"},
	    {"Ferry sinks - crew safe - News", "", "Ferry sinks - crew safe", "Ferry sinks - crew safe"},
	    {"Ferry sinks - crew safe", "", "Ferry sinks - crew safe", "Ferry sinks - crew safe"},
	    {"News | Ferry sinks off Oban", "", NULL, "Ferry sinks off Oban"},
	    {"Home | News", "", NULL, "Home | News"},
	    {"Tarn Bay - Encyclopaedia", "", "Tarn Bay", "Tarn Bay"},
	};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct ng_text heading = text_of(cases[i].heading);
		assert_text(title_of_document(arena, text_of(cases[i].document), text_of(cases[i].site), &heading,
					      heading.len > 0),
			    text_of(cases[i].expected), __FILE__, (int)i);
	}
}

TEST_IN_ARENA(cut)
{
	assert_true(title_is_cut(TEXT("Ferry sinks off...")));
	assert_true(title_is_cut(TEXT("Ferry sinks off\xe2\x80\xa6")));
	assert_false(title_is_cut(TEXT("Ferry sinks.")));
	assert_true(
	    title_completes(arena, TEXT("Ferry sinks off the coa..."), TEXT("Ferry sinks off the coast of Mull")));
	assert_false(
	    title_completes(arena, TEXT("Ferry sinks off the coa..."), TEXT("Ferry sails off the coast of Mull")));
	assert_false(title_completes(arena, TEXT("Ferry sinks off ..."), TEXT("Ferry sinks off the coast and...")));
	assert_false(title_completes(arena, TEXT("Ferry..."), TEXT("Ferries of the west")));
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(sites), cmocka_unit_test(documents), cmocka_unit_test(cut)};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
