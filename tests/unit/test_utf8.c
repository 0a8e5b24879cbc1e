/* UTF-8: decoding both ways, repair by maximal subparts, classes, lower case, folding, squeezing. */
#include "test.h"

#include "base/utf8.h"

static void check_decode(struct ng_text text, size_t length, uint32_t expected)
{
	uint32_t rune = 0;

	assert_int_equal(utf8_decode(text, 0, &rune), length);
	assert_int_equal(rune, expected);
}

static void test_decodes(void **state)
{
	(void)state;
	check_decode(TEXT("a"), 1, 'a');
	check_decode(TEXT("\xc3\xa9"), 2, 0xe9);
	check_decode(TEXT("\xe2\x82\xac!"), 3, 0x20ac);
	check_decode(TEXT("\xf0\x9f\x98\x80"), 4, 0x1f600);
	check_decode(TEXT("\xf4\x8f\xbf\xbf"), 4, 0x10ffff);
	check_decode(TEXT("\xc3"), 1, 0xfffd);
	check_decode(TEXT("\xe2\x82"), 1, 0xfffd);
	check_decode(TEXT("\xc0\x80"), 1, 0xfffd);
	check_decode(TEXT("\xed\xa0\x80"), 1, 0xfffd);
	check_decode(TEXT("\xf4\x90\x80\x80"), 1, 0xfffd);
	check_decode(TEXT("\x80"), 1, 0xfffd);
}

static void test_reads_what_it_wrote(void **state)
{
	char bytes[4];
	uint32_t rune;

	(void)state;
	for (uint32_t written = 0; written <= 0x10ffff; written += written < 0x3000 ? 1 : 7) {
		if (written >= 0xd800 && written <= 0xdfff)
			continue;
		size_t length = utf8_encode(written, bytes);
		assert_int_equal(utf8_decode((struct ng_text){bytes, length}, 0, &rune), length);
		assert_int_equal(rune, written);
	}
}

static void test_decoding_stays_inside_the_slice(void **state)
{
	struct ng_text text = TEXT("\xe2\x82\xac");

	(void)state;
	check_decode(text_slice(text, 0, 2), 1, 0xfffd);
	check_decode(text_slice(text, 0, 1), 1, 0xfffd);
}

/* Going back visits the same code points as going on, malformed bytes included. */
static void test_goes_back_the_way_it_came(void **state)
{
	struct ng_text text = TEXT("a\xc3\xa9\x80\xe2\x82\xac\xe2\x82\xf0\x9f\x98\x80z\xff\xbf\xbf\xbf\xbf\xbf");
	size_t starts[32], n = 0;
	uint32_t runes[32], rune;

	(void)state;
	for (size_t at = 0; at < text.len; n++) {
		starts[n] = at;
		at += utf8_decode(text, at, &runes[n]);
	}
	for (size_t at = text.len; at > 0;) {
		at = utf8_before(text, at, &rune);
		n--;
		assert_int_equal(at, starts[n]);
		assert_int_equal(rune, runes[n]);
	}
	assert_int_equal(n, 0);
}

static void test_tells_valid_from_malformed_at_every_offset(void **state)
{
	static const char *const bad[] = {"\x80",
					  "\xc3",
					  "\xc1\xbf",
					  "\xe0\x9f\xbf",
					  "\xed\xa0\x80",
					  "\xf0\x8f\xbf\xbf",
					  "\xf4\x90\x80\x80",
					  "\xf5\x80\x80\x80",
					  "\xe2\x82",
					  "\xfe",
					  "\xff"};
	char bytes[32];

	(void)state;
	assert_true(utf8_valid(TEXT("")));
	assert_true(utf8_valid(TEXT("caf\xc3\xa9 \xe2\x82\xac \xf0\x9f\x98\x80 \x7f \x01")));
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
		for (size_t at = 0; at < 20; at++) {
			memset(bytes, 'x', sizeof bytes);
			memcpy(bytes + at, bad[i], strlen(bad[i]));
			assert_false(utf8_valid((struct ng_text){bytes, sizeof bytes}));
			assert_false(utf8_valid((struct ng_text){bytes, at + strlen(bad[i])}));
		}
	}
	for (size_t at = 0; at < 20; at++) {
		memset(bytes, 'x', sizeof bytes);
		bytes[at] = '\0';
		assert_false(utf8_valid((struct ng_text){bytes, 20}));
	}
}

