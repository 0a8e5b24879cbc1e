/* Namings: a day a sentence at most, leads without one, and what a digest leaves out. */
#include "test.h"

#include "dated.h"
#include "story/timeline_namings.h"

struct gathered {
	struct namings mentions, leads;
};

static struct gathered gather_from(struct arena *arena, const struct document *documents, size_t n, bool digest)
{
	struct gathered gathered;
	namings_gather(arena, documents, rows_collect(arena, documents, n, 100), digest, day("2023-02-18"),
		       &gathered.mentions, &gathered.leads);
	return gathered;
}

static struct gathered gather(struct arena *arena, struct document *documents, size_t n, const char *const *published,
			      bool digest)
{
	date_all(arena, documents, n, published);
	return gather_from(arena, documents, n, digest);
}

/* "03-18:0 03-20:1": month and day, row. */
static struct ng_text written(struct arena *arena, const struct namings *list)
{
	struct buf out = buf_new(arena, 1 << 16);
	for (size_t i = 0; i < list->n; i++) {
		struct civil civil = civil_of(list->at[i].day);
		assert_int_equal(list->rows[i], list->at[i].row);
		buf_format(&out, "%s%02d-%02d:%u", i == 0 ? "" : " ", civil.month, civil.day, list->rows[i]);
	}
	return buf_text(&out);
}

TEST_IN_ARENA(a_sentence_names_its_first_day_or_leads)
{
	struct document document = TEST_DOCUMENT(
	    arena, "", "The council of Alder met in the old hall.", "It met on 20 March 2023 in May 2022.",
	    "It had met on 18 March 2023 and on 16 March 2023.", "It will meet in June 2023.");
	const char *published[] = {"2023-03-21"};
	struct gathered gathered = gather(arena, &document, 1, published, false);
	assert_text_equal(written(arena, &gathered.mentions), "03-18:2 03-20:1");
	assert_text_equal(written(arena, &gathered.leads), "03-21:0 03-21:3");
	assert_int_equal(namings_from(&gathered.mentions, day("2023-03-18")), 0);
	assert_int_equal(namings_from(&gathered.mentions, day("2023-03-19")), 1);
	assert_int_equal(namings_from(&gathered.mentions, day("2023-03-21")), 2);
}

TEST_IN_ARENA(only_the_first_sentences_lead)
{
	static const char *const lines[] = {"One.", "Two.", "Three.", "Four.", "Five.", "Six.", "Seven."};
	struct document document = test_document(arena, "", lines, 7);
	const char *published[] = {"2023-03-21"};
	assert_int_equal(gather(arena, &document, 1, published, false).leads.n, 6);
	document.article.published_from = FROM_ASSUMED;
	assert_int_equal(gather_from(arena, &document, 1, false).leads.n, 0);
}

TEST_IN_ARENA(a_digest_takes_no_day_for_granted)
{
	struct document document =
	    TEST_DOCUMENT(arena, "", "The riot of Jan. 6 is a name.", "Boats on the lake, March 19, 2023.",
			  "The speech was on Wednesday.", "The fire was on Saturday.");
	const char *published[] = {"2023-03-21"};
	struct gathered gathered = gather(arena, &document, 1, published, false);
	assert_text_equal(written(arena, &gathered.mentions), "01-06:0 03-15:2 03-18:3 03-19:1");
	gathered = gather(arena, &document, 1, published, true);
	assert_text_equal(written(arena, &gathered.mentions), "03-18:3");
}

TEST_IN_ARENA(a_weekday_is_bare_in_an_article_dated_by_its_story_too)
{
	struct document documents[] = {TEST_DOCUMENT(arena, "", "The crews will strike on Friday, March 24."),
				       TEST_DOCUMENT(arena, "", "Ferries will stop on Friday, March 24."),
				       TEST_DOCUMENT(arena, "", "Islanders have appointments on Friday.")};
	const char *published[] = {"2023-03-21", "2023-03-21", "2023-03-21"};
	date_all(arena, documents, 3, published);
	documents[2].article.published_from = FROM_CLUSTER;
	struct gathered gathered = gather_from(arena, documents, 3, true);
	assert_text_equal(written(arena, &gathered.mentions), "03-24:0 03-24:1");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_sentence_names_its_first_day_or_leads),
	    cmocka_unit_test(only_the_first_sentences_lead),
	    cmocka_unit_test(a_digest_takes_no_day_for_granted),
	    cmocka_unit_test(a_weekday_is_bare_in_an_article_dated_by_its_story_too),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
