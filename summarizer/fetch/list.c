/*
 * Lists of feeds. In: arguments. Out: URLs, each once, in order. OPML is pulled element by element from libxml2's text
 * reader (http://opml.org/spec2.opml: any outline with an xmlUrl is a feed, however deep); a list of URLs is read as
 * feed readers of the terminal keep it: a URL a line, tags behind it.
 * Refuses: what is no http or https URL, names and passwords in URLs; XML that is not well formed, or deeper than
 * libxml2 allows. No entity or DTD is loaded.
 */
#include "fetch/list.h"

#include "base/file.h"
#include "base/url.h"

#include <libxml/xmlreader.h>
#include <string.h>

static bool is_web(struct ng_text url)
{
	struct url parts;

	return url_is_safe(url) && url_split(url, &parts) &&
	       (text_equal_fold(parts.scheme, TEXT("http")) || text_equal_fold(parts.scheme, TEXT("https")));
}

static bool has_user(struct ng_text url)
{
	size_t start = text_find(url, TEXT("//"), 0) + 2, end = start;

	while (end < url.len && !strchr("/?#", url.at[end]))
		end++;
	return text_find(text_slice(url, start, end), TEXT("@"), 0) < end - start;
}

struct feed_list list_new(struct arena *arena)
{
	return (struct feed_list){.known = table_new(arena)};
}

void list_add_url(struct arena *arena, struct feed_list *list, struct ng_text url, struct ng_text where,
		  unsigned long line)
{
	url = text_trim(url);
	url = text_slice(url, 0, text_find(url, TEXT("#"), 0));
	if (!is_web(url)) {
		error_set(array_add(arena, &list->problems), NG_BAD_INPUT, where, line,
			  "\"%.*s\" is no http or https URL", TEXT_ARGS(text_slice(url, 0, 120)));
	} else if (has_user(url)) {
		error_set(array_add(arena, &list->problems), NG_BAD_INPUT, where, line,
			  "a URL with a name or password is not fetched");
	} else if (!table_get(&list->known, url)) {
		url = arena_copy(arena, url);
		table_put(&list->known, url);
		*array_add(arena, list) = url;
	}
}

static void add_lines(struct arena *arena, struct feed_list *list, struct ng_text bytes, const char *path)
{
	struct ng_text line;

	for (unsigned long number = 1; text_cut(&bytes, '\n', &line); number++) {
		size_t end = 0;
		line = text_trim(line);
		if (!line.len || line.at[0] == '#')
			continue;
		while (end < line.len && !strchr(" \t", line.at[end]))
			end++;
		list_add_url(arena, list, text_slice(line, 0, end), text_of(path), number);
	}
}

/* libxml2 would print; what went wrong is told by the reader's result and line. */
static void keep_quiet(void *data, xmlErrorPtr error)
{
	(void)data;
	(void)error;
}

static void free_reader(void *reader)
{
	xmlFreeTextReader(reader);
}

/* The outline's xmlUrl, whatever its case; empty: it is no feed. */
static struct ng_text outline_url(struct arena *arena, xmlTextReaderPtr reader)
{
	struct ng_text url = TEXT("");

	for (int more = xmlTextReaderMoveToFirstAttribute(reader); more == 1 && !url.len;
	     more = xmlTextReaderMoveToNextAttribute(reader))
		if (text_equal_fold(text_of((const char *)xmlTextReaderConstName(reader)), TEXT("xmlUrl")))
			url = arena_copy(arena, text_of((const char *)xmlTextReaderConstValue(reader)));
	xmlTextReaderMoveToElement(reader);
	return url;
}

static void add_opml(struct arena *arena, struct feed_list *list, struct ng_text bytes, const char *path)
{
	int more;
	bool rooted = false;
	xmlTextReaderPtr reader = xmlReaderForMemory(bytes.at, (int)bytes.len, NULL, NULL, XML_PARSE_NONET);

	arena_adopt(arena, reader, free_reader);
	xmlTextReaderSetStructuredErrorHandler(reader, keep_quiet, NULL);
	while ((more = xmlTextReaderRead(reader)) == 1) {
		if (xmlTextReaderNodeType(reader) != XML_READER_TYPE_ELEMENT)
			continue;
		struct ng_text name = text_of((const char *)xmlTextReaderConstLocalName(reader));
		unsigned long line =
		    (unsigned long)xmlGetLineNo(xmlTextReaderCurrentNode(reader)); /* the parser is ahead */
		if (!rooted && !text_equal_fold(name, TEXT("opml")))
			arena_fail(arena, NG_BAD_INPUT, text_of(path), line,
				   "no OPML, its outermost element is <%.*s>; a feed is given by its URL",
				   TEXT_ARGS(text_slice(name, 0, 60)));
		rooted = true;
		struct ng_text url = text_equal_fold(name, TEXT("outline")) ? outline_url(arena, reader) : TEXT("");
		if (url.len)
			list_add_url(arena, list, url, text_of(path), line);
	}
	if (more < 0 || !rooted)
		arena_fail(arena, NG_BAD_INPUT, text_of(path), (unsigned long)xmlTextReaderGetParserLineNumber(reader),
			   "not well-formed XML");
	arena_release(arena, reader);
}

void list_add(struct arena *arena, struct feed_list *list, const char *argument, size_t most)
{
	struct ng_text text = text_of(argument);

	if (text_find(text, TEXT("://"), 0) < text.len) {
		list_add_url(arena, list, text, TEXT(""), 0);
		return;
	}
	struct ng_text bytes = file_read(arena, argument, most < INT32_MAX ? most : INT32_MAX), head;
	const char *name = strcmp(argument, "-") == 0 ? "standard input" : argument;
	if (text_starts(bytes, TEXT("\xef\xbb\xbf")))
		bytes = text_slice(bytes, 3, bytes.len);
	head = text_trim(text_slice(bytes, 0, 256));
	if (head.len && (head.at[0] == '<' || (unsigned char)head.at[0] >= 0xfe)) /* XML, or a UTF-16 mark before it */
		add_opml(arena, list, bytes, name);
	else
		add_lines(arena, list, bytes, name);
}