TEST_IN_ARENA(repairs_each_maximal_subpart_once)
{
	struct ng_text whole = TEXT("caf\xc3\xa9");

	assert_ptr_equal(utf8_repair(arena, whole).at, whole.at);
	assert_text_equal(utf8_repair(arena, TEXT("")), "");
	/* The example of Unicode 15, table 3-8, and the ones around it. */
	assert_text_equal(utf8_repair(arena, TEXT("a\xf1\x80\x80\xe1\x80\xc2"
						  "b\x80"
						  "c\x80\xbf"
						  "d")),
			  "a\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd"
			  "b\xef\xbf\xbd"
			  "c\xef\xbf\xbd\xef\xbf\xbd"
			  "d");
	assert_text_equal(utf8_repair(arena, TEXT("\xed\xa0\x80")), "\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd");
	assert_text_equal(utf8_repair(arena, TEXT("\xc0\xaf")), "\xef\xbf\xbd\xef\xbf\xbd");
	assert_text_equal(utf8_repair(arena, TEXT("long enough a text\0end\xe2\x82")), "long enough a text\xef\xbf\xbd"
										       "end\xef\xbf\xbd");
}

static void test_classes(void **state)
{
	(void)state;
	assert_int_equal(rune_class('A'), RUNE_UPPER);
	assert_int_equal(rune_class('z'), RUNE_LOWER);
	assert_int_equal(rune_class('7'), RUNE_DIGIT);
	assert_int_equal(rune_class('-'), RUNE_PUNCT);
	assert_int_equal(rune_class('$'), RUNE_OTHER);
	assert_int_equal(rune_class('\n'), RUNE_SPACE);
	assert_int_equal(rune_class(0x7f), RUNE_OTHER);
	assert_int_equal(rune_class(0xc9), RUNE_UPPER);
	assert_int_equal(rune_class(0x44f), RUNE_LOWER);
	assert_int_equal(rune_class(0x5d0), RUNE_LETTER);
	assert_int_equal(rune_class(0x663), RUNE_DIGIT);
	assert_int_equal(rune_class(0x301), RUNE_MARK);
	assert_int_equal(rune_class(0xa0), RUNE_SPACE);
	assert_int_equal(rune_class(0x201c), RUNE_PUNCT);
	assert_int_equal(rune_class(0x20ac), RUNE_OTHER);
	assert_int_equal(rune_class(0xfffd), RUNE_OTHER);
	assert_true(rune_is_word(0x301));
	assert_false(rune_is_word('_'));
	assert_false(rune_is_word(' '));
	assert_true(rune_is_space(0x200b));
	assert_true(rune_is_space(0xfeff));
	assert_false(rune_is_space(0x200c));
}

/* The table for ASCII says what Unicode says. */
static void test_ascii_is_no_exception(void **state)
{
	(void)state;
	for (uint32_t rune = 0; rune < 0x80; rune++) {
		bool upper = rune >= 'A' && rune <= 'Z', lower = rune >= 'a' && rune <= 'z';
		bool digit = rune >= '0' && rune <= '9', space = rune == ' ' || (rune >= 9 && rune <= 13);
		bool punct = rune && strchr("!\"#%&'()*,-./:;?@[\\]_{}", (int)rune);
		enum rune_class expected = upper   ? RUNE_UPPER
					   : lower ? RUNE_LOWER
					   : digit ? RUNE_DIGIT
					   : space ? RUNE_SPACE
					   : punct ? RUNE_PUNCT
						   : RUNE_OTHER;
		assert_int_equal(rune_class(rune), expected);
		assert_int_equal(rune_lower(rune), upper ? rune + 32 : rune);
	}
}

static void test_cjk(void **state)
{
	(void)state;
	assert_true(rune_is_cjk(0x65e5));
	assert_true(rune_is_cjk(0x3042));
	assert_true(rune_is_cjk(0x30ab));
	assert_true(rune_is_cjk(0x30fc));
	assert_true(rune_is_cjk(0x20000));
	assert_false(rune_is_cjk(0x3002));
	assert_false(rune_is_cjk(0x30fb));
	assert_false(rune_is_cjk(0xac00));
	assert_false(rune_is_cjk('a'));
}

