/*
 * The briefing as a message. In: a briefing; theme.conf says from whom. Out: RFC 5322 bytes with CRLF:
 * multipart/alternative of text (first, RFC 2046 5.1.4) and HTML, both quoted-printable UTF-8. Built by gmime; the
 * Message-ID and the boundary are hashes of the content and the date is the briefing's, so that the same briefing
 * gives the same bytes. Headers hold one cleaned line each, so that no text can add one.
 * A fragment is what stands inside the page's body, for hosts that put a page and a message around it themselves.
 * Refuses: a sender or receiver that is no address; more bytes of HTML than `mail_bytes` (Gmail hides what is beyond
 * 102,400). Warns from WARN_BYTES on.
 */
#include "render/outputs.h"

#include "base/date.h"
#include "base/escape.h"
#include "base/utf8.h"
#include "render/mail_wrap.h"
#include "render/post.h"
#include "render/template.h"
#include "render/view.h"

#include <gmime/gmime.h>

enum { TEXT_COLUMNS = 72, SUBJECT_WIDTH = 75, PREVIEW_WIDTH = 90, SIX_O_CLOCK = 6 * 3600, WARN_BYTES = 80 << 10 };

struct letter {
	struct arena *arena;
	struct theme theme;
	const struct render_options *options;
	const struct ng_briefing *briefing;
	struct ng_text from, to, domain, list_id, unsubscribe, subject, text, html;
	uint64_t hash;
};

/* The text up to `width` code points, ended at a blank with an ellipsis if it is longer. */
static struct ng_text shorten(struct arena *arena, struct ng_text text, size_t width)
{
	size_t at = 0, blank = 0;

	if (utf8_width(text) <= width)
		return text;
	while (at < text.len && utf8_width(text_slice(text, 0, at)) < width) {
		uint32_t rune;
		if (text.at[at] == ' ')
			blank = at;
		at += utf8_decode(text, at, &rune);
	}
	return arena_format(arena, "%.*s…", (int)(blank ? blank : at), text.at);
}

static struct ng_text setting(const struct letter *letter, const char *name)
{
	return view_line(letter->arena, theme_setting(&letter->theme, "mail", name));
}

/* The setting as a template; else the lead story's headline, which says more than the date. */
static struct ng_text subject_of(const struct letter *letter, const struct json *view)
{
	const struct ng_briefing *briefing = letter->briefing;
	struct ng_text title = json_text(view, "title"), template = setting(letter, "subject");
	struct buf subject = buf_new(letter->arena, SIZE_MAX);

	if (template.len) {
		template_render(&subject, template, view,
				&(struct template_options){
				    .escape = escape_plain, .name = "[mail] subject", .strict = letter->theme.strict});
		return shorten(letter->arena, view_line(letter->arena, buf_text(&subject)), SUBJECT_WIDTH);
	}
	if (briefing->n_stories)
		return shorten(letter->arena, view_line(letter->arena, briefing->stories[0].headline.text),
			       SUBJECT_WIDTH);
	return arena_format(letter->arena, "%.*s: nothing to report", TEXT_ARGS(title));
}

/* What mail programs show beside the subject: the headlines after the first. */
static struct ng_text preview_of(const struct letter *letter, const struct json *view)
{
	const struct ng_briefing *briefing = letter->briefing;
	struct buf preview = buf_new(letter->arena, SIZE_MAX);

	for (size_t i = 1; i < briefing->n_stories && i < 3; i++) {
		if (preview.len)
			buf_puts(&preview, " · ");
		buf_put(&preview, view_line(letter->arena, briefing->stories[i].headline.text));
	}
	if (!preview.len)
		buf_put(&preview, json_text(json_member(view, "date"), "words"));
	return shorten(letter->arena, buf_text(&preview), PREVIEW_WIDTH);
}

/* The first address in the setting; a page offers one. */
static struct ng_text first_address(struct ng_text addresses)
{
	struct ng_text first = TEXT("");

	text_cut(&addresses, ' ', &first);
	return first;
}

static void write_parts(struct letter *letter)
{
	struct arena *arena = letter->arena;
	struct json *view = theme_view(&letter->theme, letter->briefing);
	struct buf raw = buf_new(arena, SIZE_MAX), text = buf_new(arena, SIZE_MAX), html = buf_new(arena, SIZE_MAX);

	letter->subject = subject_of(letter, view);
	json_set(view, "preview", json_string(arena, preview_of(letter, view)));
	json_set(view, "unsubscribe", view_url(arena, first_address(letter->unsubscribe)));
	theme_render(&letter->theme, &raw, "mail.txt", view);
	mail_wrap(&text, buf_text(&raw), TEXT_COLUMNS);
	theme_render(&letter->theme, &html, "mail.html", view);
	letter->text = buf_text(&text);
	letter->html = buf_text(&html);
	letter->hash = hash_mix(text_hash(letter->text), hash_mix(text_hash(letter->html), text_hash(letter->from)));
}

