/* Plain text. */
#include "test.h"

#include "read/plain.h"

static const struct ng_limits limits = {.depth = 16};

struct reading {
	struct arena *arena;
	struct ng_text bytes;
	struct articles articles;
	struct ng_text name;
};

static void run(void *data)
{
	struct reading *reading = data;
	struct read_context context = {reading->arena, reading->name, 1, NG_NO_DAY, &limits, NULL, NULL};

	read_record(&plain_reader, &context, reading->bytes, &reading->articles);
}

static const char *refusal_of(struct arena *arena, struct ng_text bytes, const char *name)
{
	static struct ng_error error;
	struct reading reading = {arena, bytes, {0}, text_of(name)};

	return arena_try(arena, run, &reading, &error) ? NULL : error.what;
}

static const char *refusal(struct arena *arena, struct ng_text bytes)
{
	return refusal_of(arena, bytes, "a.txt");
}

TEST_IN_ARENA(one_article)
{
	struct reading reading = {arena, TEXT("caf\xe9\r\nna\xefve"), {0}, TEXT("a.txt")};

	run(&reading);
	assert_int_equal(reading.articles.n, 1);
	assert_text_equal(reading.articles.at->text, "caf\xc3\xa9\nna\xc3\xafve");
	assert_text_equal(reading.articles.at->id, "a.txt");
	assert_text_equal(reading.articles.at->source, "a.txt");
	assert_int_equal(reading.articles.at->published.day, NG_NO_DAY);
}

TEST_IN_ARENA(refuses_what_is_no_text)
{
	assert_string_equal(refusal(arena, TEXT("\n \t\n")), "holds no text");
	assert_string_equal(refusal(arena, TEXT("...")), "holds no text");
	assert_non_null(refusal(arena, TEXT("\x01\x02PNG\x03\x04\x05\x06\x07\x08 a\x01\x02\x03")));
	assert_string_equal(refusal(arena, TEXT("%PDF-1.4\n1 0 obj")), "is a PDF, which is not read");
	assert_string_equal(refusal(arena, TEXT("\x1f\x8b\x08\x00 some text")), "is packed with gzip: unpack it first");
	assert_string_equal(refusal(arena, TEXT("\x89PNG\r\n")), "is a picture, which is not read");
	assert_string_equal(refusal(arena, TEXT("PK\x03\x04 some text")),
			    "is a ZIP archive or an office document, which is not read");
	assert_string_equal(refusal(arena, TEXT("GIF89a some text")), "is a picture, which is not read");
	assert_string_equal(refusal(arena, TEXT("<svg><title>A pool</title></svg>")),
			    "is a picture, which is not read");
	assert_string_equal(refusal(arena, TEXT("<?xml version='1.0'?><plist>text</plist>")),
			    "is XML of a kind that is not read");
	assert_string_equal(refusal(arena, TEXT("{\\rtf1 some text}")), "is rich text (RTF), which is not read");
	assert_null(refusal(arena, TEXT("PK won the cup.")));
	assert_null(refusal(arena, TEXT("A form feed\f and a line.")));
	assert_null(refusal(arena, TEXT("\xff\xfe"
					"H\0i\0")));
}

/* A saved page's folder holds them, and nothing in their bytes tells. */
TEST_IN_ARENA(refuses_by_name)
{
	assert_string_equal(refusal_of(arena, TEXT("a { color: red }"), "Pool_files/a.css"),
			    "is a style sheet, which is not read");
	assert_string_equal(refusal_of(arena, TEXT("run();"), "Pool_files/a.js"), "is a script, which is not read");
	assert_string_equal(refusal_of(arena, TEXT("day,name"), "a.csv"), "is a table, which is not read");
	assert_null(refusal_of(arena, TEXT("A line."), "a.css.txt"));
	assert_null(refusal_of(arena, TEXT("A line."), "article"));
}

static struct article read_named(struct arena *arena, const char *name)
{
	struct articles articles = {0};
	struct read_context context = {arena, text_of(name), 1, NG_NO_DAY, &limits, NULL, NULL};

	read_record(&plain_reader, &context, TEXT("Ferry late."), &articles);
	return *articles.at;
}

/* wget -x leaves a page in a folder named after its host. */
TEST_IN_ARENA(a_folder_tells_the_host)
{
	assert_text_equal(read_named(arena, "day/www.Harbour-Post.example/x/ferry.txt").site, "harbour-post.example");
	assert_text_equal(read_named(arena, "a.example/b.example/ferry.txt").host, "b.example");
	assert_text_equal(read_named(arena, "day/ferry.txt").host, "");
	assert_text_equal(read_named(arena, "ferry.example").host, "");
	assert_text_equal(read_named(arena, "../v1.2/ferry.txt").host, "");
	assert_text_equal(read_named(arena, "day_1.old/.d/ferry.txt").host, "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(one_article), cmocka_unit_test(refuses_what_is_no_text),
					   cmocka_unit_test(refuses_by_name),
					   cmocka_unit_test(a_folder_tells_the_host)};

	return cmocka_run_group_tests_name("plain", tests, NULL, NULL);
}
