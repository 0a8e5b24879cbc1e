/* Timelines: which days, which sentences for them, and what a digest keeps out. */
#include "test.h"

#include "dated.h"
#include "story/timeline.h"

static struct timeline_options options(bool digest)
{
	return (struct timeline_options){.from = NG_NO_DAY, .to = NG_NO_DAY, .today = NG_NO_DAY, .digest = digest};
}

/* "2023-03-18 0.1; 2023-03-20 1.0": value, then document.sentence of each. */
static struct ng_text written(struct arena *arena, const struct timeline *timeline)
{
	struct buf out = buf_new(arena, 1 << 16);
	for (size_t i = 0; i < timeline->n; i++) {
		const struct timeline_entry *entry = &timeline->at[i];
		buf_format(&out, "%s%s%s", i == 0 ? "" : "; ", entry->value, entry->ahead ? "+" : "");
		for (size_t k = 0; k < entry->n_sentences; k++)
			buf_format(&out, " %u.%u", entry->sentences[k].document, entry->sentences[k].sentence);
	}
	return buf_text(&out);
}

static struct timeline make(struct arena *arena, struct document *documents, size_t n, const char *const *published,
			    struct timeline_options o)
{
	date_all(arena, documents, n, published);
	return timeline_make(arena, documents, n, &o);
}

TEST_IN_ARENA(tells_days_in_order_each_once)
{
	struct document documents[] = {
	    TEST_DOCUMENT(arena, "", "The council closed the old bridge in Harmouth on Monday after a storm.",
			  "Engineers found long cracks in two of its pillars on Sunday evening."),
	    TEST_DOCUMENT(arena, "", "Ferries have carried cars across the river at Harmouth since Monday morning.")};
	const char *published[] = {"2023-03-21", "2023-03-21"};
	struct timeline timeline = make(arena, documents, 2, published, options(false));

	assert_int_equal(timeline.n, 2);
	assert_string_equal(timeline.at[0].value, "2023-03-19");
	assert_string_equal(timeline.at[1].value, "2023-03-20");
	assert_int_equal(timeline.at[0].granularity, NG_DAY);
	assert_int_equal(timeline.at[0].sentences[0].sentence, 1);
	assert_int_equal(timeline.at[0].n_sentences, 1);
}

TEST_IN_ARENA(keeps_to_bounds_and_counts)
{
	struct document document =
	    TEST_DOCUMENT(arena, "", "The first snow fell on the hills of Alder on 1 March 2023.",
			  "Ploughs cleared the road to the pass and the school on 3 March 2023.",
			  "A bus with nine pupils slid into a ditch near Alder on 3 March 2023.",
			  "The mayor thanked all drivers and asked for patience on 5 March 2023.",
			  "A thaw set in and the river carried ice to the town on 9 March 2023.");
	const char *published[] = {"2023-03-12"};
	struct timeline_options o = options(false);
	o.from = day("2023-03-02");
	o.to = day("2023-03-08");
	struct timeline timeline = make(arena, &document, 1, published, o);
	assert_int_equal(timeline.n, 2);
	assert_string_equal(timeline.at[0].value, "2023-03-03");
	assert_string_equal(timeline.at[1].value, "2023-03-05");

	o.per_day = 2;
	timeline = make(arena, &document, 1, published, o);
	assert_int_equal(timeline.at[0].n_sentences, 2);
	assert_int_equal(timeline.at[1].n_sentences, 1);

	o.days = 1;
	o.from = o.to = NG_NO_DAY;
	timeline = make(arena, &document, 1, published, o);
	assert_int_equal(timeline.n, 1);
}

TEST_IN_ARENA(counts_documents_not_mentions)
{
	struct document documents[] = {
	    TEST_DOCUMENT(arena, "", "The choir of Brackwater sang in the market on 2 May 2023.",
			  "The singers of the choir ate pies in the rain on 2 May 2023.",
			  "A dog of the choir barked at the wet tenors on 2 May 2023.",
			  "A jury chose the choir as the winner of the year on 7 May 2023."),
	    TEST_DOCUMENT(arena, "", "The jury praised the choir from Brackwater on 7 May 2023.")};
	const char *published[] = {"2023-05-20", "2023-05-20"};
	struct timeline_options o = options(false);
	o.days = 1;
	struct timeline timeline = make(arena, documents, 2, published, o);

	assert_string_equal(timeline.at[0].value, "2023-05-07");
}

TEST_IN_ARENA(only_days_make_entries)
{
	struct document document =
	    TEST_DOCUMENT(arena, "", "The mill was built in 1987 by two brothers from the north.",
			  "It has stood empty for three years and will be sold next month.",
			  "The roof fell in recently and nobody has been there since.",
			  "A buyer signed the papers for the old mill in March 2021.");
	const char *published[] = {"2023-05-20"};
	assert_int_equal(make(arena, &document, 1, published, options(true)).n, 0);
}

