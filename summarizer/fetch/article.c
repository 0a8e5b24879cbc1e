/*
 * Articles. In: feeds and pages as kept. Out: records for JSON Lines. An edition of the library reads them: feeds under
 * their URL as name, so that each line tells whose it is; a page as a WARC response (ISO 28500), which carries its URL,
 * day and Content-Type along. A record keeps the members that JSON Lines input takes, no others.
 * Refuses: what the library's readers refuse; a page without text.
 */
#include "fetch/article.h"

#include "base/date.h"
#include "fetch/discover.h"

#include <string.h>

enum { LINE_DEPTH = 8 };

static const char *const members[] = {"id",      "url",      "title",     "author", "site",
				      "section", "language", "published", "text"};

/* Lines as the library gives them. Its frames lie between the edition's call and the sink: no jump goes past it. */
struct lines {
	struct arena *arena;
	struct buf bytes;
	struct ng_text next;
	struct ng_error error;
};

static void gather(void *data)
{
	struct lines *lines = data;

	buf_put(&lines->bytes, lines->next);
}

static bool take_line(void *user, struct ng_text bytes)
{
	struct lines *lines = user;

	lines->next = bytes;
	return arena_try(lines->arena, gather, lines, &lines->error);
}

static void free_edition(void *edition)
{
	ng_edition_free(edition);
}

static void copy_skipped(struct arena *arena, ng_edition *edition, struct problems *problems)
{
	size_t n;
	const struct ng_skipped *skipped = ng_edition_skipped(edition, &n);

	for (size_t i = 0; i < n; i++)
		error_set(array_add(arena, problems), NG_BAD_INPUT, skipped[i].where, 0, "%.*s",
			  TEXT_ARGS(skipped[i].what));
}

struct input {
	char *name;
	struct ng_text bytes;
};

/* What `extract` prints of the inputs. */
static struct ng_text extract(struct arena *arena, const struct input *inputs, size_t n, enum ng_format format,
			      struct problems *problems)
{
	struct ng_options options;
	struct ng_error error;
	struct lines lines = {.arena = arena, .bytes = buf_new(arena, SIZE_MAX)};

	ng_options_default(&options);
	options.format = format;
	options.jobs = 1;
	ng_edition *edition = ng_edition_new(&options, &error);
	if (!edition)
		arena_throw(arena, &error);
	arena_adopt(arena, edition, free_edition);
	enum ng_status status = NG_OK;
	for (size_t i = 0; i < n && status == NG_OK; i++)
		status = ng_edition_add_bytes(edition, inputs[i].name, inputs[i].bytes);
	if (status == NG_OK)
		status = ng_edition_lines(edition, NG_EXTRACT, (struct ng_sink){take_line, &lines});
	if (lines.error.status)
		arena_throw(arena, &lines.error);
	if (status != NG_OK && status != NG_NOTHING)
		arena_throw(arena, ng_edition_error(edition));
	copy_skipped(arena, edition, problems);
	arena_release(arena, edition);
	return buf_text(&lines.bytes);
}

static struct json *record_of(struct arena *arena, const struct json *line)
{
	struct json *record = json_new(arena, JSON_OBJECT);
	struct ng_text from = json_text(line, "published_from");
	bool guessed = text_equal(from, TEXT("file")) || text_equal(from, TEXT("assumed"));

	for (size_t i = 0; i < sizeof members / sizeof *members; i++) {
		struct ng_text value = json_text(line, members[i]);
		if (value.len && !(guessed && strcmp(members[i], "published") == 0))
			json_set(record, members[i], json_string(arena, value));
	}
	return record;
}

/* Does the text break off, as teasers do? */
static bool breaks_off(struct ng_text text)
{
	static const char *const ends[] = {"...", "\xe2\x80\xa6", "[...]", "[\xe2\x80\xa6]", "(...)"};

	text = text_trim(text);
	for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
		if (text_ends(text, text_of(ends[i])))
			return true;
	return false;
}

static struct ng_text key_of(struct arena *arena, const struct json *record, struct ng_text feed)
{
	struct ng_text url = json_text(record, "url"), id = json_text(record, "id");

	if (url.len)
		return text_slice(url, 0, text_find(url, TEXT("#"), 0));
	if (id.len && !text_starts(id, feed)) /* an id of the reader's own counts entries, and they move */
		return arena_format(arena, "%.*s %.*s", TEXT_ARGS(feed), TEXT_ARGS(id));
	uint64_t hash = hash_mix(text_hash(json_text(record, "title")), text_hash(json_text(record, "text")));
	return arena_format(arena, "%.*s %016llx", TEXT_ARGS(feed), (unsigned long long)hash);
}

static void add_article(struct arena *arena, const struct json *line, size_t feed, struct ng_text feed_url,
			size_t teaser_bytes, struct feed_articles *articles)
{
	struct json *record = record_of(arena, line);
	struct ng_text text = json_text(record, "text");

	*array_add(arena, articles) = (struct feed_article){
	    .feed = feed,
	    .key = key_of(arena, record, feed_url),
	    .url = json_text(record, "url"),
	    .record = record,
	    .teaser = text.len < teaser_bytes || breaks_off(text),
	};
}

/* Who gave a page's address for a feed's is told the feed that the page names. */
static void add_hints(struct arena *arena, const struct document *feeds, size_t n, struct problems *problems)
{
	for (size_t i = 0, feed = 0; i < problems->n && feed < n; i++) {
		struct ng_error *error = &problems->at[i];
		size_t at = feed;
		while (at < n &&
		       !text_equal(text_slice(feeds[at].url, 0, sizeof error->where - 1), text_of(error->where)))
			at++;
		if (at == n)
			continue;
		feed = at;
		struct ng_text url = discover_feed(arena, feeds[at].body, feeds[at].final);
		if (url.len)
			error_set(error, NG_BAD_INPUT, feeds[at].url, 0, "a page, not a feed; it names this one: %.*s",
				  TEXT_ARGS(text_slice(url, 0, sizeof error->what / 2)));
	}
}