/* Mail programs cut what is too long, and with it the end of the briefing. */
static void check_size(const struct letter *letter)
{
	const struct render_options *options = letter->options;
	size_t bytes = letter->html.len;

	if (options->mail_bytes && bytes > options->mail_bytes)
		arena_fail(letter->arena, NG_BAD_INPUT, TEXT("briefing.eml"), 0,
			   "%zu bytes of HTML, over the limit of %zu (mail programs hide the rest): show fewer stories "
			   "(--top, --more, --also, [lengths] in theme.conf), or allow it with --limit mail_bytes=%zu",
			   bytes, options->mail_bytes, bytes);
	if (options->warn && bytes >= WARN_BYTES)
		options->warn(
		    options->user, TEXT("briefing.eml"),
		    arena_format(letter->arena,
				 "%zu bytes of HTML: Gmail hides what is beyond 102400; fewer stories (--top, "
				 "--more, --also) make it shorter",
				 bytes)
			.at);
}

/* gmime's part: it calls nothing of ours, so no jump crosses it; what it makes is the arena's at once. */
static void add_part(struct letter *letter, GMimeMultipart *both, const char *subtype, struct ng_text text)
{
	GMimePart *part = arena_adopt(letter->arena, g_mime_part_new_with_type("text", subtype), g_object_unref);
	GMimeStream *stream =
	    arena_adopt(letter->arena, g_mime_stream_mem_new_with_buffer(text.at, text.len), g_object_unref);
	GMimeDataWrapper *content = arena_adopt(
	    letter->arena, g_mime_data_wrapper_new_with_stream(stream, GMIME_CONTENT_ENCODING_DEFAULT), g_object_unref);

	g_mime_object_set_content_type_parameter(GMIME_OBJECT(part), "charset", "utf-8");
	g_mime_part_set_content_encoding(part, GMIME_CONTENT_ENCODING_QUOTEDPRINTABLE);
	g_mime_part_set_content(part, content);
	g_mime_multipart_add(both, GMIME_OBJECT(part));
}

static void set_header(GMimeMessage *message, const char *name, struct ng_text value)
{
	g_mime_object_set_header(GMIME_OBJECT(message), name, value.at, NULL);
}

static struct ng_text z(struct arena *arena, struct ng_text text)
{
	return text_of(arena_string(arena, text));
}

/* List-Unsubscribe: <mailto:...>, <https://...> */
static void set_unsubscribe(struct letter *letter, GMimeMessage *message)
{
	struct buf value = buf_new(letter->arena, SIZE_MAX);
	struct ng_text rest = letter->unsubscribe, address;
	bool https = false;

	while (text_cut(&rest, ' ', &address)) {
		struct ng_text url = view_url(letter->arena, address)->text;
		if (!url.len)
			continue;
		buf_format(&value, "%s<%.*s>", value.len ? ", " : "", TEXT_ARGS(url));
		https |= text_starts(url, TEXT("https:"));
	}
	if (value.len)
		set_header(message, "List-Unsubscribe", z(letter->arena, buf_text(&value)));
	if (https)
		set_header(message, "List-Unsubscribe-Post", TEXT("List-Unsubscribe=One-Click"));
}

static void set_headers(struct letter *letter, GMimeMessage *message)
{
	struct arena *arena = letter->arena;
	const char *title = arena_string(arena, view_line(arena, letter->briefing->title));
	struct stamp sent = {letter->briefing->day, SIX_O_CLOCK, 0};
	GDateTime *date =
	    arena_adopt(arena, g_date_time_new_from_unix_utc(stamp_to_unix(sent)), (void (*)(void *))g_date_time_unref);

	g_mime_message_add_mailbox(message, GMIME_ADDRESS_TYPE_FROM, title, arena_string(arena, letter->from));
	g_mime_message_add_mailbox(message, GMIME_ADDRESS_TYPE_TO, NULL, arena_string(arena, letter->to));
	g_mime_message_set_subject(message, arena_string(arena, letter->subject), "utf-8");
	g_mime_message_set_date(message, date);
	g_mime_message_set_message_id(
	    message,
	    arena_format(arena, "%016llx@%.*s", (unsigned long long)letter->hash, TEXT_ARGS(letter->domain)).at);
	g_mime_object_set_header(GMIME_OBJECT(message), "MIME-Version", "1.0", NULL);
	set_header(message, "List-Id", arena_format(arena, "<%.*s>", TEXT_ARGS(letter->list_id)));
	set_unsubscribe(letter, message);
	set_header(message, "Auto-Submitted", TEXT("auto-generated"));
}

