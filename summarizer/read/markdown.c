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

#include <string.h>

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

/* A piece of the text on its way through cmark. */
struct piece {
	struct arena *arena;
	struct ng_text text, title, html; /* title: as known before; html and a title found lie in the arena */
	bool is_first;
};

/* The heading the document begins with, taken out of it when it is the title. */
static void take_title(struct piece *piece, cmark_node *document)
{
	cmark_node *first = cmark_node_first_child(document);

	if (!first || cmark_node_get_type(first) != CMARK_NODE_HEADING || cmark_node_get_heading_level(first) > 2)
		return;
	struct ng_text words = words_of(piece->arena, first);
	if (!piece->title.len)
		piece->title = words;
	if (text_equal(piece->title, words))
		cmark_node_unlink(first);
}

/* Pictures have no text; their descriptions are not the article's. */
static void drop_images(cmark_node *document)
{
	cmark_iter *iter = cmark_iter_new(document);

	for (cmark_event_type event; (event = cmark_iter_next(iter)) != CMARK_EVENT_DONE;) {
		cmark_node *node = cmark_iter_get_node(iter);
		if (event == CMARK_EVENT_EXIT && cmark_node_get_type(node) == CMARK_NODE_IMAGE)
			cmark_node_unlink(node);
	}
}

static void render_piece(void *data)
{
	struct piece *piece = data;
	cmark_parser *parser = cmark_parser_new_with_mem(CMARK_OPT_DEFAULT, cmark_memory(piece->arena));

	cmark_parser_feed(parser, piece->text.at, piece->text.len);
	cmark_node *document = cmark_parser_finish(parser);
	if (piece->is_first)
		take_title(piece, document);
	drop_images(document);
	piece->html = text_of(cmark_render_html(document, CMARK_OPT_UNSAFE));
}

static void drop_arena(void *arena)
{
	arena_free(arena);
}

/* The tree of the HTML takes some hundred bytes a tag. */
static void check_tags(const struct read_context *context, struct ng_text html)
{
	enum { MOST_TAGS = 200000 };
	size_t tags = 0;

	for (const char *at = html.at, *end = at + html.len; at && (at = memchr(at, '<', (size_t)(end - at))); at++)
		if (++tags > MOST_TAGS)
			arena_fail(context->arena, NG_BAD_INPUT, context->name, context->line,
				   "Markdown of more tags than the limit of %d", MOST_TAGS);
}

/* cmark takes up to 350 bytes for one of the text's, so a long text goes through it in pieces. */
static struct ng_text render(const struct read_context *context, struct ng_text text, struct article *article)
{
	struct arena *scratch = arena_new(context->limits->memory_bytes);
	struct buf html = buf_new(context->arena, SIZE_MAX);
	struct ng_error error;

	arena_adopt(context->arena, scratch, drop_arena);
	for (size_t at = 0, end; at < text.len; at = end) {
		struct arena_mark mark = arena_mark(scratch);
		end = markdown_piece_end(text, at);
		struct piece piece = {scratch, text_slice(text, at, end), article->title, TEXT(""), at == 0};
		if (!arena_try(scratch, render_piece, &piece, &error))
			arena_throw(context->arena, &error);
		article->title = arena_copy(context->arena, piece.title);
		buf_put(&html, piece.html);
		arena_reset(scratch, mark);
	}
	arena_release(context->arena, scratch);
	check_tags(context, buf_text(&html));
	return buf_text(&html);
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
	html_read_fragment(context, render(context, text, &article), &article);
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