static void test_unsafe(void **state)
{
	static const uint32_t unsafe[] = {0,      1,      '\r',   0x1b,   0x7f,   0x85,   0x9f,   0x202e,
					  0x202a, 0x2066, 0x2069, 0xfeff, 0xfdd0, 0xfffe, 0xffff, 0x10ffff};
	static const uint32_t safe[] = {'\t',   '\n',   ' ',    '~',    0xa0,   0x2029,
					0x202f, 0x2065, 0xfdcf, 0xfdf0, 0xfffd, 0x1f600};

	(void)state;
	for (size_t i = 0; i < sizeof unsafe / sizeof *unsafe; i++)
		assert_true(rune_is_unsafe(unsafe[i]));
	for (size_t i = 0; i < sizeof safe / sizeof *safe; i++)
		assert_false(rune_is_unsafe(safe[i]));
}

static struct ng_text applied(struct arena *arena, void (*apply)(struct buf *, struct ng_text), struct ng_text text)
{
	struct buf buf = buf_new(arena, 1 << 20);

	buf_puts(&buf, ">");
	apply(&buf, text);
	return text_slice(buf_text(&buf), 1, SIZE_MAX);
}

TEST_IN_ARENA(lowers)
{
	assert_text_equal(applied(arena, utf8_lower, TEXT("")), "");
	assert_text_equal(applied(arena, utf8_lower, TEXT("ABC[Z]@\xc3\x89T\xc3\x89 \xd0\x9c")),
			  "abc[z]@\xc3\xa9t\xc3\xa9 \xd0\xbc");
	assert_text_equal(applied(arena, utf8_lower, TEXT("X\xff")), "x\xef\xbf\xbd");
}

TEST_IN_ARENA(folds_marks_away)
{
	assert_text_equal(applied(arena, utf8_fold, TEXT("Erd\xc3\x96l \xc5\xbd\xc3\xb4")), "erdol zo");
	assert_text_equal(applied(arena, utf8_fold, TEXT("e\xcc\x81")), "e");
	assert_text_equal(applied(arena, utf8_fold, TEXT("\xd0\x99")), "\xd0\xb8");
	assert_text_equal(applied(arena, utf8_fold, TEXT("\xe1\xbb\x86")), "e");
}

TEST_IN_ARENA(squeezes_white_space)
{
	assert_text_equal(applied(arena, utf8_squeeze, TEXT("")), "");
	assert_text_equal(applied(arena, utf8_squeeze, TEXT(" \n\t ")), "");
	assert_text_equal(applied(arena, utf8_squeeze, TEXT("a")), "a");
	assert_text_equal(applied(arena, utf8_squeeze,
				  TEXT("  a \n b\xc2\xa0\xe2\x80\x8b"
				       "c\xe3\x80\x80")),
			  "a b c");
	assert_text_equal(applied(arena, utf8_squeeze, TEXT("a \xff b")), "a \xff b");
}

static void test_width(void **state)
{
	(void)state;
	assert_int_equal(utf8_width(TEXT("")), 0);
	assert_int_equal(utf8_width(TEXT("e\xcc\x81\xc3\xa9x")), 3);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_decodes),
	    cmocka_unit_test(test_reads_what_it_wrote),
	    cmocka_unit_test(test_decoding_stays_inside_the_slice),
	    cmocka_unit_test(test_goes_back_the_way_it_came),
	    cmocka_unit_test(test_tells_valid_from_malformed_at_every_offset),
	    cmocka_unit_test(repairs_each_maximal_subpart_once),
	    cmocka_unit_test(test_classes),
	    cmocka_unit_test(test_ascii_is_no_exception),
	    cmocka_unit_test(test_cjk),
	    cmocka_unit_test(test_unsafe),
	    cmocka_unit_test(lowers),
	    cmocka_unit_test(folds_marks_away),
	    cmocka_unit_test(squeezes_white_space),
	    cmocka_unit_test(test_width),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
