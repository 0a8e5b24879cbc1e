/* JSON-LD of pages, whole and broken. */
#include "page.h"

static struct linked_data data_of(struct arena *arena, const char *json)
{
	const struct read_context *context = page_context(arena);
	struct html_source source =
	    html_guard(context, arena_format(arena, "<script type=\"application/ld+json\">%s</script>", json));

	return linked_data_read(context, &source.scripts);
}

TEST_IN_ARENA(objects)
{
	static const struct {
		const char *json, *headline, *author, *published;
	} cases[] = {
	    {"{\"@type\":\"NewsArticle\",\"headline\":\"Ferry\",\"author\":{\"name\":\"Ann "
	     "Bell\"},\"datePublished\":\"2026-03-17\"}",
	     "Ferry", "Ann Bell", "2026-03-17"},
	    {"[{\"@type\":\"WebSite\",\"name\":\"x\"},{\"@type\":[\"Thing\",\"Article\"],\"headline\":[\"Ferry\",\"b\"]"
	     "}]",
	     "Ferry", "", ""},
	    {"{\"@graph\":[{\"@type\":\"Person\",\"name\":\"No\"},{\"@type\":\"BlogPosting\",\"headline\":\"Ferry\","
	     "\"author\":[{\"name\":\"Ann "
	     "Bell\"},\"Bo Carr\",{\"name\":\"Ann Bell\"}]}]}",
	     "Ferry", "Ann Bell, Bo Carr", ""},
	    {"{\"@type\":\"WebPage\",\"mainEntity\":{\"@type\":\"Report\",\"headline\":\"Ferry\"}}", "Ferry", "", ""},
	    {"{\"@type\":\"VideoObject\",\"name\":\"Ferry\",\"headline\":\"no\"}", "", "", ""},
	    {"<!-- {\"@type\":\"Article\",\"headline\":\"Ferry\"}; -->", "Ferry", "", ""},
	    {"//<![CDATA[\n{\"@type\":\"Article\",\"headline\":\"Ferry\"}\n//]]>", "Ferry", "", ""},
	    {"{\"@type\":\"Article\",\"headline\":\"Fer\nry\",\"tags\":[1,2,],}", "Fer ry", "", ""},
	    {"{\"@type\":\"Article\",\"headline\":\"Ferry "
	     "\\\"Mull\\\"\",\"datePublished\":\"2026-03-17\",\"author\":{\"name\":\"Ann\"}, oops",
	     "Ferry \"Mull\"", "Ann", "2026-03-17"},
	    {"", "", "", ""},
	    {"[[[[", "", "", ""},
	};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct linked_data data = data_of(arena, cases[i].json);
		assert_text(data.headline, text_of(cases[i].headline), __FILE__, (int)i);
		assert_text(data.author, text_of(cases[i].author), __FILE__, (int)i);
		assert_text(data.published, text_of(cases[i].published), __FILE__, (int)i);
		assert_int_equal(data.found, cases[i].headline[0] != '\0');
	}
}

TEST_IN_ARENA(others)
{
	struct linked_data data = data_of(
	    arena, "[{\"@type\":\"WebPage\",\"datePublished\":\"2026-03-16\",\"dateModified\":\"2026-03-18\"},"
		   "{\"@type\":\"NewsMediaOrganization\",\"name\":\"Harbour Post\"},"
		   "{\"@type\":\"BreadcrumbList\",\"itemListElement\":[{\"@type\":\"Article\",\"headline\":\"no\"}]}]");

	assert_false(data.found);
	assert_text_equal(data.other_published, "2026-03-16");
	assert_text_equal(data.other_modified, "2026-03-18");
	assert_text_equal(data.site, "Harbour Post");
}

TEST_IN_ARENA(hostile)
{
	struct buf buf = buf_new(arena, 1 << 26);

	for (int i = 0; i < 100000; i++)
		buf_puts(&buf, "{\"@graph\":[");
	assert_false(data_of(arena, arena_string(arena, buf_text(&buf))).found);
	buf_cut(&buf, 0);
	buf_puts(&buf, "{\"@type\":\"Article\",\"headline\":\"Ferry\",\"author\":[");
	for (int i = 0; i < 20000; i++)
		buf_format(&buf, "\"Name %d\",", i);
	buf_puts(&buf, "\"last\"]}");
	struct linked_data data = data_of(arena, arena_string(arena, buf_text(&buf)));
	assert_text_equal(data.headline, "Ferry");
	assert_true(data.author.len < 4096);
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(objects), cmocka_unit_test(others),
					   cmocka_unit_test(hostile)};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
