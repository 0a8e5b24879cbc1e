/* Class words: whole tokens, camel case, patterns, and what is remembered. */
#include "test.h"

#include "base/buf.h"
#include "read/html_class.h"

#define BIT(name) CLASS_BIT(CLASS_##name)

TEST_IN_ARENA(words)
{
	static const struct {
		const char *class, *id;
		unsigned all, none;
	} cases[] = {
	    {"article-body", "", BIT(BODY) | BIT(CONTENT), BIT(COMMENT)},
	    {"articleBody", "", BIT(BODY), 0},
	    {"", "comments", BIT(COMMENT), BIT(BODY)},
	    {"storyRelated", "", BIT(CONTENT) | BIT(RELATED), 0},
	    {"HTMLNav", "", BIT(NAV), 0},
	    {"h2 sr-only", "", BIT(HIDDEN), 0},
	    {"tweet share", "", 0, BIT(SHARE)},
	    {"badge header2", "", BIT(NAV), BIT(AD)},
	    {"x", "y", 0, ~0u},
	    {"bulletin", "", 0, BIT(NEWSLETTER)},
	    {"newsletter-signup", "", BIT(NEWSLETTER), BIT(BODY)},
	};
	struct html_classes *classes = html_classes_new(arena);

	for (int again = 0; again < 2; again++)
		for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
			unsigned bits = html_classes_of(classes, text_of(cases[i].class), text_of(cases[i].id));
			if ((bits & cases[i].all) != cases[i].all || (bits & cases[i].none))
				fail_msg("%s %s: %x", cases[i].class, cases[i].id, bits);
		}
}

/* The table of patterns is read from the first of each pair of letters: it must be sorted. */
TEST_IN_ARENA(long_strings)
{
	struct html_classes *classes = html_classes_new(arena);
	struct buf buf = buf_new(arena, 1 << 24);

	for (int i = 0; i < 100000; i++)
		buf_puts(&buf, "wrap-");
	buf_puts(&buf, "comments");
	/* only the beginning is read */
	assert_int_equal(html_classes_of(classes, buf_text(&buf), (struct ng_text){0}), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(words), cmocka_unit_test(long_strings)};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
