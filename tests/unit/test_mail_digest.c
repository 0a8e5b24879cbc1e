/* Digests: cut where it is clear, left whole where it is not. */
#include "test.h"

#include "read/mail_digest.h"

#define WORDS            "<p>Eight words at least stand after each heading here.</p>"
#define LINKED(level, n) "<" level "><a href='https://post.example/" n "'>Item " n "</a></" level ">"

TEST_IN_ARENA(cuts_at_headings_that_are_links)
{
	struct mail_items items = mail_digest(
	    arena,
	    TEXT("<h1>The Post</h1><table><tr><td>" LINKED("h2", "1") WORDS "</td></tr><tr><td>" LINKED("h2", "2") WORDS
		 "</td></tr><tr><td><H2 class=x><A "
		 "HREF=\"https://post.example/3?a=1&amp;b=2\"><b>Item</b>\n3</A></H2>" WORDS "</td></tr></table>"));

	assert_int_equal(items.n, 3);
	assert_text_equal(items.at[0].title, "Item 1");
	assert_text_equal(items.at[0].url, "https://post.example/1");
	assert_true(text_starts(items.at[0].html, TEXT(WORDS)));
	assert_true(text_find(items.at[0].html, TEXT("Item 2"), 0) == items.at[0].html.len);
	assert_text_equal(items.at[2].title, "Item 3");
	assert_text_equal(items.at[2].url, "https://post.example/3?a=1&b=2");
	assert_true(text_starts(items.at[2].html, TEXT(WORDS)));
}

TEST_IN_ARENA(sees_links_around_headings)
{
	struct mail_items items =
	    mail_digest(arena, TEXT("<a href=https://post.example/1><h3>One</h3></a>" WORDS
				    "<a href=https://post.example/2> <h3>Two</h3></a>" WORDS
				    "<a class='h' href=https://post.example/3>\n<h3>Three</h3></a>" WORDS));

	assert_int_equal(items.n, 3);
	assert_text_equal(items.at[1].title, "Two");
	assert_text_equal(items.at[1].url, "https://post.example/2");
	assert_true(text_find(items.at[0].html, TEXT("post.example/2"), 0) == items.at[0].html.len);
}

TEST_IN_ARENA(takes_the_level_with_most)
{
	struct mail_items items = mail_digest(arena, TEXT(LINKED("h1", "0") LINKED("h3", "1") WORDS LINKED("h3", "2")
							      WORDS LINKED("h2", "9") LINKED("h3", "3") WORDS));

	assert_int_equal(items.n, 3);
	assert_text_equal(items.at[0].title, "Item 1");
}

TEST_IN_ARENA(leaves_letters_whole)
{
	static const char *const cases[] = {
	    "",
	    "<p>A letter with <a href='https://post.example/1'>links</a> in its text.</p>",
	    LINKED("h2", "1") WORDS LINKED("h2", "2") WORDS,
	    "<h2>One</h2>" WORDS "<h2>Two</h2>" WORDS "<h2>Three</h2>" WORDS,
	    LINKED("h2", "1") LINKED("h2", "2") LINKED("h2", "3") LINKED("h2", "4") WORDS,
	    "<h2><a href='mailto:a@post.example'>One</a></h2>" WORDS "<h2><a href='#x'>Two</a></h2>" WORDS
	    "<h2><a>Three</a></h2>" WORDS,
	    "<h2",
	    "<h2>",
	    "<h2 <h2 <h2 <h2",
	    "<h2><a href='",
	    "<hr><head><html>",
	};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		if (mail_digest(arena, text_of(cases[i])).n)
			fail_msg("%s", cases[i]);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(cuts_at_headings_that_are_links),
	    cmocka_unit_test(sees_links_around_headings),
	    cmocka_unit_test(takes_the_level_with_most),
	    cmocka_unit_test(leaves_letters_whole),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
