/*
 * RSS and Atom by one walk. In: a feed's bytes in any charset. Out: an article an entry. Elements are looked up in one
 * vocabulary whatever the dialect, since feeds mix them; the innermost value element is captured as text, and as markup
 * from the first element inside it on (xhtml, or HTML left unescaped). Sources: the specifications feed_words.c names.
 * Refuses: OPML (a list of feeds), other XML, nesting over the limit.
 */
#include "read/feed.h"

#include "base/escape.h"
#include "base/url.h"
#include "read/charset.h"
#include "read/feed_words.h"
#include "read/feed_xml.h"
#include "read/json_feed.h"

#include <string.h>

/* The value element being read. */
struct capture {
	const struct feed_word *word; /* NULL: none, or one to pass over */
	struct feed_value value;
	size_t depth;   /* elements open with it; 0: nothing is captured */
	bool marked_up; /* an element was met inside: the buffer holds markup */
	bool permalink;
	struct buf buf;
};

struct walk {
	const struct read_context *context;
	struct arena *arena;
	struct articles *articles;
	struct feed_xml xml;
	struct feed_record feed, entry;
	struct {
		enum feed_part *at;
		size_t n, room;
	} parts;            /* one for each open element */
	size_t entry_depth; /* 0: in no entry */
	struct capture capture;
};

static _Noreturn void fail(const struct walk *walk, const char *what, struct ng_text name)
{
	arena_fail(walk->arena, NG_BAD_INPUT, walk->context->name, walk->context->line, "%s%.*s%s", what,
		   TEXT_ARGS(text_slice(name, 0, 60)), name.len ? ">" : "");
}

static struct feed_record *record_of(struct walk *walk)
{
	return walk->entry_depth ? &walk->entry : &walk->feed;
}

static void put(struct walk *walk, enum feed_slot slot, struct ng_text text, int rank)
{
	feed_record_put(walk->arena, record_of(walk), slot, (struct feed_value){text, FEED_PLAIN, rank});
}

/* Elements that never have content; HTML has no end tag for them. */
static bool is_void(struct ng_text name)
{
	static const char *const names[] = {"area",  "base", "br",   "col",    "embed", "hr", "img",
					    "input", "link", "meta", "source", "track", "wbr"};

	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (text_equal_fold(name, text_of(names[i])))
			return true;
	return false;
}

static void write_start_tag(struct walk *walk)
{
	struct buf *buf = &walk->capture.buf;

	buf_byte(buf, '<');
	buf_put(buf, feed_xml_top(&walk->xml)->local);
	for (size_t i = 0; i < walk->xml.attributes.n; i++) {
		buf_byte(buf, ' ');
		buf_put(buf, walk->xml.attributes.at[i].name);
		buf_puts(buf, "=\"");
		escape_html(buf, walk->xml.attributes.at[i].value);
		buf_byte(buf, '"');
	}
	buf_byte(buf, '>');
}

static void write_end_tag(struct walk *walk)
{
	struct ng_text name = feed_xml_top(&walk->xml)->local;

	if (is_void(name))
		return;
	buf_puts(&walk->capture.buf, "</");
	buf_put(&walk->capture.buf, name);
	buf_byte(&walk->capture.buf, '>');
}

/* The first element inside a value: what was text so far becomes markup. */
static void begin_markup(struct walk *walk)
{
	struct ng_text text = arena_copy(walk->arena, buf_text(&walk->capture.buf));

	walk->capture.marked_up = true;
	buf_cut(&walk->capture.buf, 0);
	escape_html(&walk->capture.buf, text);
}

static struct ng_text attribute(const struct walk *walk, const char *name)
{
	return text_trim(feed_xml_attribute(&walk->xml, name));
}

static struct ng_text resolved(struct walk *walk, struct ng_text reference)
{
	struct ng_text base = feed_xml_top(&walk->xml)->base;

	return base.len && reference.len ? url_resolve(walk->arena, base, reference) : reference;
}

