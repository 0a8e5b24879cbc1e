/* Slices: clamping, trimming, comparing, searching, cutting, and a hash that never changes. */
#include "test.h"

static void test_slices_are_clamped(void **state)
{
	struct ng_text text = TEXT("abcdef");

	(void)state;
	assert_text_equal(text_slice(text, 1, 3), "bc");
	assert_text_equal(text_slice(text, 0, 99), "abcdef");
	assert_text_equal(text_slice(text, 4, 2), "");
	assert_text_equal(text_slice(text, 99, 100), "");
	assert_text_equal(text_slice((struct ng_text){NULL, 0}, 0, 5), "");
	assert_text_equal(text_of(NULL), "");
	assert_text_equal(text_of("x"), "x");
}

static void test_trims(void **state)
{
	(void)state;
	assert_text_equal(text_trim(TEXT(" \t\r\n\v\f a b \n")), "a b");
	assert_text_equal(text_trim(TEXT(" \n ")), "");
	assert_text_equal(text_trim(TEXT("")), "");
	assert_text_equal(text_trim(TEXT("\xc2\xa0x\x1f")), "\xc2\xa0x\x1f");
}

static void test_compares(void **state)
{
	(void)state;
	assert_true(text_equal(TEXT(""), (struct ng_text){NULL, 0}));
	assert_false(text_equal(TEXT("a"), TEXT("b")));
	assert_false(text_equal(TEXT("a"), TEXT("ab")));
	assert_true(text_equal(TEXT("a\0b"), TEXT("a\0b")));
	assert_false(text_equal(TEXT("a\0b"), TEXT("a\0c")));
	assert_true(text_equal_fold(TEXT("aBz[@"), TEXT("AbZ[@")));
	assert_false(text_equal_fold(TEXT("["), TEXT("{")));
	assert_false(text_equal_fold(TEXT("\xc3\x89"), TEXT("\xc3\xa9")));
	assert_true(text_compare(TEXT("a"), TEXT("b")) < 0);
	assert_true(text_compare(TEXT("ab"), TEXT("a")) > 0);
	assert_true(text_compare(TEXT(""), TEXT("a")) < 0);
	assert_true(text_compare(TEXT("\xff"), TEXT("a")) > 0);
	assert_int_equal(text_compare(TEXT("same"), TEXT("same")), 0);
	assert_true(text_starts(TEXT("abc"), TEXT("ab")));
	assert_true(text_starts(TEXT("abc"), TEXT("")));
	assert_false(text_starts(TEXT("a"), TEXT("ab")));
	assert_true(text_ends(TEXT("abc"), TEXT("bc")));
	assert_true(text_ends(TEXT("abc"), TEXT("")));
	assert_false(text_ends(TEXT("c"), TEXT("bc")));
}

static void test_finds(void **state)
{
	struct ng_text text = TEXT("aabaab\0c");

	(void)state;
	assert_int_equal(text_find(text, TEXT("aab"), 0), 0);
	assert_int_equal(text_find(text, TEXT("aab"), 1), 3);
	assert_int_equal(text_find(text, TEXT("aab"), 4), 8);
	assert_int_equal(text_find(text, TEXT("\0c"), 0), 6);
	assert_int_equal(text_find(text, TEXT("cc"), 0), 8);
	assert_int_equal(text_find(text, TEXT(""), 3), 3);
	assert_int_equal(text_find(text, TEXT(""), 99), 8);
	assert_int_equal(text_find(text, TEXT("a"), 99), 8);
	assert_int_equal(text_find(TEXT(""), TEXT("a"), 0), 0);
	assert_int_equal(text_find(TEXT("ab"), TEXT("abc"), 0), 2);
	assert_int_equal(text_find_fold(TEXT("xABx"), TEXT("aB"), 0), 1);
	assert_int_equal(text_find_fold(TEXT("xABx"), TEXT("aB"), 2), 4);
	assert_int_equal(text_find_fold(TEXT("a"), TEXT("ab"), 0), 1);
}

static void test_cuts_fields(void **state)
{
	struct ng_text rest = TEXT("a,,b,"), empty = TEXT(""), field;

	(void)state;
	assert_true(text_cut(&rest, ',', &field));
	assert_text_equal(field, "a");
	assert_true(text_cut(&rest, ',', &field));
	assert_text_equal(field, "");
	assert_true(text_cut(&rest, ',', &field));
	assert_text_equal(field, "b");
	assert_true(text_cut(&rest, ',', &field));
	assert_text_equal(field, "");
	assert_false(text_cut(&rest, ',', &field));
	assert_true(text_cut(&empty, ',', &field));
	assert_text_equal(field, "");
	assert_false(text_cut(&empty, ',', &field));
}

/* Stems, slugs and orders hang on these: they must not change with machine, compiler or alignment. */
static void test_the_hash_is_the_same_everywhere(void **state)
{
	char shifted[32] = "?the quick brown fox";

	(void)state;
	assert_true(text_hash(TEXT("")) == 0x4941dcc51d3cc92bu);
	assert_true(text_hash(TEXT("a")) == 0xe8ab4b9b89a29e3cu);
	assert_true(text_hash(TEXT("the quick brown fox")) == 0x592ab1e45b7cc84du);
	assert_true(text_hash(text_of(shifted + 1)) == 0x592ab1e45b7cc84du);
	assert_true(text_hash(TEXT("a")) != text_hash(TEXT("a\0")));
	assert_true(text_hash(TEXT("12345678")) != text_hash(TEXT("12345678\0")));
	assert_true(hash_mix(1, 2) != hash_mix(2, 1));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_slices_are_clamped), cmocka_unit_test(test_trims),
	    cmocka_unit_test(test_compares),           cmocka_unit_test(test_finds),
	    cmocka_unit_test(test_cuts_fields),        cmocka_unit_test(test_the_hash_is_the_same_everywhere),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
