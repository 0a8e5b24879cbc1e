/* The buffer: growth, UTF-8, formats, and its cap. */
#include "test.h"

#include "base/buf.h"

TEST_IN_ARENA(grows)
{
	struct buf buf = buf_new(arena, 1 << 20);

	assert_text_equal(buf_text(&buf), "");
	for (int i = 0; i < 10000; i++) {
		buf_byte(&buf, 'a');
		buf_puts(&buf, "bc");
		buf_put(&buf, TEXT(""));
		buf_format(&buf, "%d", i % 10);
	}
	assert_int_equal(buf.len, 40000);
	assert_text_equal(text_slice(buf_text(&buf), 39988, 40000), "abc7abc8abc9");
	buf_cut(&buf, 3);
	buf_cut(&buf, 99);
	assert_text_equal(buf_text(&buf), "abc");
}

TEST_IN_ARENA(writes_utf8)
{
	static const uint32_t runes[] = {'a',     0x7f,     0x80,   0x7ff,  0x800,    0xffff,
					 0x10000, 0x10ffff, 0xd800, 0xdfff, 0x110000, UINT32_MAX};
	struct buf buf = buf_new(arena, 100);

	for (size_t i = 0; i < sizeof runes / sizeof *runes; i++)
		buf_rune(&buf, runes[i]);
	assert_text_equal(buf_text(&buf),
			  "a\x7f\xc2\x80\xdf\xbf\xe0\xa0\x80\xef\xbf\xbf\xf0\x90\x80\x80\xf4\x8f\xbf\xbf"
			  "\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd");
}

static void put_over(void *data)
{
	buf_byte(data, 'x');
}

TEST_IN_ARENA(keeps_its_cap)
{
	struct buf buf = buf_new(arena, 300);
	struct ng_error error = {0};

	for (int i = 0; i < 300; i++)
		buf_byte(&buf, 'x');
	buf_put(&buf, TEXT(""));
	assert_false(arena_try(arena, put_over, &buf, &error));
	assert_int_equal(error.status, NG_BAD_INPUT);
	assert_non_null(strstr(error.what, "300"));
	assert_int_equal(buf.len, 300);
}

TEST_IN_ARENA(formats)
{
	struct buf buf = buf_new(arena, 100);

	buf_format(&buf, "%s|%5.1f|%zu", "a", 2.25, (size_t)7);
	assert_text_equal(buf_text(&buf), "a|  2.2|7");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(grows),
	    cmocka_unit_test(writes_utf8),
	    cmocka_unit_test(keeps_its_cap),
	    cmocka_unit_test(formats),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
