/* JSON Lines, through read_record(), which adds what all formats need. */
#include "test.h"

#include "read/jsonl.h"

static const struct ng_limits limits = {.depth = 16, .record_bytes = 1 << 20};

static struct articles read_line(struct arena *arena, struct ng_text line)
{
	struct articles articles = {0};
	struct read_context context = {arena, TEXT("day.jsonl"), 7, NG_NO_DAY, &limits, NULL, NULL};

	read_record(&jsonl_reader, &context, line, &articles);
	return articles;
}

struct refusal {
	struct arena *arena;
	struct ng_text line;
};

static void read_refused(void *data)
{
	struct refusal *refusal = data;

	read_line(refusal->arena, refusal->line);
}

static void assert_refused(struct arena *arena, struct ng_text line, const char *what)
{
	struct refusal refusal = {arena, line};
	struct ng_error error;

	assert_false(arena_try(arena, read_refused, &refusal, &error));
	assert_int_equal(error.status, NG_BAD_INPUT);
	assert_string_equal(error.where, "day.jsonl");
	assert_int_equal(error.line, 7);
	assert_non_null(strstr(error.what, what));
}

TEST_IN_ARENA(fields)
{
	struct articles articles =
	    read_line(arena, TEXT("{\"id\":\"a1\",\"url\":\"https://www.harbour.example/x\",\"title\":\" Two  "
				  "ferries\\nmeet \",\"author\":\"Ann Bell\","
				  "\"section\":\"Local\",\"language\":\"en\",\"story\":\"s1\",\"published\":\"2026-03-"
				  "17T08:40:00+01:00\","
				  "\"text\":\"One.\\r\\nTwo.\",\"unknown\":[1,{}]}\n"));

	assert_int_equal(articles.n, 1);
	const struct article *article = articles.at;
	assert_text_equal(article->id, "a1");
	assert_text_equal(article->source, "day.jsonl");
	assert_text_equal(article->title, "Two ferries meet");
	assert_text_equal(article->site, "harbour.example");
	assert_text_equal(article->story, "s1");
	assert_text_equal(article->text, "One.\nTwo.");
	assert_int_equal(article->published.day, day_of((struct civil){2026, 3, 17}));
	assert_int_equal(article->published.zone, 60);
	assert_int_equal(article->published_from, FROM_RECORD);
}

TEST_IN_ARENA(other_names)
{
	struct articles articles = read_line(
	    arena, TEXT("{\"date\":\"Tue, 17 Mar 2026 08:40:00 GMT\",\"source\":\"The Post\",\"text\":\"x\"}"));

	assert_text_equal(articles.at->id, "day.jsonl");
	assert_text_equal(articles.at->site, "The Post");
	assert_int_equal(articles.at->published.day, day_of((struct civil){2026, 3, 17}));
}

TEST_IN_ARENA(dates_of_other_forms)
{
	struct articles seconds = read_line(arena, TEXT("{\"date\":1773736800,\"text\":\"x\"}"));
	struct articles none = read_line(arena, TEXT("{\"published\":\"soon\",\"text\":\"x\"}"));

	assert_int_equal(seconds.at->published.day, day_of((struct civil){2026, 3, 17}));
	assert_int_equal(none.at->published.day, NG_NO_DAY);
	assert_int_equal(none.at->published_from, FROM_NOWHERE);
}

TEST_IN_ARENA(a_title_alone_is_an_article)
{
	struct articles articles = read_line(arena, TEXT("{\"title\":\"Ferry late\",\"text\":\"\"}"));

	assert_int_equal(articles.n, 1);
	assert_int_equal(articles.at->text.len, 0);
}

TEST_IN_ARENA(refuses)
{
	assert_refused(arena, TEXT("[1]"), "must be a JSON object");
	assert_refused(arena, TEXT("{\"title\":\"x\"}"), "neither");
	assert_refused(arena, TEXT("{\"text\":1}"), "neither");
	assert_refused(arena, TEXT("{\"text\":\"x\"} {}"), "");
	assert_refused(arena, TEXT("{\"text\":\"x\""), "");
	assert_refused(arena, TEXT("{\"text\":\"x\",\"a\":[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]}"), "");
}

TEST_IN_ARENA(other_charsets)
{
	assert_text_equal(read_line(arena, TEXT("{\"text\":\"caf\xe9 cr\xe8me br\xfbl\xe9"
						"e\"}"))
			      .at->text,
			  "caf\xc3\xa9 cr\xc3\xa8me br\xc3\xbbl\xc3\xa9"
			  "e");
}

/* Editors and shells of Windows put a byte order mark first. */
TEST_IN_ARENA(a_byte_order_mark_is_passed_over)
{
	struct articles articles = {0};
	struct read_context context = {arena, TEXT("day.json"), 1, NG_NO_DAY, &limits, NULL, NULL};

	assert_ptr_equal(reader_sniff(TEXT("\xef\xbb\xbf{\"text\":\"x\"}"), TEXT("x")), &jsonl_reader);
	assert_ptr_equal(reader_sniff(TEXT("\xef\xbb\xbf[{\"text\":\"x\"}]"), TEXT("x")), &json_reader);
	assert_text_equal(read_line(arena, TEXT("\xef\xbb\xbf{\"text\":\"x\"}\r\n")).at->text, "x");
	read_record(&json_reader, &context, TEXT("\xef\xbb\xbf[{\"text\":\"x\"}]"), &articles);
	assert_text_equal(articles.at->text, "x");
}

