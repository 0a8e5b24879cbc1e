/*
 * The table of readers, and what all formats need done to an article once read: an id and a source, white space folded
 * in its fields, a site from its URL, no date after the day its file was written. In: one record. Out: articles.
 * Refuses: a text over 4 GiB (offsets are 32 bits). Failures get the input's name and line here.
 */
#include "read/read.h"

#include "base/url.h"
#include "base/utf8.h"
#include "read/charset.h"
#include "read/feed.h"
#include "read/html.h"
#include "read/jsonl.h"
#include "read/mail.h"
#include "read/markdown.h"
#include "read/plain.h"
#include "read/warc.h"

const struct reader *const readers[] = {
    &feed_reader, &mail_reader,     &warc_reader,  &json_reader, &jsonl_reader,
    &html_reader, &markdown_reader, &plain_reader, NULL,
};

const struct reader *reader_of(enum ng_format format)
{
	for (size_t i = 0; readers[i]; i++)
		if (readers[i]->format == format)
			return readers[i];
	return NULL;
}

const struct reader *reader_sniff(struct ng_text head, struct ng_text name)
{
	static const struct ng_text mark = {"\xef\xbb\xbf", 3};

	if (text_starts(head, mark)) /* what Windows puts before a text tells nothing of its format */
		head = text_slice(head, mark.len, head.len);
	for (size_t i = 0; readers[i]; i++)
		if (readers[i]->sniff(head, name))
			return readers[i];
	return &plain_reader;
}

const struct reader *reader_named(struct ng_text name)
{
	for (size_t i = 0; readers[i]; i++)
		if (text_equal(text_of(readers[i]->name), name))
			return readers[i];
	return NULL;
}

static struct ng_text squeeze(struct arena *arena, struct ng_text text)
{
	struct buf buf = {.arena = arena, .cap = text.len, .room = text.len};

	if (!text.len)
		return text;
	buf.at = arena_alloc(arena, text.len, 1); /* no longer than it was */
	utf8_squeeze(&buf, text);
	return buf_text(&buf);
}

/* A publisher may be a day ahead of the machine that saved its page. */
static bool is_after(const struct stamp *stamp, int32_t file_day)
{
	return file_day != NG_NO_DAY && stamp->day != NG_NO_DAY && stamp->day > file_day + 1;
}

/* "news.example": labels of letters, digits and hyphens with dots between, the last of letters alone. */
static bool is_host(struct ng_text name)
{
	struct ng_text label = TEXT("");
	size_t labels = 0;

	while (text_cut(&name, '.', &label)) {
		bool letters = true;
		for (size_t i = 0; i < label.len; i++) {
			char c = label.at[i];
			bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
			if (!letter && c != '-' && (c < '0' || c > '9'))
				return false;
			letters = letters && letter;
		}
		if (!label.len || (!name.len && !letters))
			return false;
		labels++;
	}
	return labels > 1;
}

/* Of the URL; else the nearest folder that is named like a host, as `wget -x` leaves pages. */
static struct ng_text host_of(struct arena *arena, const struct article *article)
{
	struct ng_text folder, rest = article->source, found = TEXT("");

	if (article->url.len)
		return url_site(arena, article->url);
	if (is_host(article->site))
		return url_site(arena, arena_format(arena, "http://%.*s/", TEXT_ARGS(article->site)));
	while (text_cut(&rest, '/', &folder))
		if (rest.len && is_host(folder))
			found = folder;
	return found.len ? url_site(arena, arena_format(arena, "http://%.*s/", TEXT_ARGS(found))) : found;
}

static void finish(const struct read_context *context, struct article *article)
{
	struct arena *arena = context->arena;

	if (article->text.len > UINT32_MAX)
		arena_fail(arena, NG_BAD_INPUT, context->name, context->line, "holds a text over 4 GiB");
	if (!article->id.len)
		article->id = context->name;
	article->source = context->name;
	if (!article->blocks.n) /* offsets would shift; readers that know the markup write \n alone */
		article->text = charset_newlines(arena, article->text);
	article->title = squeeze(arena, article->title);
	article->author = squeeze(arena, article->author);
	article->site = squeeze(arena, article->site);
	article->section = squeeze(arena, article->section);
	if (!article->file_day) /* a page of an archive has its day of fetching */
		article->file_day = context->file_day;
	article->host = host_of(arena, article);
	if (!article->site.len)
		article->site = article->host;
	if (article->published_from == FROM_NOWHERE)
		article->published = STAMP_NONE;
	if (article->published_from != FROM_RECORD && is_after(&article->published, article->file_day)) {
		article->published = STAMP_NONE;
		article->published_from = FROM_NOWHERE;
	}
}

struct attempt {
	const struct reader *reader;
	const struct read_context *context;
	struct ng_text record;
	struct articles *articles;
};

static void attempt(void *data)
{
	struct attempt *this = data;

	this->reader->read(this->context, this->record, this->articles);
}

void read_record(const struct reader *reader, const struct read_context *context, struct ng_text record,
		 struct articles *articles)
{
	size_t first = articles->n;
	struct attempt this = {reader, context, record, articles};
	struct ng_error error;

	if (!arena_try(context->arena, attempt, &this, &error)) {
		if (!error.where[0] || text_equal(text_of(error.where), context->name))
			arena_fail(context->arena, error.status, context->name,
				   reader->record_end ? context->line : error.line, "%s", error.what);
		arena_throw(context->arena, &error);
	}
	for (size_t i = first; i < articles->n; i++)
		finish(context, &articles->at[i]);
}
