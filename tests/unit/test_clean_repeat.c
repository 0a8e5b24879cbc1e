/* Lines that articles of one site share. */
#include "test.h"

#include "clean/repeat.h"

/* An article whose blocks are its lines. */
static struct article article_of(struct arena *arena, const char *site, const char *text)
{
	struct article article = {.site = text_of(site), .text = text_of(text)};
	struct ng_text rest = article.text, line;

	while (text_cut(&rest, '\n', &line)) {
		uint32_t start = (uint32_t)(line.at - article.text.at);
		*array_add(arena, &article.blocks) =
		    (struct block){start, start + (uint32_t)line.len, BLOCK_BODY, NULL};
	}
	return article;
}

static const struct repeats *repeats_of(struct arena *arena, const struct article *articles, size_t n, bool backwards)
{
	struct repeat_note *notes = arena_array(arena, n, struct repeat_note);

	for (size_t i = 0; i < n; i++)
		notes[backwards ? n - 1 - i : i] = repeat_note(arena, &articles[i]);
	return repeats_find(arena, notes, n);
}

TEST_IN_ARENA(shared_lines)
{
	struct article articles[] = {
	    article_of(arena, "a.example", "Ferry runs.\nTop of the harbour\nOne"),
	    article_of(arena, "a.example", "Bridge closes.\nTop of the harbour\nTwo"),
	    article_of(arena, "a.example", "Bakery closes.\nTop of the harbour\nTwo"),
	    article_of(arena, "b.example", "Top of the harbour\nTwo"),
	    article_of(arena, "", "Top of the harbour"),
	};

	for (int backwards = 0; backwards < 2; backwards++) {
		const struct repeats *repeats = repeats_of(arena, articles, 5, backwards);
		assert_int_equal(repeats_count(repeats), 1);
		for (size_t i = 0; i < 5; i++) {
			struct article marked = articles[i];
			marked.blocks.at = arena_array(arena, marked.blocks.n, struct block);
			memcpy(marked.blocks.at, articles[i].blocks.at, marked.blocks.n * sizeof(struct block));
			repeats_mark(repeats, &marked, TEXT("repeat"));
			assert_int_equal(marked.blocks.at[marked.blocks.n > 1].kind, BLOCK_BODY);
			repeats_mark(repeats, &marked, TEXT("title"));
			assert_int_equal(marked.blocks.at[0].kind, BLOCK_BODY);
			if (i < 3) {
				assert_int_equal(marked.blocks.at[1].kind, BLOCK_NOISE);
				assert_string_equal(marked.blocks.at[1].reason, "repeat");
				assert_int_equal(marked.blocks.at[2].kind, BLOCK_BODY);
			}
		}
	}
}

TEST_IN_ARENA(sentences_need_more)
{
	struct article articles[120];
	const char *sentence = "Nobody was hurt.", *other = "The ferry ran.";

	for (size_t i = 0; i < 4; i++)
		articles[i] = article_of(arena, "a.example", sentence);
	assert_int_equal(repeats_count(repeats_of(arena, articles, 4, false)), 0);
	articles[4] = articles[0];
	assert_int_equal(repeats_count(repeats_of(arena, articles, 5, false)), 1);
	/* and a twentieth of the site */
	for (size_t i = 5; i < 120; i++)
		articles[i] = article_of(arena, "a.example", arena_format(arena, "%s %zu", other, i).at);
	assert_int_equal(repeats_count(repeats_of(arena, articles, 100, false)), 1);
	assert_int_equal(repeats_count(repeats_of(arena, articles, 120, false)), 0);
}

TEST_IN_ARENA(versions_of_one_article_count_once)
{
	const char *text =
	    "The ferry to Orlen ran again on Tuesday after nine days in the yard, where its engine had been taken out, "
	    "looked "
	    "at by three engineers from as many towns, and put back again in silence.\nWhat the harbour office says";
	struct article articles[4];

	for (size_t i = 0; i < 4; i++)
		articles[i] = article_of(arena, "a.example", text);
	assert_int_equal(repeats_count(repeats_of(arena, articles, 4, false)), 0);
}

TEST_IN_ARENA(nothing)
{
	struct article article = article_of(arena, "a.example", "One");

	article.blocks.n = 0;
	assert_int_equal(repeat_note(arena, &article).n, 0);
	assert_int_equal(repeats_count(repeats_find(arena, NULL, 0)), 0);
	repeats_mark(repeats_find(arena, NULL, 0), &article, TEXT(""));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(shared_lines),
	    cmocka_unit_test(sentences_need_more),
	    cmocka_unit_test(versions_of_one_article_count_once),
	    cmocka_unit_test(nothing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
