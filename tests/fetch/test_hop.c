/* Hops and waits: what is asked for, of whom, and when again. */
#include "unit/test.h"

#include "base/date.h"
#include "fetch/hop.h"
#include "fetch/retry.h"

TEST_IN_ARENA(makes_hops)
{
	struct hop hop;

	assert_null(hop_make(arena, TEXT("HTTPS://News.Example/a/b?q=1#part"), false, 100, &hop));
	assert_text_equal(hop.url, "HTTPS://News.Example/a/b?q=1");
	assert_text_equal(hop.host, "news.example:443");
	assert_text_equal(hop.origin, "https://news.example:443");
	assert_text_equal(hop.path, "/a/b?q=1");
	assert_null(hop_make(arena, TEXT("https://[2001:db8::A]:8443"), false, 100, &hop));
	assert_text_equal(hop.host, "[2001:db8::a]:8443");
	assert_text_equal(hop.path, "/");
	assert_null(hop_make(arena, TEXT("https://a.example?x"), false, 100, &hop));
	assert_text_equal(hop.path, "/?x");
}

TEST_IN_ARENA(turns_http_to_https)
{
	struct hop hop;

	assert_null(hop_make(arena, TEXT("http://a.example/x"), false, 100, &hop));
	assert_text_equal(hop.url, "https://a.example/x");
	assert_text_equal(hop.host, "a.example:443");
	assert_text_equal(hop.origin, "https://a.example:443");
	assert_null(hop_make(arena, TEXT("http://a.example/x"), true, 100, &hop));
	assert_text_equal(hop.url, "http://a.example/x");
	assert_text_equal(hop.host, "a.example:80");
	assert_text_equal(hop.origin, "http://a.example:80");
	assert_non_null(hop_make(arena, TEXT("http://a.example:8080/x"), false, 100, &hop));
	assert_null(hop_make(arena, TEXT("http://a.example:8080/x"), true, 100, &hop));
	assert_text_equal(hop.host, "a.example:8080");
}

TEST_IN_ARENA(refuses_hops)
{
	static const char *const urls[] = {
	    "file:///etc/passwd",
	    "ftp://a.example/",
	    "gopher://a.example/",
	    "javascript:alert(1)",
	    "/feed",
	    "",
	    "https://",
	    "mailto:a@b.example",
	    "https://a b.example/",
	    "https://me:pw@a.example/",
	    "https://me@a.example",
	    "https://a.example/\r\nHost: b",
	    "dict://a.example/",
	    "https:/a.example",
	};
	struct hop hop;

	for (size_t i = 0; i < sizeof urls / sizeof *urls; i++)
		if (!hop_make(arena, text_of(urls[i]), true, 1000, &hop))
			fail_msg("%s passes", urls[i]);
	assert_null(hop_make(arena, TEXT("https://a.example/@b"), true, 100, &hop));
	assert_null(hop_make(arena, TEXT("https://a.example/12345"), true, 23, &hop));
	assert_non_null(hop_make(arena, TEXT("https://a.example/123456"), true, 23, &hop));
}

TEST_IN_ARENA(shows_no_password)
{
	assert_text_equal(hop_shown(arena, TEXT("https://me:pw@a.example/x?y")), "https://a.example/x?y");
	assert_text_equal(hop_shown(arena, TEXT("https://a.example/x@y")), "https://a.example/x@y");
	assert_text_equal(hop_shown(arena, TEXT("file:///etc/passwd")), "file:///etc/passwd");
}

static void reads_retry_after(void **state)
{
	const int64_t now = (int64_t)day_of((struct civil){2026, 3, 17}) * 86400 + 8 * 3600;

	(void)state;
	assert_int_equal(retry_seconds(TEXT("0"), now), 0);
	assert_int_equal(retry_seconds(TEXT(" 120 "), now), 120);
	assert_int_equal(retry_seconds(TEXT("99999999999999999999999"), now), RETRY_MOST);
	assert_int_equal(retry_seconds(TEXT("604801"), now), RETRY_MOST);
	assert_int_equal(retry_seconds(TEXT("Tue, 17 Mar 2026 08:00:30 GMT"), now), 30);
	assert_int_equal(retry_seconds(TEXT("Tue, 17 Mar 2026 07:00:00 GMT"), now), 0);
	assert_int_equal(retry_seconds(TEXT("Tue, 17 Mar 2093 07:00:00 GMT"), now), RETRY_MOST);
	assert_int_equal(retry_seconds(TEXT(""), now), -1);
	assert_int_equal(retry_seconds(TEXT("soon"), now), -1);
	assert_int_equal(retry_seconds(TEXT("-5"), now), -1);
	assert_int_equal(retry_seconds(TEXT("12 minutes"), now), -1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(makes_hops),        cmocka_unit_test(turns_http_to_https), cmocka_unit_test(refuses_hops),
	    cmocka_unit_test(shows_no_password), cmocka_unit_test(reads_retry_after),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
