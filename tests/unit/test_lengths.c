/* Shortening: what stays of a briefing, and of a timeline. */
#include "briefing.h"

#include "render/lengths.h"

static const struct lengths all = {{SIZE_MAX, SIZE_MAX, SIZE_MAX, SIZE_MAX}, SIZE_MAX, SIZE_MAX, SIZE_MAX};

static size_t count_kind(const struct ng_briefing *briefing, enum ng_story_kind kind)
{
	size_t n = 0;

	for (size_t i = 0; i < briefing->n_stories; i++)
		n += briefing->stories[i].kind == kind;
	return n;
}

TEST_IN_ARENA(all_is_all)
{
	const struct ng_briefing *day = day_briefing(arena), *cut = lengths_cut(arena, day, &all);

	assert_text(render_as(arena, NG_TO_JSON, cut), render_as(arena, NG_TO_JSON, day), __FILE__, __LINE__);
}

TEST_IN_ARENA(stories_are_counted_by_kind)
{
	struct lengths lengths = all;
	const struct ng_briefing *day = day_briefing(arena);

	assert_true(count_kind(day, NG_STORY_TOP) > 1 && count_kind(day, NG_STORY_ALSO) > 0);
	lengths.stories[NG_STORY_TOP] = 1;
	lengths.stories[NG_STORY_ALSO] = 0;
	const struct ng_briefing *cut = lengths_cut(arena, day, &lengths);
	assert_int_equal(count_kind(cut, NG_STORY_TOP), 1);
	assert_int_equal(count_kind(cut, NG_STORY_ALSO), 0);
	assert_int_equal(count_kind(cut, NG_STORY_MORE), count_kind(day, NG_STORY_MORE));
	assert_text(cut->stories[0].slug, day->stories[0].slug, __FILE__, __LINE__);
	assert_int_equal(cut->n_read, day->n_read);
}

TEST_IN_ARENA(the_first_sentences_and_quotes_stay)
{
	struct lengths lengths = all;
	const struct ng_briefing *day = day_briefing(arena);

	lengths.sentences = 1;
	lengths.quotes = 0;
	const struct ng_briefing *cut = lengths_cut(arena, day, &lengths);
	assert_int_equal(cut->stories[0].n_sentences, 1);
	assert_text(cut->stories[0].sentences[0].text, day->stories[0].sentences[0].text, __FILE__, __LINE__);
	assert_int_equal(cut->stories[0].n_quotes, 0);
	assert_true(day->stories[0].n_sentences > 1 && day->stories[0].n_quotes > 0);
}

/* Days 1 to 8 of a month, the sixth today; by score the fifth and the second come first. */
static struct ng_briefing *eight_days(struct arena *arena)
{
	static const double scores[] = {.1, .8, .3, .2, .9, .1, .1, .7};
	enum { N = sizeof scores / sizeof *scores, TODAY = 105 };
	struct ng_briefing *briefing = arena_new_of(arena, struct ng_briefing);
	struct ng_event *events = arena_array(arena, N, struct ng_event);

	for (size_t i = 0; i < N; i++)
		events[i] = (struct ng_event){.day = 100 + (int32_t)i,
					      .granularity = NG_DAY,
					      .ahead = 100 + i > TODAY,
					      .item = {.text = TEXT("x"), .score = scores[i]}};
	briefing->day = TODAY;
	briefing->n_stories = 1;
	briefing->stories = arena_new_of(arena, struct ng_story);
	briefing->stories->timeline = events;
	briefing->stories->n_timeline = N;
	return briefing;
}

static void check_days(struct arena *arena, size_t most, const char *expected)
{
	struct lengths lengths = all;
	struct buf days = buf_new(arena, 100);

	lengths.timeline = most;
	const struct ng_story *story = lengths_cut(arena, eight_days(arena), &lengths)->stories;
	for (size_t i = 0; i < story->n_timeline; i++)
		buf_format(&days, "%d ", (int)story->timeline[i].day - 99);
	assert_text(buf_text(&days), text_of(expected), __FILE__, __LINE__);
}

TEST_IN_ARENA(a_timeline_keeps_its_start_today_and_what_is_next)
{
	check_days(arena, 9, "1 2 3 4 5 6 7 8 ");
	check_days(arena, 7, "1 2 3 5 6 7 8 ");
	check_days(arena, 5, "1 2 5 6 7 ");
	check_days(arena, 3, "1 6 7 ");
	check_days(arena, 1, "6 ");
	check_days(arena, 0, "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(all_is_all),
	    cmocka_unit_test(stories_are_counted_by_kind),
	    cmocka_unit_test(the_first_sentences_and_quotes_stay),
	    cmocka_unit_test(a_timeline_keeps_its_start_today_and_what_is_next),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
