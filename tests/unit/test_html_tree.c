/* libxml2's tree: its depth is capped by us, nothing outside is opened. */
#include "page.h"

#include <libxml/tree.h>

static size_t depth_of(const xmlNode *root)
{
	size_t depth = 1, deepest = 1;

	for (const xmlNode *node = root; node;) {
		if (node->children) {
			node = node->children;
			depth++;
		} else {
			while (node && !node->next && node != root) {
				node = node->parent;
				depth--;
			}
			node = node == root || !node ? NULL : node->next;
		}
		deepest = depth > deepest ? depth : deepest;
	}
	return deepest;
}

TEST_IN_ARENA(deep)
{
	struct buf buf = buf_new(arena, 1 << 20);

	buf_puts(&buf, HTML_BOM);
	for (int i = 0; i < 1000; i++)
		buf_puts(&buf, "<div>");
	buf_puts(&buf, "<b>kept</b>");
	for (int i = 0; i < 1000; i++)
		buf_puts(&buf, "</div>");
	buf_puts(&buf, "<p>after</p>");
	const xmlNode *root = html_tree(page_context(arena), buf_text(&buf));
	/* the text is one level below its element */
	assert_int_equal(depth_of(root), page_limits.depth + 1);
	const struct html_page *page = html_walk(page_context(arena), root);
	assert_int_equal(page->blocks.n, 2);
	assert_text_equal(block_text(page, 0), "kept");
	assert_text_equal(block_text(page, 1), "after");
}

TEST_IN_ARENA(nothing)
{
	assert_null(html_tree(page_context(arena), TEXT("")));
	const struct html_page *page = html_walk(page_context(arena), NULL);
	assert_int_equal(page->blocks.n, 0);
}

TEST_IN_ARENA(entities)
{
	static const char page[] =
	    "<!DOCTYPE x [<!ENTITY a \"ten\"><!ENTITY b \"&a;&a;\"><!ENTITY f SYSTEM \"file:///etc/passwd\">"
	    "]><p>&b; &f; &eacute;</p>";
	struct html_page *walked = page_of(arena, text_of(page));
	struct ng_text text = buf_text(&walked->text);

	assert_int_equal(text_find(text, TEXT("root:"), 0), text.len);
	assert_int_equal(text_find(text, TEXT("ten"), 0), text.len);
	assert_true(text_find(text, TEXT("\xc3\xa9"), 0) < text.len);
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(deep), cmocka_unit_test(nothing),
					   cmocka_unit_test(entities)};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