/* Atom's link says where it leads; only what leads to the page itself counts, a page of HTML first. */
static void put_atom_link(struct walk *walk, const struct feed_word *word)
{
	static const char registry[] = "http://www.iana.org/assignments/relation/";
	struct ng_text rel = attribute(walk, "rel"), type = attribute(walk, "type");
	bool is_html =
	    !type.len || text_starts(type, TEXT("text/html")) || text_starts(type, TEXT("application/xhtml"));

	if (text_starts(rel, text_of(registry)))
		rel = text_slice(rel, sizeof registry - 1, rel.len);
	if (rel.len && !text_equal_fold(rel, TEXT("alternate")))
		return;
	bool is_exact = is_html && (!rel.len || text_equal(rel, TEXT("alternate")));
	put(walk, FEED_URL, resolved(walk, attribute(walk, "href")), is_exact ? word->rank : 1);
}

/* What Atom's type (and 0.3's mode) makes of a text; false: nothing that is text. */
static bool apply_type(const struct walk *walk, enum feed_markup *markup)
{
	struct ng_text type = attribute(walk, "type");

	if (text_equal_fold(attribute(walk, "mode"), TEXT("base64")) || attribute(walk, "src").len)
		return false;
	if (!type.len)
		return true;
	if (text_equal_fold(type, TEXT("text")) || text_starts(type, TEXT("text/plain")))
		*markup = FEED_PLAIN;
	else if (text_equal_fold(type, TEXT("html")) || text_equal_fold(type, TEXT("xhtml")) ||
		 text_starts(type, TEXT("text/html")) || text_starts(type, TEXT("application/xhtml")))
		*markup = FEED_HTML;
	else
		return false;
	return true;
}

/* Media RSS credits everybody who had a hand in it: only writers are authors. */
static bool credits_writer(const struct walk *walk)
{
	static const char *const roles[] = {"author", "writer", "reporter", "journalist", "correspondent", "byline"};
	struct ng_text role = attribute(walk, "role");

	for (size_t i = 0; i < sizeof roles / sizeof *roles; i++)
		if (text_equal_fold(role, text_of(roles[i])))
			return true;
	return false;
}

static void open_value(struct walk *walk, const struct feed_word *word)
{
	struct capture *capture = &walk->capture;
	bool is_atom = word->family == FAMILY_ATOM, is_text = word->slot == FEED_TEXT || word->slot == FEED_SUMMARY;

	*capture = (struct capture){.word = word, .depth = walk->xml.open.n, .buf = capture->buf};
	buf_cut(&capture->buf, 0);
	capture->value = (struct feed_value){.markup = word->markup, .rank = word->rank};
	capture->permalink = word->slot == FEED_ID && !text_equal_fold(attribute(walk, "isPermaLink"), TEXT("false"));
	if (is_atom && (is_text || word->slot == FEED_TITLE) && !apply_type(walk, &capture->value.markup))
		capture->word = NULL;
	if (word->family == FAMILY_MEDIA && word->slot == FEED_AUTHOR && !credits_writer(walk))
		capture->word = NULL;
	if (is_text)
		put(walk, FEED_LANGUAGE, feed_xml_top(&walk->xml)->language, 2);
	if (word->slot == FEED_URL && attribute(walk, "href").len)
		put_atom_link(walk, word);
	if (word->slot == FEED_SECTION) {
		put(walk, FEED_SECTION, attribute(walk, "label"), word->rank);
		put(walk, FEED_SECTION, attribute(walk, "term"), word->rank);
		put(walk, FEED_SECTION, attribute(walk, "text"), word->rank);
	}
}

