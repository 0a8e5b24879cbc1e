/* The lists of words that tell of their sentence. */
#include "test.h"

#include "language/discourse.h"

static const struct resource *resources_of(struct arena *arena, const char *text)
{
	struct resource *list = arena_array(arena, 2, struct resource);

	list[0] = (struct resource){"xx/discourse.txt", (const unsigned char *)text, strlen(text)};
	return list;
}

TEST_IN_ARENA(words_and_phrases_get_the_bits_of_their_sections)
{
	struct resources data = {
	    .built_in = resources_of(arena, "[leaning]\nbut\nas a result\nwe\n[first person]\nwe\n[saying]\nsaid\n")};
	struct table table = discourse_load(arena, &data, TEXT("xx"));

	assert_int_equal(table_get(&table, TEXT("but"))->value, WORD_LEANS);
	assert_int_equal(table_get(&table, TEXT("as a result"))->value, WORD_LEANS);
	assert_int_equal(table_get(&table, TEXT("we"))->value, WORD_LEANS | WORD_FIRST_PERSON);
	assert_int_equal(table_get(&table, TEXT("said"))->value, WORD_SAYS);
	assert_null(table_get(&table, TEXT("a")));
}

TEST_IN_ARENA(a_language_without_a_file_has_none)
{
	struct resources data = {.built_in = resources_of(arena, "")};

	assert_int_equal(discourse_load(arena, &data, TEXT("yy")).n, 0);
}

struct loading {
	struct arena *arena;
	const char *text;
};

static void load(void *data)
{
	struct loading *loading = data;
	struct resources resources = {.built_in = resources_of(loading->arena, loading->text)};

	discourse_load(loading->arena, &resources, TEXT("xx"));
}

TEST_IN_ARENA(an_unknown_section_is_named_with_its_line)
{
	struct loading loading = {arena, "[leaning]\nbut\n[leening]\nand\n"};
	struct ng_error error = {0};

	assert_false(arena_try(arena, load, &loading, &error));
	assert_int_equal(error.status, NG_CONFIG);
	assert_int_equal(error.line, 4);
	assert_string_equal(error.where, "xx/discourse.txt");
}

TEST_IN_ARENA(every_shipped_list_is_in_lower_case_and_known)
{
	struct resources data = {.built_in = resource_data};
	size_t lists = 0;

	for (size_t i = 0; resource_data[i].name; i++) {
		struct ng_text name = text_of(resource_data[i].name);
		if (!text_ends(name, TEXT("/discourse.txt")))
			continue;
		struct table table =
		    discourse_load(arena, &data, text_slice(name, 0, name.len - strlen("/discourse.txt")));
		assert_true(table.n > 20);
		for (size_t e = 0; e < table.n; e++)
			for (size_t c = 0; c < table.at[e].key.len; c++)
				assert_false(table.at[e].key.at[c] >= 'A' && table.at[e].key.at[c] <= 'Z');
		lists++;
	}
	assert_true(lists > 10);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(words_and_phrases_get_the_bits_of_their_sections),
	    cmocka_unit_test(a_language_without_a_file_has_none),
	    cmocka_unit_test(an_unknown_section_is_named_with_its_line),
	    cmocka_unit_test(every_shipped_list_is_in_lower_case_and_known),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
