/* Mustache: the cases of tests/spec/mustache.jsonl, and what a table cannot say: strict names, limits, escapes. */
#include "test.h"

#include "base/escape.h"
#include "base/file.h"
#include "render/template.h"

#include <stdlib.h>

struct job {
	struct arena *arena;
	const struct json *test;
	struct template_options options;
	size_t cap;
	struct ng_text result;
};

static struct ng_text partial_of_test(void *user, struct ng_text name)
{
	struct job *job = user;
	const struct json *partials = json_member(job->test, "partials");

	for (const struct json *child = partials ? partials->first : NULL; child; child = child->next)
		if (text_equal(child->name, name))
			return child->text.at ? child->text : TEXT("");
	return (struct ng_text){NULL, 0};
}

static void render(void *data)
{
	struct job *job = data;
	struct buf out = buf_new(job->arena, job->cap);
	const struct json *values = json_member(job->test, "data");

	template_render(&out, json_text(job->test, "template"), values, &job->options);
	job->result = buf_text(&out);
}

static struct job job_of(struct arena *arena, const struct json *test)
{
	return (struct job){.arena = arena,
			    .test = test,
			    .cap = 1 << 20,
			    .options = {.escape = escape_xml, .partial = partial_of_test, .name = ""}};
}

/* NAME:LINE:COLUMN: WHAT, as far as a table wants it: the place at the start, the words anywhere. */
static bool error_fits(struct arena *arena, const struct ng_error *error, struct ng_text wanted)
{
	struct ng_text got =
	    arena_format(arena, "%s:%lu:%s", error->where, error->line, error->what + strlen("column "));
	struct ng_text place = wanted, word = TEXT("");
	size_t cut = text_find(wanted, TEXT(": "), 0);

	if (cut < wanted.len) {
		place = arena_format(arena, "%s%.*s", wanted.at[0] >= '0' && wanted.at[0] <= '9' ? ":" : "", (int)cut,
				     wanted.at);
		word = text_slice(wanted, cut + 2, wanted.len);
	} else {
		word = wanted;
		place = TEXT("");
	}
	return error->status == NG_CONFIG && text_starts(got, place) && text_find(got, word, 0) < got.len;
}

static bool passes(struct arena *arena, const struct json *test)
{
	struct job job = job_of(arena, test);
	struct ng_error error = {0};

	job.options.user = &job;
	bool rendered = arena_try(arena, render, &job, &error);
	bool wants_error = json_member(test, "error") != NULL;
	if (rendered && !wants_error && text_equal(job.result, json_text(test, "expected")))
		return true;
	if (!rendered && wants_error && error_fits(arena, &error, json_text(test, "error")))
		return true;
	print_error("%.*s\n  got: %s:%lu: %s%.*s\n", TEXT_ARGS(json_text(test, "name")), error.where, error.line,
		    error.what, TEXT_ARGS(job.result));
	return false;
}

TEST_IN_ARENA(passes_the_table)
{
	struct ng_text lines = file_read(arena, getenv("MUSTACHE_JSONL"), 1 << 20), line;
	size_t n = 0, failed = 0;

	while (text_cut(&lines, '\n', &line)) {
		if (!line.len)
			continue;
		struct arena_mark mark = arena_mark(arena);
		failed += !passes(arena, json_parse(arena, line, 64));
		arena_reset(arena, mark);
		n++;
	}
	assert_true(n > 80);
	assert_int_equal(failed, 0);
}

static const struct json *test_of(struct arena *arena, const char *json)
{
	return json_parse(arena, text_of(json), 64);
}

static void check_strict(struct arena *arena, const char *json, const char *wanted)
{
	struct job job = job_of(arena, test_of(arena, json));
	struct ng_error error = {0};

	job.options.user = &job;
	job.options.strict = true;
	job.options.name = "page";
	bool rendered = arena_try(arena, render, &job, &error);
	assert_int_equal(rendered, wanted == NULL);
	if (!wanted)
		return;
	assert_int_equal(error.status, NG_CONFIG);
	assert_string_equal(error.where, "page");
	assert_int_equal(error.line, 1);
	assert_string_equal(error.what, wanted);
}

TEST_IN_ARENA(strict_names_must_be_there)
{
	check_strict(
	    arena, "{\"template\":\"{{a}}{{#b}}{{/b}}{{^c}}{{/c}}\",\"data\":{\"a\":null,\"b\":false,\"c\":[]}}", NULL);
	check_strict(arena, "{\"template\":\"x{{a}}\",\"data\":{}}", "column 2: nothing here has the name \"a\"");
	check_strict(arena, "{\"template\":\"{{#a}}{{/a}}\",\"data\":{}}", "column 1: nothing here has the name \"a\"");
	check_strict(arena, "{\"template\":\"{{^a}}{{/a}}\",\"data\":{}}", "column 1: nothing here has the name \"a\"");
	check_strict(arena, "{\"template\":\"{{a.b}}\",\"data\":{\"a\":{}}}",
		     "column 1: nothing here has the name \"a.b\"");
	check_strict(arena, "{\"template\":\"{{>p}}\",\"data\":{}}", "column 1: there is no template \"p\"");
}

