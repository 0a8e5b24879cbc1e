/* The names a template sees: those the manual names and no others, always there, cleaned. */
#include "briefing.h"

#include "base/table.h"
#include "render/feed.h"
#include "render/names.h"
#include "render/site_view.h"
#include "render/view.h"

static void collect(struct arena *arena, struct table *names, const struct json *value)
{
	struct {
		const struct json **at;
		size_t n, room;
	} todo = {0};

	*array_add(arena, &todo) = value;
	while (todo.n) {
		value = todo.at[--todo.n];
		for (const struct json *child = value->first; child; child = child->next) {
			if (value->kind == JSON_OBJECT)
				table_put(names, child->name)->value = 1;
			*array_add(arena, &todo) = child;
		}
	}
}

/* Every view there is. */
static struct table seen_by_templates(struct arena *arena)
{
	struct table names = table_new(arena);
	const struct ng_briefing *day = day_briefing(arena);
	struct theme theme = theme_open(arena, &plain_theme);
	struct feed feed = feed_open(arena, &theme);
	struct site_archive archive = site_archive_open(arena, feed.base, day);
	struct site_headlines headlines;

	collect(arena, &names, view_briefing(arena, day));
	collect(arena, &names,
		site_view_page(arena, feed.base, day->day, (struct site_neighbours){day->day - 1, NG_NO_DAY}, ""));
	feed_add(&feed, day);
	collect(arena, &names, feed.view);
	site_headlines_take(&headlines, day);
	site_archive_add(&archive, day->day, &headlines);
	collect(arena, &names, site_archive_view(&archive, NULL));
	table_put(&names, TEXT("preview"))->value = 1; /* render/mail.c */
	table_put(&names, TEXT("unsubscribe"))->value = 1;
	return names;
}

static struct table named_in_manual(struct arena *arena)
{
	struct table names = table_new(arena);
	struct ng_text page =
			   file_read(arena, arena_format(arena, "%s/nutgraf-templates.5", getenv("MAN")).at, 1 << 20),
		       line;

	while (text_cut(&page, '\n', &line))
		if (text_starts(line, TEXT(".It Va ")))
			table_put(&names, text_slice(line, strlen(".It Va "), line.len))->value = 1;
	return names;
}

TEST_IN_ARENA(the_manual_names_what_there_is)
{
	struct table seen = seen_by_templates(arena), named = named_in_manual(arena);
	size_t wrong = 0;

	for (size_t i = 0; i < seen.n; i++)
		if (!table_get(&named, seen.at[i].key)) {
			print_error("not in the manual: %.*s\n", TEXT_ARGS(seen.at[i].key));
			wrong++;
		}
	for (size_t i = 0; i < named.n; i++)
		if (!table_get(&seen, named.at[i].key)) {
			print_error("only in the manual: %.*s\n", TEXT_ARGS(named.at[i].key));
			wrong++;
		}
	assert_true(seen.n > 60);
	assert_int_equal(wrong, 0);
}

/* Paths of an object's names in order; what `same` holds is only named. */
static void collect_paths(struct arena *arena, struct buf *paths, const char *prefix, const struct json *top)
{
	static const char *const same[] = {"more", "also", "quiet", "lead", "rest", "previous", "next"};
	struct {
		struct path {
			const char *name;
			const struct json *at;
		} * at;
		size_t n, room;
	} open = {0};

	*array_add(arena, &open) = (struct path){prefix, top->first};
	while (open.n) {
		struct path *path = &open.at[open.n - 1];
		const struct json *value = path->at;
		if (!value) {
			open.n--;
			continue;
		}
		path->at = value->next;
		const char *name = arena_format(arena, "%s%.*s", path->name, TEXT_ARGS(value->name)).at;
		buf_format(paths, "%s\n", name);
		bool told = false;
		for (size_t i = 0; i < sizeof same / sizeof *same; i++)
			told |= text_equal(value->name, text_of(same[i]));
		told |=
		    prefix[0] && (text_equal(value->name, TEXT("generator")) || text_equal(value->name, TEXT("date")));
		told |= prefix[0] && !strcmp(path->name, "archive.months.");
		const struct json *inside = value->kind == JSON_LIST ? value->first : value;
		if (!told && inside && inside->kind == JSON_OBJECT)
			*array_add(arena, &open) = (struct path){arena_format(arena, "%s.", name).at, inside->first};
	}
}

