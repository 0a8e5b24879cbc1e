/* The day of publication from the days a text tells of. */
#include "test.h"

#include "language/publication.h"
#include "language/sentence.h"

static const struct resources built_in = {.built_in = resource_data};

static struct document document_of(struct arena *arena, struct ng_text text)
{
	struct document document = {.anchor = NG_NO_DAY};
	struct block *block = arena_new_of(arena, struct block);

	*block = (struct block){0, (uint32_t)text.len, BLOCK_BODY, NULL};
	document.article = (struct article){
	    .text = text, .published = STAMP_NONE, .file_day = NG_NO_DAY, .blocks = {.at = block, .n = 1, .room = 1}};
	document.language = language_of(languages_load(arena, &built_in), TEXT("en"));
	document_sentences(arena, &document, 1000);
	return document;
}

static int32_t day(int year, int month, int of_month)
{
	return day_of((struct civil){year, month, of_month});
}

TEST_IN_ARENA(from_text)
{
	static const struct {
		const char *text;
		int year, month, day; /* 0: the text does not say */
	} cases[] = {
	    /* a header's date is the day, whatever weekday follows */
	    {"ORLEN, March 21, 2023 (Tidewire) - The ferry sank on Monday. It will be lifted on Wednesday.", 2023, 3,
	     21},
	    /* a date with its weekday is, and weekdays named after it carry it on, two days at most */
	    {"The mayor of the harbour town of Orlen, who had been silent for many weeks about the state of the "
	     "old "
	     "ferry, spoke at last on Monday, March 20, 2023, in the town hall. On Tuesday the council met.",
	     2023, 3, 21},
	    {"The mayor of the harbour town of Orlen, who had been silent for many weeks about the state of the "
	     "old "
	     "ferry, spoke at last on Monday, March 20, 2023, in the town hall. The council meets on Thursday.",
	     2023, 3, 20},
	    /* the latest of them */
	    {"The mayor of the harbour town of Orlen, who had been silent for many weeks about the state of the "
	     "old "
	     "ferry since Friday, December 2, 2022, spoke at last on Monday, March 20, 2023.",
	     2023, 3, 20},
	    /* a date without a weekday is history */
	    {"The mayor of the harbour town of Orlen, who had been silent for many weeks about the state of the "
	     "old "
	     "ferry, spoke at last on Monday. It was built on March 20, 2003, by a yard that is no more.",
	     0, 0, 0},
	    /* a weekday alone says nothing */
	    {"The ferry to Orlen sank on Monday.", 0, 0, 0},
	};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct document document = document_of(arena, text_of(cases[i].text));
		document_publication(arena, &document);
		assert_int_equal(document.n_dates, 0);
		if (!cases[i].year) {
			assert_int_equal(document.article.published.day, NG_NO_DAY);
			assert_int_equal(document.article.published_from, FROM_NOWHERE);
			continue;
		}
		assert_int_equal(document.article.published.day, day(cases[i].year, cases[i].month, cases[i].day));
		assert_int_equal(document.article.published_from, FROM_TEXT);
		assert_int_equal(document.anchor, document.article.published.day);
	}
}

TEST_IN_ARENA(known_days_stay)
{
	struct document document = document_of(arena, TEXT("ORLEN, March 21, 2023 - The ferry sank."));

	document.article.published = (struct stamp){day(2023, 3, 25), -1, ZONE_NONE};
	document.article.published_from = FROM_META;
	document_publication(arena, &document);
	document_publication_among(arena, &document, day(2023, 3, 1));
	assert_int_equal(document.article.published.day, day(2023, 3, 25));
	assert_int_equal(document.article.published_from, FROM_META);
}

TEST_IN_ARENA(never_after_the_file)
{
	struct document document = document_of(arena, TEXT("ORLEN, March 21, 2023 - The ferry sank."));

	document.article.file_day = day(2023, 3, 20);
	document_publication(arena, &document);
	assert_int_equal(document.article.published.day, NG_NO_DAY);
	document.article.file_day = day(2023, 3, 21);
	document_publication(arena, &document);
	assert_int_equal(document.article.published.day, day(2023, 3, 21));
}

TEST_IN_ARENA(among_others)
{
	static const struct {
		const char *text;
		int day; /* of March 2023, of a story of Tuesday the 21st */
	} cases[] = {
	    {"The ferry sank on Tuesday, after a storm on Monday.", 21},
	    {"The ferry sank on Monday.", 20},
	    {"The ferry sank on Wednesday.", 22},
	    {"The ferry sank on Saturday.", 21}, /* too far off: told from behind */
	    {"The ferry sank.", 21},
	};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct document document = document_of(arena, text_of(cases[i].text));
		document_publication_among(arena, &document, day(2023, 3, 21));
		assert_int_equal(document.article.published.day, day(2023, 3, cases[i].day));
		assert_int_equal(document.article.published_from, FROM_CLUSTER);
	}
	struct document document = document_of(arena, text_of(cases[0].text));
	document_publication_among(arena, &document, NG_NO_DAY);
	assert_int_equal(document.article.published.day, NG_NO_DAY);
}

TEST_IN_ARENA(median)
{
	const int32_t days[] = {9, NG_NO_DAY, 3, 5, 4}, none[] = {NG_NO_DAY};

	assert_int_equal(publication_median(arena, days, 5), 4);
	assert_int_equal(publication_median(arena, days, 1), 9);
	assert_int_equal(publication_median(arena, none, 1), NG_NO_DAY);
	assert_int_equal(publication_median(arena, NULL, 0), NG_NO_DAY);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(from_text),    cmocka_unit_test(known_days_stay), cmocka_unit_test(never_after_the_file),
	    cmocka_unit_test(among_others), cmocka_unit_test(median),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