TEST_IN_ARENA(files_of_one_value)
{
	struct articles articles = {0};
	struct read_context context = {arena, TEXT("day.json"), 1, NG_NO_DAY, &limits, NULL, NULL};

	read_record(&json_reader, &context, TEXT("[{\"id\":\"a\",\"text\":\"x\"},\n{\"id\":\"b\",\"text\":\"y\"}]"),
		    &articles);
	read_record(&json_reader, &context, TEXT("{\n \"id\": \"c\",\n \"text\": \"z\"\n}"), &articles);
	assert_int_equal(articles.n, 3);
	assert_text_equal(articles.at[1].id, "b");
	assert_text_equal(articles.at[2].text, "z");
	assert_false(jsonl_reader.sniff(TEXT("{\\rtf1 "), TEXT("x")));
	assert_true(json_reader.sniff(TEXT("[\n {\"a\""), TEXT("x")));
	assert_true(json_reader.sniff(TEXT("{\n \"a\": 1\n}"), TEXT("x")));
	assert_false(json_reader.sniff(TEXT("{\"a\":1}\n{\"a\":2}\n"), TEXT("x")));
	assert_false(json_reader.sniff(TEXT("{\"text\":\"a line longer than what is looked at"), TEXT("x")));
	assert_false(json_reader.sniff(TEXT("{\"a\": cut off\n{\"a\":2}\n"), TEXT("x")));
	assert_false(json_reader.sniff(TEXT("[1] A note"), TEXT("x")));
	assert_false(json_reader.sniff(TEXT(""), TEXT("x")));
}

struct faults {
	size_t n;
	struct ng_error last;
};

static void note_fault(void *user, const struct ng_error *error)
{
	struct faults *faults = user;

	faults->n++;
	faults->last = *error;
}

TEST_IN_ARENA(a_bad_element_is_named_and_the_others_are_used)
{
	static const struct {
		const char *list;
		size_t good, bad;
		const char *what; /* of the last bad one */
		unsigned long line;
	} cases[] = {
	    {"[{\"text\":\"a\"},\n 7,\n{\"text\":\"b\"}]", 2, 1, "element 2 of its list: an article must be", 2},
	    {"\n\n[\n{\"text\":\"a\"}\n,\n\n{\"title\":\"a, [{\\\"\"}\n]", 1, 1, "element 2 of its list: has neither",
	     7},
	    {"[{\"a\":[1,{\"b\":\"}\"}]},\n\n{\"text\":\"a\"},{\"a\":[]}\n]", 1, 2, "element 3", 3},
	    {"[1,2,\n3]", 0, 3, "element 3", 2},
	};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct articles articles = {0};
		struct faults faults = {0};
		struct read_context context = {arena, TEXT("day.json"), 1, NG_NO_DAY, &limits, note_fault, &faults};
		read_record(&json_reader, &context, text_of(cases[i].list), &articles);
		assert_int_equal(articles.n, cases[i].good);
		assert_int_equal(faults.n, cases[i].bad);
		assert_int_equal(faults.last.line, cases[i].line);
		assert_string_equal(faults.last.where, "day.json");
		if (!strstr(faults.last.what, cases[i].what))
			fail_msg("%s", faults.last.what);
		context.fault = NULL;
		articles = (struct articles){0};
		read_record(&json_reader, &context, text_of(cases[i].list), &articles);
		assert_int_equal(articles.n, cases[i].good);
	}
}

TEST_IN_ARENA(newlines_are_line_feeds)
{
	struct article article = read_line(arena, TEXT("{\"text\":\"a\\r\\nb\\rc\\n\"}")).at[0];

	assert_text_equal(article.text, "a\nb\nc\n");
}

static void records_are_lines(void **state)
{
	struct ng_text bytes = TEXT("{}\n\n{\"a\":1}");

	(void)state;
	assert_int_equal(jsonl_reader.record_end(bytes, 0), 3);
	assert_int_equal(jsonl_reader.record_end(bytes, 3), 4);
	assert_int_equal(jsonl_reader.record_end(bytes, 4), bytes.len);
	assert_true(jsonl_reader.sniff(TEXT(" \n{\"a\""), TEXT("x")));
	assert_false(jsonl_reader.sniff(TEXT("A {"), TEXT("x.jsonl")));
	assert_false(jsonl_reader.sniff(TEXT(""), TEXT("x.jsonl")));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_byte_order_mark_is_passed_over),
	    cmocka_unit_test(files_of_one_value),
	    cmocka_unit_test(a_bad_element_is_named_and_the_others_are_used),
	    cmocka_unit_test(newlines_are_line_feeds),
	    cmocka_unit_test(fields),
	    cmocka_unit_test(other_names),
	    cmocka_unit_test(dates_of_other_forms),
	    cmocka_unit_test(refuses),
	    cmocka_unit_test(other_charsets),
	    cmocka_unit_test(a_title_alone_is_an_article),
	    cmocka_unit_test(records_are_lines),
	};

	return cmocka_run_group_tests_name("jsonl", tests, NULL, NULL);
}