/* `render --list-names` tells the names of the views, all of them and in their order. */
TEST_IN_ARENA(the_list_is_the_view)
{
	const struct ng_briefing *day = day_briefing(arena);
	struct theme theme = theme_open(arena, &plain_theme);
	struct feed feed = feed_open(arena, &theme);
	struct site_archive archive = site_archive_open(arena, feed.base, day);
	struct site_headlines headlines;
	struct buf seen = buf_new(arena, 1 << 20);
	struct json *view = view_briefing(arena, day), *site;

	site = site_view_page(arena, feed.base, day->day, (struct site_neighbours){day->day - 1, NG_NO_DAY}, "");
	for (struct json *child = view->first; child; child = child->next)
		if (text_equal(child->name, TEXT("site"))) { /* null until a site is written */
			child->kind = JSON_OBJECT;
			child->first = site->first;
		}
	json_set(view, "preview", json_string(arena, TEXT(""))); /* render/mail.c */
	json_set(view, "unsubscribe", json_string(arena, TEXT("")));
	feed_add(&feed, day);
	site_headlines_take(&headlines, day);
	site_archive_add(&archive, day->day, &headlines);
	collect_paths(arena, &seen, "", view);
	collect_paths(arena, &seen, "feed.", feed.view);
	collect_paths(arena, &seen, "archive.", site_archive_view(&archive, NULL));
	struct ng_text rest = buf_text(&seen), path;
	for (const struct view_name *name = view_names; name->path; name++) {
		assert_true(name->what[0] != '\0');
		if (strcmp(name->path, "feed") == 0 || strcmp(name->path, "archive") == 0) /* heads of the list */
			continue;
		assert_true(text_cut(&rest, '\n', &path));
		assert_text(path, text_of(name->path), __FILE__, __LINE__);
	}
	assert_int_equal(text_trim(rest).len, 0);
}

/* The built-in templates use no name that is not there. */
TEST_IN_ARENA(an_empty_briefing_has_all_names_of_the_top)
{
	struct ng_briefing empty = {.day = NG_NO_DAY};
	const struct json *full = view_briefing(arena, day_briefing(arena)), *none = view_briefing(arena, &empty);

	for (const struct json *child = full->first; child; child = child->next)
		assert_non_null(json_member(none, arena_string(arena, child->name)));
	assert_int_equal(none->n, full->n);
	assert_text_equal(json_text(json_member(none, "date"), "words"), "");
	assert_text_equal(json_text(none, "lang"), "en");
}

static const struct json *nth(const struct json *list, size_t n)
{
	const struct json *value = list->first;

	while (n-- > 0)
		value = value->next;
	return value;
}

TEST_IN_ARENA(sources_are_numbered_copies_last)
{
	const struct json *story = json_member(view_briefing(arena, day_briefing(arena)), "top")->first;
	const struct json *sources = json_member(story, "sources");

	assert_int_equal(sources->n, 4);
	assert_text_equal(json_text(nth(sources, 2), "outlet"), "Radio Larkhaven");
	assert_text_equal(json_text(nth(sources, 3), "outlet"), "Brandwick Gazette");
	assert_int_equal(json_member(nth(sources, 3), "copy")->kind, JSON_TRUE);
	assert_text_equal(json_text(nth(sources, 3), "anchor"), "s1-4");
	assert_text_equal(json_text(nth(json_member(story, "rest"), 1), "number"), "3");
	assert_text_equal(json_text(nth(json_member(story, "rest"), 1), "outlet"), "Radio Larkhaven");
	assert_text_equal(json_text(story, "status"), "4 outlets, 1 copy");
	assert_text_equal(json_text(json_member(story, "quotes")->first, "n_more"), "2");
}

/* What a timeline tells from an earlier day's article has its source in the list all the same. */
TEST_IN_ARENA(earlier_articles_are_sources_too)
{
	struct ng_briefing *day = day_briefing(arena);
	struct ng_story *story = &day->stories[0];
	uint32_t earlier = story->articles[--story->n_articles];

	assert_true(story->n_timeline > 1);
	story->timeline[1].item.origin.article = earlier;
	const struct json *view = json_member(view_briefing(arena, day), "top")->first;
	const struct json *sources = json_member(view, "sources");
	const char *last = arena_format(arena, "%zu", sources->n).at;
	assert_int_equal(sources->n, story->n_articles + 1);
	assert_text(json_text(nth(json_member(view, "timeline"), 1), "number"), text_of(last), __FILE__, __LINE__);
	assert_text_equal(json_text(view, "n_more_sources"), "0");
}

