/* Themes: which file is taken, how it escapes, what it may ask for. */
#include "briefing.h"
#include "test_folder.h"

#include "base/escape.h"
#include "render/theme.h"
#include "render/view.h"

static const unsigned char page[] = "plain {{>part.html}} {{a}}", part[] = "part", other[] = "other",
			   conf[] = "[mail]\nfrom\tplain\n[site]\nfront-matter\n[lengths]\nquotes\t9\ntop\tmany\n",
			   own_conf[] = "[mail]\nfrom\town\n";
#define BYTES(array) array, sizeof array - 1
static const struct resource built_in[] = {{"other/part.html.mustache", BYTES(other)},
					   {"other/theme.conf", BYTES(own_conf)},
					   {"plain/page.html.mustache", BYTES(page)},
					   {"plain/page.md.mustache", BYTES(page)},
					   {"plain/part.html.mustache", BYTES(part)},
					   {"plain/theme.conf", BYTES(conf)},
					   {NULL, NULL, 0}};

static int make_theme(void **state)
{
	if (enter_folder(state) || mkdir("mine", 0777) || mkdir("bad", 0777))
		return -1;
	make_file("mine/part.html.mustache", TEXT("mine"));
	make_file("mine/up.html.mustache", TEXT("{{>../secret}}{{>/etc/passwd}}{{>*a}}."));
	make_file("secret.mustache", TEXT("secret"));
	make_file("bad/page.html.mustache", TEXT("\n{{#a}}"));
	return 0;
}

static struct ng_text render(struct arena *arena, const char *folder, const char *file, const char *data)
{
	struct render_options options = {.theme = {.built_in = built_in, .folder = folder}};
	struct theme theme = theme_open(arena, &options);
	struct buf out = buf_new(arena, 1 << 16);

	theme_render(&theme, &out, file, json_parse(arena, text_of(data), 8));
	return buf_text(&out);
}

TEST_IN_ARENA(files_come_from_the_first_place_that_has_them)
{
	assert_text_equal(render(arena, NULL, "page.html", "{\"a\":\"x\"}"), "plain part x");
	assert_text_equal(render(arena, "other", "page.html", "{\"a\":\"x\"}"), "plain other x");
	assert_text_equal(render(arena, "mine", "page.html", "{\"a\":\"x\"}"), "plain mine x");
}

TEST_IN_ARENA(a_theme_is_a_folder_or_a_name)
{
	static const struct {
		const char *folder;
		bool known;
	} cases[] = {{NULL, true},   {"mine", true}, {"other", true},     {"plain", true},
		     {"oth", false}, {"", false},    {"../other", false}, {"secret.mustache", false}};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct resources resources = {.built_in = built_in, .folder = cases[i].folder};
		assert_int_equal(theme_known(arena, &resources), cases[i].known);
	}
}

TEST_IN_ARENA(settings_too)
{
	struct render_options plain = {.theme = {.built_in = built_in}},
			      named = {.theme = {.built_in = built_in, .folder = "other"}};
	struct theme theme = theme_open(arena, &plain);

	assert_text_equal(theme_setting(&theme, "mail", "from"), "plain");
	assert_text_equal(theme_setting(&theme, "site", "from"), "");
	theme = theme_open(arena, &named);
	assert_text_equal(theme_setting(&theme, "mail", "from"), "own");
	assert_text_equal(theme_setting(&theme, "lengths", "quotes"), "9");
}

TEST_IN_ARENA(lines_given_come_first)
{
	struct render_options options = {.theme = {built_in, "other", "[mail]\nfrom\tb\n[lengths]\nquotes\t0\n"}};
	struct theme theme = theme_open(arena, &options);

	assert_text_equal(theme_setting(&theme, "mail", "from"), "b");
	assert_int_equal(theme_number(&theme, "lengths", "quotes"), 0);
	assert_int_equal(theme_number(&theme, "lengths", "none"), SIZE_MAX);
	assert_int_equal(theme_number(&theme, "site", "front-matter"), SIZE_MAX);
}

