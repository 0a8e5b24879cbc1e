/* Roles of blocks on pages built in different ways, and never an empty answer. */
#include "article_page.h"
#include "page.h"

#define OTHER                                                                                                          \
	"<p>The old bridge will be closed for six weeks from Monday, the council said, because the bearings that "     \
	"were "                                                                                                        \
	"put in four years ago have cracked and have to come out.</p><p>Buses will take a detour of eleven miles, "    \
	"and "                                                                                                         \
	"the school run will start half an hour earlier than it does now.</p>"

static const struct block *block_with(const struct article *article, const char *words)
{
	for (size_t i = 0; i < article->blocks.n; i++) {
		const struct block *block = &article->blocks.at[i];
		struct ng_text text = text_slice(article->text, block->start, block->end);
		if (text_find(text, text_of(words), 0) < text.len)
			return block;
	}
	fail_msg("no block has \"%s\"", words);
	return NULL;
}

static void assert_role(const struct article *article, const char *words, enum block_kind kind, const char *reason)
{
	const struct block *block = block_with(article, words);

	if (block->kind != kind)
		fail_msg("\"%s\" is %s (%s), not %s", words, block_kind_name(block->kind),
			 block->reason ? block->reason : "", block_kind_name(kind));
	if (reason)
		assert_string_equal(block->reason, reason);
}

static void assert_story(const struct article *article)
{
	assert_role(article, "ran aground on a sandbank", BLOCK_BODY, NULL);
	assert_role(article, "Bo Carr", BLOCK_BODY, NULL);
	assert_role(article, "marked channel", BLOCK_BODY, NULL);
}

TEST_IN_ARENA(whole_page)
{
	const struct article *article = read_page(arena, TEXT(PAGE_WHOLE), NG_NO_DAY);

	assert_story(article);
	assert_role(article, "Crew kept calm", BLOCK_HEADING, NULL);
	assert_role(article, "at low tide", BLOCK_CAPTION, "caption");
	assert_role(article, "Local news", BLOCK_NOISE, "navigation");
	assert_role(article, "Ferry runs aground", BLOCK_NOISE, "title");
	assert_role(article, "By Ann Bell", BLOCK_NOISE, "byline");
	assert_role(article, "dredging", BLOCK_NOISE, NULL);
	assert_role(article, "newsletter", BLOCK_NOISE, NULL);
	assert_role(article, "rights reserved", BLOCK_NOISE, NULL);
}

/* Every block has a place in the text, in order; what is between them is white space. */
TEST_IN_ARENA(covered)
{
	const struct article *article = read_page(arena, TEXT(PAGE_WHOLE), NG_NO_DAY);
	size_t end = 0;

	for (size_t i = 0; i < article->blocks.n; i++) {
		const struct block *block = &article->blocks.at[i];
		assert_true(block->start >= end && block->end > block->start);
		assert_int_equal(text_trim(text_slice(article->text, end, block->start)).len, 0);
		assert_true(i == 0 || block->start - end == 2);
		end = block->end;
		assert_true(block->kind == BLOCK_NOISE || block->kind == BLOCK_CAPTION || block->kind == BLOCK_NOTE
				? block->reason != NULL
				: block->reason == NULL);
	}
	assert_int_equal(end, article->text.len);
	assert_int_equal(text_find(article->text, TEXT("never text"), 0), article->text.len);
}

/* The same story in other clothes. */
TEST_IN_ARENA(builds)
{
	static const char *const pages[] = {
	    /* the whole page in one form */
	    "<html><body><form>" PAGE_FIRST PAGE_SECOND PAGE_THIRD
	    "<input name=q><a href=x>Home</a></form></body></html>",
	    /* no elements of meaning */
	    "<html><body><div><a href=a>Home</a> <a href=b>Sport</a></div><div>" PAGE_FIRST PAGE_SECOND PAGE_THIRD
	    "</div></body></html>",
	    /* a table for the layout */
	    "<html><body><table><tr><td><a href=a>Home</a><br><br><a href=b>Sport</a></td><td>" PAGE_FIRST PAGE_SECOND
		PAGE_THIRD "</td></tr></table></body></html>",
	    /* never closed */
	    "<p><a href=a>Home</a>" PAGE_FIRST "<div><b>" PAGE_SECOND "<span>" PAGE_THIRD,
	    /* nothing but paragraphs */
	    PAGE_FIRST PAGE_SECOND PAGE_THIRD,
	};

	for (size_t i = 0; i < sizeof pages / sizeof *pages; i++)
		assert_story(read_page(arena, text_of(pages[i]), NG_NO_DAY));
}

/* A second article of the page, in an element of its own, and with the same head and rank in any element. */
TEST_IN_ARENA(other_articles)
{
	static const char *const pages[] = {
	    PAGE_HEAD PAGE_FIRST PAGE_SECOND PAGE_THIRD
	    "</article><article class=\"story\"><h2>Bridge to be closed</h2>" OTHER PAGE_FOOT,
	    "<title>Ferry runs aground off Tarn Bay</title><div><div class=entry><h2>Ferry runs aground off Tarn "
	    "Bay</h2>" PAGE_FIRST PAGE_SECOND PAGE_THIRD "</div><div class=entry><h2>Bridge to be closed</h2>" OTHER
	    "</div></div>",
	};

	for (size_t i = 0; i < sizeof pages / sizeof *pages; i++) {
		const struct article *article = read_page(arena, text_of(pages[i]), NG_NO_DAY);
		assert_story(article);
		assert_role(article, "bearings", BLOCK_NOISE, NULL);
		assert_role(article, "detour", BLOCK_NOISE, NULL);
	}
}

TEST_IN_ARENA(never_empty)
{
	const struct article *article = read_page(arena, TEXT("<div>Short</div>"), NG_NO_DAY);

	assert_int_equal(article->blocks.n, 1);
	assert_true(article->blocks.at[0].kind != BLOCK_NOISE);
	assert_int_equal(read_page(arena, TEXT("<html></html>"), NG_NO_DAY)->blocks.n, 0);
}

TEST_IN_ARENA(fragments)
{
	struct article article = {0};

	html_read_fragment(
	    page_context(arena),
	    TEXT(
		"<p><a href=x>A paragraph that is one link and belongs to the text</a></p><h3>Head</h3><ul><li>One</ul>"
		"<blockquote>Said</blockquote><p>Advertisement</p><script>no</script>"),
	    &article);
	assert_int_equal(article.blocks.n, 5);
	assert_role(&article, "one link", BLOCK_BODY, NULL);
	assert_role(&article, "Head", BLOCK_HEADING, NULL);
	assert_role(&article, "One", BLOCK_LIST, NULL);
	assert_role(&article, "Said", BLOCK_QUOTE, NULL);
	assert_role(&article, "Advertisement", BLOCK_NOISE, "widget");
	assert_int_equal(text_find(article.text, TEXT("no"), 0), article.text.len);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(whole_page),     cmocka_unit_test(covered),     cmocka_unit_test(builds),
	    cmocka_unit_test(other_articles), cmocka_unit_test(never_empty), cmocka_unit_test(fragments),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