TEST_IN_ARENA(a_sentence_belongs_to_its_first_day)
{
	struct document document =
	    TEST_DOCUMENT(arena, "", "The trial that opened on 2 May 2023 ended with a verdict on 9 May 2023.");
	const char *published[] = {"2023-05-20"};
	struct timeline timeline = make(arena, &document, 1, published, options(false));

	assert_text_equal(written(arena, &timeline), "2023-05-02 0.0");
}

static const char *const fire[] = {"A fire destroyed the harbour hall of Port Ellery on Saturday night.",
				   "Police arrested a guard of the harbour hall in Port Ellery on Monday.",
				   "The guard of the hall will appear in court in Port Ellery on Friday.",
				   "A similar fire had burned a boat shed there on 4 June 2019."};

TEST_IN_ARENA(a_digest_keeps_to_the_days_around_the_story)
{
	struct document documents[] = {test_document(arena, "", fire, 4), test_document(arena, "", fire, 3)};
	const char *published[] = {"2023-03-21", "2023-03-21"};
	struct timeline_options o = options(true);
	o.today = day("2023-03-21");
	struct timeline timeline = make(arena, documents, 2, published, o);
	assert_text_equal(written(arena, &timeline), "2023-03-18 0.0; 2023-03-20 0.1; 2023-03-24+ 0.2");

	documents[1] = test_document(arena, "", fire, 4);
	timeline = make(arena, documents, 2, published, o);
	assert_int_equal(timeline.n, 4);
	assert_string_equal(timeline.at[0].value, "2019-06-04");
}

TEST_IN_ARENA(a_digest_of_one_day_is_none)
{
	struct document documents[] = {test_document(arena, "", fire, 1), test_document(arena, "", fire, 1)};
	const char *published[] = {"2023-03-21", "2023-03-21"};
	assert_int_equal(make(arena, documents, 2, published, options(true)).n, 0);
	assert_int_equal(make(arena, documents, 2, published, options(false)).n, 1);
}

TEST_IN_ARENA(entries_of_a_digest_stand_alone)
{
	struct document document =
	    TEST_DOCUMENT(arena, "", "A fire destroyed the harbour hall of Port Ellery on Saturday night.",
			  "He was arrested in the harbour of Port Ellery by two officers on Monday.",
			  "but a judge freed the guard of the harbour hall late on Monday.",
			  "\"The guard of the hall slept,\" a neighbour of the hall said on Monday.",
			  "Police took a guard of the hall to the county town and questioned him on Monday",
			  "Police questioned the guard for nine hours in the county town on Monday.");
	const char *published[] = {"2023-03-21"};
	struct timeline timeline = make(arena, &document, 1, published, options(true));

	assert_text_equal(written(arena, &timeline), "2023-03-18 0.0; 2023-03-20 0.5");
}

TEST_IN_ARENA(what_tells_no_deed_yields)
{
	struct document documents[] = {TEST_DOCUMENT(arena, "",
						     "The dairy at Alder with its blue cheese, on Sunday, 19 March.",
						     "The dairy at Alder stopped making its blue cheese on Sunday.",
						     "Inspectors came to the dairy at Alder on Monday morning.")};
	const char *published[] = {"2023-03-21"};
	struct timeline timeline = make(arena, documents, 1, published, options(true));
	assert_text_equal(written(arena, &timeline), "2023-03-19 0.1; 2023-03-20 0.2");
}

TEST_IN_ARENA(an_end_of_a_span_makes_no_day_of_a_digest)
{
	struct document documents[] = {
	    TEST_DOCUMENT(arena, "", "Shops took back cheese that was sold between 13 March and 19 March.",
			  "The dairy at Alder stopped making its blue cheese on Sunday.",
			  "Inspectors came to the dairy at Alder on Monday morning.")};
	const char *published[] = {"2023-03-21"};
	struct timeline timeline = make(arena, documents, 1, published, options(true));
	assert_int_equal(timeline.n, 2);
	assert_string_equal(timeline.at[0].value, "2023-03-19");
	timeline = make(arena, documents, 1, published, options(false));
	assert_string_equal(timeline.at[0].value, "2023-03-13");
}