static void read_number(void *data)
{
	theme_number(data, "lengths", "top");
}

TEST_IN_ARENA(a_number_is_one)
{
	struct render_options options = {.theme = {.built_in = built_in}};
	struct theme theme = theme_open(arena, &options);
	struct ng_error error = {0};

	assert_false(arena_try(arena, read_number, &theme, &error));
	assert_int_equal(error.status, NG_CONFIG);
	assert_string_equal(error.what, "[lengths] top: a number is wanted");
}

TEST_IN_ARENA(the_kind_of_file_escapes)
{
	assert_text_equal(render(arena, NULL, "page.html", "{\"a\":\"<{*\"}"), "plain part &lt;&#123;*");
	assert_text_equal(render(arena, NULL, "page.md", "{\"a\":\"<{*\"}"), "plain part \\<&#123;\\*");
	assert_ptr_equal(theme_escape(TEXT("a/x.txt.mustache")), escape_plain);
	assert_ptr_equal(theme_escape(TEXT("x.xml")), escape_xml);
	assert_ptr_equal(theme_escape(TEXT("x.html.mustache")), escape_html);
	assert_ptr_equal(theme_escape(TEXT("x.mustache")), escape_xml);
}

TEST_IN_ARENA(partials_do_not_leave_the_theme)
{
	assert_text_equal(render(arena, "mine", "up.html", "{\"a\":\"../secret\"}"), ".");
	assert_text_equal(render(arena, "mine", "up.html", "{\"a\":\"/etc/passwd\"}"), ".");
	assert_text_equal(render(arena, "mine", "up.html", "{\"a\":\"x/../../secret\"}"), ".");
}

struct job {
	struct arena *arena;
	const char *folder, *file;
};

static void run(void *data)
{
	struct job *job = data;

	render(job->arena, job->folder, job->file, "{}");
}

TEST_IN_ARENA(errors_name_the_file)
{
	struct job missing = {arena, NULL, "none.html"}, broken = {arena, "bad", "page.html"};
	struct ng_error error = {0};

	assert_false(arena_try(arena, run, &missing, &error));
	assert_int_equal(error.status, NG_CONFIG);
	assert_string_equal(error.where, "none.html.mustache");
	assert_false(arena_try(arena, run, &broken, &error));
	assert_string_equal(error.where, "page.html.mustache");
	assert_int_equal(error.line, 2);
}

/* No built-in theme asks for a name that is not there, on a full day or an empty one. */
TEST_IN_ARENA(built_in_themes_know_their_names)
{
	static const char *const files[] = {"page.html", "briefing.md", "entry.html"};
	struct ng_briefing empty = {.day = NG_NO_DAY};
	const struct ng_briefing *days[] = {day_briefing(arena), &empty};

	struct resource_names all = resource_list(arena, &plain_theme.theme, "");
	for (size_t i = 0; i < all.n; i++) {
		struct ng_text rest = all.at[i], name;
		text_cut(&rest, '/', &name);
		struct render_options named = {
		    .theme = {.built_in = resource_templates, .folder = arena_string(arena, name)}};
		struct theme theme = theme_open(arena, &named);
		theme.strict = true;
		for (size_t k = 0; k < 6; k++) {
			struct buf out = buf_new(arena, 1 << 24);
			theme_render(&theme, &out, files[k / 2], view_briefing(arena, days[k % 2]));
			assert_true(out.len > 0);
		}
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(files_come_from_the_first_place_that_has_them),
	    cmocka_unit_test(a_theme_is_a_folder_or_a_name),
	    cmocka_unit_test(settings_too),
	    cmocka_unit_test(lines_given_come_first),
	    cmocka_unit_test(a_number_is_one),
	    cmocka_unit_test(the_kind_of_file_escapes),
	    cmocka_unit_test(partials_do_not_leave_the_theme),
	    cmocka_unit_test(errors_name_the_file),
	    cmocka_unit_test(built_in_themes_know_their_names),
	};

	return cmocka_run_group_tests(tests, make_theme, leave_folder);
}
