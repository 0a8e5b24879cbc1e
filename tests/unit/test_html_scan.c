/* Blocks measured: words, phrases, shapes. */
#include "page.h"

static const struct html_block *scanned(struct arena *arena, const char *text)
{
	const struct html_page *page = page_of(arena, arena_format(arena, "<p>%s</p>", text));

	assert_int_equal(page->blocks.n, 1);
	return page->blocks.at;
}

TEST_IN_ARENA(words)
{
	const struct html_block *block = scanned(arena, "The Ferry SANK at 10:15, say the crew; \xc3\x89mile saw it.");

	assert_int_equal(block->n_words, 12);
	assert_int_equal(block->words, 12);
	assert_int_equal(block->capital, 4);
	assert_int_equal(block->capitals, 1);
	assert_int_equal(block->digits, 4);
	assert_int_equal(block->commas, 2);
	assert_int_equal(block->stops, 1);
	assert_int_equal(block->stop, 4);
	assert_int_equal(
	    scanned(arena, "\xe6\x97\xa5\xe6\x9c\xac\xe8\xaa\x9e\xe3\x81\xae\xe6\x96\x87\xe7\xab\xa0")->words, 3);
	assert_int_equal(scanned(arena, "***")->words, 1);
}

TEST_IN_ARENA(phrases)
{
	static const struct {
		const char *text;
		enum html_phrase phrase;
		bool found;
	} cases[] = {
	    {"Read more about the ferry", PHRASE_PROMO_START, true},
	    {"They read more about it", PHRASE_PROMO_START, false},
	    {"They read more about it", PHRASE_PROMO, true},
	    {"Sign up for our newsletter", PHRASE_PITCH, true},
	    {"SIGN UP, FOR it", PHRASE_PITCH, true},
	    {"A sign for those going up", PHRASE_PITCH, false},
	    {"Advertisement", PHRASE_WIDGET, true},
	    {"Advertisement feature", PHRASE_WIDGET, false},
	    {"By Ann Bell", PHRASE_BYLINE, true},
	    {"Sold by Ann Bell", PHRASE_BYLINE, false},
	    {"Related", PHRASE_STOPHEAD, true},
	    {"All rights reserved", PHRASE_LEGAL, true},
	    {"Photo by Ann Bell", PHRASE_CREDIT, true},
	    {"3 hours ago", PHRASE_AGO, true},
	    {"Editing by Ann Bell", PHRASE_AGENCY, true},
	};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		if (((scanned(arena, cases[i].text)->phrases & PHRASE_BIT(cases[i].phrase)) != 0) != cases[i].found)
			fail_msg("%s: phrase %d", cases[i].text, cases[i].phrase);
}

TEST_IN_ARENA(shapes)
{
	static const struct {
		const char *text;
		unsigned shape;
	} cases[] = {
	    {"It sank.", SHAPE_UPPER | SHAPE_TERMINAL},
	    {"\"It sank.\")", SHAPE_QUOTE | SHAPE_TERMINAL},
	    {"it sank", SHAPE_LOWER},
	    {"It sank:", SHAPE_UPPER | SHAPE_COLON},
	    {"It sank...", SHAPE_UPPER | SHAPE_DOTS | SHAPE_TERMINAL},
	    {"It sank\xe2\x80\xa6", SHAPE_UPPER | SHAPE_DOTS | SHAPE_TERMINAL},
	    {"(ann@harbour.example)", SHAPE_BRACKET | SHAPE_AT},
	    {"Posted March 17", SHAPE_UPPER | SHAPE_DATE},
	    {"17 mars, 10h", SHAPE_DATE},
	    {"17.3.2026", SHAPE_DATE},
	    {"March went on", SHAPE_UPPER},
	    {"won 3 2 1 times", SHAPE_LOWER},
	    {"\xe6\xb2\x88\xe3\x82\x93\xe3\x81\xa0\xe3\x80\x82", SHAPE_TERMINAL},
	};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		unsigned shape = scanned(arena, cases[i].text)->shape;
		if (shape != cases[i].shape)
			fail_msg("%s: %x, expected %x", cases[i].text, shape, cases[i].shape);
	}
}

TEST_IN_ARENA(sums)
{
	const struct html_page *page =
	    page_of(arena, TEXT("<div><p>The crew saw the ferry sink at ten on Monday.</p><p><a href=x>The crew saw "
				"the ferry sink at ten</a></p></div>"));
	const struct html_frame *all = &page->frames.at[0];

	assert_int_equal(all->blocks, 2);
	assert_int_equal(all->words, 18);
	assert_int_equal(all->prose, 10);
	assert_true(all->link_letters > 0 && all->link_letters < all->letters);
}

TEST_IN_ARENA(lists_of_words)
{
	struct word_hashes a = words_of(arena, TEXT("The ferry, the crew")),
			   b = words_of(arena, TEXT("CREW of the ferry"));

	assert_int_equal(a.n, 4);
	assert_true(words_hold(&a, b.at[0]));
	assert_false(words_hold(&a, b.at[1]));
	assert_true(words_jaccard(&a, &b) == .75);
	assert_true(words_jaccard(&a, &(struct word_hashes){0}) == 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(words), cmocka_unit_test(phrases),        cmocka_unit_test(shapes),
	    cmocka_unit_test(sums),  cmocka_unit_test(lists_of_words),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
