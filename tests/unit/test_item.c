/* Items: what is counted, what is not, and which dates are believed. */
#include "test.h"

#include "items.h"

static unsigned counted(const struct item *item, const char *stem)
{
	for (uint32_t i = 0; i < item->n_features; i++)
		if (item->features[i] == feature_of_stem(text_hash(text_of(stem))))
			return item->counts[i];
	return 0;
}

static unsigned count_of(const struct item *item, const char *stem)
{
	return counted(item, stem) & FEATURE_COUNT_MOST;
}

static size_t pairs_of(const struct item *item)
{
	size_t n = 0;

	for (uint32_t i = 0; i < item->n_features; i++)
		n += (item->features[i] & FEATURE_PAIR) != 0;
	return n;
}

TEST_IN_ARENA(counts_titles_three_times_and_no_stop_word)
{
	struct item item = TEST_ITEM(arena, "", NG_NO_DAY, "Flood in Harmouth", "The flood hit the town.", "A flood!");

	assert_int_equal(count_of(&item, "flood"), 5);
	assert_int_equal(count_of(&item, "harmouth"), 3);
	assert_int_equal(counted(&item, "harmouth") >> FEATURE_COUNT_BITS, 8);
	assert_int_equal(count_of(&item, "the"), 0);
	assert_int_equal(item.n_words, 7);
	/* "flood hit"; all others are parted by a stop word. */
	assert_int_equal(pairs_of(&item), 1);
}

TEST_IN_ARENA(one_word_a_million_times_stays_within_its_bounds)
{
	enum { TIMES = 1000000 };
	struct buf text = buf_new(arena, SIZE_MAX);
	for (size_t i = 0; i < TIMES; i++)
		buf_puts(&text, "flood ");
	buf_byte(&text, '\0');
	struct item item = TEST_ITEM(arena, "", NG_NO_DAY, buf_text(&text).at, buf_text(&text).at);

	assert_int_equal(item.n_words, TIMES);
	assert_int_equal(item.n_features, 2);
	assert_int_equal(count_of(&item, "flood"), 3 * 60 + 400);
	assert_int_equal(item.n_sentences, 1);
}

TEST_IN_ARENA(an_empty_article_is_an_item)
{
	struct item item = test_item(arena, "", NG_NO_DAY, "", NULL, 0);

	assert_int_equal(item.n_features, 0);
	assert_int_equal(item.n_sentences, 0);
	assert_int_equal(item.outlet, 0);
}

TEST_IN_ARENA(short_sentences_are_no_signature_and_case_makes_no_difference)
{
	static const char shout[] = "HUNDREDS left the harbour quarter, of Harmouth - after dark!";
	static const char calm[] = "Hundreds left the harbour quarter of Harmouth after dark.";
	struct item a = TEST_ITEM(arena, "", NG_NO_DAY, "", shout, "He left.");
	struct item b = TEST_ITEM(arena, "", NG_NO_DAY, "", calm);

	assert_int_equal(a.n_sentences, 1);
	assert_int_equal(b.n_sentences, 1);
	assert_int_equal(a.sentences[0], b.sentences[0]);
	assert_true(a.content != b.content);
}

TEST_IN_ARENA(a_day_that_was_only_assumed_is_unknown)
{
	static const struct {
		enum published_from from;
		bool believed;
	} cases[] = {{FROM_NOWHERE, false}, {FROM_JSON_LD, true},  {FROM_TEXT, true},  {FROM_CLUSTER, false},
		     {FROM_FILE, false},    {FROM_ASSUMED, false}, {FROM_RECORD, true}};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct document document = TEST_DOCUMENT(arena, "", "One.");
		struct item item;
		document.article.published = (struct stamp){20000, 3600, 60};
		document.article.published_from = cases[i].from;
		item_make(arena, arena, &document, &item);
		assert_int_equal(item.day, cases[i].believed ? 20000 : NG_NO_DAY);
		assert_true(item.moment == (cases[i].believed ? 20000 * (int64_t)86400 : INT64_MIN));
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(counts_titles_three_times_and_no_stop_word),
	    cmocka_unit_test(one_word_a_million_times_stays_within_its_bounds),
	    cmocka_unit_test(an_empty_article_is_an_item),
	    cmocka_unit_test(short_sentences_are_no_signature_and_case_makes_no_difference),
	    cmocka_unit_test(a_day_that_was_only_assumed_is_unknown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
