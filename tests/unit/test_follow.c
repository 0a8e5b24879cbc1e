/* Which story goes on in a new one, and what is known of it. */
#include "test.h"

#include "archive/follow.h"
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

static struct gist *ferry(struct arena *arena)
{
	return gist_of(arena, "Ferry sinks off Orlen", "The ferry Morning Star sank.", "Divers looked for it.");
}

static struct gist *raised(struct arena *arena)
{
	return gist_of(arena, "Ferry raised off Orlen", "Divers raised the ferry Morning Star.", "It was whole.");
}

static struct gist *budget(struct arena *arena)
{
	return gist_of(arena, "Council passes budget", "The council passed its budget.", "Taxes rise.");
}

static struct telling told(const char *id, int32_t day, struct gist *gist)
{
	return (struct telling){.id = text_of(id), .day = day, .first = 90, .gist = gist};
}

static struct following find(struct arena *arena, const struct telling *at, size_t n, struct gist *gist, int32_t day)
{
	struct tellings *past = arena_new_of(arena, struct tellings);

	past->at = arena_array(arena, n, struct telling);
	past->n = n;
	if (n)
		memcpy(past->at, at, n * sizeof *at);
	return follow_find(arena, past, gist, day);
}

TEST_IN_ARENA(a_story_goes_on)
{
	struct telling past[] = {told("a", 100, budget(arena)), told("b", 100, ferry(arena))};
	struct following following = find(arena, past, 2, raised(arena), 101);

	assert_non_null(following.past);
	assert_text_equal(following.past->id, "b");
	assert_int_equal(following.n_kin, 1);
	assert_int_equal(following.n_others, 0);
	assert_int_equal(following.known->n_articles, 1);
}

TEST_IN_ARENA(a_new_story)
{
	struct telling past[] = {told("a", 100, budget(arena))};
	struct following following = find(arena, past, 1, ferry(arena), 101);

	assert_null(following.past);
	assert_null(following.known);
	assert_int_equal(following.n_kin, 0);
	assert_null(find(arena, NULL, 0, ferry(arena), 101).past);
}

/* What it was about on its first day speaks for it as well as what it was about yesterday. */
TEST_IN_ARENA(all_its_days_speak)
{
	struct telling past[] = {told("b", 100, ferry(arena)), told("b", 101, budget(arena))};
	struct following following = find(arena, past, 2, raised(arena), 102);

	assert_non_null(following.past);
	assert_int_equal(following.past->day, 100);
	assert_int_equal(following.known->n_articles, 2);
}

TEST_IN_ARENA(days_between_fade)
{
	struct telling past[] = {told("b", 100, ferry(arena))};
	double next = find(arena, past, 1, raised(arena), 101).likeness;

	assert_true(find(arena, past, 1, raised(arena), 104).likeness < next);
	assert_null(find(arena, past, 1, raised(arena), 140).past);
	assert_non_null(find(arena, past, 1, ferry(arena), 140).past); /* the same article settles it */
}

TEST_IN_ARENA(the_more_alike_of_two)
{
	struct telling past[] = {told("a", 100, ferry(arena)), told("b", 100, raised(arena))};
	struct following following = find(arena, past, 2, raised(arena), 101);

	assert_text_equal(following.past->id, "b");
	assert_int_equal(following.n_others, 1);
	assert_text_equal(following.kin[0].id, "b");
	assert_text_equal(following.kin[1].id, "a");
	assert_int_equal(following.known->n_articles, 2);
}

/* Equally alike: the lower id. */
TEST_IN_ARENA(a_tie)
{
	struct telling past[] = {told("a", 100, ferry(arena)), told("b", 100, ferry(arena))};

	assert_text_equal(find(arena, past, 2, raised(arena), 101).past->id, "a");
}

/* What it split off from is known as far as it was told by then. */
TEST_IN_ARENA(where_it_came_from)
{
	struct telling past[] = {told("a", 99, budget(arena)), told("a", 100, gist_of(arena, "", "Dogs.", "Cats.")),
				 told("b", 100, ferry(arena))};

	past[2].kin = TEXT("a x");
	struct following following = find(arena, past, 3, raised(arena), 101);
	assert_text_equal(following.past->id, "b");
	assert_int_equal(following.n_others, 0);
	assert_int_equal(following.n_kin, 3);
	assert_text_equal(following.kin[1].id, "a");
	assert_int_equal(following.kin[1].before, 100);
	assert_int_equal(following.known->n_articles, 2);
}

TEST_IN_ARENA(known_articles_and_fresh_sentences)
{
	struct gist *known = ferry(arena);
	struct document same = TEST_DOCUMENT(arena, "", "The ferry Morning Star sank.", "Divers looked for it.");
	struct document other =
	    TEST_DOCUMENT(arena, "", "The Morning Star sank.", "A crane lifted the bell of the ferry.");

	assert_true(follow_had(known, &same));
	assert_false(follow_had(known, &other));
	assert_false(follow_is_fresh(known, &other, &other.sentences[0]));
	assert_true(follow_is_fresh(known, &other, &other.sentences[1]));
}

TEST_IN_ARENA(told_quotes)
{
	struct gist *known = ferry(arena);
	struct document document = TEST_DOCUMENT(arena, "", "The ferry sank, she said on Friday.", "It cost a crown.");
	struct quote old = {.start = 0, .end = 14},
		     new = {.start = document.sentences[1].start, .end = document.sentences[1].end};

	assert_true(follow_had_quote(known, &document, &old));
	assert_false(follow_had_quote(known, &document, &new));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_story_goes_on),       cmocka_unit_test(a_new_story),
	    cmocka_unit_test(all_its_days_speak),    cmocka_unit_test(days_between_fade),
	    cmocka_unit_test(the_more_alike_of_two), cmocka_unit_test(a_tie),
	    cmocka_unit_test(where_it_came_from),    cmocka_unit_test(known_articles_and_fresh_sentences),
	    cmocka_unit_test(told_quotes),
	};

	return cmocka_run_group_tests_name("follow", tests, NULL, NULL);
}
