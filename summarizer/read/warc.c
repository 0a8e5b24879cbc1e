/*
 * Web archives to articles. In: one record, or a gzip member that holds records. Out: the articles of its HTML pages
 * (responses and resources) and of texts made from pages (conversions, as in Common Crawl's WET files). The day a page
 * was fetched bounds its publication, it is not it. Source: ISO 28500 (WARC 1.0, 1.1).
 * Passes over: requests, metadata, revisits, pages that were not found, other types. Refuses: what is no WARC.
 */
#include "read/warc.h"

#include "base/url.h"
#include "base/utf8.h"
#include "read/charset.h"
#include "read/html.h"
#include "read/warc_http.h"
#include "read/warc_inflate.h"

enum { LONGEST_HEADER = 65536 };

/* A record's named fields and its block. */
struct warc {
	struct ng_text header, block;
};

static bool is_line_end(char c)
{
	return c == '\r' || c == '\n';
}

/* Cuts the record that starts at `at`; its end is where the next one starts. False: it is none, or not whole. */
static bool cut_record(struct ng_text bytes, size_t at, struct warc *warc, size_t *end)
{
	struct ng_text head = text_slice(bytes, at, at + LONGEST_HEADER);
	size_t length = 0, body, header = warc_header_end(head, &body);

	if (!text_starts(head, TEXT("WARC/")) || header == head.len)
		return false;
	warc->header = text_slice(head, 0, header);
	struct ng_text number = warc_field(warc->header, "Content-Length");
	for (size_t i = 0; i < number.len && i < 15; i++)
		length =
		    number.at[i] >= '0' && number.at[i] <= '9' ? length * 10 + (size_t)(number.at[i] - '0') : length;
	size_t start = at + body;
	warc->block = text_slice(bytes, start, start + length);
	*end = start + length;
	if (*end > bytes.len)
		return false;
	while (*end < bytes.len && is_line_end(bytes.at[*end]))
		++*end;
	return true;
}

static size_t warc_record_end(struct ng_text bytes, size_t at)
{
	struct warc warc;
	size_t end;

	if (warc_is_gzip(bytes, at)) {
		end = warc_member_end(bytes, at);
		return end ? end : bytes.len;
	}
	if (cut_record(bytes, at, &warc, &end))
		return end;
	if (text_starts(text_slice(bytes, at, bytes.len), TEXT("WARC/")))
		return bytes.len; /* more of it is to come */
	end = text_find(bytes, TEXT("\nWARC/"), at);
	return end < bytes.len ? end + 1 : bytes.len;
}

static struct ng_text without_brackets(struct ng_text value)
{
	return text_starts(value, TEXT("<")) && text_ends(value, TEXT(">")) ? text_slice(value, 1, value.len - 1)
									    : value;
}

static bool is_html(struct ng_text type)
{
	return text_equal_fold(type, TEXT("text/html")) || text_equal_fold(type, TEXT("application/xhtml+xml"));
}

static void read_page(const struct read_context *context, const struct article *given, struct ng_text type,
		      struct ng_text charset, struct ng_text body, struct articles *articles)
{
	if (is_html(type)) {
		html_read_page(context, body, charset, given, articles);
	} else if (text_equal_fold(type, TEXT("text/plain"))) {
		struct article article = *given;
		article.text = charset_to_utf8(context->arena, body, charset, false);
		*array_add(context->arena, articles) = article;
	}
}

static void read_response(const struct read_context *context, const struct warc *warc, const struct article *given,
			  struct articles *articles)
{
	struct warc_http http;

	if (!warc_http_read(context->arena, warc->block, context->limits->record_bytes, &http) ||
	    http.status / 100 != 2 || !is_html(http.type))
		return;
	if (http.unread.len)
		arena_fail(context->arena, NG_BAD_INPUT, context->name, context->line,
			   "%.*s: its body is coded as %.*s, which is not read", TEXT_ARGS(given->url),
			   TEXT_ARGS(http.unread));
	if (!http.body.len)
		arena_fail(context->arena, NG_BAD_INPUT, context->name, context->line, "%.*s: its body is empty",
			   TEXT_ARGS(given->url));
	read_page(context, given, http.type, http.charset, http.body, articles);
}

static void read_one(const struct read_context *outer, const struct warc *warc, struct articles *articles)
{
	struct read_context context = *outer;
	struct article given = {.published = STAMP_NONE};
	struct ng_text kind = warc_field(warc->header, "WARC-Type"), type, charset;
	struct ng_text url = without_brackets(utf8_repair(outer->arena, warc_field(warc->header, "WARC-Target-URI")));
	struct stamp fetched;

	if (stamp_from_iso(warc_field(warc->header, "WARC-Date"), &fetched))
		context.file_day = fetched.day;
	given.file_day = context.file_day;
	given.id = without_brackets(utf8_repair(outer->arena, warc_field(warc->header, "WARC-Record-ID")));
	given.url = url_is_safe(url) ? url : TEXT("");
	warc_type(warc_field(warc->header, "Content-Type"), &type, &charset);
	if (text_equal_fold(kind, TEXT("response")))
		read_response(&context, warc, &given, articles);
	else if (text_equal_fold(kind, TEXT("resource")) || text_equal_fold(kind, TEXT("conversion")))
		read_page(&context, &given, type, charset, warc->block, articles);
}

struct attempt {
	const struct read_context *context;
	struct warc warc;
	struct articles *articles;
};

static void attempt(void *data)
{
	struct attempt *this = data;

	read_one(this->context, &this->warc, this->articles);
}

/* One page of a member that cannot be read does not take the others with it. */
static void read_warc(const struct read_context *context, struct ng_text record, struct articles *articles)
{
	struct attempt this = {.context = context, .articles = articles};
	struct ng_error error = {0};
	size_t at = 0, end, read = 0;

	if (warc_is_gzip(record, 0))
		record = warc_inflate(context->arena, record, context->limits->record_bytes);
	for (; at < record.len && cut_record(record, at, &this.warc, &end); at = end) {
		struct articles before = *articles;
		if (arena_try(context->arena, attempt, &this, &error)) {
			read++;
			continue;
		}
		if (error.status != NG_BAD_INPUT)
			arena_throw(context->arena, &error);
		*articles = before; /* the array may have grown into memory that is gone */
		if (context->fault)
			context->fault(context->user, &error);
	}
	if (error.status && !read && !context->fault)
		arena_throw(context->arena, &error);
	if (at < record.len && text_trim(text_slice(record, at, record.len)).len)
		arena_fail(context->arena, NG_BAD_INPUT, context->name, context->line,
			   "not a whole WARC record at byte %zu of this one", at);
}

static bool sniff_warc(struct ng_text head, struct ng_text name)
{
	char start[5];

	if (warc_is_gzip(head, 0))
		return text_equal((struct ng_text){start, warc_peek(head, start, sizeof start)}, TEXT("WARC/"));
	return text_starts(head, TEXT("WARC/")) || text_ends(name, TEXT(".warc"));
}

const struct reader warc_reader = {NG_FORMAT_WARC, "warc", sniff_warc, warc_record_end, read_warc};
