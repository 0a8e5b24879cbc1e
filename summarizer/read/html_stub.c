/*
 * Whole articles out of data. In: a page's article and the articleBody of its JSON-LD (schema.org). Out: the article
 * with the body's paragraphs added, when the page shows less than 35 % of it: it is drawn by a script, or waits for a
 * click. A body with tags, or with tags escaped once more, is read as HTML; plain text is parted at its newlines.
 */
#include "read/html_stub.h"

#include "base/utf8.h"
#include "read/html.h"

enum { SHORTEST = 400 /* bytes of a body worth having */, SHOWN = 35 /* per cent */ };

static size_t kept_bytes(const struct article *article)
{
	size_t kept = 0;

	for (size_t i = 0; i < article->blocks.n; i++) {
		const struct block *block = &article->blocks.at[i];
		if (block->kind != BLOCK_NOISE && block->kind != BLOCK_CAPTION)
			kept += block->end - block->start;
	}
	return kept;
}

/* "&lt;p&gt;" to "<p>"; the other entities are the HTML parser's. */
static struct ng_text unescaped(struct arena *arena, struct ng_text text)
{
	struct buf buf = buf_new(arena, text.len + 1);

	for (size_t at = 0; at < text.len;) {
		struct ng_text rest = text_slice(text, at, text.len);
		bool less = text_starts(rest, TEXT("&lt;")), more = text_starts(rest, TEXT("&gt;"));
		buf_byte(&buf, less ? '<' : more ? '>' : text.at[at]);
		at += less || more ? 4 : 1;
	}
	return buf_text(&buf);
}

static bool has_tags(struct ng_text text)
{
	return text_find(text, TEXT("<p"), 0) < text.len || text_find(text, TEXT("<br"), 0) < text.len ||
	       text_find(text, TEXT("</"), 0) < text.len;
}

static void read_lines(const struct read_context *context, struct ng_text text, struct article *article)
{
	struct buf buf = buf_new(context->arena, text.len * 2 + 2);
	struct ng_text line;

	while (text_cut(&text, '\n', &line)) {
		line = text_trim(line);
		if (line.len == 0)
			continue;
		if (buf.len)
			buf_puts(&buf, "\n\n");
		size_t start = buf.len;
		utf8_squeeze(&buf, line);
		if (buf.len > start)
			*array_add(context->arena, &article->blocks) =
			    (struct block){(uint32_t)start, (uint32_t)buf.len, BLOCK_BODY, NULL};
	}
	article->text = buf_text(&buf);
}

void html_stub_complete(const struct read_context *context, struct ng_text body, struct article *article)
{
	struct article whole = {0};

	if (body.len < SHORTEST || kept_bytes(article) * 100 >= body.len * SHOWN)
		return;
	if (!has_tags(body))
		body = unescaped(context->arena, body);
	if (has_tags(body))
		html_read_fragment(context, body, &whole);
	else
		read_lines(context, body, &whole);
	if (kept_bytes(article) >= kept_bytes(&whole))
		return;
	struct ng_text text = arena_format(context->arena, "%.*s%s%.*s", TEXT_ARGS(article->text),
					   article->text.len ? "\n\n" : "", TEXT_ARGS(whole.text));
	uint32_t shift = (uint32_t)(text.len - whole.text.len);
	for (size_t i = 0; i < article->blocks.n; i++)
		if (article->blocks.at[i].kind != BLOCK_NOISE && article->blocks.at[i].kind != BLOCK_CAPTION) {
			article->blocks.at[i].kind = BLOCK_NOISE;
			article->blocks.at[i].reason = "stub";
		}
	for (size_t i = 0; i < whole.blocks.n; i++) {
		struct block block = whole.blocks.at[i];
		block.start += shift;
		block.end += shift;
		*array_add(context->arena, &article->blocks) = block;
	}
	article->text = text;
}
