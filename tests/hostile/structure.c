/*
 * Outputs read back. In: bytes. Out: their shape and their text, by libxml2, cmark, gmime and our own reader of JSON.
 * Walks without recursion; what a parser makes is the arena's.
 */
#include "structure.h"

#include "base/url.h"

#include <cmark.h>
#include <gmime/gmime.h>
#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <string.h>

static void put_address(struct buf *shape, struct ng_text url)
{
	bool own = url.len && (url.at[0] == '#' || text_starts(url, TEXT("https://nutgraf.localhost")));

	if (!own && !url_is_safe(url))
		buf_format(shape, "BAD ADDRESS %.*s", TEXT_ARGS(url));
}

static void put_element(struct buf *shape, xmlNode *node)
{
	buf_format(shape, "<%s", (const char *)node->name);
	for (xmlAttr *attribute = node->properties; attribute; attribute = attribute->next) {
		const char *name = (const char *)attribute->name;
		buf_format(shape, " %s", name);
		if (!strcmp(name, "href") || !strcmp(name, "src") || !strcmp(name, "cite") || !strcmp(name, "action")) {
			xmlChar *value = xmlNodeListGetString(node->doc, attribute->children, 1);
			put_address(shape, text_of((const char *)value));
			xmlFree(value);
		}
	}
	buf_puts(shape, ">\n");
}

/* In document order, without recursion. Style and script hold no text for readers. */
static void walk(xmlNode *root, struct buf *shape, struct buf *shown)
{
	xmlNode *node = root;

	while (node) {
		bool hidden = node->type == XML_ELEMENT_NODE && !xmlStrcmp(node->name, (const xmlChar *)"style");
		if (node->type == XML_ELEMENT_NODE)
			put_element(shape, node);
		else if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE)
			buf_puts(shown, (const char *)node->content);
		else
			buf_format(shape, "NODE %d\n", (int)node->type);
		if (node->children && !hidden && node->type == XML_ELEMENT_NODE) {
			node = node->children;
			continue;
		}
		while (node && node != root && !node->next) {
			node = node->parent;
			if (node != root)
				buf_puts(shape, "</>");
		}
		node = !node || node == root ? NULL : node->next;
	}
}

void structure_of_html(struct ng_text bytes, struct buf *shape, struct buf *shown)
{
	htmlDocPtr doc = htmlReadMemory(bytes.at, (int)bytes.len, NULL, "utf-8",
					HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET);

	arena_adopt(shape->arena, doc, (void (*)(void *))xmlFreeDoc);
	walk(xmlDocGetRootElement(doc), shape, shown);
}

/* XML must be well-formed; what its content elements hold is HTML again. */
void structure_of_xml(struct ng_text bytes, struct buf *shape, struct buf *shown)
{
	xmlDocPtr doc =
	    xmlReadMemory(bytes.at, (int)bytes.len, NULL, NULL, XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_HUGE);
	struct buf inner = buf_new(shape->arena, 1 << 24);

	if (!doc) {
		buf_puts(shape, "NOT WELL-FORMED");
		return;
	}
	arena_adopt(shape->arena, doc, (void (*)(void *))xmlFreeDoc);
	walk(xmlDocGetRootElement(doc), shape, &inner);
	for (xmlNode *entry = xmlDocGetRootElement(doc)->children; entry; entry = entry->next)
		for (xmlNode *node = entry->children; node; node = node->next) {
			if (node->type != XML_ELEMENT_NODE || xmlStrcmp(node->name, (const xmlChar *)"content"))
				continue;
			xmlChar *content = xmlNodeGetContent(node);
			structure_of_html(text_of((const char *)content), shape, shown);
			xmlFree(content);
		}
}

void structure_of_markdown(struct ng_text bytes, struct buf *shape, struct buf *shown)
{
	cmark_node *root = arena_adopt(shape->arena, cmark_parse_document(bytes.at, bytes.len, CMARK_OPT_DEFAULT),
				       (void (*)(void *))cmark_node_free);
	cmark_iter *iter = arena_adopt(shape->arena, cmark_iter_new(root), (void (*)(void *))cmark_iter_free);
	cmark_event_type event;
	bool in_text = false;

	while ((event = cmark_iter_next(iter)) != CMARK_EVENT_DONE) {
		cmark_node *node = cmark_iter_get_node(iter);
		cmark_node_type type = cmark_node_get_type(node);
		if (type == CMARK_NODE_TEXT) { /* cmark cuts text where a character could have meant something */
			if (!in_text)
				buf_puts(shape, "text\n");
			in_text = true;
			buf_puts(shown, cmark_node_get_literal(node));
			continue;
		}
		in_text = false;
		buf_format(shape, "%s %s\n", event == CMARK_EVENT_ENTER ? "<" : ">", cmark_node_get_type_string(node));
		if (type == CMARK_NODE_LINK || type == CMARK_NODE_IMAGE)
			put_address(shape, text_of(cmark_node_get_url(node)));
		if (type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK || event == CMARK_EVENT_EXIT)
			buf_byte(shown, '\n');
	}
}

static void put_headers(GMimeObject *object, struct buf *shape)
{
	GMimeHeaderList *headers = g_mime_object_get_header_list(object);

	for (int i = 0; i < g_mime_header_list_get_count(headers); i++)
		buf_format(shape, "%s:\n", g_mime_header_get_name(g_mime_header_list_get_header_at(headers, i)));
}

void structure_of_mail(struct ng_text bytes, struct buf *shape, struct buf *shown)
{
	g_mime_init();
	GMimeStream *stream =
	    arena_adopt(shape->arena, g_mime_stream_mem_new_with_buffer(bytes.at, bytes.len), g_object_unref);
	GMimeParser *parser = arena_adopt(shape->arena, g_mime_parser_new_with_stream(stream), g_object_unref);
	GMimeMessage *message =
	    arena_adopt(shape->arena, g_mime_parser_construct_message(parser, NULL), g_object_unref);
	GMimeMultipart *both = GMIME_MULTIPART(g_mime_message_get_mime_part(message));

	put_headers(GMIME_OBJECT(message), shape);
	buf_format(shape, "%d parts\n", g_mime_multipart_get_count(both));
	for (int i = 0; i < g_mime_multipart_get_count(both); i++) {
		GMimeObject *part = g_mime_multipart_get_part(both, i);
		char *text = g_mime_text_part_get_text(GMIME_TEXT_PART(part));
		put_headers(part, shape);
		if (i == 1)
			structure_of_html(text_of(text), shape, shown);
		g_free(text);
	}
}

void structure_of_json(struct arena *arena, struct ng_text bytes, struct buf *shape, struct buf *shown)
{
	const struct json *json = json_parse(arena, bytes, 64), *items = json_member(json, "items");

	buf_format(shape, "%zu members\n", json->n);
	for (const struct json *item = items ? items->first : NULL; item; item = item->next) {
		buf_format(shape, "%zu members\n", item->n);
		structure_of_html(json_text(item, "content_html"), shape, shown);
	}
}
