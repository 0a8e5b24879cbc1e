/* Tree to blocks: what ends a block, what never does. */
#include "page.h"

/* The blocks' texts, a bar between them. */
static struct ng_text blocks_of(struct arena *arena, const char *markup)
{
	const struct html_page *page = page_of(arena, text_of(markup));
	struct buf buf = buf_new(arena, 1 << 20);

	for (size_t i = 0; i < page->blocks.n; i++) {
		if (i)
			buf_byte(&buf, '|');
		buf_put(&buf, block_text(page, i));
	}
	return buf_text(&buf);
}

TEST_IN_ARENA(borders)
{
	static const struct {
		const char *markup, *blocks;
	} cases[] = {
	    {"<p>one <b>two</b>three</p><p>four</p>", "one twothree|four"},
	    {"<p>one<p>two<div>three</div>four", "one|two|three|four"},
	    {"<div>one<br>two<br><br>three<br> <br>four</div>", "one two|three|four"},
	    {"one<hr>two", "one|two"},
	    {"<ul><li>one<li>two</ul>", "one|two"},
	    {"<table><tr><td>one<td>two</table>", "one|two"},
	    {"<form><div><p>one</p></div><input value=no><p>two</p></form>", "one|two"},
	    {"<p>a<img alt=no>b<wbr>c</p>", "abc"},
	    {"<p>one<button>no</button>two</p>", "one two"},
	    {"<p> one\n \t two&nbsp;&nbsp;three&#173;four&#8203;five </p>", "one two threefourfive"},
	    {"<p>one&nbsp;</p> <p>&nbsp;</p>", "one"},
	    {"<p>a<script>no()</script><style>no</style><noscript>no</noscript>b</p>", "a b"},
	    {"<p>&lt;b&gt; &amp; &eacute; &#8212; &bogus;</p>", "<b> & \xc3\xa9 \xe2\x80\x94 &bogus;"},
	    {"<title>no</title><p>one", "one"},
	    {"<a href=x>one</a><a href=y>two</a>", "onetwo"},
	    {"<a href=x><h2>one</h2><p>two</p></a>three", "one|two|three"},
	    {"plain", "plain"},
	    {"", ""},
	    {"<p>\xe6\x97\xa5\xe6\x9c\xac<b>\xe8\xaa\x9e</b></p>", "\xe6\x97\xa5\xe6\x9c\xac\xe8\xaa\x9e"},
	};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct ng_text blocks = blocks_of(arena, cases[i].markup);
		if (!text_equal(blocks, text_of(cases[i].blocks)))
			fail_msg("%s: got %.*s", cases[i].markup, TEXT_ARGS(blocks));
	}
}

TEST_IN_ARENA(blank_lines)
{
	const struct html_page *page = page_of(arena, TEXT("<p>one</p><p>two</p>"));

	assert_text_equal(text_slice(buf_text(&page->text), 0, page->blocks.at[1].end), "one\n\ntwo");
}

TEST_IN_ARENA(counts)
{
	const struct html_page *page =
	    page_of(arena, TEXT("<div class='story'><p>ab <a href=x>cde</a> <b>f</b><i>gh</i></p></div><p><span "
				"class=byline>By Ann</span> x</p>"));
	const struct html_block *block = &page->blocks.at[0];
	const struct html_frame *frame = &page->frames.at[block->frame];

	assert_int_equal(block->letters, 8);
	assert_int_equal(block->link, 3);
	assert_int_equal(block->links, 1);
	assert_int_equal(block->bold, 1);
	assert_int_equal(block->italic, 2);
	assert_int_equal(frame->kind, HTML_PARAGRAPH);
	assert_true(frame->all_classes & CLASS_BIT(CLASS_CONTENT));
	assert_false(frame->classes & CLASS_BIT(CLASS_CONTENT));
	assert_true(page->blocks.at[1].classes & CLASS_BIT(CLASS_AUTHOR));
	assert_false(page->blocks.at[0].classes & CLASS_BIT(CLASS_AUTHOR));
}

TEST_IN_ARENA(marks)
{
	const struct html_page *page =
	    page_of(arena, TEXT("<main><div itemprop='articleBody'>a</div></main><div role=navigation>b</div>"
				"<span hidden>c</span><blockquote><p>d</p></blockquote><aside>e</aside><p>f"));
	const unsigned expected[] = {MARK_MAIN | MARK_BODY, MARK_NAV, MARK_HIDDEN, MARK_QUOTE, MARK_ASIDE, 0};

	assert_int_equal(page->blocks.n, 6);
	for (size_t i = 0; i < 6; i++)
		assert_int_equal(page->frames.at[page->blocks.at[i].frame].all_marks, expected[i]);
	assert_int_equal(page->frames.at[page->blocks.at[3].frame].kind, HTML_QUOTE);
}

/* A card that opens over a name, with a picture and links only, is no part of the sentence. */
TEST_IN_ARENA(hover_card)
{
	assert_text_equal(
	    blocks_of(arena, "<p>Bought from <span class=c>Harbour Radio<span><img src=x><a href=a>All about the "
			     "station here</a> <a href=b>Follow the station today</a></span></span> in May.</p>"),
	    "Bought from Harbour Radio in May.");
	assert_text_equal(
	    blocks_of(
		arena,
		"<p>Bought <span><a href=a>in a long link that stays</a> <a href=b>and another</a></span> in May.</p>"),
	    "Bought in a long link that stays and another in May.");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(borders), cmocka_unit_test(blank_lines), cmocka_unit_test(counts),
	    cmocka_unit_test(marks),   cmocka_unit_test(hover_card),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