struct asked {
	size_t times;
	struct ng_text source;
};

static struct ng_text ask(void *user, struct ng_text name)
{
	struct asked *asked = user;

	(void)name;
	asked->times++;
	return asked->source;
}

/* What was read is read once: the page's source, a partial's, and that a partial is not there. */
TEST_IN_ARENA(a_cache_keeps_what_was_read)
{
	struct asked asked = {0, TEXT("<{{a}}>")};
	struct template_options options = {
	    .escape = escape_xml, .partial = ask, .user = &asked, .name = "page", .cache = template_cache_new(arena)};
	struct buf out = buf_new(arena, 1 << 10);

	template_render(&out, TEXT("{{>p}}{{b}} "), json_parse(arena, TEXT("{\"a\":1,\"b\":2}"), 8), &options);
	assert_true(template_is_cached(options.cache, TEXT("page")));
	template_render(&out, TEXT(""), json_parse(arena, TEXT("{\"b\":3,\"a\":4}"), 8), &options);
	assert_text_equal(buf_text(&out), "<1>2 <4>3 ");
	assert_int_equal(asked.times, 1);
	asked.source = (struct ng_text){NULL, 0};
	options.name = "other";
	for (int i = 0; i < 2; i++)
		template_render(&out, TEXT("{{>q}}"), json_new(arena, JSON_OBJECT), &options);
	assert_text_equal(buf_text(&out), "<1>2 <4>3 ");
	assert_int_equal(asked.times, 2);
}

/* A value that is no list lies on top until its section ends, and not longer. */
TEST_IN_ARENA(sections_of_values_end)
{
	struct template_options options = {.escape = escape_xml, .name = "page"};
	struct buf out = buf_new(arena, 1 << 10);
	const char *data = "{\"a\":\"x\",\"o\":{\"a\":\"y\",\"n\":1},\"l\":[{\"a\":\"z\"},2]}";

	template_render(&out,
			TEXT("{{#o}}{{a}}{{#n}}{{.}}{{a}}{{/n}}{{a}}{{/o}}{{a}} {{#l}}{{#a}}{{.}}{{/a}}{{/l}}{{a}}"),
			json_parse(arena, text_of(data), 8), &options);
	assert_text_equal(buf_text(&out), "y1yyx zxx");
}

TEST_IN_ARENA(output_and_depth_are_bounded)
{
	struct job job = job_of(
	    arena,
	    test_of(arena, "{\"template\":\"{{#a}}{{#a}}{{#a}}12345{{/a}}{{/a}}{{/a}}\",\"data\":{\"a\":[1,2]}}"));
	struct ng_error error = {0};

	job.options.user = &job;
	job.cap = 40;
	assert_true(arena_try(arena, render, &job, &error));
	job.cap = 39;
	assert_false(arena_try(arena, render, &job, &error));
	assert_string_equal(error.what, "output is over its limit of 39 bytes");
	job.cap = 40;
	job.options.depth = 4;
	assert_true(arena_try(arena, render, &job, &error));
	job.options.depth = 3;
	assert_false(arena_try(arena, render, &job, &error));
	assert_string_equal(error.what, "column 13: sections and partials nest too deep at \"a\"");
}

static void shout(struct buf *out, struct ng_text text)
{
	buf_format(out, "%.*s!", TEXT_ARGS(text));
}

TEST_IN_ARENA(the_caller_chooses_the_escape)
{
	struct job job =
	    job_of(arena, test_of(arena, "{\"template\":\"{{a}} {{&a}} {{b}}\",\"data\":{\"a\":\"x\",\"b\":1}}"));

	job.options.user = &job;
	job.options.escape = shout;
	render(&job);
	assert_text_equal(job.result, "x! x 1");
}

TEST_IN_ARENA(a_long_tag_and_many_tags_are_read_in_one_pass)
{
	enum { MANY = 200000 };
	struct buf source = buf_new(arena, 1 << 24), out = buf_new(arena, 1 << 24);
	struct template_options options = {.escape = escape_xml, .name = "t"};

	buf_puts(&source, "{{! ");
	for (size_t i = 0; i < MANY; i++)
		buf_puts(&source, "x ");
	buf_puts(&source, "}}");
	for (size_t i = 0; i < MANY; i++)
		buf_puts(&source, "{{^a}}y{{/a}}\n");
	template_render(&out, buf_text(&source), json_new(arena, JSON_OBJECT), &options);
	assert_int_equal(out.len, 2 * MANY);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(passes_the_table),
	    cmocka_unit_test(strict_names_must_be_there),
	    cmocka_unit_test(a_cache_keeps_what_was_read),
	    cmocka_unit_test(sections_of_values_end),
	    cmocka_unit_test(output_and_depth_are_bounded),
	    cmocka_unit_test(the_caller_chooses_the_escape),
	    cmocka_unit_test(a_long_tag_and_many_tags_are_read_in_one_pass),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
