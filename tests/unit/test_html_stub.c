/* Pages drawn by a script: their data is the article. */
#include "page.h"

#define SENTENCE "The ferry Calla ran aground on a sandbank off Tarn Bay early on Tuesday with 112 people on board. "
#define LONG     SENTENCE SENTENCE SENTENCE
#define PAGE(body, shown)                                                                                              \
	"<script "                                                                                                     \
	"type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"headline\":\"Ferry\",\"articleBody\":\"" body       \
	"\"}</script>" shown

TEST_IN_ARENA(completed)
{
	static const char *const pages[] = {
	    PAGE(LONG "\\n\\n" LONG, "<p>Loading the story</p>"),
	    PAGE("<p>" LONG "</p><p>" LONG "</p>", "<p>Loading the story</p>"),
	    PAGE("&lt;p&gt;" LONG "&lt;/p&gt;&lt;p&gt;" LONG "&lt;/p&gt;", "<p>Loading the story</p>"),
	};

	for (size_t i = 0; i < sizeof pages / sizeof *pages; i++) {
		const struct article *article = read_page(arena, text_of(pages[i]), NG_NO_DAY);
		assert_int_equal(article->blocks.n, 3);
		assert_int_equal(article->blocks.at[0].kind, BLOCK_NOISE);
		for (size_t b = 1; b < 3; b++) {
			struct ng_text text =
			    text_slice(article->text, article->blocks.at[b].start, article->blocks.at[b].end);
			assert_int_equal(article->blocks.at[b].kind, BLOCK_BODY);
			assert_text(text, text_trim(TEXT(LONG)), __FILE__, (int)i);
		}
	}
}

TEST_IN_ARENA(left_alone)
{
	static const char *const pages[] = {
	    PAGE(LONG LONG, "<p>" LONG "</p>"), /* half of it is shown */
	    PAGE("Short", "<p>Shown</p>"),
	    PAGE("", "<p>Shown</p>"),
	};

	for (size_t i = 0; i < sizeof pages / sizeof *pages; i++) {
		const struct article *article = read_page(arena, text_of(pages[i]), NG_NO_DAY);
		assert_int_equal(article->blocks.n, 1);
		assert_int_equal(article->blocks.at[0].kind, BLOCK_BODY);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(completed), cmocka_unit_test(left_alone)};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
