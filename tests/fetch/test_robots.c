/* robots.txt: the examples and rules of RFC 9309, and files as they are found. */
#include "unit/test.h"

#include "fetch/robots.h"

static const struct {
	const char *robots, *path;
	bool allowed;
} cases[] = {
    /* nothing binds */
    {"", "/a", true},
    {"Disallow: /a", "/a", true},
    {"User-agent: other\nDisallow: /", "/a", true},
    /* groups of ours bind, those of * only without one */
    {"User-agent: *\nDisallow: /a", "/a", false},
    {"User-agent: *\nDisallow: /a", "/b", true},
    {"User-agent: *\nDisallow: /\n\nUser-agent: nutgraf-fetch\nDisallow: /x", "/a", true},
    {"User-agent: nutgraf-fetch\nDisallow: /x\n\nUser-agent: *\nDisallow: /", "/x/y", false},
    {"USER-AGENT: Nutgraf-Fetch/2.0 (+https://x)\ndisallow:/a", "/a", false},
    {"User-agent: nutgraf\nDisallow: /", "/a", true},
    {"User-agent: nutgraf-fetcher\nDisallow: /", "/a", true},
    /* two groups of ours are one; lines of agents share a group */
    {"User-agent: nutgraf-fetch\nDisallow: /a\nUser-agent: x\nDisallow: /b\nUser-agent: nutgraf-fetch\nDisallow: /c",
     "/c", false},
    {"User-agent: nutgraf-fetch\nDisallow: /a\nUser-agent: x\nDisallow: /b\nUser-agent: nutgraf-fetch\nDisallow: /c",
     "/b", true},
    {"User-agent: x\nUser-agent: nutgraf-fetch\nUser-agent: y\nDisallow: /a", "/a", false},
    {"User-agent: nutgraf-fetch\nCrawl-delay: 3\nSitemap: https://x/\nDisallow: /a", "/a", false},
    /* the longest rule wins, allow in a tie */
    {"User-agent: *\nAllow: /example/page/\nDisallow: /example/page/disallowed.gif", "/example/page/disallowed.gif",
     false},
    {"User-agent: *\nAllow: /example/page/\nDisallow: /example/page/disallowed.gif", "/example/page/", true},
    {"User-agent: *\nDisallow: /p\nAllow: /p", "/p/q", true},
    {"User-agent: *\nAllow: /p\nDisallow: /p", "/p/q", true},
    {"User-agent: *\nDisallow: /\nAllow: /news/", "/news/1", true},
    {"User-agent: *\nDisallow: /\nAllow: /news/", "/newsletter", false},
    {"User-agent: *\nDisallow:", "/a", true},
    /* * and $ */
    {"User-agent: *\nDisallow: *.gif$", "/a/b.gif", false},
    {"User-agent: *\nDisallow: *.gif$", "/a/b.gif?c", true},
    {"User-agent: *\nDisallow: /*/private", "/a/b/private/c", false},
    {"User-agent: *\nDisallow: /*/private", "/private", true},
    {"User-agent: *\nDisallow: /a*b*c$", "/axbxcxc", false},
    {"User-agent: *\nDisallow: /a*b*c$", "/axbxcxd", true},
    {"User-agent: *\nDisallow: /a$b", "/a$b", false},
    {"User-agent: *\nDisallow: /$", "/", false},
    {"User-agent: *\nDisallow: /$", "/a", true},
    {"User-agent: *\nDisallow: /*", "/", false},
    /* percent-encoding: section 2.2.2's table */
    {"User-agent: *\nDisallow: /foo/bar?baz=quz", "/foo/bar?baz=quz", false},
    {"User-agent: *\nDisallow: /foo/bar?baz=https%3A%2F%2Ffoo.bar", "/foo/bar?baz=https%3A%2F%2Ffoo.bar", false},
    {"User-agent: *\nDisallow: /foo/bar?baz=https%3a%2f%2ffoo.bar", "/foo/bar?baz=https%3A%2F%2Ffoo.bar", false},
    {"User-agent: *\nDisallow: /foo/bar/\xe3\x83\x84", "/foo/bar/%E3%83%84", false},
    {"User-agent: *\nDisallow: /foo/bar/%E3%83%84", "/foo/bar/%e3%83%84", false},
    {"User-agent: *\nDisallow: /foo/bar/%62%61%7A", "/foo/bar/baz", false},
    {"User-agent: *\nDisallow: /foo%2Fbar", "/foo/bar", true},
    {"User-agent: *\nDisallow: /100%", "/100%25", true},
    /* the case of paths counts; comments, blanks, line ends, a mark */
    {"User-agent: *\nDisallow: /A", "/a", true},
    {"User-agent: * # all\nDisallow: /a # not this", "/a", false},
    {"\xef\xbb\xbfUser-agent: *\r\n  Disallow :\t/a  \r\n", "/a", false},
    {"User-agent: *\rDisallow: /a", "/a", false},
    {"User-agent: *\n\n\nDisallow: /a", "/a", false},
    {"<!doctype html><title>User-agent: *</title>\nDisallow: /", "/a", true},
    {"User-agent: *\nDisallow: /", "/robots.txt", true},
    {"User-agent: *\nDisallow: a", "/a", true},
};

static void test_cases(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		if (robots_allow(text_of(cases[i].robots), TEXT("nutgraf-fetch"), text_of(cases[i].path)) !=
		    cases[i].allowed)
			fail_msg("case %zu: %s in\n%s", i, cases[i].path, cases[i].robots);
}

/* NUL and any byte stand in a file; a rule of stars costs rule times path, not more. */
static void test_hostile(void **state)
{
	enum { STARS = 20000, PATH = 2000 };
	static char robots[STARS * 2 + 64], path[PATH];
	static const char nul[] = "User-agent: *\nDisallow: /a\0b";
	size_t n = (size_t)snprintf(robots, sizeof robots, "User-agent: *\nDisallow: ");

	(void)state;
	assert_true(robots_allow((struct ng_text){nul, sizeof nul - 1}, TEXT("nutgraf-fetch"), TEXT("/a")));
	for (size_t i = 0; i < STARS; i++) {
		robots[n++] = '*';
		robots[n++] = 'a';
	}
	memset(path, 'a', sizeof path);
	path[0] = '/';
	assert_true(
	    robots_allow((struct ng_text){robots, n}, TEXT("nutgraf-fetch"), (struct ng_text){path, sizeof path}));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_cases),
	    cmocka_unit_test(test_hostile),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
