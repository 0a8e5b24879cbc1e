/* Posts: front matter that is YAML, text that no typographer touches, a path for each generator. */
#include "briefing.h"
#include "test_folder.h"

#include "base/escape.h"
#include "render/post.h"
#include "render/site.h"

#include <cmark.h>

static const char *const names[] = {"hugo", "jekyll", "eleventy", "buttondown", "wordpress"};

static int make_themes(void **state)
{
	if (enter_folder(state))
		return -1;
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		char path[64], text[96];
		snprintf(path, sizeof path, "%s/theme.conf", names[i]);
		snprintf(text, sizeof text, "[site]\nfront-matter\t%s\noutputs\tkite\n", names[i]);
		if (mkdir(names[i], 0777))
			return -1;
		make_file(path, text_of(text));
	}
	return 0;
}

struct job {
	struct arena *arena;
	const char *theme;
};

static void write_site(void *data)
{
	struct job *job = data;
	struct render_options theme = {.theme = {.built_in = resource_templates, .folder = job->theme}};

	site_write(job->arena, arena_format(job->arena, "%s-site", job->theme).at, &theme, day_briefing(job->arena),
		   SIZE_MAX);
}

TEST_IN_ARENA(each_generator_finds_its_posts)
{
	static const char *const paths[] = {"hugo-site/content/posts/2026-03-17.md",
					    "jekyll-site/_posts/2026-03-17-briefing.md",
					    "eleventy-site/posts/2026-03-17.md"};
	struct job job = {arena, NULL};

	for (size_t i = 0; i < 3; i++) {
		job.theme = names[i];
		write_site(&job);
		struct ng_text post = file_read(arena, paths[i], 1 << 20);
		assert_true(text_starts(
		    post, TEXT("---\ntitle: \"The Morning Sheet, Tuesday 17 March 2026\"\ndate: 2026-03-17T00:00:00Z\n"
			       "slug: \"2026-03-17\"\nlang: \"en\"\ndescription: \"Larkhaven closes")));
		assert_true(has_text(post, "\n---\n\n6 stories from 43 articles"));
		assert_false(has_text(post, "\n# "));
	}
	assert_int_equal(file_kind("hugo-site/2026/03/17/kite.json"), FILE_REGULAR);
	assert_int_equal(file_kind("hugo-site/2026/03/17/briefing.md"), FILE_ABSENT); /* not among its outputs */
	assert_int_equal(file_kind("hugo-site/feed.xml"), FILE_ABSENT);
}

/* Buttondown wants a subject, and a word to its editor; what is not yet sent is a draft. */
TEST_IN_ARENA(buttondown_sends_posts)
{
	struct job job = {arena, "buttondown"};

	write_site(&job);
	struct ng_text post = file_read(arena, "buttondown-site/emails/2026-03-17.md", 1 << 20);
	assert_true(text_starts(post, TEXT("---\nsubject: \"Larkhaven closes")));
	assert_true(has_text(post, "\nstatus: \"draft\"\nslug: \"2026-03-17\"\n"));
	assert_true(has_text(post, "\ncanonical_url: \"https://nutgraf.localhost/2026/03/17/\"\n---\n\n"
				   "<!-- buttondown-editor-mode: plaintext -->\n6 stories"));
}

TEST_IN_ARENA(an_unknown_generator_is_named)
{
	struct job job = {arena, "wordpress"};
	struct ng_error error = {0};

	assert_false(arena_try(arena, write_site, &job, &error));
	assert_int_equal(error.status, NG_CONFIG);
	assert_string_equal(error.what, "[site] front-matter: hugo, jekyll, eleventy or buttondown are wanted");
}

TEST_IN_ARENA(front_matter_holds_any_text)
{
	struct theme theme = theme_open(arena, &plain_theme);
	struct ng_briefing *day = day_briefing(arena);
	struct buf out = buf_new(arena, 1 << 20);

	day->title = TEXT("a: \"b\" # {{c}} \\\n---\nd: e");
	post_put(&out, &theme, day);
	assert_true(text_starts(
	    buf_text(&out),
	    TEXT("---\ntitle: \"a: \\\"b\\\" # \\u007b\\u007bc}} \\\\ --- d: e, Tuesday 17 March 2026\"\ndate: ")));
}

static void check_escape(struct arena *arena, const char *text, const char *expected)
{
	struct buf out = buf_new(arena, 1 << 16);

	post_escape(&out, text_of(text));
	assert_text(buf_text(&out), text_of(expected), __FILE__, __LINE__);
	char *html = cmark_markdown_to_html(out.at, out.len, CMARK_OPT_SMART);
	struct buf shown = buf_new(arena, 1 << 16);
	buf_puts(&shown, "<p>");
	for (const char *c = text; *c; c++) { /* cmark's own escapes */
		struct ng_text one = {c, 1};
		if (*c == '\'' || *c == '{' || *c == '}')
			buf_byte(&shown, *c);
		else
			escape_html(&shown, one);
	}
	buf_puts(&shown, "</p>\n");
	assert_text(text_of(html), buf_text(&shown), __FILE__, __LINE__);
	free(html);
}

TEST_IN_ARENA(text_stays_as_it_is)
{
	check_escape(arena, "plain, words-with a dash. And more", "plain, words-with a dash. And more");
	check_escape(arena, "\"a\" 'b' it's", "&#34;a&#34; &#39;b&#39; it&#39;s");
	check_escape(arena, "a -- b --- c... d", "a &#45;&#45; b &#45;&#45;&#45; c&#46;&#46;&#46; d");
	check_escape(arena, "a << b >> c $$x$$", "a &#60;&#60; b &#62;&#62; c &#36;&#36;x&#36;&#36;");
	check_escape(arena, "*a* \\ [b] {{c}}", "&#42;a&#42; &#92; &#91;b&#93; &#123;&#123;c}}");
	check_escape(arena, "1. a", "1&#46; a");
	check_escape(arena, "x", "&#120;");
	check_escape(arena, "X", "&#88;");
	check_escape(arena, "xx", "xx");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(each_generator_finds_its_posts),
	    cmocka_unit_test(buttondown_sends_posts),
	    cmocka_unit_test(an_unknown_generator_is_named),
	    cmocka_unit_test(front_matter_holds_any_text),
	    cmocka_unit_test(text_stays_as_it_is),
	};

	return cmocka_run_group_tests(tests, make_themes, leave_folder);
}