struct feed_articles articles_of_feeds(struct arena *arena, const struct document *feeds, size_t n, size_t teaser_bytes,
				       struct problems *problems)
{
	struct feed_articles articles = {0};
	struct input *inputs = arena_array(arena, n ? n : 1, struct input);
	size_t used = 0, feed = 0;
	struct ng_text line;

	for (size_t i = 0; i < n; i++)
		if (feeds[i].body.len)
			inputs[used++] =
			    (struct input){arena_string(arena, feeds[i].url), document_bytes(arena, &feeds[i])};
	struct ng_text lines = extract(arena, inputs, used, NG_FORMAT_FEED, problems);
	add_hints(arena, feeds, n, problems);
	while (text_cut(&lines, '\n', &line)) {
		if (!line.len)
			continue;
		struct json *object = json_parse(arena, line, LINE_DEPTH);
		if (json_member(object, "error")) /* it stands among the skipped, too */
			continue;
		struct ng_text source = json_text(object, "source");
		while (feed < n && !text_equal(feeds[feed].url, source))
			feed++;
		if (feed == n)
			arena_fail(arena, NG_INTERNAL, source, 0, "an article of a feed that was not asked for");
		add_article(arena, object, feed, feeds[feed].url, teaser_bytes, &articles);
	}
	return articles;
}

/* "2026-03-17T08:40:00Z" */
static void put_moment(struct buf *buf, int64_t seconds)
{
	stamp_put(buf, stamp_from_unix(seconds));
}

struct ng_text document_warc(struct arena *arena, const struct document *page)
{
	struct buf head = buf_new(arena, SIZE_MAX), record = buf_new(arena, SIZE_MAX);

	buf_format(&head, "HTTP/1.1 200 OK\r\nContent-Type: %.*s\r\n\r\n", TEXT_ARGS(page->type));
	buf_format(&record,
		   "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: %.*s\r\nWARC-Date: ", TEXT_ARGS(page->final));
	put_moment(&record, page->asked);
	buf_format(&record, "\r\nContent-Type: application/http\r\nContent-Length: %zu\r\n\r\n",
		   head.len + page->body.len);
	buf_put(&record, buf_text(&head));
	buf_put(&record, page->body);
	buf_puts(&record, "\r\n\r\n");
	return buf_text(&record);
}

/* The first article of each page; the lines come in the order of the pages. */
static void take_records(struct arena *arena, const struct document *pages, size_t n, struct ng_text lines,
			 const struct json **records)
{
	struct ng_text line;
	size_t page = 0;

	while (text_cut(&lines, '\n', &line)) {
		const struct json *object = line.len ? json_parse(arena, line, LINE_DEPTH) : NULL;
		if (!object || json_member(object, "error"))
			continue;
		while (page < n && !text_equal(pages[page].url, json_text(object, "source")))
			page++;
		if (page < n && !records[page] && text_trim(json_text(object, "text")).len)
			records[page] = record_of(arena, object);
	}
}

static bool is_named(const struct problems *problems, struct ng_text url)
{
	for (size_t i = 0; i < problems->n; i++)
		if (text_equal(text_of(problems->at[i].where), text_slice(url, 0, sizeof problems->at[i].where - 1)))
			return true;
	return false;
}

const struct json **articles_of_pages(struct arena *arena, const struct document *pages, size_t n,
				      struct problems *problems)
{
	const struct json **records = arena_array(arena, n ? n : 1, const struct json *);
	struct input *inputs = arena_array(arena, n ? n : 1, struct input);
	size_t used = 0;

	for (size_t i = 0; i < n; i++)
		if (pages[i].url.len)
			inputs[used++] =
			    (struct input){arena_string(arena, pages[i].url), document_warc(arena, &pages[i])};
	if (used)
		take_records(arena, pages, n, extract(arena, inputs, used, NG_FORMAT_WARC, problems), records);
	for (size_t i = 0; i < n; i++)
		if (pages[i].url.len && !records[i] && !is_named(problems, pages[i].url))
			error_set(array_add(arena, problems), NG_BAD_INPUT, pages[i].url, 0,
				  "no article was found on the page");
	return records;
}

struct json *record_copy(struct arena *arena, const struct json *record)
{
	struct json *copy = json_new(arena, JSON_OBJECT);

	for (size_t i = 0; i < sizeof members / sizeof *members; i++)
		if (json_member(record, members[i]))
			json_set(copy, members[i],
				 json_string(arena, arena_copy(arena, json_text(record, members[i]))));
	return copy;
}

const struct json *record_join(struct arena *arena, const struct json *feed, const struct json *page)
{
	struct json *joined = json_new(arena, JSON_OBJECT);

	if (json_text(page, "text").len <= json_text(feed, "text").len)
		return feed;
	for (size_t i = 0; i < sizeof members / sizeof *members; i++) {
		struct ng_text ours = json_text(feed, members[i]), theirs = json_text(page, members[i]);
		bool is_text = strcmp(members[i], "text") == 0;
		if (ours.len || theirs.len)
			json_set(joined, members[i], json_string(arena, is_text || !ours.len ? theirs : ours));
	}
	return joined;
}

void article_put(struct buf *buf, const struct json *record)
{
	json_put(buf, record);
	buf_byte(buf, '\n');
}
