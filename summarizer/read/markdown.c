/*
 * Markdown to an article. In: CommonMark with or without front matter. Out: one article; its title is the front
 * matter's, else the heading the text begins with, which then is not repeated in it. cmark makes HTML of the rest, in
 * the arena's memory; the reader of HTML gives the blocks their roles. Source: CommonMark 0.30.
 * Refuses: what markdown_bound() refuses.
 */
#include "read/markdown.h"

#include "base/buf.h"
#include "base/cmark_memory.h"
#include "base/url.h"
#include "base/utf8.h"
#include "read/charset.h"
#include "read/feed_date.h"
#include "read/front_matter.h"
#include "read/html.h"
#include "read/markdown_bound.h"

/* The words of a heading. */
static struct ng_text words_of(struct arena *arena, cmark_node *heading)
{
	struct buf buf = buf_new(arena, SIZE_MAX), line = buf_new(arena, SIZE_MAX);
	cmark_iter *iter = cmark_iter_new(heading);

	while (cmark_iter_next(iter) != CMARK_EVENT_DONE) {
		cmark_node *node = cmark_iter_get_node(iter);
		cmark_node_type type = cmark_node_get_type(node);
		if (type == CMARK_NODE_TEXT || type == CMARK_NODE_CODE)
			buf_puts(&buf, cmark_node_get_literal(node));
		else if (type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK)
			buf_byte(&buf, ' ');
	}
	utf8_squeeze(&line, buf_text(&buf));
	return buf_text(&line);
}

/* The heading the document begins with, taken out of it when it is the title. */
static void take_title(struct arena *arena, cmark_node *document, struct article *article)
{
	cmark_node *first = cmark_node_first_child(document);

	if (!first || cmark_node_get_type(first) != CMARK_NODE_HEADING || cmark_node_get_heading_level(first) > 2)
		return;
	struct ng_text words = words_of(arena, first);
	if (!article->title.len)
		article->title = words;
	if (text_equal(article->title, words))
		cmark_node_unlink(first);
}

static void apply_front(struct arena *arena, const struct front_matter *front, struct article *article)
{
	article->title = front->title;
	article->author = front->author;
	article->site = front->site;
	article->language = front->language;
	article->section = front->section;
	article->id = front->id;
	article->url = url_is_safe(front->url) ? front->url : TEXT("");
	if (feed_date(arena, front->date, &article->published))
		article->published_from = FROM_RECORD;
}

static void read_markdown(const struct read_context *context, struct ng_text record, struct articles *articles)
{
	struct arena *arena = context->arena;
	struct article article = {.published = STAMP_NONE, .file_day = context->file_day};
	struct ng_text text = charset_to_utf8(arena, record, TEXT(""), false);
	struct front_matter front;

	if (front_matter_read(arena, &text, &front))
		apply_front(arena, &front, &article);
	text = markdown_bound(arena, text, context->limits->depth);
	cmark_parser *parser = cmark_parser_new_with_mem(CMARK_OPT_DEFAULT, cmark_memory(arena));
	cmark_parser_feed(parser, text.at, text.len);
	cmark_node *document = cmark_parser_finish(parser);
	take_title(arena, document, &article);
	html_read_fragment(context, text_of(cmark_render_html(document, CMARK_OPT_UNSAFE)), &article);
	*array_add(arena, articles) = article;
}

static bool has_suffix(struct ng_text name)
{
	static const char *const suffixes[] = {".md", ".markdown", ".mdown", ".mkd", ".mdx"};

	for (size_t i = 0; i < sizeof suffixes / sizeof *suffixes; i++) {
		struct ng_text suffix = text_of(suffixes[i]);
		if (name.len > suffix.len && text_equal_fold(text_slice(name, name.len - suffix.len, name.len), suffix))
			return true;
	}
	return false;
}

/* Front matter, or a first line that is a heading with a '#'. */
static bool sniff_markdown(struct ng_text head, struct ng_text name)
{
	struct ng_text rest = head, line = TEXT("");
	size_t level = 0;

	if (has_suffix(name))
		return true;
	while (!text_trim(line).len && text_cut(&rest, '\n', &line))
		;
	line = text_trim(line);
	if (text_equal(line, TEXT("---")) || text_equal(line, TEXT("+++")))
		return text_find(rest, line, 0) < rest.len && text_find(rest, TEXT("title"), 0) < rest.len;
	while (level < line.len && line.at[level] == '#')
		level++;
	return level > 0 && level <= 6 && level < line.len && line.at[level] == ' ';
}

const struct reader markdown_reader = {NG_FORMAT_MARKDOWN, "markdown", sniff_markdown, NULL, read_markdown};
