/* Headlines: the medoid, and what keeps a title from heading a story. */
#include "test.h"

#include "story/importance.h"

static size_t choose(struct arena *arena, const char *const *titles, const bool *cut, size_t n)
{
	struct headline_title read[8];

	for (size_t i = 0; i < n; i++)
		read[i] = (struct headline_title){text_of(titles[i]), cut && cut[i], false};
	return headline_choose(arena, read, n);
}

TEST_IN_ARENA(takes_the_title_nearest_to_all_others)
{
	const char *const titles[] = {
	    "Why nobody in Harmouth sleeps tonight", "River Ambel floods Harmouth harbour quarter",
	    "Harmouth harbour quarter flooded by river Ambel", "Ambel floods Harmouth harbour"};

	assert_int_equal(choose(arena, titles, NULL, 4), 1);
}

TEST_IN_ARENA(takes_a_whole_title_before_a_cut_one)
{
	const char *const titles[] = {"River Ambel floods Harmouth harbour",
				      "River Ambel floods Harmouth harbour qu...",
				      "Boats carry people out of the harbour quarter"};
	const bool cut[] = {true, false, false};

	assert_int_equal(choose(arena, titles, cut, 3), 2);
}

TEST_IN_ARENA(takes_a_calm_title_without_a_site_name)
{
	const char *const titles[] = {"RIVER AMBEL FLOODS HARMOUTH HARBOUR",
				      "River Ambel floods Harmouth harbour | The Post", "Flood in Harmouth",
				      "Boats carry people out of the harbour"};

	assert_int_equal(choose(arena, titles, NULL, 4), 3);
	assert_int_equal(choose(arena, titles, NULL, 3), 1);
	assert_int_equal(choose(arena, titles, NULL, 1), 0);
}

TEST_IN_ARENA(takes_news_before_features)
{
	static const char *const titles[] = {
	    "\xe2\x80\x98He did not sink her\xe2\x80\x99: family hears of the ferry",
	    "Ferry found: what you need to know",
	    "Who sank the ferry of the Orlen line?",
	    "Wreck of the ferry found off Orlen",
	};

	assert_int_equal(choose(arena, titles, NULL, 4), 3);
	assert_true(choose(arena, titles, NULL, 3) < 3);
}

TEST_IN_ARENA(takes_todays_title_before_yesterdays)
{
	const struct headline_title titles[] = {
	    {TEXT("River Ambel floods Harmouth harbour"), false, true},
	    {TEXT("River Ambel floods Harmouth harbour quarter"), false, true},
	    {TEXT("Harmouth counts its losses after the flood"), false, false},
	    {TEXT("After the flood: a harbour cleans up"), false, false},
	};

	assert_int_equal(headline_choose(arena, titles, 4), 2);
	assert_int_equal(headline_choose(arena, titles, 2), 0);
	/* but an old title that tells the news before a feature of today */
	const struct headline_title mixed[] = {titles[3], titles[0]};
	assert_int_equal(headline_choose(arena, mixed, 2), 1);
}

TEST_IN_ARENA(counts_letters_where_words_have_no_blanks)
{
	const char *const titles[] = {"\xe6\xb2\xb3\xe6\xb0\xb4\xe6\xb7\xb9\xe6\xb2\xa1",
				      "\xe8\xae\xae\xe4\xbc\x9a\xe5\x90\xa6\xe5\x86\xb3",
				      "\xe6\xb2\xb3\xe6\xb0\xb4\xe6\xb7\xb9\xe6\xad\xbb"};

	assert_int_equal(choose(arena, titles, NULL, 3), 0);
}

TEST_IN_ARENA(answers_without_any_title)
{
	const char *const titles[] = {"", "?", ""};

	assert_true(choose(arena, titles, NULL, 3) < 3);
}

TEST_IN_ARENA(tells_faults_and_likeness)
{
	static const char *const titles[] = {"RIVER AMBEL FLOODS HARMOUTH", "River Ambel floods Harmouth",
					     "Flood: what now?", "River Ambel floods Harmouth | The Post"};
	static const bool cut[] = {false, true, false, false};
	static const unsigned faults[] = {HEADLINE_SHOUTS, HEADLINE_CUT, HEADLINE_SHORT | HEADLINE_FEATURE,
					  HEADLINE_SUFFIX};
	struct headline_title read[4];
	struct headline_look looks[4];

	for (size_t i = 0; i < 4; i++)
		read[i] = (struct headline_title){text_of(titles[i]), cut[i], false};
	assert_int_equal(headline_look(arena, read, 4, looks), 4);
	for (size_t i = 0; i < 4; i++)
		assert_int_equal(looks[i].faults, faults[i]);
	assert_true(looks[0].likeness > 1 && looks[0].likeness == looks[1].likeness && looks[2].likeness == 0);
	assert_int_equal(headline_choose(arena, read, 4), 3);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(takes_news_before_features),
	    cmocka_unit_test(takes_todays_title_before_yesterdays),
	    cmocka_unit_test(takes_the_title_nearest_to_all_others),
	    cmocka_unit_test(takes_a_whole_title_before_a_cut_one),
	    cmocka_unit_test(takes_a_calm_title_without_a_site_name),
	    cmocka_unit_test(counts_letters_where_words_have_no_blanks),
	    cmocka_unit_test(answers_without_any_title),
	    cmocka_unit_test(tells_faults_and_likeness),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
