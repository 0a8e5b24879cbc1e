/* The shape of spans: words, last letter, title case, what stands before. */
#include "test.h"

#include "quote.h"
#include "story/quote_shape.h"

static struct quote_shape shape_of(struct arena *arena, const char *words)
{
	struct quote_text text = test_quote_text(arena, "en", words);

	quote_marks_find(&text);
	assert_true(text.spans.n >= 1);
	return quote_shape_of(&text, &text.paragraphs.at[0], &text.spans.at[0], text.paragraphs.at[0].first, true);
}

TEST_IN_ARENA(sees_length_and_ends)
{
	struct quote_shape shape = shape_of(arena, "She said: “It isn’t well-known, is it?” Nobody answered.");

	assert_int_equal(shape.words, 5);
	assert_int_equal(shape.last, '?');
	assert_true(shape.capital && shape.ends && shape.colon && !shape.comma && !shape.starts && !shape.alone);
	shape = shape_of(arena, "“and so ‘he left,’” she said.");
	assert_int_equal(shape.last, ',');
	assert_false(shape.capital);
	assert_true(shape.alone && shape.starts);
	assert_true(shape_of(arena, "a “word”.").ends);
	assert_false(shape_of(arena, "a “word” here").ends);
}

TEST_IN_ARENA(sees_where_it_stands)
{
	assert_true(shape_of(arena, "It rained. “We left,” she said.").starts);
	assert_true(shape_of(arena, "She lives in Peoria, Ill. “We left.”").starts);
	assert_false(shape_of(arena, "the author of “We left.”").starts);
	assert_true(shape_of(arena, "the author of “We left.”").of);
	assert_true(shape_of(arena, "she said, “We left.”").comma);
}

TEST_IN_ARENA(sees_titles)
{
	assert_true(shape_of(arena, "his book “A Time for Truth,” was").title);
	assert_true(shape_of(arena, "a film, “The Long Winter of 1963.”").title);
	assert_false(shape_of(arena, "she said “Ann Lee never came.”").title);
	assert_false(shape_of(arena, "she said “Stop.”").title);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(sees_length_and_ends),
	    cmocka_unit_test(sees_where_it_stands),
	    cmocka_unit_test(sees_titles),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
