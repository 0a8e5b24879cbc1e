/*
 * A page's metadata. In: its tree, frames and scripts. Out: headline, author, site, section, language, address.
 * Best first: JSON-LD (schema.org), Open Graph, Dublin Core and the names news systems use, microdata and rel, <title>
 * and h1. A headline that shares little with <title> and h1 is another one's; the site's name is cut off both ends
 * of a headline; one that ends in an ellipsis is replaced by a whole one that starts the same.
 */
#include "read/metadata.h"

#include "read/html_lexicon.h"
#include "read/title.h"
#include "read/written_date.h"

#include "base/utf8.h"

#include <libxml/tree.h>
#include <string.h>

enum { AUTHOR_LONGEST = 100, AUTHOR_WORDS = 8, BYLINE_LONGEST = 200, NO_BYLINE = 9 };

static struct ng_text squeezed(struct arena *arena, struct ng_text text)
{
	struct buf buf = buf_new(arena, text.len + 1);

	utf8_squeeze(&buf, text);
	return buf_text(&buf);
}

static struct ng_text lower(struct arena *arena, struct ng_text text)
{
	struct buf buf = buf_new(arena, text.len * 4 + 1);

	utf8_lower(&buf, text);
	return buf_text(&buf);
}

static void read_meta(struct arena *arena, struct metadata *metadata, const xmlNode *element)
{
	static const char *const keys[] = {"property", "name", "itemprop", "http-equiv"};
	struct ng_text content = text_trim(html_attribute(element, "content")), name;

	if (content.len == 0)
		return;
	for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
		struct ng_text rest = lower(arena, text_slice(html_attribute(element, keys[i]), 0, 256));
		while (text_cut(&rest, ' ', &name))
			if (name.len)
				*array_add(arena, &metadata->metas) = (struct page_meta){name, content};
	}
}

static void read_link(struct metadata *metadata, const xmlNode *element)
{
	struct ng_text href = text_trim(html_attribute(element, "href"));

	if (metadata->canonical.len == 0 && text_equal_fold(html_attribute(element, "rel"), TEXT("canonical")) &&
	    text_starts(href, TEXT("http")))
		metadata->canonical = href;
}

static void read_head(struct arena *arena, struct metadata *metadata, const struct html_page *page)
{
	for (size_t i = 0; i < page->metas.n; i++) {
		const xmlNode *element = page->metas.at[i];
		switch (element->name[0]) {
		case 'm':
			read_meta(arena, metadata, element);
			break;
		case 'l':
			read_link(metadata, element);
			break;
		default:
			if (metadata->document_title.len == 0 && element->children && element->children->content)
				metadata->document_title =
				    squeezed(arena, text_of((const char *)element->children->content));
		}
	}
}

struct ng_text metadata_find(const struct metadata *metadata, const char *names)
{
	struct ng_text rest = text_of(names), name;

	while (text_cut(&rest, ' ', &name))
		for (size_t i = 0; i < metadata->metas.n; i++)
			if (text_equal(metadata->metas.at[i].name, name))
				return metadata->metas.at[i].content;
	return (struct ng_text){0};
}

static struct ng_text note_text(struct arena *arena, const struct html_page *page, const struct html_note *note)
{
	return squeezed(arena, text_slice(buf_text(&page->text), note->start, note->end));
}

static void read_headings(struct arena *arena, struct metadata *metadata, const struct html_page *page)
{
	for (size_t i = 0; i < page->notes.n && metadata->n_headings < 4; i++)
		if (strcmp((const char *)page->notes.at[i].element->name, "h1") == 0) {
			struct ng_text text = note_text(arena, page, &page->notes.at[i]);
			if (text.len && text.len < 600)
				metadata->headings[metadata->n_headings++] = text;
		}
}

static void read_language(struct metadata *metadata, const struct html_page *page)
{
	if (page->root) {
		metadata->language = html_attribute(page->root, "lang");
		if (metadata->language.len == 0)
			metadata->language = html_attribute(page->root, "xml:lang");
		for (const xmlNode *child = page->root->children; child && metadata->language.len == 0;
		     child = child->next)
			if (child->type == XML_ELEMENT_NODE && strcmp((const char *)child->name, "body") == 0)
				metadata->language = html_attribute(child, "lang");
	}
	if (metadata->language.len == 0)
		metadata->language =
		    metadata_find(metadata, "content-language og:locale language dc.language inlanguage");
	if (metadata->language.len == 0)
		metadata->language = metadata->linked.language;
	metadata->language = text_trim(metadata->language);
}

