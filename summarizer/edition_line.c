/* In: a document. Out: its JSON line for extract, sentences, dates or quotes, as nutgraf(1) describes them. */
#include "edition_article.h"

#include "base/escape.h"
#include "base/json.h"

static void put_name(struct buf *out, const char *name)
{
	if (out->len && out->at[out->len - 1] != '{')
		buf_byte(out, ',');
	json_put_string(out, text_of(name));
	buf_byte(out, ':');
}

static void put_text(struct buf *out, const char *name, struct ng_text text)
{
	put_name(out, name);
	json_put_string(out, text);
}

static void put_number(struct buf *out, const char *name, uint32_t number)
{
	put_name(out, name);
	buf_format(out, "%lu", (unsigned long)number);
}

static void put_boolean(struct buf *out, const char *name, bool value)
{
	put_name(out, name);
	buf_puts(out, value ? "true" : "false");
}

static void open_list(struct buf *out, const char *name)
{
	put_name(out, name);
	buf_byte(out, '[');
}

static void open_item(struct buf *out, size_t index, uint32_t start, uint32_t end)
{
	buf_puts(out, index ? ",{" : "{");
	put_number(out, "start", start);
	put_number(out, "end", end);
}

static void put_stamp(struct buf *out, const char *name, struct stamp stamp)
{
	put_name(out, name);
	buf_byte(out, '"');
	stamp_put(out, stamp);
	buf_byte(out, '"');
}

static void put_extract(struct buf *out, const struct article *article)
{
	put_text(out, "source", article->source);
	put_text(out, "url", article->url);
	put_text(out, "title", article->title);
	if (article->title_cut)
		put_boolean(out, "title_cut", true);
	put_text(out, "author", article->author);
	put_text(out, "site", article->site);
	if (article->section.len)
		put_text(out, "section", article->section);
	put_text(out, "language", article->language);
	put_stamp(out, "published", article->published);
	put_text(out, "published_from", text_of(published_from_name(article->published_from)));
	put_text(out, "text", article->text);
	open_list(out, "blocks");
	for (size_t i = 0; i < article->blocks.n; i++) {
		const struct block *block = &article->blocks.at[i];
		buf_puts(out, i ? ",{" : "{");
		put_text(out, "kind", text_of(block_kind_name(block->kind)));
		put_number(out, "start", block->start);
		put_number(out, "end", block->end);
		if (block->reason)
			put_text(out, "reason", text_of(block->reason));
		buf_byte(out, '}');
	}
	buf_byte(out, ']');
}

static void put_sentences(struct buf *out, const struct document *document)
{
	open_list(out, "sentences");
	for (size_t i = 0; i < document->n_sentences; i++) {
		open_item(out, i, document->sentences[i].start, document->sentences[i].end);
		put_number(out, "block", document->sentences[i].block);
		buf_byte(out, '}');
	}
	buf_byte(out, ']');
}

static void put_dates(struct buf *out, const struct document *document)
{
	static const char *const types[] = {"DATE", "TIME", "DURATION", "SET"};

	open_list(out, "dates");
	for (size_t i = 0; i < document->n_dates; i++) {
		const struct date *date = &document->dates[i];
		open_item(out, i, date->start, date->end);
		put_text(out, "type", text_of(types[date->type]));
		put_text(out, "value", text_of(date->value));
		buf_byte(out, '}');
	}
	buf_byte(out, ']');
}

static void put_quotes(struct buf *out, const struct document *document, bool all)
{
	size_t n = 0;

	open_list(out, "quotes");
	for (size_t i = 0; i < document->n_quotes; i++) {
		const struct quote *quote = &document->quotes[i];
		if (!quote->key && !all)
			continue;
		open_item(out, n++, quote->start, quote->end);
		put_text(out, "text", text_slice(document->article.text, quote->start, quote->end));
		put_text(out, "speaker", quote->speaker);
		put_text(out, "role", quote->role);
		put_text(out, "cue", quote->cue);
		put_text(out, "how", text_of(quote->how));
		put_boolean(out, "key", quote->key);
		buf_byte(out, '}');
	}
	buf_byte(out, ']');
}

/* For people: each block that is no content, with its role and reason. */
static void put_explanation(struct buf *out, const struct article *article)
{
	for (size_t i = 0; i < article->blocks.n; i++) {
		const struct block *block = &article->blocks.at[i];
		if (block->kind != BLOCK_NOISE && block->kind != BLOCK_NOTE && block->kind != BLOCK_CAPTION)
			continue;
		escape_terminal(out, article->id);
		buf_format(out, ": %s (%s): ", block_kind_name(block->kind), block->reason ? block->reason : "markup");
		escape_terminal(out, text_slice(article->text, block->start, block->end));
		buf_byte(out, '\n');
	}
}

void line_put(struct buf *out, enum ng_lines stage, const struct ng_edition *edition, const struct document *document)
{
	if (stage == NG_EXPLAIN) {
		put_explanation(out, &document->article);
		return;
	}
	buf_byte(out, '{');
	put_text(out, "id", document->article.id);
	if (stage == NG_EXTRACT)
		put_extract(out, &document->article);
	else if (stage == NG_SENTENCES)
		put_sentences(out, document);
	else if (stage == NG_DATES)
		put_dates(out, document);
	else
		put_quotes(out, document, edition->options.all_quotes);
	buf_puts(out, "}\n");
}

void line_put_error(struct buf *out, struct ng_text id, const struct ng_error *error)
{
	buf_byte(out, '{');
	put_text(out, "id", id);
	put_text(out, "error", text_of(error->what));
	buf_puts(out, "}\n");
}
