/* Lists of feeds: OPML of any depth, URLs a line, URLs; what is no feed is named with its line. */
#include "unit/test_folder.h"

#include "fetch/list.h"

static struct feed_list list_of(struct arena *arena, const char *bytes, size_t len)
{
	struct feed_list list = list_new(arena);

	make_file("feeds", (struct ng_text){bytes, len});
	list_add(arena, &list, "feeds", 1 << 20);
	return list;
}
#define LIST(literal) list_of(arena, "" literal, sizeof literal - 1)

TEST_IN_ARENA(reads_opml)
{
	struct feed_list list =
	    LIST("<?xml version=\"1.0\" encoding=\"iso-8859-1\"?><opml version=\"2.0\"><head><title>x"
		 "</title></head><body>\n<outline text=\"caf\xe9\">\n"
		 "<outline text=\"a\" type=\"rss\" xmlUrl=\"https://a.example/feed?x=1&amp;y=2\"/>\n"
		 "<outline><outline xmlURL=\" https://b.example/ \"/></outline></outline>\n"
		 "<outline text=\"no feed\" htmlUrl=\"https://c.example/\"/>\n"
		 "<outline xmlUrl=\"ftp://d.example/\"/>\n"
		 "<outline xmlUrl=\"https://a.example/feed?x=1&amp;y=2\"/></body></opml>");

	assert_int_equal(list.n, 2);
	assert_text_equal(list.at[0], "https://a.example/feed?x=1&y=2");
	assert_text_equal(list.at[1], "https://b.example/");
	assert_int_equal(list.problems.n, 1);
	assert_string_equal(list.problems.at[0].where, "feeds");
	assert_int_equal(list.problems.at[0].line, 6);
}

TEST_IN_ARENA(reads_lines)
{
	struct feed_list list = LIST("\xef\xbb\xbf# mine\n\nhttps://a.example/feed news \"~A\"\r\n"
				     "\thttp://b.example/#part\nnonsense\nhttps://a.example/feed\n"
				     "https://me:secret@c.example/\nhttps://d.example");

	assert_int_equal(list.n, 3);
	assert_text_equal(list.at[0], "https://a.example/feed");
	assert_text_equal(list.at[1], "http://b.example/");
	assert_text_equal(list.at[2], "https://d.example");
	assert_int_equal(list.problems.n, 2);
	assert_int_equal(list.problems.at[0].line, 5);
	assert_string_equal(list.problems.at[0].what, "\"nonsense\" is no http or https URL");
	assert_int_equal(list.problems.at[1].line, 7);
	assert_null(strstr(list.problems.at[1].what, "secret"));
}

TEST_IN_ARENA(reads_urls)
{
	struct feed_list list = list_new(arena);

	list_add(arena, &list, "HTTPS://a.example/x", 1);
	list_add(arena, &list, "file:///etc/passwd", 1);
	list_add(arena, &list, "gopher://a.example/", 1);
	list_add(arena, &list, "http://a.example/\n", 1);
	assert_int_equal(list.n, 2);
	assert_int_equal(list.problems.n, 2);
}

struct refusal {
	struct arena *arena;
	const char *bytes;
};

static void read_refused(void *data)
{
	struct refusal *refusal = data;

	list_of(refusal->arena, refusal->bytes, strlen(refusal->bytes));
}

static void refuses(struct arena *arena, const char *bytes, unsigned long line, const char *what)
{
	struct refusal refusal = {arena, bytes};
	struct ng_error error = {0};

	assert_false(arena_try(arena, read_refused, &refusal, &error));
	assert_int_equal(error.status, NG_BAD_INPUT);
	assert_int_equal(error.line, line);
	assert_non_null(strstr(error.what, what));
}

TEST_IN_ARENA(refuses_what_is_no_list)
{
	char *deep = arena_array(arena, 200000, char);
	size_t n = (size_t)snprintf(deep, 100, "<opml>");

	refuses(arena, "<rss version=\"2.0\"><channel/></rss>", 1, "<rss>");
	refuses(arena, "<opml><body>\n<outline></body></opml>", 2, "not well-formed");
	refuses(arena, "<opml>", 1, "not well-formed");
	refuses(arena,
		"<!DOCTYPE opml [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">"
		"<!ENTITY c SYSTEM \"file:///etc/passwd\">]><opml><outline xmlUrl=\"&c;\"/></opml>",
		1, "not well-formed");
	while (n + 16 < 200000)
		n += (size_t)snprintf(deep + n, 16, "<outline>");
	refuses(arena, deep, 1, "not well-formed");
}

TEST_IN_ARENA(refuses_more_than_the_limit)
{
	struct refusal refusal = {arena, "# a comment"};
	struct feed_list list = list_new(arena);

	read_refused(&refusal);
	list_add(arena, &list, "feeds", 11);
	assert_int_equal(list.n, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(reads_opml),
	    cmocka_unit_test(reads_lines),
	    cmocka_unit_test(reads_urls),
	    cmocka_unit_test(refuses_what_is_no_list),
	    cmocka_unit_test(refuses_more_than_the_limit),
	};

	return cmocka_run_group_tests(tests, enter_folder, leave_folder);
}
