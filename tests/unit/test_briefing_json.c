/* The briefing's JSON: nothing is lost there and back; what is wrong is named. */
#include "briefing.h"

TEST_IN_ARENA(there_and_back_is_the_same)
{
	struct json *json = day_json(arena);
	struct buf before = buf_new(arena, 1 << 20), after = buf_new(arena, 1 << 20);

	json_put_indented(&before, json);
	json_put_indented(&after, briefing_to_json(arena, briefing_from_json(arena, json)));
	assert_text(buf_text(&after), buf_text(&before), __FILE__, __LINE__);
}

TEST_IN_ARENA(every_member_is_read)
{
	const struct ng_briefing *day = day_briefing(arena);
	const struct ng_story *story = &day->stories[0];

	assert_text_equal(day->title, "The Morning Sheet");
	assert_int_equal(day->day, 20529);
	assert_int_equal(day->n_read, 43);
	assert_int_equal(day->n_outlets, 11);
	assert_int_equal(day->n_stories_found, 21);
	assert_int_equal(day->n_stories, 6);
	assert_int_equal(day->n_skipped, 2);
	assert_int_equal(day->skipped[1].line, 88);
	assert_int_equal(story->kind, NG_STORY_TOP);
	assert_int_equal(day->stories[5].kind, NG_STORY_ALSO);
	assert_int_equal(story->n_copies, 1);
	assert_true(day->articles[story->articles[2]].copy);
	assert_int_equal(story->sentences[1].origin.article, 1);
	assert_int_equal(story->sentences[1].origin.start, 100);
	assert_true(story->sentences[1].score > .49 && story->sentences[1].score < .51);
	assert_text_equal(story->quotes[0].speaker, "Ida Marsh");
	assert_int_equal(story->quotes[0].n_articles, 3);
	assert_int_equal(story->timeline[2].granularity, NG_QUARTER);
	assert_true(story->timeline[6].ahead);
	assert_int_equal(day->articles[9].day, NG_NO_DAY);
}

/* A briefing of one story; the first %s goes into it, the second beside it. */
static const char *briefing_with(struct arena *arena, const char *story, const char *other)
{
	return arena_format(arena,
			    "{\"nutgraf\":1,\"date\":\"2026-03-17\",\"articles\":[{}],\"stories\":[{\"kind\":\"top\","
			    "\"headline\":{\"text\":\"H\",\"origin\":{\"article\":0,\"start\":0,\"end\":0}}%s}]%s}",
			    story, other)
	    .at;
}

struct reading {
	struct arena *arena;
	const char *json;
};

static void read_it(void *data)
{
	struct reading *reading = data;

	briefing_from_json(reading->arena, json_parse(reading->arena, text_of(reading->json), 64));
}

static void check_refused(struct arena *arena, const char *json, const char *what)
{
	struct reading reading = {arena, json};
	struct ng_error error = {0};

	assert_false(arena_try(arena, read_it, &reading, &error));
	assert_int_equal(error.status, NG_BAD_INPUT);
	assert_string_equal(error.what, what);
}

TEST_IN_ARENA(what_is_wrong_is_named)
{
	static const struct {
		const char *story, *other, *what;
	} cases[] = {
	    {",\"articles\":[0,1]", "", "briefing: story 1: \"articles\" names an article that is not listed"},
	    {",\"articles\":[-1]", "", "briefing: story 1: \"articles\" is no count"},
	    {",\"articles\":[0.5]", "", "briefing: story 1: \"articles\" is no whole number"},
	    {",\"articles\":0", "", "briefing: story 1: \"articles\" is no list"},
	    {",\"slug\":1", "", "briefing: story 1: \"slug\" is no text"},
	    {",\"kind\":\"big\"", "", "briefing: story 1: \"kind\" is none of top, more, also, quiet"},
	    {",\"headline\":null", "", "briefing: story 1: \"text\" is missing"},
	    {",\"sentences\":[{\"text\":\"x\"}]", "", "briefing: story 1: \"origin\" is missing"},
	    {",\"sentences\":[{\"text\":\"x\",\"origin\":{\"article\":7}}]", "",
	     "briefing: story 1: \"origin\" names an article that is not listed"},
	    {",\"sentences\":[{\"text\":\"x\",\"origin\":{\"article\":0,\"start\":2,\"end\":1}}]", "",
	     "briefing: story 1: \"origin\" ends before it starts"},
	    {",\"sentences\":[{\"text\":\"x\",\"origin\":{\"article\":0},\"score\":\"1\"}]", "",
	     "briefing: story 1: \"score\" is no number"},
	    {",\"timeline\":[{\"text\":\"x\",\"origin\":{\"article\":0},\"date\":\"2026\"}]", "",
	     "briefing: story 1: \"day\" is missing"},
	    {",\"timeline\":[{\"text\":\"x\",\"origin\":{\"article\":0},\"date\":\"2026\",\"day\":\"2026-02-30\"}]", "",
	     "briefing: story 1: \"day\" is no date"},
	    {",\"timeline\":[{\"text\":\"x\",\"origin\":{\"article\":0},\"date\":\"2026\",\"day\":\"2026-01-01\"}]", "",
	     "briefing: story 1: \"granularity\" is none of day, week, month, quarter, year"},
	    {"", ",\"articles\":[{\"copy\":1}]", "briefing: article 1: \"copy\" is neither true nor false"},
	    {"", ",\"date\":\"\"", "briefing: \"date\" is missing"},
	    {"", ",\"date\":\"today\"", "briefing: \"date\" is no date"},
	    {"", ",\"nutgraf\":2", "briefing: \"nutgraf\" does not say 1: this is no briefing of this version"},
	    {"", ",\"articles_read\":1e99", "briefing: \"articles_read\" is no count"},
	};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		check_refused(arena, briefing_with(arena, cases[i].story, cases[i].other), cases[i].what);
	check_refused(arena, "[]", "briefing: \"nutgraf\" does not say 1: this is no briefing of this version");
}

TEST_IN_ARENA(unknown_members_are_passed_over)
{
	struct reading reading = {arena, briefing_with(arena, ",\"new\":[1]", ",\"newer\":{}")};

	read_it(&reading);
}

TEST_IN_ARENA(an_empty_day_needs_no_date)
{
	struct ng_briefing empty = {.title = TEXT("T"), .day = NG_NO_DAY};
	const struct ng_briefing *read = briefing_from_json(arena, briefing_to_json(arena, &empty));

	assert_int_equal(read->day, NG_NO_DAY);
	assert_int_equal(read->n_stories, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(there_and_back_is_the_same), cmocka_unit_test(every_member_is_read),
	    cmocka_unit_test(what_is_wrong_is_named),     cmocka_unit_test(unknown_members_are_passed_over),
	    cmocka_unit_test(an_empty_day_needs_no_date),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
