/* Charsets to UTF-8. */
#include "test.h"

#include "read/charset.h"

static struct ng_text utf8(struct arena *arena, struct ng_text bytes, const char *declared)
{
	return charset_to_utf8(arena, bytes, text_of(declared), false);
}

TEST_IN_ARENA(marks_decide)
{
	assert_text_equal(utf8(arena,
			       TEXT("\xef\xbb\xbf"
				    "caf\xc3\xa9"),
			       "windows-1252"),
			  "caf\xc3\xa9");
	assert_text_equal(utf8(arena,
			       TEXT("\xff\xfe"
				    "a\0\xe9\0"),
			       "utf-8"),
			  "a\xc3\xa9");
	assert_text_equal(utf8(arena,
			       TEXT("\xfe\xff"
				    "\0a\0\xe9"),
			       NULL),
			  "a\xc3\xa9");
	assert_text_equal(utf8(arena,
			       TEXT("\xff\xfe\0\0"
				    "a\0\0\0"),
			       NULL),
			  "a");
}

TEST_IN_ARENA(labels_are_read_as_browsers_do)
{
	assert_text_equal(utf8(arena, TEXT("\x93quoted\x94 \x80"), "ISO-8859-1"),
			  "\xe2\x80\x9cquoted\xe2\x80\x9d \xe2\x82\xac");
	assert_text_equal(utf8(arena, TEXT("\xcf\xf0\xe8\xe2\xe5\xf2"), " windows-1251 "),
			  "\xd0\x9f\xd1\x80\xd0\xb8\xd0\xb2\xd0\xb5\xd1\x82");
	assert_text_equal(utf8(arena, TEXT("\xce\xd2\xb0\xae"), "gb2312"), "\xe6\x88\x91\xe7\x88\xb1");
}

TEST_IN_ARENA(valid_utf8_wins_unless_forced)
{
	assert_text_equal(utf8(arena, TEXT("caf\xc3\xa9"), "iso-8859-1"), "caf\xc3\xa9");
	assert_text_equal(charset_to_utf8(arena, TEXT("caf\xc3\xa9"), TEXT("iso-8859-1"), true), "caf\xc3\x83\xc2\xa9");
}

TEST_IN_ARENA(unlabelled_text_is_guessed)
{
	assert_text_equal(utf8(arena,
			       TEXT("Der B\xfcrgermeister sagte, die Stra\xdf"
				    "e werde f\xfcr M\xe4rz gesperrt. Die \xd6"
				    "ffnung folgt sp\xe4ter."),
			       NULL),
			  "Der B\xc3\xbcrgermeister sagte, die Stra\xc3\x9f"
			  "e werde f\xc3\xbcr M\xc3\xa4rz gesperrt. Die \xc3\x96"
			  "ffnung folgt sp\xc3\xa4ter.");
}

TEST_IN_ARENA(nothing_fails)
{
	assert_text_equal(utf8(arena, TEXT(""), NULL), "");
	assert_text_equal(utf8(arena, TEXT("caf\xc3\xa9"), "no-such-charset"), "caf\xc3\xa9");
	assert_text_equal(utf8(arena, TEXT("a\xe9 b"), "no-such-charset"), "a\xc3\xa9 b");
	assert_text_equal(utf8(arena, TEXT("a\xff"), "utf-8"), "a\xef\xbf\xbd");
	assert_text_equal(utf8(arena,
			       TEXT("\xff\xfe"
				    "a\0b"),
			       NULL),
			  "a\xef\xbf\xbd");
	assert_text_equal(utf8(arena, TEXT("a\0b"), NULL), "a\xef\xbf\xbd"
							   "b");
}

TEST_IN_ARENA(newlines_become_one)
{
	assert_text_equal(utf8(arena, TEXT("a\r\nb\rc\n\r\n"), NULL), "a\nb\nc\n\n");
}

/* A whole step of the converter ends inside a character. */
TEST_IN_ARENA(long_text_converts_whole)
{
	enum { LETTERS = 100001 };
	char *bytes = arena_alloc(arena, LETTERS, 1);

	memset(bytes, 0xe9, LETTERS);
	struct ng_text text = utf8(arena, (struct ng_text){bytes, LETTERS}, "iso-8859-1");
	assert_int_equal(text.len, 2 * LETTERS);
	for (size_t i = 0; i < text.len; i += 2)
		assert_memory_equal(text.at + i, "\xc3\xa9", 2);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(marks_decide),
	    cmocka_unit_test(labels_are_read_as_browsers_do),
	    cmocka_unit_test(valid_utf8_wins_unless_forced),
	    cmocka_unit_test(unlabelled_text_is_guessed),
	    cmocka_unit_test(nothing_fails),
	    cmocka_unit_test(newlines_become_one),
	    cmocka_unit_test(long_text_converts_whole),
	};

	return cmocka_run_group_tests_name("charset", tests, NULL, NULL);
}
