/*
 * libxml2 at the end of the guard. In: bounded markup in UTF-8. Out: the root element of its tree.
 * Without XML_PARSE_HUGE libxml2 stops silently at depth 256; with it nothing is bounded, so the start of an element
 * too deep is kept from the tree here. No network, no DTD. Never jumps inside libxml2's frames.
 */
#include "read/html_tree.h"

#include <libxml/HTMLparser.h>
#include <libxml/SAX2.h>
#include <limits.h>

struct depth {
	size_t now, most;
};

static void start_element(void *user, const xmlChar *name, const xmlChar **attributes)
{
	htmlParserCtxtPtr parser = user;
	struct depth *depth = parser->_private;

	if (++depth->now <= depth->most)
		xmlSAX2StartElement(user, name, attributes);
}

static void end_element(void *user, const xmlChar *name)
{
	htmlParserCtxtPtr parser = user;
	struct depth *depth = parser->_private;

	if (depth->now-- <= depth->most)
		xmlSAX2EndElement(user, name);
}

static void free_parser(void *parser)
{
	htmlFreeParserCtxt(parser);
}

static void free_document(void *document)
{
	xmlFreeDoc(document);
}

const struct _xmlNode *html_tree(const struct read_context *context, struct ng_text markup)
{
	struct depth depth = {0, context->limits->depth};

	if (markup.len == 0)
		return NULL;
	if (markup.len > INT_MAX)
		arena_fail(context->arena, NG_BAD_INPUT, context->name, context->line, "a page of more than %d bytes",
			   INT_MAX);
	htmlParserCtxtPtr parser = arena_adopt(context->arena, htmlNewParserCtxt(), free_parser);
	parser->_private = &depth;
	parser->sax->startElement = start_element;
	parser->sax->endElement = end_element;
	xmlDocPtr document =
	    htmlCtxtReadMemory(parser, markup.at, (int)markup.len, "", "UTF-8",
			       HTML_PARSE_NONET | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_RECOVER |
				   HTML_PARSE_IGNORE_ENC | HTML_PARSE_NODEFDTD | (int)XML_PARSE_HUGE);
	bool no_memory = parser->lastError.code == XML_ERR_NO_MEMORY;
	if (document)
		arena_adopt(context->arena, document, free_document);
	arena_release(context->arena, parser);
	if (no_memory)
		arena_fail(context->arena, NG_INTERNAL, context->name, context->line, "out of memory in libxml2");
	return document ? xmlDocGetRootElement(document) : NULL;
}
