/* The same words in two articles are one quotation; a cut of them too; like words are not. */
#include "test.h"

#include "story.h"
#include "story/key_quote_same.h"

/* "0 1 0": the group of each. */
static struct ng_text groups_of(struct arena *arena, const char *const *quotes, size_t n)
{
	struct quote_words_of *of = arena_array(arena, n, struct quote_words_of);
	uint32_t *group = arena_array(arena, n, uint32_t);
	struct buf out = buf_new(arena, 1 << 20);

	for (size_t i = 0; i < n; i++) {
		struct words words = {0};
		test_words(arena, text_of(quotes[i]), 0, (uint32_t)strlen(quotes[i]), &words);
		of[i] = (struct quote_words_of){words.at, words.n};
	}
	size_t count = key_quote_groups(arena, of, n, group);
	for (size_t i = 0; i < n; i++) {
		assert_true(group[i] < count);
		buf_format(&out, i ? " %u" : "%u", group[i]);
	}
	return buf_text(&out);
}

#define GROUPS(arena, ...)                                                                                             \
	groups_of((arena), (const char *const[]){__VA_ARGS__},                                                         \
		  sizeof((const char *const[]){__VA_ARGS__}) / sizeof(char *))

TEST_IN_ARENA(the_same_words_are_one)
{
	assert_text_equal(GROUPS(arena, "we will rebuild the bridge by the end of May",
				 "nobody was hurt in the flood last night",
				 "We will rebuild the bridge by the end of May,"),
			  "0 1 0");
}

TEST_IN_ARENA(a_cut_is_the_same)
{
	assert_text_equal(GROUPS(arena, "we will rebuild the bridge by the end of May and not one day later",
				 "rebuild the bridge by the end of May", "the bridge by the end"),
			  "0 0 0");
}

TEST_IN_ARENA(a_common_phrase_is_not_enough)
{
	assert_text_equal(GROUPS(arena, "at the end of the day we will rebuild the old bridge in the town",
				 "at the end of the day nobody knows what the council wants from us"),
			  "0 1");
}

TEST_IN_ARENA(short_ones_are_whole_or_other)
{
	assert_text_equal(GROUPS(arena, "No.", "no", "Never.", "", "no way"), "0 0 1 2 3");
}

TEST_IN_ARENA(many_of_one_kind)
{
	static const char *quotes[3000];

	for (size_t i = 0; i < 3000; i++)
		quotes[i] =
		    i % 2 ? "we will rebuild the bridge by the end of May" : "nobody was hurt in the flood last night";
	struct ng_text found = groups_of(arena, quotes, 3000);
	assert_true(text_starts(found, TEXT("0 1 0 1 0 1")) && text_ends(found, TEXT(" 0 1")));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(the_same_words_are_one),
	    cmocka_unit_test(a_cut_is_the_same),
	    cmocka_unit_test(a_common_phrase_is_not_enough),
	    cmocka_unit_test(short_ones_are_whole_or_other),
	    cmocka_unit_test(many_of_one_kind),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