/* Entities left over in a value that was escaped twice are not worth a parser: the five of XML, and &#39; &nbsp; */
static struct ng_text unescaped(struct arena *arena, struct ng_text text)
{
	static const struct {
		const char *entity, *text;
	} entities[] = {{"&amp;", "&"},
			{"&quot;", "\""},
			{"&#39;", "'"},
			{"&#039;", "'"},
			{"&apos;", "'"},
			{"&lt;", "<"},
			{"&gt;", ">"},
			{"&nbsp;", " "},
			{"&#8217;", "\xe2\x80\x99"},
			{"&rsquo;", "\xe2\x80\x99"},
			{"&#8216;", "\xe2\x80\x98"},
			{"&lsquo;", "\xe2\x80\x98"},
			{"&#8220;", "\xe2\x80\x9c"},
			{"&ldquo;", "\xe2\x80\x9c"},
			{"&#8221;", "\xe2\x80\x9d"},
			{"&rdquo;", "\xe2\x80\x9d"},
			{"&#8211;", "\xe2\x80\x93"},
			{"&ndash;", "\xe2\x80\x93"},
			{"&mdash;", "\xe2\x80\x94"}};
	struct buf buf = buf_new(arena, text.len + 1);

	if (text.len == 0 || !memchr(text.at, '&', text.len))
		return text;
	for (size_t at = 0; at < text.len;) {
		size_t i = 0, n = sizeof entities / sizeof *entities;
		while (text.at[at] == '&' && i < n &&
		       !text_starts(text_slice(text, at, text.len), text_of(entities[i].entity)))
			i++;
		if (text.at[at] == '&' && i < n) {
			buf_puts(&buf, entities[i].text);
			at += strlen(entities[i].entity);
		} else {
			buf_byte(&buf, text.at[at++]);
		}
	}
	return buf_text(&buf);
}

static struct ng_text cleaned(struct arena *arena, struct ng_text text)
{
	return squeezed(arena, unescaped(arena, unescaped(arena, text)));
}

/* Whether at least a third of the headline's words stand in <title> or the first headings, where there are any. */
static bool belongs(struct arena *arena, const struct metadata *metadata, struct ng_text title)
{
	struct word_hashes words = words_of(arena, title), known = words_of(arena, metadata->document_title);
	size_t found = 0;

	if (known.n == 0)
		return true;
	for (size_t i = 0; i < words.n; i++) {
		bool hit = words_hold(&known, words.at[i]);
		for (size_t h = 0; h < metadata->n_headings && !hit; h++) {
			struct word_hashes heading = words_of(arena, metadata->headings[h]);
			hit = words_hold(&heading, words.at[i]);
		}
		found += hit;
	}
	return found * 3 >= words.n;
}

static void read_title(struct arena *arena, struct metadata *metadata)
{
	struct ng_text site = metadata->site;
	struct ng_text document = title_of_document(arena, cleaned(arena, metadata->document_title), site,
						    metadata->headings, metadata->n_headings);
	struct ng_text title = cleaned(arena, metadata->linked.headline);

	if (title.len == 0 || !belongs(arena, metadata, title))
		title =
		    cleaned(arena, metadata_find(metadata,
						 "dc:title dcterm:title dcterms.title dc.title og:title parsely-title "
						 "sailthru.title title twitter:title"));
	if (title.len == 0 || !belongs(arena, metadata, title))
		title = document;
	else
		title = title_without_site(arena, title, site);
	if (title.len == 0 && metadata->n_headings)
		title = metadata->headings[0];
	metadata->title = title;
	if (!title_is_cut(title))
		return;
	struct ng_text wholes[6] = {document, cleaned(arena, metadata_find(metadata, "og:title"))};
	memcpy(wholes + 2, metadata->headings, sizeof metadata->headings);
	for (size_t i = 0; i < 6; i++)
		if (title_completes(arena, title, wholes[i])) {
			metadata->title = title_without_site(arena, wholes[i], site);
			return;
		}
	metadata->title_cut = true;
}

static void read_site(struct arena *arena, struct metadata *metadata)
{
	metadata->site = metadata_find(metadata, "og:site_name dc:publisher application-name dcterms.publisher");
	if (metadata->site.len == 0)
		metadata->site = metadata->linked.publisher.len ? metadata->linked.publisher : metadata->linked.site;
	metadata->site = cleaned(arena, metadata->site);
}

static bool is_name(struct ng_text text)
{
	return text.len && text.len < AUTHOR_LONGEST && !memchr(text.at, '/', text.len) && text.at[0] != '@';
}