static void close_value(struct walk *walk)
{
	struct capture *capture = &walk->capture;
	const struct feed_word *word = capture->word;

	capture->depth = 0;
	if (!word)
		return;
	capture->value.text = arena_copy(walk->arena, text_trim(buf_text(&capture->buf)));
	if (capture->marked_up)
		capture->value.markup = FEED_XHTML;
	if (capture->permalink && text_starts(capture->value.text, TEXT("http")))
		put(walk, FEED_URL, capture->value.text, word->family == FAMILY_RSS ? 2 : 1);
	if (word->slot == FEED_URL)
		capture->value.text = resolved(walk, capture->value.text);
	enum feed_slot slot = walk->parts.at[walk->parts.n - 2] == PART_SOURCE ? FEED_SITE : word->slot;
	feed_record_put(walk->arena, record_of(walk), slot, capture->value);
}

static void close_entry(struct walk *walk)
{
	walk->entry_depth = 0;
	feed_record_article(walk->context, &walk->entry, &walk->feed, walk->articles);
}

static void open_entry(struct walk *walk)
{
	if (walk->entry_depth)
		close_entry(walk); /* the end tag of the one before is missing */
	walk->entry = (struct feed_record){0};
	walk->entry_depth = walk->xml.open.n;
	put(walk, FEED_LANGUAGE, feed_xml_top(&walk->xml)->language, 1);
}

/* A person has a name and a source a title; neither's other values are the entry's. */
static bool belongs(const struct feed_word *word, enum feed_part outer)
{
	bool is_name = word->family == FAMILY_ATOM && text_equal(text_of(word->name), TEXT("name"));

	if (outer == PART_SOURCE)
		return word->part == PART_VALUE && word->slot == FEED_TITLE;
	return word->part != PART_VALUE || is_name == (outer == PART_PERSON);
}

static void check_root(const struct walk *walk, const struct feed_word *word)
{
	struct ng_text name = walk->xml.open.at[0].name;

	if (text_equal_fold(name, TEXT("opml")))
		fail(walk, "a list of feeds (OPML), not articles: give the feeds it names", TEXT(""));
	if (!word || (word->part != PART_THROUGH && word->part != PART_FEED && word->part != PART_ENTRY))
		fail(walk, "not a feed: its outermost element is <", name);
}

/* Feeds bind their own elements to wrong namespaces, or to none: what is bound like the outermost is of its dialect. */
static enum feed_family family_of(const struct walk *walk, const struct feed_xml_element *element)
{
	const struct feed_xml_element *root = &walk->xml.open.at[0];
	bool is_atom = text_equal_fold(root->local, TEXT("feed")) || text_equal_fold(root->local, TEXT("entry"));

	if (text_equal(element->space, root->space) && (element->space.len || !element->prefix.len))
		return is_atom ? FAMILY_ATOM : FAMILY_RSS;
	return feed_family(element->space, element->prefix);
}

static void open_element(struct walk *walk)
{
	enum feed_part outer = walk->parts.n ? walk->parts.at[walk->parts.n - 1] : PART_THROUGH;
	struct feed_xml_element *element = feed_xml_top(&walk->xml);
	const struct feed_word *word = NULL;

	if (walk->capture.depth) {
		if (!walk->capture.marked_up)
			begin_markup(walk);
		if (walk->capture.word)
			write_start_tag(walk);
	} else {
		word = feed_word(family_of(walk, element), element->local);
		if (!walk->parts.n)
			check_root(walk, word);
		if (word && (outer == PART_NONE || !belongs(word, outer)))
			word = NULL;
	}
	*array_add(walk->arena, &walk->parts) = word ? word->part : PART_NONE;
	if (word && word->part == PART_ENTRY)
		open_entry(walk);
	else if (word && word->part == PART_VALUE)
		open_value(walk, word);
}

static void close_element(struct walk *walk)
{
	if (walk->capture.depth == walk->xml.open.n)
		close_value(walk);
	else if (walk->capture.depth && walk->capture.word)
		write_end_tag(walk);
	if (walk->entry_depth == walk->xml.open.n)
		close_entry(walk);
	walk->parts.n--;
}