TEST_IN_ARENA(a_short_title_stands_before_the_name)
{
	static const struct {
		const char *role, *speaker, *told;
	} cases[] = {{"Sen.", "Sen. Ada Birch", ""},
		     {"Harbour master", "Ada Birch", "Harbour master"},
		     {"Co. chief.", "Ada Birch", "Co. chief."}};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct ng_briefing day = *day_briefing(arena);
		struct ng_story story = day.stories[0];
		struct ng_quote quote = story.quotes[0];
		quote.speaker = TEXT("Ada Birch");
		quote.role = text_of(cases[i].role);
		story.quotes = &quote;
		story.n_quotes = 1;
		day.stories = &story;
		day.n_stories = 1;
		const struct json *view = view_briefing(arena, &day);
		const struct json *told = json_member(nth(json_member(view, "top"), 0), "quotes")->first;
		assert_true(text_equal(json_text(told, "speaker"), text_of(cases[i].speaker)));
		assert_true(text_equal(json_text(told, "role"), text_of(cases[i].told)));
	}
}

TEST_IN_ARENA(a_timeline_needs_two_dates)
{
	const struct json *top = json_member(view_briefing(arena, day_briefing(arena)), "top");

	assert_int_equal(json_member(top->first, "has_timeline")->kind, JSON_TRUE);
	assert_int_equal(json_member(top->first, "timeline")->n, 7);
	assert_int_equal(json_member(nth(top, 1), "has_timeline")->kind, JSON_FALSE);
	assert_int_equal(json_member(nth(top, 1), "timeline")->n, 0);
}

TEST_IN_ARENA(languages_show_where_they_differ)
{
	const struct json *view = view_briefing(arena, day_briefing(arena)), *top = json_member(view, "top");

	assert_text_equal(json_text(view, "lang"), "en");
	assert_text_equal(json_text(top->first, "lang"), "");
	assert_text_equal(json_text(nth(top, 1), "lang"), "de");
	assert_text_equal(json_text(json_member(nth(top, 1), "quotes")->first, "open"), "„");
	assert_text_equal(view_language(TEXT("pt-BR")), "pt-BR");
	assert_text_equal(view_language(TEXT("en\" x")), "");
	assert_text_equal(view_language(TEXT("x-012345678901234567890123456789012345")), "");
}

TEST_IN_ARENA(outlets_have_a_name)
{
	struct ng_article article = {.source = TEXT("inbox/a b.txt")};

	assert_text_equal(view_outlet(arena, &article), "a b.txt");
	article.url = TEXT("https://www.harbour.example/x");
	assert_text_equal(view_outlet(arena, &article), "harbour.example");
	article.site = TEXT(" Harbour\n Wire ");
	assert_text_equal(view_outlet(arena, &article), "Harbour Wire");
}

TEST_IN_ARENA(text_is_one_clean_line)
{
	assert_text_equal(view_line(arena, TEXT(" a\r\n b\t\tc ")), "a b c");
	assert_text_equal(view_line(arena, TEXT("a\x1b[1m\xe2\x80\xae"
						"b\x7f")),
			  "a[1mb");
	assert_text_equal(view_line(arena, TEXT("“it’s”")), "“it’s”");
}

TEST_IN_ARENA(addresses_are_harmless)
{
	assert_text_equal(view_url(arena, TEXT("https://a.example/x?a=1&b=2"))->text, "https://a.example/x?a=1&b=2");
	assert_text_equal(view_url(arena, TEXT("https://a.example/?a&copy;b;c"))->text,
			  "https://a.example/?a&copy%3Bb;c");
	assert_text_equal(view_url(arena, TEXT("https://a.example/(\"{'<"))->text, "https://a.example/%28%22%7B%27%3C");
	assert_text_equal(view_url(arena, TEXT("javascript:x"))->text, "");
}

static struct ng_text reason(struct arena *arena, struct ng_briefing empty)
{
	struct ng_skipped skipped[1] = {{TEXT("x"), 0, TEXT("y")}};

	empty.skipped = skipped;
	return json_text(view_briefing(arena, &empty), "reason");
}

