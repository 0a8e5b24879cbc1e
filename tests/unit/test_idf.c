/* Background frequencies: from a table, from letters where there is none, and tables that are wrong. */
#include "test.h"

#include "story/idf.h"
#include "story/item.h"

static const char english[] = "# a comment\n[documents]\nall\t1000\n[stems]\nflood\t20\nall\t600\n";

static struct idf_tables *load(struct arena *arena, const char *name, const char *bytes)
{
	const struct resource files[] = {{name, (const unsigned char *)bytes, strlen(bytes)}, {0}};
	struct resources data = {.built_in = files};

	return idf_tables_load(arena, &data);
}

static struct idf_background ask(const struct idf_tables *tables, const char *code, const char *stem, unsigned letters)
{
	return idf_background(tables, idf_language(text_of(code)), feature_of_stem(text_hash(text_of(stem))), letters);
}

TEST_IN_ARENA(reads_a_table)
{
	struct idf_tables *tables = load(arena, "en/df.tsv", english);

	assert_true(ask(tables, "en", "flood", 5).documents == 1000);
	assert_true(ask(tables, "en-GB", "flood", 5).with == 20);
	assert_true(ask(tables, "EN_us", "all", 3).with == 600);
	assert_true(ask(tables, "en", "ambel", 5).with == 0);
	uint32_t pair = feature_of_stem(text_hash(TEXT("flood"))) | FEATURE_PAIR;
	assert_true(idf_background(tables, idf_language(TEXT("en")), pair, 5).with == 0);
}

TEST_IN_ARENA(takes_long_words_for_rare_without_a_table)
{
	struct idf_tables *tables = load(arena, "en/df.tsv", english);

	for (unsigned letters = 0; letters < FEATURE_LETTERS_MOST; letters++)
		assert_true(ask(tables, "fi", "sana", letters).with >= ask(tables, "fi", "sana", letters + 1).with);
	assert_true(ask(tables, "fi", "on", 2).with == ask(tables, "fi", "on", 2).documents);
	assert_true(ask(tables, "und", "jokilaakso", 10).with == 1);
}

TEST_IN_ARENA(takes_a_table_of_frequencies)
{
	struct idf_tables *tables = load(arena, "en/df.tsv", english);

	idf_tables_take(arena, tables, "own.tsv",
			TEXT("#nutgraf frequencies 1\nen\t\t5000000000\nen\tambel\t7\nfi\t\t40\nfi\tsana\t3\n"));
	assert_true(ask(tables, "en", "flood", 5).with == 0);
	assert_true(ask(tables, "en", "ambel", 5).with == 7);
	assert_true(ask(tables, "en", "ambel", 5).documents == 5e9);
	assert_true(ask(tables, "fi", "sana", 4).with == 3);
	assert_true(ask(tables, "fi", "sana", 4).documents == 40);
	assert_true(ask(tables, "sv", "on", 2).with == ask(tables, "sv", "on", 2).documents);
}

static void knows_languages_by_two_letters(void **state)
{
	(void)state;
	assert_int_equal(idf_language(TEXT("und")), 0);
	assert_int_equal(idf_language(TEXT("")), 0);
	assert_int_equal(idf_language(TEXT("e")), 0);
	assert_int_equal(idf_language(TEXT("en")), idf_language(TEXT("EN-gb")));
	assert_int_not_equal(idf_language(TEXT("en")), idf_language(TEXT("es")));
}

struct loading {
	struct arena *arena;
	const char *bytes;
};

static void load_bad(void *data)
{
	struct loading *loading = data;

	load(loading->arena, "xx/df.tsv", loading->bytes);
}

TEST_IN_ARENA(refuses_what_is_no_table)
{
	static const struct {
		const char *bytes;
		unsigned long line;
	} cases[] = {
	    {"[documents]\nall\tmany\n", 2},
	    {"[documents]\nall\t10\n[stems]\nflood\n", 4},
	    {"[stems]\nflood\t3\n", 0},
	    {"[documents]\nall\t0\n", 0},
	    {"[documents]\nall\t4294967296\n", 2},
	    {"[documents]\nall\t99999999999999999999999\n", 2},
	};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct loading loading = {arena, cases[i].bytes};
		struct ng_error error;
		assert_false(arena_try(arena, load_bad, &loading, &error));
		assert_int_equal(error.status, NG_CONFIG);
		assert_int_equal(error.line, cases[i].line);
		assert_string_equal(error.where, "xx/df.tsv");
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(reads_a_table),
	    cmocka_unit_test(takes_a_table_of_frequencies),
	    cmocka_unit_test(takes_long_words_for_rare_without_a_table),
	    cmocka_unit_test(knows_languages_by_two_letters),
	    cmocka_unit_test(refuses_what_is_no_table),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
