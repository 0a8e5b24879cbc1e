/*
 * Each output of tests/golden/day.json, byte for byte: tests/golden/day.md and so on, the version aside. After a wanted
 * change GOLDEN_WRITE=1 writes them anew; look at the difference before you commit it.
 */
#include "briefing.h"

static const struct {
	enum ng_output output;
	const char *file;
} files[] = {
    {NG_TO_MARKDOWN, "day.md"},    {NG_TO_HTML, "day.html"},           {NG_TO_MAIL, "day.eml"},
    {NG_TO_ATOM, "day.atom"},      {NG_TO_JSON_FEED, "day.feed.json"}, {NG_TO_RSS, "day.rss"},
    {NG_TO_KITE, "day.kite.json"}, {NG_TO_POST, "day.post.md"},
};

/* The program's version is no part of what is held. */
static struct ng_text without_version(struct arena *arena, struct ng_text text)
{
	struct buf out = buf_new(arena, 1 << 24);
	struct ng_text version = text_of(ng_version());
	size_t at = 0, found;

	while ((found = text_find(text, version, at)) < text.len) {
		buf_put(&out, text_slice(text, at, found));
		buf_puts(&out, "VERSION");
		at = found + version.len;
	}
	buf_put(&out, text_slice(text, at, text.len));
	return buf_text(&out);
}

TEST_IN_ARENA(outputs_are_as_they_were)
{
	for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
		const char *path = arena_format(arena, "%s/%s", getenv("GOLDEN"), files[i].file).at;
		struct ng_text got = render_as(arena, files[i].output, day_briefing(arena));
		bool is_mail = files[i].output == NG_TO_MAIL; /* its hash and its line ends hold the version fast */
		if (!is_mail)
			got = without_version(arena, got);
		if (getenv("GOLDEN_WRITE"))
			file_write(arena, path, got);
		assert_text(got, file_read(arena, path, 1 << 24), files[i].file, 1);
	}
}

TEST_IN_ARENA(the_same_twice)
{
	for (const struct output *output = outputs; output->name; output++)
		assert_text(render_as(arena, output->output, day_briefing(arena)),
			    render_as(arena, output->output, day_briefing(arena)), output->name, 1);
}

TEST_IN_ARENA(every_output_has_a_row)
{
	(void)arena;
	for (enum ng_output output = NG_TO_MARKDOWN; output <= NG_TO_POST; output++)
		assert_int_equal(output_of(output)->output, output);
	assert_null(output_of((enum ng_output)99));
}

/* An empty day has a page, a text and data; nobody is sent a mail without a date. */
TEST_IN_ARENA(an_empty_day_renders)
{
	struct ng_briefing empty = {.title = TEXT("T"), .day = 20529, .n_read = 2};

	assert_true(has_text(render_as(arena, NG_TO_MARKDOWN, &empty),
			     "Nothing to report today. 2 articles were read, but none had a text"));
	assert_true(has_text(render_as(arena, NG_TO_HTML, &empty), "Nothing to report today."));
	assert_true(has_text(render_as(arena, NG_TO_MAIL, &empty), "Subject: T: nothing to report"));
	assert_true(has_text(render_as(arena, NG_TO_ATOM, &empty), "<title>Tuesday 17 March 2026</title>"));
	empty.day = NG_NO_DAY;
	assert_true(has_text(render_as(arena, NG_TO_MARKDOWN, &empty), "Nothing to report today."));
	assert_true(has_text(render_as(arena, NG_TO_HTML, &empty), "<title>T</title>"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(outputs_are_as_they_were),
	    cmocka_unit_test(the_same_twice),
	    cmocka_unit_test(every_output_has_a_row),
	    cmocka_unit_test(an_empty_day_renders),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
