/* Character references: names, numbers, the broken ones browsers mend, and what is none. */
#include "test.h"

#include "read/feed_entity.h"

static struct ng_text replaced(struct arena *arena, const char *text)
{
	struct buf buf = buf_new(arena, 1 << 16);

	feed_entities_put(&buf, text_of(text));
	return buf_text(&buf);
}

TEST_IN_ARENA(replaces_what_is_a_reference)
{
	static const char *const cases[][2] = {
	    {"a &amp; b &lt;&gt;&quot;&apos;", "a & b <>\"'"},
	    {"caf&eacute; &Eacute;&hellip;&nbsp;", "caf\xc3\xa9 \xc3\x89\xe2\x80\xa6\xc2\xa0"},
	    {"&#233;&#xe9;&#XE9;&#x1F600;", "\xc3\xa9\xc3\xa9\xc3\xa9\xf0\x9f\x98\x80"},
	    {"&#146;s &#x80;", "\xe2\x80\x99s \xe2\x82\xac"},
	    {"&#8217s", "\xe2\x80\x99s"},
	    {"&#0;&#xD800;&#x110000;&#99999999999999999999;", "\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd"},
	    {"&amp;amp;", "&amp;"},
	};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		assert_text(replaced(arena, cases[i][0]), text_of(cases[i][1]), __FILE__, __LINE__);
}

TEST_IN_ARENA(leaves_what_is_none)
{
	static const char *const cases[] = {
	    "AT&T", "a&b=1&c=2", "&", "&;", "&#;", "&#x;", "&#xg;", "&bogus;", "&amp", "&eacute", "& amp;", "&lol9;",
	};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		assert_text(replaced(arena, cases[i]), text_of(cases[i]), __FILE__, __LINE__);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(replaces_what_is_a_reference),
	    cmocka_unit_test(leaves_what_is_none),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
