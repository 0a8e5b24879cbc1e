/* What options want of articles: whose source is whose, and when half a story is muted. */
#include "test.h"

#include "edition_wish.h"

static const struct ng_source sources[] = {
    {.host = "post.example", .name = "Harbour Post", .weight = 2},
    {.host = "sport.post.example", .weight = 1, .mute = true},
    {.host = "Orlen Times", .weight = .5},
};

static void the_most_special_source_counts(void **state)
{
	const struct ng_edition edition = {.options = {.sources = sources, .n_sources = 3}};
	static const struct {
		const char *host, *site;
		int source; /* -1: none */
	} cases[] = {
	    {"post.example", "", 0},
	    {"www.post.example", "", 0},
	    {"news.post.example", "Orlen Times", 0},
	    {"sport.post.example", "", 1},
	    {"outpost.example", "", -1},
	    {"post.example.evil.example", "", -1},
	    {"example", "", -1},
	    {"", "orlen times", 2},
	    {"", "Orlen", -1},
	    {"a.sport.post.example", "", 1},
	    {"SPORT.Post.Example", "", 1},
	    {"", "", -1},
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		const struct ng_source *found = wish_source(&edition, text_of(cases[i].host), text_of(cases[i].site));
		assert_ptr_equal(found, cases[i].source < 0 ? NULL : &sources[cases[i].source]);
	}
}

static void half_a_story_mutes_it(void **state)
{
	static const struct {
		const char *items; /* m: muted, f: followed, b: both */
		size_t muted;
	} cases[] = {{"m", 1}, {"m-", 1}, {"m--", 0}, {"-", 0}, {"b", 0}, {"mmf", 0}, {"mm---", 0}, {"mm--", 1}};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct item items[8] = {0};
		uint32_t members[8];
		struct story_plan plan = {.items = members, .n_items = strlen(cases[i].items)};
		struct story_plans plans = {&plan, 1};
		for (uint32_t k = 0; k < plan.n_items; k++) {
			char kind = cases[i].items[k];
			members[k] = k;
			items[k].muted = kind == 'm' || kind == 'b';
			items[k].followed = kind == 'f' || kind == 'b';
		}
		assert_int_equal(wish_mute(items, &plans), cases[i].muted);
		assert_int_equal(plans.n, 1 - cases[i].muted);
	}
}

static void what_is_left_keeps_its_order(void **state)
{
	struct reading all[4] = {{.index = 0}, {.index = 1}, {.index = 2}, {.index = 3}};
	struct reading *at[4] = {&all[0], &all[1], &all[2], &all[3]};
	struct readings readings = {at, 4};

	(void)state;
	all[0].item.unwanted = all[2].item.unwanted = true;
	assert_int_equal(wish_leave_out(&readings), 2);
	assert_int_equal(readings.n, 2);
	assert_int_equal(readings.at[0]->index, 1);
	assert_int_equal(readings.at[1]->index, 3);
}

static size_t muted(const char *mute, const char *follow, const char *line)
{
	struct ng_options options;
	struct ng_error error;

	ng_options_default(&options);
	options.jobs = 1;
	options.clean = false;
	options.mute = mute;
	options.follow = follow;
	ng_edition *edition = ng_edition_new(&options, &error);
	assert_non_null(edition);
	assert_int_equal(ng_edition_add_bytes(edition, "a.jsonl", text_of(line)), NG_OK);
	ng_edition_compose(edition);
	size_t n = ng_edition_briefing(edition)->n_muted;
	ng_edition_free(edition);
	return n;
}

static void words_by_their_stems_in_title_and_lead(void **state)
{
	static const char line[] =
	    "{\"title\":\"Clubs vote on rules\",\"published\":\"2026-03-17\",\"language\":\"en\",\"text\":"
	    "\"The first one said nothing new. The transfer rumours went on. Nobody asked the mayor. "
	    "The harbour is far away. The end was near.\"}\n";

	(void)state;
	assert_int_equal(muted("voting", NULL, line), 1);
	assert_int_equal(muted("golf, Transfer Rumour", NULL, line), 1);
	assert_int_equal(muted("rumours transfer", NULL, line), 0); /* not in a row */
	assert_int_equal(muted("mayors", NULL, line), 1);
	assert_int_equal(muted("harbour", NULL, line), 0); /* below the lead */
	assert_int_equal(muted("rul", NULL, line), 0);     /* no part of a word */
	assert_int_equal(muted("rules vote", NULL, line), 0);
	assert_int_equal(muted("vote", "rumour", line), 0);
	assert_int_equal(muted(", ,", NULL, line), 0);
}

static void a_weight_must_be_one(void **state)
{
	struct ng_source source = {.host = "post.example"};
	struct ng_options options;
	struct ng_error error;

	(void)state;
	ng_options_default(&options);
	options.sources = &source;
	options.n_sources = 1;
	assert_null(ng_edition_new(&options, &error));
	assert_int_equal(error.status, NG_USAGE);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(the_most_special_source_counts), cmocka_unit_test(half_a_story_mutes_it),
	    cmocka_unit_test(what_is_left_keeps_its_order),   cmocka_unit_test(words_by_their_stems_in_title_and_lead),
	    cmocka_unit_test(a_weight_must_be_one),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
