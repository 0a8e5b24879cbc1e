/* URLs: parts, sites, RFC 3986's own examples of resolution, and what is not safe to link to. */
#include "test.h"

#include "base/url.h"

static void test_splits(void **state)
{
	struct url url;

	(void)state;
	assert_true(url_split(TEXT("HTTPS://me:pw@www.Example.org:8080/a/b?q=1?2#f#g"), &url));
	assert_text_equal(url.scheme, "HTTPS");
	assert_text_equal(url.host, "www.Example.org");
	assert_text_equal(url.port, "8080");
	assert_text_equal(url.path, "/a/b");
	assert_text_equal(url.query, "q=1?2");
	assert_text_equal(url.fragment, "f#g");
	assert_true(url_split(TEXT("http://[2001:db8::1]:80"), &url));
	assert_text_equal(url.host, "[2001:db8::1]");
	assert_text_equal(url.port, "80");
	assert_text_equal(url.path, "");
	assert_true(url_split(TEXT("http://x?q"), &url));
	assert_text_equal(url.host, "x");
	assert_false(url_split(TEXT("mailto:desk@example.org"), &url));
	assert_text_equal(url.scheme, "mailto");
	assert_text_equal(url.path, "desk@example.org");
	assert_false(url_split(TEXT("/a/b"), &url));
	assert_false(url_split(TEXT("//example.org/a"), &url));
	assert_false(url_split(TEXT("http:///a"), &url));
	assert_false(url_split(TEXT("http://user@/a"), &url));
	assert_false(url_split(TEXT("1http://x"), &url));
	assert_false(url_split(TEXT(""), &url));
	assert_false(url_split(TEXT("://x"), &url));
}

static void test_safe(void **state)
{
	static const struct ng_text safe[] = {
	    {"http://x", 8}, {"HTTPS://example.org/caf\xc3\xa9?a=b&c", 31}, {"mailto:a@b", 10}};
	static const char *const unsafe[] = {"",
					     "javascript:alert(1)",
					     "JaVaScRiPt://x/%0aalert(1)",
					     "data:text/html,x",
					     "http:x",
					     "http://",
					     "ftp://x",
					     "mailto:",
					     " http://x",
					     "http://x y",
					     "http://x\n",
					     "http://x/\t",
					     "http://x\x7f",
					     "http://x/\xe2\x80\xae",
					     "http://x/\xc2\xa0",
					     "http://x/\xff",
					     "/relative",
					     "vbscript:x",
					     "java\nscript:x"};

	(void)state;
	for (size_t i = 0; i < sizeof safe / sizeof *safe; i++)
		assert_true(url_is_safe(safe[i]));
	for (size_t i = 0; i < sizeof unsafe / sizeof *unsafe; i++)
		if (url_is_safe(text_of(unsafe[i])))
			fail_msg("%s", unsafe[i]);
	assert_false(url_is_safe(TEXT("http://x/\0y")));
}

TEST_IN_ARENA(names_the_site)
{
	assert_text_equal(url_host(TEXT("http://www.Example.org/x")), "Example.org");
	assert_text_equal(url_host(TEXT("http://WWW.example.org")), "example.org");
	assert_text_equal(url_host(TEXT("no url")), "");
	assert_text_equal(url_site(arena, TEXT("https://WWW.Example.ORG:443/x")), "example.org");
	assert_text_equal(url_site(arena, TEXT("https://www.m.example.org")), "example.org");
	assert_text_equal(url_site(arena, TEXT("https://amp.example.org.")), "example.org");
	assert_text_equal(url_site(arena, TEXT("https://m.example/")), "m.example");
	assert_text_equal(url_site(arena, TEXT("https://www.com")), "www.com");
	assert_text_equal(url_site(arena, TEXT("https://mmm.example.org")), "mmm.example.org");
	assert_text_equal(url_site(arena, TEXT("nothing")), "");
}

/* RFC 3986, sections 5.4.1 and 5.4.2. */
TEST_IN_ARENA(resolves_the_examples_of_the_standard)
{
	static const char *const examples[][2] = {
	    {"g:h", "g:h"},
	    {"g", "http://a/b/c/g"},
	    {"./g", "http://a/b/c/g"},
	    {"g/", "http://a/b/c/g/"},
	    {"/g", "http://a/g"},
	    {"//g", "http://g"},
	    {"?y", "http://a/b/c/d;p?y"},
	    {"g?y", "http://a/b/c/g?y"},
	    {"#s", "http://a/b/c/d;p?q#s"},
	    {"g#s", "http://a/b/c/g#s"},
	    {"g?y#s", "http://a/b/c/g?y#s"},
	    {";x", "http://a/b/c/;x"},
	    {"g;x", "http://a/b/c/g;x"},
	    {"g;x?y#s", "http://a/b/c/g;x?y#s"},
	    {"", "http://a/b/c/d;p?q"},
	    {".", "http://a/b/c/"},
	    {"./", "http://a/b/c/"},
	    {"..", "http://a/b/"},
	    {"../", "http://a/b/"},
	    {"../g", "http://a/b/g"},
	    {"../..", "http://a/"},
	    {"../../", "http://a/"},
	    {"../../g", "http://a/g"},
	    {"../../../g", "http://a/g"},
	    {"../../../../g", "http://a/g"},
	    {"/./g", "http://a/g"},
	    {"/../g", "http://a/g"},
	    {"g.", "http://a/b/c/g."},
	    {".g", "http://a/b/c/.g"},
	    {"g..", "http://a/b/c/g.."},
	    {"..g", "http://a/b/c/..g"},
	    {"./../g", "http://a/b/g"},
	    {"./g/.", "http://a/b/c/g/"},
	    {"g/./h", "http://a/b/c/g/h"},
	    {"g/../h", "http://a/b/c/h"},
	    {"g;x=1/./y", "http://a/b/c/g;x=1/y"},
	    {"g;x=1/../y", "http://a/b/c/y"},
	    {"g?y/./x", "http://a/b/c/g?y/./x"},
	    {"g#s/../x", "http://a/b/c/g#s/../x"},
	    {"http:g", "http:g"},
	    {"/a//../b", "http://a/a/b"},
	    {" g\n", "http://a/b/c/g"},
	};

	for (size_t i = 0; i < sizeof examples / sizeof *examples; i++) {
		struct ng_text got = url_resolve(arena, TEXT("http://a/b/c/d;p?q"), text_of(examples[i][0]));
		if (!text_equal(got, text_of(examples[i][1])))
			fail_msg("%s gave %.*s", examples[i][0], TEXT_ARGS(got));
	}
	assert_text_equal(url_resolve(arena, TEXT("http://a"), TEXT("g")), "http://a/g");
	assert_text_equal(url_resolve(arena, TEXT(""), TEXT("g/h")), "g/h");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_splits),
	    cmocka_unit_test(test_safe),
	    cmocka_unit_test(names_the_site),
	    cmocka_unit_test(resolves_the_examples_of_the_standard),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