TEST_IN_ARENA(what_the_summary_told_yields_to_as_good_a_sentence)
{
	struct document documents[] = {
	    TEST_DOCUMENT(arena, "", "A fire destroyed the harbour hall of Port Ellery on Saturday night.",
			  "Police arrested a guard of the harbour hall in Port Ellery on Monday."),
	    TEST_DOCUMENT(arena, "", "A guard of the harbour hall in Port Ellery was arrested by police on Monday.")};
	const char *published[] = {"2023-03-21", "2023-03-21"};
	struct timeline_options o = options(true);
	struct timeline timeline = make(arena, documents, 2, published, o);
	uint32_t first = timeline.at[1].sentences[0].document, sentence = timeline.at[1].sentences[0].sentence;
	const uint64_t told[] = {(uint64_t)first << 32 | sentence};
	o.told = told;
	o.n_told = 1;
	timeline = make(arena, documents, 2, published, o);
	assert_int_equal(timeline.n, 2);
	assert_int_not_equal(timeline.at[1].sentences[0].document, first);
}

TEST_IN_ARENA(nothing_is_told_twice)
{
	struct document documents[] = {
	    TEST_DOCUMENT(arena, "", "Police arrested a guard of the harbour hall in Port Ellery on Sunday.",
			  "A fire destroyed a hall full of old boats and sails on Saturday."),
	    TEST_DOCUMENT(arena, "", "Police arrested a guard of the harbour hall in Port Ellery on Monday.")};
	const char *published[] = {"2023-03-21", "2023-03-21"};
	struct timeline timeline = make(arena, documents, 2, published, options(true));

	assert_int_equal(timeline.n, 2);
	assert_string_equal(timeline.at[0].value, "2023-03-18");
}

TEST_IN_ARENA(an_undated_lead_needs_a_dated_sentence_like_it)
{
	struct document documents[] = {
	    TEST_DOCUMENT(arena, "", "Harbours need better guards and insurers should pay for them at last.",
			  "A fire destroyed the harbour hall of Port Ellery on Saturday night.",
			  "Police arrested a guard of the harbour hall in Port Ellery on Monday.")};
	const char *published[] = {"2023-03-21"};
	struct timeline timeline = make(arena, documents, 1, published, options(true));

	assert_text_equal(written(arena, &timeline), "2023-03-18 0.1; 2023-03-20 0.2");
}

TEST_IN_ARENA(background_is_a_month_or_year_that_two_name)
{
	static const char *const hall[] = {"A fire destroyed the harbour hall of Port Ellery on Saturday night.",
					   "Police arrested a guard of the old hall near the docks on Monday.",
					   "The hall with its famous clock was opened by a duke in June 1904.",
					   "Two years ago a storm took the clock from the tower of the hall."};
	struct document documents[] = {test_document(arena, "", hall, 4), test_document(arena, "", hall, 4)};
	const char *published[] = {"2023-03-21", "2023-03-21"};
	struct timeline timeline = make(arena, documents, 2, published, options(true));
	assert_text_equal(written(arena, &timeline), "1904-06 0.2; 2023-03-18 0.0; 2023-03-20 0.1");
	assert_int_equal(timeline.at[0].granularity, NG_MONTH);

	documents[1] = test_document(arena, "", hall, 2);
	timeline = make(arena, documents, 2, published, options(true));
	assert_text_equal(written(arena, &timeline), "2023-03-18 0.0; 2023-03-20 0.1");
}

TEST_IN_ARENA(captions_make_no_day)
{
	struct document document =
	    TEST_DOCUMENT(arena, "", "A fire destroyed the harbour hall of Port Ellery on Saturday night.",
			  "Police arrested a guard of the harbour hall in Port Ellery on Monday.",
			  "Smoke hangs over the harbour hall in Port Ellery, March 19, 2023.");
	const char *published[] = {"2023-03-21"};
	struct timeline timeline = make(arena, &document, 1, published, options(true));
	assert_text_equal(written(arena, &timeline), "2023-03-18 0.0; 2023-03-20 0.1");

	struct document formal =
	    TEST_DOCUMENT(arena, "", "A fire destroyed the harbour hall of Port Ellery on 18 March 2023.",
			  "Police arrested a guard of the hall near the docks on 20 March 2023.");
	timeline = make(arena, &formal, 1, published, options(true));
	assert_int_equal(timeline.n, 2);
}

TEST_IN_ARENA(a_guessed_day_of_publication_dates_nothing)
{
	struct document document =
	    TEST_DOCUMENT(arena, "", "A fire destroyed the harbour hall of Port Ellery on Saturday night.",
			  "Police arrested a guard of the harbour hall in Port Ellery on Monday.",
			  "The trial of the guard opened in the county town on 14 March 2023.");
	const char *published[] = {"2023-03-21"};
	struct timeline_options o = options(false);
	date_all(arena, &document, 1, published);
	assert_int_equal(timeline_make(arena, &document, 1, &o).n, 3);
	document.article.published_from = FROM_FILE;
	struct timeline timeline = timeline_make(arena, &document, 1, &o);
	assert_text_equal(written(arena, &timeline), "2023-03-14 0.2");
}

