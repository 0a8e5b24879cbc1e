/* Headlines: found, mended, cut back. */
#include "test.h"

#include "clean/clean.h"
#include "clean/headline.h"

static const struct resources built_in = {.built_in = resource_data};

#define PROSE "\n\nThe ferry to Orlen ran again on Tuesday after nine days in the yard, the harbour office said.\n"

TEST_IN_ARENA(titles)
{
	static const struct {
		const char *title, *text, *expected;
		bool cut;
	} cases[] = {
	    {"Ferry runs again", "Share" PROSE, "Ferry runs again", false},
	    /* none in the record: the line above the prose that is most like one */
	    {"", "Flash News\n\nFerry to Orlen runs again" PROSE, "Ferry to Orlen runs again", false},
	    {"", "By Marla Quint\nMarch 21, 2023\nFerry to Orlen runs again" PROSE, "Ferry to Orlen runs again", false},
	    {"", "Share" PROSE, "", false},
	    /* a fuller variant in the text mends it */
	    {"Ferry to Orlen runs again after nine days in",
	     "Ferry to Orlen runs again after nine days in the yard" PROSE,
	     "Ferry to Orlen runs again after nine days in the yard", false},
	    {"Ferry to Orlen runs again\xe2\x80\xa6", "Ferry to Orlen runs again after nine days in the yard" PROSE,
	     "Ferry to Orlen runs again after nine days in the yard", false},
	    {"", "Ferry to Orlen runs again after nine days in the yard\n\nFerry to Orlen runs again after" PROSE,
	     "Ferry to Orlen runs again after nine days in the yard", false},
	    /* but not the first sentence */
	    {"The ferry to Orlen ran again on", "Share" PROSE, "The ferry to Orlen ran again on", false},
	    /* cut back to a whole one */
	    {"", "Harbour office talks of peace proposal for" PROSE, "Harbour office talks of peace proposal", true},
	    {"Harbour office talks of a plan for the", "x" PROSE, "Harbour office talks of a plan", true},
	    {"Harbour office talks of a plan...", "x" PROSE, "Harbour office talks of a plan", true},
	    {"Hafenamt spricht von einem Plan f\xc3\xbcr die", "x" PROSE, "Hafenamt spricht von einem Plan", true},
	    {"Harbour office talks, ", "x" PROSE, "Harbour office talks", true},
	    /* whole, though the last word is short */
	    {"What is a ferry for?", "x" PROSE, "What is a ferry for?", false},
	    {"Ferry strike goes on", "x" PROSE, "Ferry strike goes on", false},
	    {"Halden goes back to the Drive-In", "x" PROSE, "Halden goes back to the Drive-In", false},
	    {"Ferry line renames its berth L", "x" PROSE, "Ferry line renames its berth L", false},
	    {"The", "x" PROSE, "The", false},
	    {"...", "x" PROSE, "...", false},
	};
	const struct clean_tables *tables = clean_tables_load(arena, &built_in);

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct article article = {.title = text_of(cases[i].title),
					  .text = text_of(cases[i].text),
					  .published = STAMP_NONE,
					  .file_day = NG_NO_DAY};
		clean_article(arena, tables, &article, TEXT(""));
		assert_text(article.title, text_of(cases[i].expected), __FILE__, (int)i);
		assert_int_equal(article.title_cut, cases[i].cut);
	}
}

/* The outlet is no headline, whatever it says of itself; a deck is none either, though it tells more. */
TEST_IN_ARENA(mastheads_and_decks)
{
	static const struct {
		const char *host, *text, *expected;
	} cases[] = {
	    {"tidepost.example", "The Tide Post \xe2\x80\x94 the harbour office's own ferry news\nFerry is back" PROSE,
	     "Ferry is back"},
	    {"www.thetidepost.example", "Tide Post | news of the ferry to Orlen\nFerry is back" PROSE, "Ferry is back"},
	    {"tide-post.example", "Tide Post\nFerry is back" PROSE, "Ferry is back"},
	    {"tidepost.example", "Tide Post wins the ferry to Orlen" PROSE, "Tide Post wins the ferry to Orlen"},
	    {"tide.example", "Tide - the ferry is back" PROSE, "Tide - the ferry is back"}, /* any word */
	    {"", "Boat to the island sails again at last\nThe ferry to Orlen was nine days in the yard" PROSE,
	     "Boat to the island sails again at last"},
	};
	const struct clean_tables *tables = clean_tables_load(arena, &built_in);

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct article article = {.host = text_of(cases[i].host),
					  .text = text_of(cases[i].text),
					  .published = STAMP_NONE,
					  .file_day = NG_NO_DAY};
		clean_article(arena, tables, &article, TEXT(""));
		assert_text(article.title, text_of(cases[i].expected), __FILE__, (int)i);
	}
}

TEST_IN_ARENA(a_verbatim_beginning)
{
	struct lexicon lexicon = lexicon_load(arena, &built_in);
	struct ng_text title = TEXT("Harbour office talks of a plan for the \xe2\x80\xa6");
	bool cut;
	struct ng_text whole = headline_whole(&lexicon, title, &cut);

	assert_true(cut);
	assert_ptr_equal(whole.at, title.at);
	assert_text_equal(whole, "Harbour office talks of a plan");
}

static void how_lines_stand_to_headlines(void **state)
{
	(void)state;
	assert_int_equal(headline_match(TEXT("Ferry runs again!"), TEXT("ferry runs again")), HEADLINE_SAME);
	assert_int_equal(headline_match(TEXT("Ferry runs again"), TEXT("Ferry runs again today")), HEADLINE_SHORTER);
	assert_int_equal(headline_match(TEXT("Ferry runs again today"), TEXT("Ferry runs again")), HEADLINE_LONGER);
	assert_int_equal(headline_match(TEXT("Ferry runs"), TEXT("Ferry runs again")), HEADLINE_OTHER);
	assert_int_equal(headline_match(TEXT("Ferry stops"), TEXT("Ferry runs again")), HEADLINE_OTHER);
	assert_int_equal(headline_match(TEXT(""), TEXT("")), HEADLINE_OTHER);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(titles),
	    cmocka_unit_test(mastheads_and_decks),
	    cmocka_unit_test(a_verbatim_beginning),
	    cmocka_unit_test(how_lines_stand_to_headlines),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
