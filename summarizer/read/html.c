/*
 * Pages and pieces of HTML to articles. In: bytes. Out: text, blocks, metadata. The stages in order: charset, guard,
 * libxml2, walk, metadata, choice. Refuses: pages over limits->record_bytes or HTML_ELEMENTS.
 */
#include "read/html.h"

#include "read/charset.h"
#include "read/html_choose.h"
#include "read/html_stub.h"
#include "read/page_date.h"

static bool starts_fold(struct ng_text text, struct ng_text prefix)
{
	return text_equal_fold(text_slice(text, 0, prefix.len), prefix);
}

static bool sniff(struct ng_text head, struct ng_text name)
{
	static const char *const starts[] = {"<!doctype html", "<html", "<head", "<body"};

	head = text_trim(head);
	while (text_starts(head, TEXT("<!--")) || text_starts(head, TEXT("<?xml"))) {
		size_t end = text_find(head, text_starts(head, TEXT("<?")) ? TEXT("?>") : TEXT("-->"), 0);
		if (end == head.len)
			break;
		head = text_trim(text_slice(head, end + (head.at[1] == '?' ? 2 : 3), head.len));
	}
	for (size_t i = 0; i < sizeof starts / sizeof *starts; i++)
		if (starts_fold(head, text_of(starts[i])))
			return true;
	return text_ends(name, TEXT(".html")) || text_ends(name, TEXT(".htm")) || text_ends(name, TEXT(".xhtml"));
}

static struct html_page *page_of(const struct read_context *context, struct ng_text text, struct html_source *source)
{
	if (text.len > context->limits->record_bytes)
		arena_fail(context->arena, NG_BAD_INPUT, context->name, context->line,
			   "a page of %zu bytes, the limit is %zu", text.len, context->limits->record_bytes);
	*source = html_guard(context, text);
	struct html_page *page = html_walk(context, html_tree(context, source->markup));
	html_scan(page, html_lexicon_new(context->arena));
	return page;
}

static void fill(struct ng_text *into, struct ng_text text)
{
	if (into->len == 0)
		*into = text;
}

static void take_text(struct article *article, const struct html_page *page, struct blocks blocks)
{
	size_t end = page->blocks.n ? page->blocks.at[page->blocks.n - 1].end : 0;

	article->text = text_slice(buf_text(&page->text), 0, end);
	article->blocks = blocks;
}

void html_read_page(const struct read_context *context, struct ng_text page, struct ng_text declared,
		    const struct article *given, struct articles *articles)
{
	struct html_source source;

	if (declared.len == 0)
		declared = html_declared_charset(page);
	const struct html_page *walked =
	    page_of(context, charset_to_utf8(context->arena, page, declared, false), &source);
	const struct metadata *metadata = metadata_read(context, &source, walked);
	struct article *article = array_add(context->arena, articles);
	if (given)
		*article = *given;
	else
		*article = (struct article){.published = STAMP_NONE, .file_day = context->file_day};
	const struct html_terms *terms = html_terms_new(walked, metadata);
	take_text(article, walked, html_choose(walked, terms));
	html_stub_complete(context, metadata->linked.body, article);
	fill(&article->title, metadata->title);
	fill(&article->author, metadata->author);
	fill(&article->site, metadata->site);
	fill(&article->section, metadata->section);
	fill(&article->language, metadata->language);
	fill(&article->url, metadata->canonical);
	if (article->published_from == FROM_NOWHERE) {
		struct page_date date =
		    page_date_find(context, &source, walked, metadata, article->url, html_terms_headline(terms));
		article->published = date.stamp;
		article->published_from = date.from;
	}
}

static void read_page(const struct read_context *context, struct ng_text record, struct articles *articles)
{
	html_read_page(context, record, (struct ng_text){0}, NULL, articles);
}

const struct reader html_reader = {NG_FORMAT_HTML, "html", sniff, NULL, read_page};

void html_read_fragment(const struct read_context *context, struct ng_text html, struct article *article)
{
	struct html_source source;
	const struct html_page *page = page_of(context, html, &source);

	take_text(article, page, html_choose_all(page));
}