static void take_text(struct walk *walk)
{
	if (!walk->capture.depth || !walk->capture.word)
		return;
	if (walk->capture.marked_up)
		escape_html(&walk->capture.buf, walk->xml.text);
	else
		buf_put(&walk->capture.buf, walk->xml.text);
}

/* The encoding the XML declaration names. */
static struct ng_text declared_charset(struct ng_text bytes)
{
	struct ng_text head = text_slice(bytes, 0, text_find(text_slice(bytes, 0, 256), TEXT("?>"), 0));
	size_t at = text_find(head, TEXT("encoding"), 0);

	while (at < head.len && head.at[at] != '"' && head.at[at] != '\'')
		at++;
	struct ng_text value = text_slice(head, at + 1, head.len), name;
	return at < head.len && text_cut(&value, head.at[at], &name) ? name : TEXT("");
}

static void read_feed(const struct read_context *context, struct ng_text record, struct articles *articles)
{
	struct ng_text bytes = charset_to_utf8(context->arena, record, declared_charset(record), false);

	if (json_feed_sniff(bytes)) {
		json_feed_read(context, bytes, articles);
		return;
	}
	struct walk walk = {.context = context, .arena = context->arena, .articles = articles};
	walk.xml = feed_xml_new(context->arena, bytes, context->limits->depth);
	walk.capture.buf = buf_new(context->arena, SIZE_MAX);
	while (feed_xml_next(&walk.xml)) {
		if (walk.xml.kind == FEED_XML_OPEN)
			open_element(&walk);
		else if (walk.xml.kind == FEED_XML_CLOSE)
			close_element(&walk);
		else
			take_text(&walk);
	}
	if (!walk.parts.at)
		fail(&walk, "not a feed: there is no element in it", TEXT(""));
}

/* The name of the first element, what stands before it skipped. */
static struct ng_text first_element(struct ng_text head)
{
	size_t at = 0, end;

	while ((at = text_find(head, TEXT("<"), at)) < head.len) {
		struct ng_text rest = text_slice(head, at, head.len);
		if (text_starts(rest, TEXT("<!--")))
			at = text_find(head, TEXT("-->"), at);
		else if (text_starts(rest, TEXT("<?")))
			at = text_find(head, TEXT("?>"), at);
		else if (!text_starts(rest, TEXT("<!")))
			break;
		at++;
	}
	for (end = at + 1; end < head.len && !strchr(" \t\n\r/>", head.at[end]); end++)
		;
	return text_slice(head, at + 1, end);
}

static bool is_root(struct ng_text name)
{
	static const char *const roots[] = {"rss", "feed", "rdf:RDF", "RDF", "channel", "opml", "entry"};
	size_t colon = text_find(name, TEXT(":"), 0);
	struct ng_text local = text_slice(name, colon < name.len ? colon + 1 : 0, name.len);

	for (size_t i = 0; i < sizeof roots / sizeof *roots; i++)
		if (text_equal_fold(name, text_of(roots[i])) || text_equal_fold(local, text_of(roots[i])))
			return true;
	return false;
}

static bool sniff_feed(struct ng_text head, struct ng_text name)
{
	char narrow[1024]; /* UTF-16 without its zero bytes is ASCII enough */
	size_t n = 0;

	if (text_ends(name, TEXT(".rss")) || text_ends(name, TEXT(".atom")) || text_ends(name, TEXT(".opml")))
		return true;
	for (size_t i = 0; i < head.len && n < sizeof narrow; i++)
		if (head.at[i])
			narrow[n++] = head.at[i];
	struct ng_text start = {narrow, n};
	size_t markup = text_find(start, TEXT("<"), 0);
	for (size_t i = 0; i < markup && !json_feed_sniff(head); i++)
		if (!strchr(" \t\n\r", start.at[i]) && (unsigned char)start.at[i] < 0x80)
			return false;
	return json_feed_sniff(head) || is_root(first_element(start));
}

const struct reader feed_reader = {NG_FORMAT_FEED, "feed", sniff_feed, NULL, read_feed};
