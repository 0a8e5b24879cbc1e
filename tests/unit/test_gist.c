/* What a story is about, and what is new in a sentence. */
#include "test.h"

#include "archive/gist.h"
#include "story.h"

static const struct idf_tables *tables(struct arena *arena)
{
	static const struct resource none[] = {{NULL, NULL, 0}};

	return idf_tables_load(arena, &(struct resources){.built_in = none});
}

static struct gist *gist_of(struct arena *arena, const char *title, const char *first, const char *second)
{
	struct document document = TEST_DOCUMENT(arena, title, first, second);

	return gist_make(arena, tables(arena), &document, 1);
}

TEST_IN_ARENA(likeness)
{
	struct gist *ferry =
	    gist_of(arena, "Ferry sinks off Orlen", "The ferry Morning Star sank.", "Divers looked for it.");
	struct gist *raised =
	    gist_of(arena, "Ferry raised off Orlen", "Divers raised the ferry Morning Star.", "It was whole.");
	struct gist *budget = gist_of(arena, "Council passes budget", "The council passed its budget.", "Taxes rise.");

	assert_true(gist_likeness(ferry, ferry) == 1);
	assert_true(gist_likeness(ferry, raised) > .3);
	assert_true(gist_likeness(ferry, raised) < 1);
	assert_true(gist_likeness(ferry, budget) < .1);
	assert_true(gist_likeness(ferry, raised) == gist_likeness(raised, ferry));
}

/* The same text under another headline is the same article. */
TEST_IN_ARENA(a_shared_article_decides)
{
	struct gist *a = gist_of(arena, "One", "The ferry sank.", "Nobody was hurt.");
	struct gist *b = gist_of(arena, "Another", "The ferry sank.", "Nobody was hurt.");

	assert_true(gist_likeness(a, b) == 1);
}

TEST_IN_ARENA(novelty)
{
	struct gist *known = gist_of(arena, "Ferry sinks", "The ferry sank on Monday.", "It carried 40 people.");
	struct document document =
	    TEST_DOCUMENT(arena, "", "The ferry sank on Monday.", "The ferry carried 52 people.",
			  "Divers found Mara Lund.", "It was the.", "The ferry carried some people.");

	assert_true(gist_novelty(known, &document, &document.sentences[0]) == 0);
	/* ferry carried people: known, 1 each; 52: new, 2 */
	assert_true(gist_novelty(known, &document, &document.sentences[1]) == 2. / 5);
	assert_true(gist_novelty(known, &document, &document.sentences[2]) == 1);
	assert_true(gist_novelty(known, &document, &document.sentences[3]) == 0);
	assert_true(gist_novelty(known, &document, &document.sentences[4]) == 0); /* one ordinary word more */
}

TEST_IN_ARENA(known_words)
{
	struct gist *known = gist_of(arena, "Ferry sinks", "The ferry sank on Monday.", "It carried 40 people.");
	struct document document =
	    TEST_DOCUMENT(arena, "", "The ferry sank of people.", "The ferry sank for 40 divers.");
	struct ng_text text = document.article.text;
	uint32_t second = document.sentences[1].start, divers = (uint32_t)text_find(text, TEXT("divers"), 0);

	assert_true(gist_knows(known, &document, 0, second));
	assert_true(gist_knows(known, &document, second, divers));
	assert_false(gist_knows(known, &document, second, divers + 1));
	assert_false(gist_knows(known, &document, 0, (uint32_t)text.len));
	assert_true(gist_knows(known, &document, divers + 6, (uint32_t)text.len)); /* no word */
}

TEST_IN_ARENA(joined)
{
	const struct gist *gists[] = {gist_of(arena, "", "The ferry sank.", "One."),
				      gist_of(arena, "", "Divers and Mara came.", "Two."),
				      gist_of(arena, "", "The ferry sank.", "One.")};
	struct gist *joint = gist_join(arena, gists, 3);
	struct document document = TEST_DOCUMENT(arena, "", "Divers and Mara sank the ferry.");

	for (size_t i = 0; i < 3; i++) {
		assert_true(gist_novelty(gists[i], &document, document.sentences) > 0);
		assert_true(gist_novelty(joint, &document, document.sentences) == 0);
	}
	assert_int_equal(joint->n_articles, 2);
	assert_int_equal(gist_join(arena, NULL, 0)->n_stems, 0);
}

TEST_IN_ARENA(packed_and_unpacked)
{
	struct gist *gist = gist_of(arena, "Ferry sinks", "The ferry sank.", "Divers came.");
	struct ng_text bytes = gist_pack(arena, gist);
	struct gist *back = gist_unpack(arena, bytes);

	assert_non_null(back);
	assert_true(text_equal(gist_pack(arena, back), bytes));
	assert_true(gist_likeness(gist, back) == 1);
	for (size_t cut = 0; cut < bytes.len; cut++)
		assert_null(gist_unpack(arena, text_slice(bytes, 0, cut)));
}

TEST_IN_ARENA(damaged)
{
	char bytes[16] = {1, 0, 0, 0, (char)0xff, (char)0xff, (char)0xff, (char)0xff};

	assert_null(gist_unpack(arena, (struct ng_text){bytes, sizeof bytes}));
	bytes[0] = 2;
	memset(bytes + 4, 0, 12);
	assert_null(gist_unpack(arena, (struct ng_text){bytes, sizeof bytes}));
	bytes[0] = 1;
	assert_non_null(gist_unpack(arena, (struct ng_text){bytes, sizeof bytes}));
}

TEST_IN_ARENA(nothing)
{
	struct gist *gist = gist_make(arena, tables(arena), NULL, 0);

	assert_true(gist_likeness(gist, gist) == 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(likeness), cmocka_unit_test(a_shared_article_decides),
	    cmocka_unit_test(novelty),  cmocka_unit_test(known_words),
	    cmocka_unit_test(joined),   cmocka_unit_test(packed_and_unpacked),
	    cmocka_unit_test(damaged),  cmocka_unit_test(nothing),
	};

	return cmocka_run_group_tests_name("gist", tests, NULL, NULL);
}