TEST_IN_ARENA(a_lone_last_friday_yields_to_a_next_one_that_is_sure)
{
	struct document documents[] = {
	    TEST_DOCUMENT(arena, "", "The crews of the harbour ferries will strike on Friday, March 24, for two days.",
			  "The union of the crews announced the ballot on Monday evening."),
	    TEST_DOCUMENT(arena, "", "Ferries will stop on Friday, March 24, since the crews voted for a strike.",
			  "The harbour company called the ballot on Monday unfair."),
	    TEST_DOCUMENT(arena, "", "Eleven islanders have appointments on the mainland on Friday and no ferry.",
			  "The last milk was sold on Monday in the only shop."),
	};
	const char *published[] = {"2023-03-21", "2023-03-21", "2023-03-21"};
	struct timeline timeline = make(arena, documents, 3, published, options(true));
	for (size_t i = 0; i < timeline.n; i++)
		assert_true(timeline.at[i].day != day("2023-03-17"));
	assert_int_equal(timeline.n, 2);
	/* of one article alone nothing is sure */
	timeline = make(arena, documents + 1, 2, published, options(true));
	assert_int_equal(timeline.at[0].day, day("2023-03-17"));
}

TEST_IN_ARENA(a_digest_does_not_guess_between_tomorrow_and_last_week)
{
	struct document document =
	    TEST_DOCUMENT(arena, "", "The minister of Port Ellery cancelled a speech in the harbour hall on Tuesday.",
			  "Talks in the harbour hall of Port Ellery failed last Tuesday at noon.",
			  "The mediator of Port Ellery came to the harbour hall on Saturday.",
			  "Boats of Port Ellery stayed in the harbour on Monday.");
	const char *published[] = {"2023-03-20"};
	struct timeline timeline = make(arena, &document, 1, published, options(true));
	assert_text_equal(written(arena, &timeline), "2023-03-14 0.1; 2023-03-18 0.2; 2023-03-20 0.3");
}

TEST_IN_ARENA(weekdays_of_an_article_dated_by_its_story_count)
{
	struct document document =
	    TEST_DOCUMENT(arena, "", "A fire destroyed the harbour hall of Port Ellery on Saturday night.",
			  "Police arrested a guard of the harbour hall in Port Ellery yesterday.");
	const char *published[] = {"2023-03-21"};
	struct timeline_options o = options(false);
	date_all(arena, &document, 1, published);
	document.article.published_from = FROM_CLUSTER;
	struct timeline timeline = timeline_make(arena, &document, 1, &o);
	assert_text_equal(written(arena, &timeline), "2023-03-18 0.0");
}

TEST_IN_ARENA(nothing_comes_of_nothing)
{
	struct document document = test_document(arena, "", fire, 0);
	const char *published[] = {"2023-03-21"};
	const char *never[] = {""};
	struct timeline_options o = options(true);
	assert_int_equal(timeline_make(arena, NULL, 0, &o).n, 0);
	assert_int_equal(make(arena, &document, 1, published, o).n, 0);
	document = test_document(arena, "", fire, 3);
	assert_int_equal(make(arena, &document, 1, never, o).n, 0);
	o.digest = false;
	assert_int_equal(timeline_make(arena, NULL, 0, &o).n, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(tells_days_in_order_each_once),
					   cmocka_unit_test(keeps_to_bounds_and_counts),
					   cmocka_unit_test(counts_documents_not_mentions),
					   cmocka_unit_test(only_days_make_entries),
					   cmocka_unit_test(a_sentence_belongs_to_its_first_day),
					   cmocka_unit_test(a_digest_keeps_to_the_days_around_the_story),
					   cmocka_unit_test(a_digest_of_one_day_is_none),
					   cmocka_unit_test(entries_of_a_digest_stand_alone),
					   cmocka_unit_test(what_tells_no_deed_yields),
					   cmocka_unit_test(an_end_of_a_span_makes_no_day_of_a_digest),
					   cmocka_unit_test(what_the_summary_told_yields_to_as_good_a_sentence),
					   cmocka_unit_test(nothing_is_told_twice),
					   cmocka_unit_test(an_undated_lead_needs_a_dated_sentence_like_it),
					   cmocka_unit_test(background_is_a_month_or_year_that_two_name),
					   cmocka_unit_test(captions_make_no_day),
					   cmocka_unit_test(a_guessed_day_of_publication_dates_nothing),
					   cmocka_unit_test(a_lone_last_friday_yields_to_a_next_one_that_is_sure),
					   cmocka_unit_test(a_digest_does_not_guess_between_tomorrow_and_last_week),
					   cmocka_unit_test(weekdays_of_an_article_dated_by_its_story_count),
					   cmocka_unit_test(nothing_comes_of_nothing)};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
