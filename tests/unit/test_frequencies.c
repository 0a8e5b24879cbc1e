/* Tables of document frequencies. */
#include "test.h"

#include "story/frequencies.h"
#include "story.h"

#define HEAD "#nutgraf frequencies 1\n"

static struct ng_text sum(struct arena *arena, const char *const *tables, size_t n)
{
	struct frequencies frequencies = {0};
	struct buf out = buf_new(arena, SIZE_MAX);

	for (size_t i = 0; i < n; i++)
		frequencies_read(arena, "table", text_of(tables[i]), &frequencies);
	frequencies_sum(arena, &frequencies);
	frequencies_put(&out, &frequencies);
	return buf_text(&out);
}
#define SUM(arena, ...)                                                                                                \
	sum((arena), (const char *const[]){__VA_ARGS__},                                                               \
	    sizeof((const char *const[]){__VA_ARGS__}) / sizeof(const char *))

TEST_IN_ARENA(sums)
{
	const char *a = HEAD "en\t\t2\nen\tferri\t1\nde\t\t1\n", *b = HEAD "en\tdock\t4\nen\t\t5\nen\tferri\t3";
	const char *both = HEAD "de\t\t1\nen\t\t7\nen\tdock\t4\nen\tferri\t4\n";

	assert_true(text_equal(SUM(arena, a, b), text_of(both)));
	assert_true(text_equal(SUM(arena, b, a), text_of(both)));
	assert_true(text_equal(SUM(arena, both), text_of(both)));
	assert_text_equal(SUM(arena, HEAD), HEAD);
	assert_text_equal(SUM(arena, HEAD "en\tx\t9223372036854775806\n", HEAD "en\tx\t1\n"),
			  HEAD "en\tx\t9223372036854775807\n");
}

TEST_IN_ARENA(counts_documents)
{
	struct word_reader *words = word_reader_new(arena);
	struct frequency_counter *counter = frequency_counter_new(arena);
	struct frequencies frequencies = {0};
	struct document one = TEST_DOCUMENT(arena, "Ferry", "The ferry sank.", "The ferry was old.");
	struct document two = TEST_DOCUMENT(arena, "", "The dock sank.");
	struct buf out = buf_new(arena, SIZE_MAX);

	two.article.language = TEXT("en");
	one.article.language = TEXT("EN-gb");
	frequency_count(counter, words, &one);
	frequency_count(counter, words, &two);
	one.article.language = TEXT("\t\n-");
	frequency_count(counter, words, &one);
	frequency_counted(arena, counter, &frequencies);
	frequencies_sum(arena, &frequencies);
	frequencies_put(&out, &frequencies);
	assert_text_equal(buf_text(&out), HEAD "en\t\t2\nen\tdock\t1\nen\tferry\t1\nen\told\t1\nen\tsank\t2\n"
					       "und\t\t1\nund\tferry\t1\nund\told\t1\nund\tsank\t1\n");
}

struct reading {
	struct arena *arena;
	const char *first, *second;
};

static void read_tables(void *data)
{
	const struct reading *reading = data;

	SUM(reading->arena, reading->first, reading->second);
}

static void refused(struct arena *arena, const char *first, const char *second, unsigned long line)
{
	struct reading reading = {arena, first, second};
	struct ng_error error;

	assert_false(arena_try(arena, read_tables, &reading, &error));
	assert_int_equal(error.status, NG_BAD_INPUT);
	assert_int_equal(error.line, line);
}

TEST_IN_ARENA(refuses)
{
	static const char *const lines[] = {
	    "en\tx",
	    "en\tx\t",
	    "en\tx\t-1",
	    "en\tx\t1.5",
	    "en\tx\t01",
	    "en\tx\t1\t1",
	    "\tx\t1",
	    "",
	    "en\tx\t9223372036854775808",
	    "en\tx\t99999999999999999999999999",
	};

	for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
		refused(arena, arena_format(arena, HEAD "en\ty\t1\n%s\n", lines[i]).at, HEAD, 3);
	refused(arena, "", HEAD, 1);
	refused(arena, "en\tx\t1\n", HEAD, 1);
	refused(arena, "#nutgraf frequencies 2\nen\tx\t1\n", HEAD, 1);
	refused(arena, HEAD "en\tx\t9223372036854775807\n", HEAD "en\tx\t1\n", 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(sums),
	    cmocka_unit_test(counts_documents),
	    cmocka_unit_test(refuses),
	};

	return cmocka_run_group_tests_name("frequencies", tests, NULL, NULL);
}
