/* Tokens and paragraphs: what belongs to a word, where sentences start, wrapped lines, limits. */
#include "test.h"

#include "base/buf.h"
#include "quote.h"

static struct ng_text parted(struct arena *arena, const char *code, const char *words)
{
	struct quote_text text = test_quote_text(arena, code, words);
	struct buf out = buf_new(arena, 1 << 20);

	for (uint32_t i = 0; i < text.tokens.n; i++) {
		const struct quote_token *token = &text.tokens.at[i];
		buf_puts(&out, i == 0 ? "" : token->sentence == i ? " || " : "|");
		buf_put(&out, text_slice(text.text, token->start, token->end));
	}
	return buf_text(&out);
}

TEST_IN_ARENA(words_keep_their_dots_and_hyphens)
{
	assert_text_equal(parted(arena, "en", "Mr. Reed paid $1,250.50 in the U.S."),
			  "Mr.|Reed|paid|$|1,250.50|in|the|U.S.");
	assert_text_equal(parted(arena, "en", "J. K. Lee (R-Ky.) of hale-bank.com won\xe2\x80\x99t"),
			  "J.|K.|Lee|(|R-Ky.|)|of|hale-bank.com|won\xe2\x80\x99t");
	assert_text_equal(parted(arena, "en", "@AnnLee: #now ..."), "@AnnLee|:|#now|.|.|.");
}

TEST_IN_ARENA(double_apostrophes_are_one_mark)
{
	struct quote_text text = test_quote_text(arena, "en", "``Go,'' she said. ''No, 'never,''' he said.");

	assert_int_equal(text.tokens.at[0].rune, 0x201c);
	assert_int_equal(text.tokens.at[3].rune, '"');
	assert_text_equal(parted(arena, "en", "'never,''' he"), "'|never|,|'|''|he");
}

TEST_IN_ARENA(sentences_start_after_stops)
{
	assert_text_equal(parted(arena, "en", "Go. Now! \"Why?\" she said. the end"),
			  "Go|. || Now|! || \"|Why|?|\"|she|said|.|the|end");
	assert_text_equal(parted(arena, "en", "In the U.S. He met Sen. The Lee."),
			  "In|the|U.S. || He|met|Sen.|The|Lee|.");
	assert_text_equal(parted(arena, "en", "(It rained.) It poured."), "(|It|rained|.|) || It|poured|.");
}

TEST_IN_ARENA(french_words_split)
{
	assert_text_equal(parted(arena, "fr",
				 "L\xe2\x80\x99"
				 "ami d'Ann dit-il, a-t-elle dit"),
			  "L\xe2\x80\x99|ami|d'|Ann|dit|il|,|a|elle|dit");
	assert_text_equal(parted(arena, "fr", "aujourd'hui porte-parole"), "aujourd'hui|porte-parole");
}

TEST_IN_ARENA(possessives_are_bare)
{
	struct quote_text text = test_quote_text(arena, "en", "Reed\xe2\x80\x99s plan, Lee's");

	assert_int_equal(text.tokens.at[0].bare, 4);
	assert_true(is(&text.tokens.at[0], QB_POSSESSIVE));
	assert_true(is(&text.tokens.at[3], QB_POSSESSIVE));
	assert_false(is(&text.tokens.at[1], QB_POSSESSIVE));
}

TEST_IN_ARENA(lines_are_paragraphs_but_where_they_wrap)
{
	assert_int_equal(test_quote_text(arena, "en", "One line.\nAnother.\n\n\nA third.\n").paragraphs.n, 3);
	assert_int_equal(test_quote_text(arena, "en",
					 "This line goes on to about the sixtieth column of the page and\n"
					 "then it goes on here, in the middle of a sentence, to the end.\n"
					 "It ends.")
			     .paragraphs.n,
			 1);
}

TEST_IN_ARENA(reads_only_what_is_body)
{
	const char *words = "Heading\n\nBody here.\n\nNoise\n\nQuoted.";
	struct block at[] = {{0, 7, BLOCK_HEADING, NULL},
			     {9, 19, BLOCK_BODY, NULL},
			     {21, 26, BLOCK_NOISE, "widget"},
			     {28, 35, BLOCK_QUOTE, NULL}};
	struct blocks blocks = {.at = at, .n = 4};
	struct quote_text text = test_quote_text(arena, "en", "");

	text.text = text_of(words);
	text.tokens.n = text.paragraphs.n = 0;
	quote_text_read(&text, &blocks);
	assert_int_equal(text.paragraphs.n, 2);
	assert_int_equal(text.paragraphs.at[0].start, 9);
	assert_int_equal(text.paragraphs.at[1].kind, BLOCK_QUOTE);
}

TEST_IN_ARENA(stops_at_its_limit)
{
	size_t size = QUOTE_TEXT_MAX + 64;
	char *words = arena_array(arena, size, char);
	struct blocks none = {0};
	struct quote_text text = test_quote_text(arena, "en", "");

	memset(words, '\n', size);
	memcpy(words, "first", 5);
	memcpy(words + QUOTE_TEXT_MAX - 3, "cut\xc3\xa9", 5);
	memcpy(words + QUOTE_TEXT_MAX + 20, "beyond", 6);
	text.text = (struct ng_text){words, size};
	quote_text_read(&text, &none);
	assert_int_equal(text.tokens.n, 2);
	assert_int_equal(text.tokens.at[1].end, QUOTE_TEXT_MAX);
}

TEST_IN_ARENA(takes_any_bytes)
{
	static const char bytes[] = "\"'. A-z,\n\xe2\x80\x9c\x9d\xc3\xa9:9$";
	char words[512];

	for (unsigned seed = 1; seed < 200; seed++) {
		struct arena_mark mark = arena_mark(arena);
		unsigned state = seed;
		for (size_t i = 0; i + 1 < sizeof words; i++) {
			state = state * 1103515245u + 12345u;
			words[i] = bytes[(state >> 16) % (sizeof bytes - 1)];
		}
		words[sizeof words - 1] = 0;
		struct quote_text text = test_quote_text(arena, "en", words);
		quote_marks_find(&text);
		for (uint32_t i = 0; i < text.tokens.n; i++) {
			const struct quote_token *token = &text.tokens.at[i];
			assert_true(token->start < token->end && token->bare <= token->end && token->sentence <= i);
			assert_true(i == 0 || token->start >= token[-1].end);
		}
		arena_reset(arena, mark);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(words_keep_their_dots_and_hyphens),
	    cmocka_unit_test(double_apostrophes_are_one_mark),
	    cmocka_unit_test(sentences_start_after_stops),
	    cmocka_unit_test(french_words_split),
	    cmocka_unit_test(possessives_are_bare),
	    cmocka_unit_test(lines_are_paragraphs_but_where_they_wrap),
	    cmocka_unit_test(reads_only_what_is_body),
	    cmocka_unit_test(stops_at_its_limit),
	    cmocka_unit_test(takes_any_bytes),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
