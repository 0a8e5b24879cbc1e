/* Markdown to an article: title, fields of the front matter, blocks' roles, long texts in pieces. */
#include "reading.h"

#include "read/markdown.h"

TEST_IN_ARENA(reads_an_article)
{
	struct article article =
	    reading_one(arena, &markdown_reader,
			"---\ntitle: Ferry late\ndate: 2026-03-17\nauthor: Ada Quill\n"
			"url: https://post.example/1\ntags: [ports]\n---\n# Ferry late\n\n"
			"The *ferry* to the [island](https://post.example/i) was\nlate on Monday.\n\n"
			"## Why\n\n- A list\n\n> A quotation of some words.\n\n![A picture](x.png)\n");

	assert_text_equal(article.title, "Ferry late");
	assert_text_equal(article.author, "Ada Quill");
	assert_text_equal(article.url, "https://post.example/1");
	assert_text_equal(article.section, "ports");
	assert_text_equal(published_of(arena, &article), "2026-03-17");
	assert_int_equal(article.published_from, FROM_RECORD);
	assert_within(article.text, "The ferry to the island was late on Monday.");
	assert_within(article.text, "A quotation of some words.");
	assert_int_equal(text_find(article.text, TEXT("Ferry late"), 0), article.text.len);
	assert_int_equal(text_find(article.text, TEXT("A picture"), 0), article.text.len);
}

TEST_IN_ARENA(takes_the_title_from_the_text)
{
	static const char *const cases[][2] = {
	    {"# Ferry *late* &amp; gone\n\nWords.\n", "Ferry late & gone"},
	    {"Ferry late\n==========\n\nWords.\n", "Ferry late"},
	    {"\n## Ferry `late`\n\nWords.\n", "Ferry late"},
	    {"Words first.\n\n# Ferry late\n", ""},
	    {"### Too low\n\nWords.\n", ""},
	    {"Words.\n", ""},
	    {"", ""},
	};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct article article = reading_one(arena, &markdown_reader, cases[i][0]);
		assert_text(article.title, text_of(cases[i][1]), cases[i][0], (int)i);
	}
}

TEST_IN_ARENA(keeps_a_heading_that_is_not_the_title)
{
	struct article article =
	    reading_one(arena, &markdown_reader, "---\ntitle: Other\n---\n# Ferry late\n\nWords are here.\n");

	assert_text_equal(article.title, "Other");
	assert_within(article.text, "Ferry late");
}

TEST_IN_ARENA(reads_long_texts_in_pieces)
{
	struct buf buf = buf_new(arena, 1 << 21);

	buf_puts(&buf, "# Long\n\n");
	for (int i = 0; i < 9000; i++)
		buf_format(&buf, "Paragraph %d has *some* words of its own.\n\n", i);
	struct articles articles = reading_of(arena, &markdown_reader, buf_text(&buf));
	struct ng_text text = articles.at[0].text;
	assert_text_equal(articles.at[0].title, "Long");
	for (int i = 0; i < 9000; i += 50) {
		struct ng_text words = arena_format(arena, "Paragraph %d has some words of its own.", i);
		if (text_find(text, words, 0) == text.len)
			fail_msg("%.*s", TEXT_ARGS(words));
	}
}

TEST_IN_ARENA(knows_markdown_when_it_sees_it)
{
	assert_true(markdown_reader.sniff(TEXT("# Head\n"), TEXT("x")));
	assert_true(markdown_reader.sniff(TEXT("\n\n### Head\n"), TEXT("x")));
	assert_true(markdown_reader.sniff(TEXT("---\ntitle: a\n---\n"), TEXT("x")));
	assert_true(markdown_reader.sniff(TEXT("words"), TEXT("x.MD")));
	assert_false(markdown_reader.sniff(TEXT("words"), TEXT("x.txt")));
	assert_false(markdown_reader.sniff(TEXT("---\nwords\n"), TEXT("x")));
	assert_false(markdown_reader.sniff(TEXT("#tag words\n"), TEXT("x")));
	assert_false(markdown_reader.sniff(TEXT("####### seven\n"), TEXT("x")));
	assert_false(markdown_reader.sniff(TEXT(""), TEXT(".md")));
	(void)arena;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(reads_an_article),
	    cmocka_unit_test(takes_the_title_from_the_text),
	    cmocka_unit_test(keeps_a_heading_that_is_not_the_title),
	    cmocka_unit_test(reads_long_texts_in_pieces),
	    cmocka_unit_test(knows_markdown_when_it_sees_it),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
