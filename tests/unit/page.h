/* Pages for tests: markup to what the stages of reading make of it. */
#ifndef PAGE_H
#define PAGE_H

#include "test.h"

#include "read/html.h"
#include "read/html_choose.h"
#include "read/html_lexicon.h"

static const struct ng_limits page_limits = {.depth = 64, .record_bytes = 64 << 20};

static inline struct read_context *page_context(struct arena *arena)
{
	struct read_context *context = arena_new_of(arena, struct read_context);

	*context = (struct read_context){arena, TEXT("page.html"), 1, NG_NO_DAY, &page_limits, NULL, NULL};
	return context;
}

static inline struct html_page *page_of(struct arena *arena, struct ng_text markup)
{
	const struct read_context *context = page_context(arena);
	struct html_source source = html_guard(context, markup);
	struct html_page *page = html_walk(context, html_tree(context, source.markup));

	html_scan(page, html_lexicon_new(arena));
	return page;
}

static inline struct metadata *metadata_of(struct arena *arena, struct ng_text markup)
{
	const struct read_context *context = page_context(arena);
	struct html_source source = html_guard(context, markup);

	return metadata_read(context, &source, html_walk(context, html_tree(context, source.markup)));
}

static inline struct ng_text block_text(const struct html_page *page, size_t block)
{
	return text_slice(buf_text(&page->text), page->blocks.at[block].start, page->blocks.at[block].end);
}

/* The whole way, as the table of readers goes it. */
static inline struct article *read_page(struct arena *arena, struct ng_text markup, int32_t file_day)
{
	struct articles articles = {0};
	struct read_context *context = page_context(arena);

	context->file_day = file_day;
	read_record(&html_reader, context, markup, &articles);
	assert_int_equal(articles.n, 1);
	return articles.at;
}

#endif
