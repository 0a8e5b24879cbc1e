/* Bits of words: sections, endings, forenames, overrides and refused files. */
#include "test.h"

#include "quote.h"

static const struct resources built_in = {.built_in = resource_data};

static bool has(uint64_t bits, enum quote_bit bit)
{
	return bits >> bit & 1;
}

TEST_IN_ARENA(knows_words_in_any_writing)
{
	struct quote_tables *tables = quote_tables_load(arena, &built_in);
	const struct quote_words *english = quote_words_of(tables, TEXT("en"));

	assert_true(has(quote_word_bits(tables, english, TEXT("said"), false), QB_CUE));
	assert_true(has(quote_word_bits(tables, english, TEXT("SAID"), true), QB_CUE));
	assert_true(has(quote_word_bits(tables, english, TEXT("n\xe2\x80\x99t"), false), QB_NOT));
	assert_true(has(quote_word_bits(tables, english, TEXT("quietly"), false), QB_ADVERB));
	assert_false(has(quote_word_bits(tables, english, TEXT("Sally"), true), QB_ADVERB));
	assert_false(has(quote_word_bits(tables, english, TEXT("ly"), false), QB_ADVERB));
	assert_int_equal(quote_word_bits(tables, english, TEXT(""), false), 0);
}

TEST_IN_ARENA(knows_forenames_only_with_a_capital)
{
	struct quote_tables *tables = quote_tables_load(arena, &built_in);
	const struct quote_words *spanish = quote_words_of(tables, TEXT("es"));

	assert_true(has(quote_word_bits(tables, spanish, TEXT("Jos\xc3\xa9"), true), QB_MALE));
	assert_true(has(quote_word_bits(tables, spanish, TEXT("\xc3\x93scar"), true), QB_MALE));
	assert_true(has(quote_word_bits(tables, spanish, TEXT("Hans-Peter"), true), QB_MALE));
	assert_false(has(quote_word_bits(tables, spanish, TEXT("jos\xc3\xa9"), false), QB_MALE));
	assert_true(has(quote_word_bits(tables, spanish, TEXT("Mary"), true), QB_FEMALE));
	assert_false(has(quote_word_bits(tables, spanish, TEXT("Mary"), true), QB_MALE));
}

TEST_IN_ARENA(keeps_languages_apart)
{
	struct quote_tables *tables = quote_tables_load(arena, &built_in);
	const struct quote_words *german = quote_words_of(tables, TEXT("de"));
	const struct quote_words *unknown = quote_words_of(tables, TEXT("xx"));

	assert_true(german->capital_nouns);
	assert_true(has(quote_word_bits(tables, german, TEXT("sagte"), false), QB_CUE));
	assert_false(has(quote_word_bits(tables, german, TEXT("said"), false), QB_CUE));
	assert_true(has(quote_word_bits(tables, german, TEXT("Verkehrsministerin"), true), QB_ROLE));
	assert_true(quote_words_of(tables, TEXT("fr"))->split_apostrophe);
	assert_true(quote_words_of(tables, TEXT("es"))->drop_subject);
	assert_int_equal(quote_word_bits(tables, unknown, TEXT("sagte"), false), 0);
}

TEST_IN_ARENA(survives_words_no_list_can_hold)
{
	struct quote_tables *tables = quote_tables_load(arena, &built_in);
	const struct quote_words *english = quote_words_of(tables, TEXT("en"));
	char word[4096];

	for (size_t n = 1; n < sizeof word; n += n < 64 ? 1 : 500) {
		memset(word, 'a', n);
		quote_word_bits(tables, english, (struct ng_text){word, n}, false);
		for (size_t i = 0; i < n; i++)
			word[i] = "\xc3\x89\xf0\x9f\x98\x80\xff"[i % 7];
		quote_word_bits(tables, english, (struct ng_text){word, n}, true);
	}
}

static void load(void *data)
{
	quote_tables_load(((void **)data)[0], ((void **)data)[1]);
}

static void assert_refused(const char *name, const char *bytes)
{
	struct resource files[] = {{name, (const unsigned char *)bytes, strlen(bytes)}, {NULL, NULL, 0}};
	struct arena *arena = arena_new((size_t)1 << 26);
	struct resources data = {.built_in = files};
	void *both[] = {arena, &data};
	struct ng_error error = {0};

	assert_false(arena_try(arena, load, both, &error));
	assert_int_equal(error.status, NG_CONFIG);
	assert_int_equal(error.line, 2);
	assert_string_equal(error.where, name);
	arena_free(arena);
}

static void refuses_unknown_sections(void **state)
{
	(void)state;
	assert_refused("en/quotes.txt", "[sayings]\nsaid\n");
	assert_refused("en/quotes.txt", "[settings]\nbackwards\n");
	assert_refused("und/forenames.txt", "[neuter]\nAnn\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(knows_words_in_any_writing), cmocka_unit_test(knows_forenames_only_with_a_capital),
	    cmocka_unit_test(keeps_languages_apart),      cmocka_unit_test(survives_words_no_list_can_hold),
	    cmocka_unit_test(refuses_unknown_sections),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