/* Bars in proportion, copies left out, the most first; one outlet alone is no comparison. */
TEST_IN_ARENA(coverage_is_in_proportion)
{
	struct ng_article articles[] = {{.site = TEXT("Post")},
					{.site = TEXT("Wire")},
					{.site = TEXT("Wire")},
					{.site = TEXT("Wire")},
					{.site = TEXT("Post"), .copy = true},
					{.site = TEXT("Ledger")}};
	struct ng_briefing day = {.articles = articles, .n_articles = sizeof articles / sizeof *articles};
	const struct json *coverage = json_member(view_briefing(arena, &day), "coverage");

	assert_int_equal(coverage->n, 3);
	assert_text_equal(json_text(nth(coverage, 0), "outlet"), "Wire");
	assert_text_equal(json_text(nth(coverage, 0), "width"), "100");
	assert_text_equal(json_text(nth(coverage, 1), "outlet"), "Post");
	assert_text_equal(json_text(nth(coverage, 1), "n_articles"), "1");
	assert_text_equal(json_text(nth(coverage, 1), "width"), "33");
	day.n_articles = 1;
	assert_int_equal(json_member(view_briefing(arena, &day), "coverage")->n, 0);
}

TEST_IN_ARENA(skipped_inputs_are_counted_and_some_named)
{
	struct ng_briefing day = {.n_skipped = 1000, .skipped = arena_array(arena, 1000, struct ng_skipped)};
	const struct json *view = view_briefing(arena, &day);

	assert_int_equal(json_member(view, "skipped")->n, 12);
	assert_text_equal(json_text(view, "n_more_skipped"), "988");
	assert_text_equal(json_text(json_member(view, "counts"), "skipped"), "1,000 inputs");
}

TEST_IN_ARENA(an_empty_day_says_why)
{
	static const struct {
		struct ng_briefing briefing;
		const char *reason;
	} days[] = {
	    {{.n_read = 0}, "No article was given."},
	    {{.n_skipped = 1}, "None of the inputs could be read as an article."},
	    {{.n_read = 1}, "1 article was read, but none had a text to tell a story from."},
	    {{.n_read = 12, .n_skipped = 1}, "12 articles were read, but none had a text to tell a story from."},
	    {{.n_left_out = 2, .n_skipped = 1}, "No article was of a source, language or section that is wanted."},
	    {{.n_read = 2, .n_muted = 1}, "Every story has a muted word."},
	    {{.n_read = 3, .n_stories_found = 1, .n_muted = 1}, "1 story was found, but the settings show none."},
	    {{.n_read = 9, .n_stories_found = 5}, "5 stories were found, but the settings show none."},
	};

	for (size_t i = 0; i < sizeof days / sizeof *days; i++)
		assert_text(reason(arena, days[i].briefing), text_of(days[i].reason), __FILE__, __LINE__);
}

/* What the settings keep from the reader is said below every text for people; nothing is said of nothing. */
TEST_IN_ARENA(what_settings_leave_out_is_counted)
{
	static const enum ng_output told[] = {NG_TO_MARKDOWN, NG_TO_HTML, NG_TO_MAIL, NG_TO_POST};
	struct ng_briefing *day = day_briefing(arena);

	for (size_t i = 0; i < sizeof told / sizeof *told; i++) {
		day->n_left_out = day->n_muted = 0;
		assert_false(has_text(render_as(arena, told[i], day), "muted"));
		assert_false(has_text(render_as(arena, told[i], day), " left out"));
		day->n_left_out = 2;
		day->n_muted = 1;
		assert_true(has_text(render_as(arena, told[i], day),
				     "read, 2 articles left out, 1 story")); /* a line of mail */
		assert_true(has_text(render_as(arena, told[i], day), "muted"));
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(the_manual_names_what_there_is),
	    cmocka_unit_test(the_list_is_the_view),
	    cmocka_unit_test(an_empty_briefing_has_all_names_of_the_top),
	    cmocka_unit_test(sources_are_numbered_copies_last),
	    cmocka_unit_test(earlier_articles_are_sources_too),
	    cmocka_unit_test(a_short_title_stands_before_the_name),
	    cmocka_unit_test(a_timeline_needs_two_dates),
	    cmocka_unit_test(languages_show_where_they_differ),
	    cmocka_unit_test(outlets_have_a_name),
	    cmocka_unit_test(text_is_one_clean_line),
	    cmocka_unit_test(addresses_are_harmless),
	    cmocka_unit_test(coverage_is_in_proportion),
	    cmocka_unit_test(skipped_inputs_are_counted_and_some_named),
	    cmocka_unit_test(an_empty_day_says_why),
	    cmocka_unit_test(what_settings_leave_out_is_counted),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
