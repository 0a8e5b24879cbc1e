/* Widened titles: words of like titles come in, lengths stay 1, and what is no dated title stays as it was. */
#include "test.h"

#include <math.h>

#include "items.h"
#include "story/cluster_widen.h"

static struct item title(struct arena *arena, int32_t day, const char *text)
{
	return test_item(arena, "", day, text, NULL, 0);
}

static const struct vectors *widen(struct arena *arena, struct item *items, size_t n, const struct vectors **before)
{
	struct cluster_options options = {.tightness = 1, .today = NG_NO_DAY, .jobs = 2, .memory_cap = (size_t)1 << 30};
	struct membership *members = arena_array(arena, n, struct membership);

	for (size_t i = 0; i < n; i++)
		members[i].original = (uint32_t)i;
	*before = vectors_make(arena, idf_tables_load(arena, &test_no_data), items, n, members, &options);
	struct likeness *likeness = arena_new_of(arena, struct likeness);
	*likeness = likeness_for(*before, 1);
	const struct neighbours *neighbours = candidates_find(arena, *before, likeness, 2, (size_t)1 << 30);
	return vectors_widen(arena, *before, neighbours, likeness, 2, (size_t)1 << 30);
}

static double length(const struct vector *vector)
{
	double squares = 0;

	for (uint32_t i = 0; i < vector->n; i++)
		squares += (double)vector->weights[i] * vector->weights[i];
	return sqrt(squares) / WEIGHT_ONE;
}

static double product(const struct vector *a, const struct vector *b)
{
	double sum = 0;

	for (uint32_t i = 0; i < a->n; i++)
		for (uint32_t k = 0; k < b->n; k++)
			sum += a->features[i] == b->features[k] ? (double)a->weights[i] * b->weights[k] : 0;
	return sum / ((double)WEIGHT_ONE * WEIGHT_ONE);
}

TEST_IN_ARENA(titles_without_a_common_word_meet_in_a_third)
{
	struct item items[] = {
	    title(arena, 20000, "Ambel floods Harmouth"),     title(arena, 20000, "Harmouth harbour quarter"),
	    title(arena, 20000, "Harbour quarter evacuated"), title(arena, 20000, "Pension reform rejected"),
	    title(arena, 20000, "Reform rejected again"),
	};
	const struct vectors *before, *after = widen(arena, items, 5, &before);
	uint32_t first = before->of[0], third = before->of[2], stranger = before->of[3];

	assert_true(after->widened && !before->widened);
	assert_true(product(&before->at[first], &before->at[third]) == 0);
	assert_true(product(&after->at[first], &after->at[third]) > .05);
	assert_true(product(&after->at[first], &after->at[stranger]) == 0);
	for (size_t v = 0; v < 5; v++)
		assert_true(length(&after->at[v]) <= 1.0001 && length(&after->at[v]) > .3);
	uint32_t sum = 0, all = 0;
	for (size_t f = 0; f < after->n_features; f++)
		sum += after->frequencies[f];
	for (size_t v = 0; v < 5; v++)
		all += after->at[v].n;
	assert_int_equal(sum, all);
}

TEST_IN_ARENA(undated_titles_and_articles_stay_as_they_were)
{
	struct item items[] = {
	    title(arena, NG_NO_DAY, "Ambel floods Harmouth"),
	    title(arena, NG_NO_DAY, "Harmouth harbour quarter floods"),
	    title(arena, 20000, "Ambel floods Harmouth harbour"),
	    TEST_ITEM(arena, "", 20000, "Ambel floods Harmouth", "The river Ambel flooded the harbour of Harmouth."),
	};
	const struct vectors *before, *after = widen(arena, items, 4, &before);

	assert_false(vectors_have_titles(before));
	for (size_t v = 0; v < 4; v++) {
		assert_int_equal(after->at[v].n, before->at[v].n);
		for (uint32_t i = 0; i < after->at[v].n; i++)
			assert_int_equal(after->at[v].weights[i], before->at[v].weights[i]);
	}
}

TEST_IN_ARENA(thousands_of_equal_titles_are_near_to_themselves_alone)
{
	enum { N = 5000 };
	struct item *items = arena_array(arena, N + 1, struct item);

	for (size_t i = 0; i < N; i++)
		items[i] = title(arena, 20000, "Ambel floods Harmouth");
	items[N] = title(arena, 20000, "Harmouth harbour floods");
	const struct vectors *before, *after = widen(arena, items, N + 1, &before);
	const struct vector *many = &after->at[before->of[0]], *one = &after->at[before->of[N]];

	assert_true(vectors_have_titles(before));
	assert_int_equal(many->size, N);
	assert_true(product(many, one) > product(&before->at[before->of[0]], &before->at[before->of[N]]));
	assert_int_equal(many->n, before->at[before->of[0]].n);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(titles_without_a_common_word_meet_in_a_third),
	    cmocka_unit_test(undated_titles_and_articles_stay_as_they_were),
	    cmocka_unit_test(thousands_of_equal_titles_are_near_to_themselves_alone),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
