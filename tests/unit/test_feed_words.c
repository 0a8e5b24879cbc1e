/* The vocabulary: families by namespace, prefixes where nothing is bound, ranks that put the better value first. */
#include "test.h"

#include "read/feed_words.h"

static void test_knows_namespaces(void **state)
{
	static const struct {
		const char *space, *prefix;
		enum feed_family family;
	} cases[] = {
	    {"", "", FAMILY_RSS},
	    {"http://purl.org/rss/1.0/", "", FAMILY_RSS},
	    {"http://www.w3.org/2005/Atom", "a", FAMILY_ATOM},
	    {"http://purl.org/atom/ns#", "", FAMILY_ATOM},
	    {"http://purl.org/rss/1.0/modules/content/", "c", FAMILY_CONTENT},
	    {"http://purl.org/rss/1.0/modules/syndication/", "sy", FAMILY_OTHER},
	    {"http://purl.org/dc/terms/", "dcterms", FAMILY_DC},
	    {"http://search.yahoo.com/mrss/", "media", FAMILY_MEDIA},
	    {"HTTP://WWW.W3.ORG/2005/ATOM", "", FAMILY_ATOM},
	    {"", "dc", FAMILY_DC},
	    {"http://wrong.example/", "media", FAMILY_MEDIA},
	    {"http://wrong.example/", "", FAMILY_OTHER},
	    {"", "x", FAMILY_OTHER},
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		if (feed_family(text_of(cases[i].space), text_of(cases[i].prefix)) != cases[i].family)
			fail_msg("%s %s", cases[i].prefix, cases[i].space);
}

static int rank_of(enum feed_family family, const char *name, enum feed_slot slot)
{
	const struct feed_word *word = feed_word(family, text_of(name));

	assert_non_null(word);
	assert_int_equal(word->part, PART_VALUE);
	assert_int_equal(word->slot, slot);
	return word->rank;
}

static void test_ranks_the_better_higher(void **state)
{
	(void)state;
	assert_true(rank_of(FAMILY_CONTENT, "encoded", FEED_TEXT) > rank_of(FAMILY_XHTML, "body", FEED_TEXT));
	assert_true(rank_of(FAMILY_RSS, "description", FEED_SUMMARY) >
		    rank_of(FAMILY_MEDIA, "description", FEED_SUMMARY));
	assert_true(rank_of(FAMILY_ATOM, "published", FEED_DATE) > rank_of(FAMILY_ATOM, "updated", FEED_DATE));
	assert_true(rank_of(FAMILY_RSS, "pubDate", FEED_DATE) > rank_of(FAMILY_DC, "date", FEED_DATE));
	assert_true(rank_of(FAMILY_DC, "creator", FEED_AUTHOR) > rank_of(FAMILY_RSS, "author", FEED_AUTHOR));
	assert_true(rank_of(FAMILY_RSS, "title", FEED_TITLE) > rank_of(FAMILY_MEDIA, "title", FEED_TITLE));
	assert_true(rank_of(FAMILY_OTHER, "origLink", FEED_URL) > rank_of(FAMILY_RSS, "link", FEED_URL));
}

static void test_knows_nothing_else(void **state)
{
	(void)state;
	assert_null(feed_word(FAMILY_OTHER, TEXT("title")));
	assert_null(feed_word(FAMILY_RSS, TEXT("image")));
	assert_null(feed_word(FAMILY_ATOM, TEXT("contributor")));
	assert_null(feed_word(FAMILY_RSS, TEXT("")));
	assert_int_equal(feed_word(FAMILY_RSS, TEXT("ITEM"))->part, PART_ENTRY);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_knows_namespaces),
	    cmocka_unit_test(test_ranks_the_better_higher),
	    cmocka_unit_test(test_knows_nothing_else),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