/* A byline's name: without "By", what follows a bar, a dash before a date, or a time. */
static struct ng_text byline_name(struct arena *arena, struct ng_text text)
{
	static const char *const openers[] = {"by ",
					      "by: ",
					      "von ",
					      "par ",
					      "por ",
					      "di ",
					      "door ",
					      "written by ",
					      "posted by ",
					      "written by: ",
					      "\xd0\xb0\xd0\xb2\xd1\x82\xd0\xbe\xd1\x80: "};
	size_t end = text.len;

	for (size_t i = 0; i < sizeof openers / sizeof *openers; i++)
		if (text_equal_fold(text_slice(text, 0, strlen(openers[i])), text_of(openers[i])))
			text = text_trim(text_slice(text, strlen(openers[i]), text.len));
	end = text.len;
	for (size_t at = 1; at + 1 < text.len && end == text.len; at++) {
		struct ng_text rest = text_slice(text, at, text.len);
		bool bar = text_starts(rest, TEXT(" | ")) || text_starts(rest, TEXT(" \xe2\x80\xa2")) ||
			   text_starts(rest, TEXT(" \xc2\xb7"));
		bool digit = text.at[at] == ' ' && text.at[at + 1] >= '0' && text.at[at + 1] <= '9';
		if (bar || digit)
			end = at;
	}
	bool at_digit = end + 1 < text.len && text.at[end + 1] >= '0' && text.at[end + 1] <= '9';
	text = text_trim(text_slice(text, 0, end));
	size_t last = text.len;
	while (last > 0 && text.at[last - 1] != ' ')
		last--;
	/* what was cut off was the day of a month */
	if (at_digit && last > 0 && written_month(lower(arena, text_slice(text, last, text.len))))
		text = text_trim(text_slice(text, 0, last));
	return text;
}

/* How far an element is to be believed that it holds the author: 0 best, NO_BYLINE not at all. */
static int byline_rank(const struct html_page *page, const struct html_note *note)
{
	static const char *const words[] = {"byline", "author", "writer", "autor", "auteur"};
	unsigned marks = page->frames.at[note->frame].all_marks;
	struct ng_text class = html_attribute(note->element, "class"), id = html_attribute(note->element, "id");

	if (text_equal_fold(html_attribute(note->element, "itemprop"), TEXT("author")))
		return 0;
	if (text_equal_fold(html_attribute(note->element, "rel"), TEXT("author")))
		return 1;
	if (marks & (MARK_NAV | MARK_FOOTER | MARK_HIDDEN))
		return NO_BYLINE;
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (text_find_fold(class, text_of(words[i]), 0) < class.len ||
		    text_find_fold(id, text_of(words[i]), 0) < id.len)
			return marks & MARK_ASIDE ? 3 : 2;
	return NO_BYLINE;
}

static void read_author(struct arena *arena, struct metadata *metadata, const struct html_page *page)
{
	struct ng_text author = cleaned(arena, metadata->linked.author);
	int best = NO_BYLINE;

	if (!is_name(author) || text_starts(author, TEXT("http")))
		author = cleaned(
		    arena, metadata_find(metadata,
					 "dc:creator dcterm:creator dc.creator author parsely-author sailthru.author "
					 "article:author_name byl cxenseparse:author citation_author"));
	if (!is_name(author))
		author = cleaned(arena, metadata_find(metadata, "article:author"));
	if (is_name(author)) {
		metadata->author = byline_name(arena, author);
		return;
	}
	for (size_t i = 0; i < page->notes.n; i++) {
		const struct html_note *note = &page->notes.at[i];
		int rank = byline_rank(page, note);
		if (rank >= best || note->end <= note->start || note->end - note->start > BYLINE_LONGEST)
			continue;
		struct ng_text name = byline_name(arena, note_text(arena, page, note));
		size_t words = words_of(arena, name).n;
		if (name.len && name.len < AUTHOR_LONGEST && words && words <= AUTHOR_WORDS) {
			best = rank;
			metadata->author = name;
		}
	}
}

struct metadata *metadata_read(const struct read_context *context, const struct html_source *source,
			       const struct html_page *page)
{
	struct arena *arena = context->arena;
	struct metadata *metadata = arena_new_of(arena, struct metadata);

	metadata->linked = linked_data_read(context, &source->scripts);
	read_head(arena, metadata, page);
	read_headings(arena, metadata, page);
	read_language(metadata, page);
	if (metadata->canonical.len == 0)
		metadata->canonical = metadata_find(metadata, "og:url twitter:url");
	metadata->section = cleaned(arena, metadata->linked.section.len
					       ? metadata->linked.section
					       : metadata_find(metadata, "article:section og:section section"));
	read_site(arena, metadata);
	read_title(arena, metadata);
	read_author(arena, metadata, page);
	metadata->description = metadata_find(metadata, "og:description description twitter:description");
	return metadata;
}
