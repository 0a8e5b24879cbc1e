/* Style sheets in fewer bytes that mean the same. */
#include "test.h"

#include "render/css.h"

static void check(struct arena *arena, const char *sheet, const char *expected)
{
	struct buf out = buf_new(arena, 1 << 16);

	css_squeeze(&out, text_of(sheet));
	assert_text(buf_text(&out), text_of(expected), __FILE__, __LINE__);
}

TEST_IN_ARENA(white_space_that_means_nothing_goes)
{
	check(arena, "a { color: red;\n  margin: 0 1px; }\n\nb , c { }\n", "a{color:red;margin:0 1px}b,c{}");
	check(arena, "@media (min-width: 10em) and (print) { a { b: c } }",
	      "@media (min-width:10em) and (print){a{b:c}}");
	check(arena, "  a{}  ", "a{}");
	check(arena, "", "");
}

TEST_IN_ARENA(white_space_that_means_something_stays)
{
	check(arena, "a :hover, a:hover b > c { width: calc(1px + 2px) }",
	      "a :hover,a:hover b > c{width:calc(1px + 2px)}");
	check(arena, "a { font: 1em/1.5 \"A  B\", c }", "a{font:1em/1.5 \"A  B\",c}");
	check(arena, "a { content: \"; } /* x */ \\\" {\" ; }", "a{content:\"; } /* x */ \\\" {\"}");
	check(arena, "a { content: '' }", "a{content:''}");
}

TEST_IN_ARENA(comments_go)
{
	check(arena, "a/* x */b { /* ; */ c: d /**/ ; }", "a b{c:d}");
	check(arena, "a{}/* open", "a{}");
	check(arena, "a{b:\"open", "a{b:\"open");
	check(arena, "a{b:\"\\", "a{b:\"\\");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(white_space_that_means_nothing_goes),
	    cmocka_unit_test(white_space_that_means_something_stays),
	    cmocka_unit_test(comments_go),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
