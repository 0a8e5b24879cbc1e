/* Copies: carried texts, updates, quotations, furniture; the later and the earlier; and many of them. */
#include "test.h"

#include "items.h"
#include "story/copies.h"

enum { MOST = 40 };

/* Sentence number `i` of text number `text`, of 40 bytes and more. */
static const char *sentence(struct arena *arena, int text, int i)
{
	return arena_format(arena, "Report%d tells of matter%d in the council of the river town.%c", text, i, '\0').at;
}

/* `own` sentences of a text, then `shared` ones of text 0. */
static struct item article(struct arena *arena, const char *outlet, int32_t day, int text, int own, int shared)
{
	const char *sentences[MOST];
	int n = 0;

	for (int i = 0; i < own; i++)
		sentences[n++] = sentence(arena, text, i);
	for (int i = 0; i < shared; i++)
		sentences[n++] = sentence(arena, 0, i);
	return test_item(arena, outlet, day, "A title", sentences, (size_t)n);
}

static struct membership *find(struct arena *arena, const struct item *items, size_t n)
{
	struct membership *members = arena_array(arena, n, struct membership);

	copies_find(arena, items, n, 1, (size_t)1 << 30, members);
	return members;
}

TEST_IN_ARENA(another_outlet_carries_the_earlier_text)
{
	struct item items[] = {article(arena, "b.example", 20001, 1, 1, 8),
			       article(arena, "a.example", 20000, 0, 8, 0)};
	const struct membership *members = find(arena, items, 2);

	assert_int_equal(members[0].original, 1);
	assert_int_equal(members[0].copy, COPY_CARRIED);
	assert_int_equal(members[1].original, 1);
	assert_int_equal(members[1].copy, COPY_NONE);
}

TEST_IN_ARENA(the_newer_version_of_one_outlet_replaces_the_older_and_takes_its_carriers)
{
	struct item items[] = {article(arena, "a.example", 20002, 1, 2, 8), article(arena, "a.example", 20000, 0, 8, 0),
			       article(arena, "b.example", 20001, 2, 1, 8)};
	const struct membership *members = find(arena, items, 3);

	assert_int_equal(members[0].copy, COPY_NONE);
	assert_int_equal(members[1].copy, COPY_UPDATED);
	assert_int_equal(members[1].original, 0);
	assert_int_equal(members[2].copy, COPY_CARRIED);
	assert_int_equal(members[2].original, 0);
}

TEST_IN_ARENA(shares_are_measured_against_both)
{
	/* Sentences of the first, then own and shared ones of the second: 6 of 10 and 6 of 20 is a copy; 5 of 9 is too
	   few of the shorter, 6 of 21 of the longer one, which quotes it; two are too few. */
	static const struct {
		int first, own, shared;
		enum copy_kind copy;
	} cases[] = {{10, 14, 6, COPY_CARRIED},
		     {9, 4, 5, COPY_NONE},
		     {6, 15, 6, COPY_NONE},
		     {3, 0, 3, COPY_CARRIED},
		     {2, 0, 2, COPY_NONE}};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct item items[] = {article(arena, "a.example", 20000, 0, cases[i].first, 0),
				       article(arena, "b.example", 20001, 1, cases[i].own, cases[i].shared)};
		items[1].content++; /* another title */
		assert_int_equal(find(arena, items, 2)[1].copy, cases[i].copy);
	}
}

TEST_IN_ARENA(the_closing_lines_of_an_outlet_tell_nothing)
{
	struct item items[20];

	for (int i = 0; i < 20; i++)
		items[i] = article(arena, i < 10 ? "a.example" : "b.example", 20000, i + 1, 1, 3);
	const struct membership *members = find(arena, items, 20);
	for (int i = 0; i < 20; i++)
		assert_int_equal(members[i].copy, COPY_NONE);
}

TEST_IN_ARENA(equal_texts_of_one_outlet_leave_one_however_many)
{
	enum { N = 3000 };
	struct item *items = arena_array(arena, N, struct item), one = article(arena, "a.example", 20000, 0, 2, 0);
	size_t originals = 0;

	for (size_t i = 0; i < N; i++)
		items[i] = one;
	const struct membership *members = find(arena, items, N);
	for (size_t i = 0; i < N; i++)
		originals += members[i].copy == COPY_NONE;
	assert_int_equal(originals, 1);
}

TEST_IN_ARENA(equal_titles_alone_are_no_copies_but_for_one_outlet)
{
	struct item items[] = {test_item(arena, "a.example", 20000, "River floods town", NULL, 0),
			       test_item(arena, "b.example", 20000, "River floods town", NULL, 0),
			       test_item(arena, "b.example", 20001, "River floods town", NULL, 0)};
	const struct membership *members = find(arena, items, 3);

	assert_int_equal(members[0].copy, COPY_NONE);
	assert_int_equal(members[1].copy, COPY_UPDATED);
	assert_int_equal(members[2].copy, COPY_NONE);
}

TEST_IN_ARENA(takes_none_and_one)
{
	struct item one = article(arena, "", NG_NO_DAY, 0, 3, 0);

	find(arena, NULL, 0);
	assert_int_equal(find(arena, &one, 1)[0].original, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(another_outlet_carries_the_earlier_text),
	    cmocka_unit_test(the_newer_version_of_one_outlet_replaces_the_older_and_takes_its_carriers),
	    cmocka_unit_test(shares_are_measured_against_both),
	    cmocka_unit_test(the_closing_lines_of_an_outlet_tell_nothing),
	    cmocka_unit_test(equal_texts_of_one_outlet_leave_one_however_many),
	    cmocka_unit_test(equal_titles_alone_are_no_copies_but_for_one_outlet),
	    cmocka_unit_test(takes_none_and_one),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
