/*
 * Mail to articles. In: one message, with mbox's "From " line or without. Out: an article for it, for each message
 * inside it, or for each item of a digest. Sources: RFC 5322, 2919 (List-Id), 5064 (Archived-At), 4155 (mbox).
 * Refuses: what has no header, and what mail_split() refuses.
 */
#include "read/mail.h"

#include "base/url.h"
#include "read/charset.h"
#include "read/feed_date.h"
#include "read/feed_text.h"
#include "read/html.h"
#include "read/mail_digest.h"
#include "read/mail_field.h"
#include "read/mail_message.h"

#include <string.h>

/* mbox: "From jane@example.org Tue Mar 17 08:40:00 2026"; a line of prose has no time of day with seconds. */
static bool is_postmark(struct ng_text line)
{
	if (!text_starts(line, TEXT("From ")))
		return false;
	for (size_t i = 0; i + 5 < line.len; i++)
		if (line.at[i] == ':' && line.at[i + 3] == ':' && strchr("0123456789", line.at[i + 1]) &&
		    strchr("0123456789", line.at[i + 4]))
			return true;
	return false;
}

static struct ng_text line_at(struct ng_text bytes, size_t at)
{
	enum { LONGEST_POSTMARK = 512 };
	struct ng_text window = text_slice(bytes, at, at + LONGEST_POSTMARK);

	return text_slice(window, 0, text_find(window, TEXT("\n"), 0));
}

static size_t mail_record_end(struct ng_text bytes, size_t at)
{
	if (!is_postmark(line_at(bytes, at)))
		return bytes.len;
	while ((at = text_find(bytes, TEXT("\nFrom "), at)) < bytes.len)
		if (is_postmark(line_at(bytes, ++at)))
			return at;
	return bytes.len;
}

/* Without the postmark, and with ">From " at the start of lines unquoted. */
static struct ng_text unquoted(struct arena *arena, struct ng_text record)
{
	if (!text_starts(record, TEXT("From ")))
		return record;
	record = text_slice(record, text_find(record, TEXT("\n"), 0) + 1, record.len);
	struct buf buf = buf_new(arena, SIZE_MAX);
	for (size_t at = 0; at < record.len;) {
		size_t quoted = text_find(record, TEXT("\n>From "), at);
		buf_put(&buf, text_slice(record, at, quoted + 1));
		at = quoted + 2;
	}
	return buf_text(&buf);
}

/* The words of a list's name before <its.id>, without quotes; empty: it has none. */
static struct ng_text list_name(struct ng_text list_id)
{
	struct ng_text name = text_trim(text_slice(list_id, 0, text_find(list_id, TEXT("<"), 0)));

	if (name.len >= 2 && name.at[0] == '"' && text_ends(name, TEXT("\"")))
		name = text_slice(name, 1, name.len - 1);
	return name.len < list_id.len ? name : TEXT("");
}

/* A list's or newsletter's sender is its site and, when it has another name, its author; else the author's host is. */
static void set_sender(struct arena *arena, const struct mail_message *message, struct article *article)
{
	struct ng_text name = feed_person(arena, message->from_name), list = list_name(message->list_id);
	size_t at = text_find(message->from_address, TEXT("@"), 0);

	article->author = name;
	if (!message->list_id.len)
		article->site = text_slice(message->from_address, at + 1, message->from_address.len);
	else
		article->site = list.len ? list : name;
	if (text_equal_fold(article->site, article->author))
		article->author = TEXT("");
}

static struct ng_text without_brackets(struct ng_text id)
{
	return text_starts(id, TEXT("<")) && text_ends(id, TEXT(">")) ? text_slice(id, 1, id.len - 1) : id;
}

static struct article article_of(const struct read_context *context, const struct mail_message *message)
{
	struct article article = {.published = STAMP_NONE, .file_day = context->file_day};
	struct ng_text url = without_brackets(message->archived_at);

	article.id = without_brackets(message->id);
	article.title = message->subject;
	article.language = text_slice(message->language, 0, text_find(message->language, TEXT(","), 0));
	article.url = url_is_safe(url) ? url : TEXT("");
	set_sender(context->arena, message, &article);
	if (feed_date(context->arena, message->date, &article.published))
		article.published_from = FROM_HEADER;
	return article;
}

static void read_items(const struct read_context *context, const struct article *mail, const struct mail_items *items,
		       struct articles *articles)
{
	for (size_t i = 0; i < items->n; i++) {
		struct article article = *mail;
		article.title = items->at[i].title;
		article.url = items->at[i].url;
		if (mail->id.len)
			article.id = arena_format(context->arena, "%.*s#%zu", TEXT_ARGS(mail->id), i + 1);
		html_read_fragment(context, items->at[i].html, &article);
		*array_add(context->arena, articles) = article;
	}
}

static void read_message(const struct read_context *context, const struct mail_message *message,
			 struct articles *articles)
{
	struct article article = article_of(context, message);
	struct mail_items items = {0};

	if (message->html)
		items = mail_digest(context->arena, message->body);
	if (items.n) {
		read_items(context, &article, &items, articles);
		return;
	}
	if (message->html)
		html_read_fragment(context, message->body, &article);
	else
		article.text = message->body;
	*array_add(context->arena, articles) = article;
}

static void read_mail(const struct read_context *context, struct ng_text record, struct articles *articles)
{
	struct ng_text bytes = unquoted(context->arena, record);
	size_t body;

	if (!mail_header_end(bytes, 0, &body))
		arena_fail(context->arena, NG_BAD_INPUT, context->name, context->line,
			   "not a mail: it begins with no header");
	struct mail_messages messages = mail_messages(context->arena, bytes, context->limits->depth);
	for (size_t i = 0; i < messages.n; i++)
		if (messages.at[i].body.len || messages.n == 1)
			read_message(context, &messages.at[i], articles);
}

/* Two fields that only mail has, in a block of fields that starts the file. */
static bool sniff_mail(struct ng_text head, struct ng_text name)
{
	static const char *const fields[] = {"From",         "Date",     "Subject",     "Message-ID",
					     "MIME-Version", "Received", "Return-Path", "Delivered-To",
					     "Content-Type", "List-Id",  "To"};
	size_t body, known = 0;
	struct ng_text value;

	if (text_ends(name, TEXT(".eml")) || text_ends(name, TEXT(".mbox")) || is_postmark(line_at(head, 0)))
		return true;
	struct ng_text header = text_slice(head, 0, mail_header_end(head, 0, &body));
	for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
		known += mail_field_raw(header, fields[i], &value);
	return known >= 3;
}

const struct reader mail_reader = {NG_FORMAT_MAIL, "mail", sniff_mail, mail_record_end, read_mail};
