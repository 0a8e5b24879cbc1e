/* Records: which of several values is kept, and what an entry takes from its feed. */
#include "reading.h"

#include "read/feed_record.h"

static void put(struct arena *arena, struct feed_record *record, enum feed_slot slot, const char *text, int rank)
{
	feed_record_put(arena, record, slot, (struct feed_value){text_of(text), FEED_PLAIN, rank});
}

TEST_IN_ARENA(keeps_the_higher_rank_and_the_first_of_equals)
{
	struct feed_record record = {0};

	put(arena, &record, FEED_TITLE, "two", 2);
	put(arena, &record, FEED_TITLE, "one", 1);
	put(arena, &record, FEED_TITLE, "two again", 2);
	assert_text_equal(record.at[FEED_TITLE].text, "two");
	put(arena, &record, FEED_TITLE, " ", 3);
	assert_text_equal(record.at[FEED_TITLE].text, "two");
	put(arena, &record, FEED_TITLE, "three", 3);
	assert_text_equal(record.at[FEED_TITLE].text, "three");
}

TEST_IN_ARENA(joins_authors_of_one_rank)
{
	struct feed_record record = {0};

	put(arena, &record, FEED_AUTHOR, "Cy Vane", 1);
	put(arena, &record, FEED_AUTHOR, "Ada Quill", 2);
	put(arena, &record, FEED_AUTHOR, "bo@post.example", 2);
	put(arena, &record, FEED_AUTHOR, "Bo Reed", 2);
	assert_text_equal(record.at[FEED_AUTHOR].text, "Ada Quill, Bo Reed");
}

TEST_IN_ARENA(takes_no_date_that_is_none)
{
	struct feed_record record = {0};

	put(arena, &record, FEED_DATE, "2026-03-17", 1);
	put(arena, &record, FEED_DATE, "some day", 2);
	assert_text_equal(record.at[FEED_DATE].text, "2026-03-17");
}

static struct article article_of(struct arena *arena, const struct feed_record *entry, const struct feed_record *feed)
{
	struct read_context context = {arena, TEXT("input"), 1, NG_NO_DAY, &reading_limits, NULL, NULL};
	struct articles articles = {0};

	feed_record_article(&context, entry, feed, &articles);
	assert_int_equal(articles.n, 1);
	return articles.at[0];
}

TEST_IN_ARENA(takes_from_the_feed_what_the_entry_lacks)
{
	struct feed_record entry = {0}, feed = {0};

	put(arena, &feed, FEED_TITLE, "Quayside Post", 1);
	put(arena, &feed, FEED_URL, "https://post.example/news/", 1);
	put(arena, &feed, FEED_LANGUAGE, "en", 1);
	put(arena, &feed, FEED_AUTHOR, "Desk", 1);
	put(arena, &entry, FEED_URL, "ferry", 1);
	struct article article = article_of(arena, &entry, &feed);
	assert_text_equal(article.title, "");
	assert_text_equal(article.site, "Quayside Post");
	assert_text_equal(article.url, "https://post.example/news/ferry");
	assert_text_equal(article.id, "https://post.example/news/ferry");
	assert_text_equal(article.language, "en");
	assert_text_equal(article.author, "Desk");
	assert_int_equal(article.published_from, FROM_NOWHERE);
	put(arena, &entry, FEED_SITE, "Other Paper", 1);
	put(arena, &entry, FEED_AUTHOR, "Ada Quill", 1);
	article = article_of(arena, &entry, &feed);
	assert_text_equal(article.site, "Other Paper");
	assert_text_equal(article.author, "Ada Quill");
}

TEST_IN_ARENA(gives_every_entry_an_id)
{
	struct feed_record entry = {0}, feed = {0};

	assert_text_equal(article_of(arena, &entry, &feed).id, "input#1");
}

/* What HTML refuses costs an entry its text only; the summary is read in its place. */
TEST_IN_ARENA(survives_a_text_over_a_limit)
{
	struct feed_record entry = {0}, feed = {0};
	struct buf buf = buf_new(arena, 1 << 24);

	for (int i = 0; i < 1000000; i++)
		buf_puts(&buf, "<p>a");
	feed_record_put(arena, &entry, FEED_TEXT, (struct feed_value){buf_text(&buf), FEED_HTML, 1});
	put(arena, &entry, FEED_SUMMARY, "Words.", 1);
	struct article article = article_of(arena, &entry, &feed);
	assert_true(text_equal(article.text, TEXT("Words.")) || article.text.len > 100000);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(keeps_the_higher_rank_and_the_first_of_equals),
	    cmocka_unit_test(joins_authors_of_one_rank),
	    cmocka_unit_test(takes_no_date_that_is_none),
	    cmocka_unit_test(takes_from_the_feed_what_the_entry_lacks),
	    cmocka_unit_test(gives_every_entry_an_id),
	    cmocka_unit_test(survives_a_text_over_a_limit),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