static void write_message(struct letter *letter, struct buf *out)
{
	struct arena *arena = letter->arena;
	GMimeMessage *message = arena_adopt(arena, g_mime_message_new(FALSE), g_object_unref);
	GMimeMultipart *both = arena_adopt(arena, g_mime_multipart_new_with_subtype("alternative"), g_object_unref);
	GMimeFormatOptions *options =
	    arena_adopt(arena, g_mime_format_options_new(), (void (*)(void *))g_mime_format_options_free);
	GMimeStream *stream = arena_adopt(arena, g_mime_stream_mem_new(), g_object_unref);

	set_headers(letter, message);
	g_mime_multipart_set_boundary(both, arena_format(arena, "=_%016llx", (unsigned long long)letter->hash).at);
	add_part(letter, both, "plain", letter->text);
	add_part(letter, both, "html", letter->html);
	g_mime_message_set_mime_part(message, GMIME_OBJECT(both));
	g_mime_format_options_set_newline_format(options, GMIME_NEWLINE_FORMAT_DOS);
	g_mime_object_write_to_stream(GMIME_OBJECT(message), options, stream);
	const GByteArray *bytes = g_mime_stream_mem_get_byte_array(GMIME_STREAM_MEM(stream));
	buf_put(out, (struct ng_text){(const char *)bytes->data, bytes->len});
}

/* A setting that must be an address, and its domain. */
static struct ng_text address_of(const struct letter *letter, const char *name, struct ng_text *domain)
{
	struct ng_text address = setting(letter, name);
	size_t at = text_find(address, TEXT("@"), 0);

	*domain = text_slice(address, at + 1, address.len);
	if (!at || !domain->len || text_find(address, TEXT(" "), 0) < address.len)
		arena_fail(letter->arena, NG_CONFIG, TEXT("theme.conf"), 0, "[mail] %s: an address is wanted", name);
	return address;
}

/* What is not set follows from the sender's address. */
static void set_list(struct letter *letter)
{
	struct ng_text from = letter->from, user = text_slice(from, 0, text_find(from, TEXT("@"), 0));

	letter->list_id = setting(letter, "list-id");
	letter->unsubscribe = setting(letter, "unsubscribe");
	if (!letter->list_id.len)
		letter->list_id =
		    arena_format(letter->arena, "briefing.%.*s.%.*s", TEXT_ARGS(user), TEXT_ARGS(letter->domain));
	if (!letter->unsubscribe.len)
		letter->unsubscribe = arena_format(letter->arena, "mailto:%.*s?subject=unsubscribe", TEXT_ARGS(from));
}

static void write_fragment(struct letter *letter, struct buf *out)
{
	struct json *view = theme_view(&letter->theme, letter->briefing);
	struct buf html = buf_new(letter->arena, SIZE_MAX);

	json_set(view, "unsubscribe", json_string(letter->arena, TEXT(""))); /* the host has its own */
	json_set(view, "preview", json_string(letter->arena, preview_of(letter, view)));
	theme_render(&letter->theme, &html, "mail-body.html", view);
	letter->html = buf_text(&html);
	check_size(letter);
	if (theme_setting(&letter->theme, "site", "front-matter").len)
		post_put_front_matter(out, &letter->theme, view, true);
	buf_put(out, letter->html);
}

void output_mail(struct buf *out, const struct render_options *options, const struct ng_briefing *briefing)
{
	struct arena *arena = out->arena;
	struct ng_text other;
	struct letter letter = {
	    .arena = arena, .theme = theme_open(arena, options), .options = options, .briefing = briefing};

	if (briefing->day == NG_NO_DAY)
		arena_fail(arena, NG_BAD_INPUT, TEXT(""), 0, "a briefing without a day is not sent");
	if (options->fragment) {
		write_fragment(&letter, out);
		return;
	}
	letter.from = address_of(&letter, "from", &letter.domain);
	letter.to = setting(&letter, "to").len ? address_of(&letter, "to", &other) : letter.from;
	set_list(&letter);
	write_parts(&letter);
	check_size(&letter);
	g_mime_init();
	write_message(&letter, out);
}
