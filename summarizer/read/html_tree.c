/*
 * libxml2 at the end of the guard. In: bounded markup in UTF-8. Out: the root element of its tree.
 * Without XML_PARSE_HUGE libxml2 stops silently at depth 256; with it nothing is bounded, so the start of an element
 * too deep is kept from the tree here. No network, no DTD. Never jumps inside libxml2's frames.
 */
#include "read/html_tree.h"

#include "read/html_guard.h"

#include <libxml/HTMLparser.h>
#include <libxml/SAX2.h>
#include <limits.h>
#include <string.h>

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

struct watch {
	htmlParserCtxtPtr parser; /* NULL: being made */
	bool no_memory;
};

/* libxml2 tells of a want of memory on standard error unless someone listens; there is nothing to read on for then. */
static void note_error(void *data, xmlErrorPtr error)
{
	struct watch *watch = data;

	if (error->code != XML_ERR_NO_MEMORY)
		return;
	watch->no_memory = true;
	if (!watch->parser)
		return;
	watch->parser->instate = XML_PARSER_EOF;
	watch->parser->disableSAX = 1;
	if (watch->parser->input)
		watch->parser->input->cur = watch->parser->input->end;
}

static xmlDocPtr parse(htmlParserCtxtPtr parser, struct ng_text markup, bool *no_memory)
{
	struct watch watch = {parser, false};

	xmlSetStructuredErrorFunc(&watch, note_error);
	xmlDocPtr document =
	    htmlCtxtReadMemory(parser, markup.at, (int)markup.len, "", NULL,
			       HTML_PARSE_NONET | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_RECOVER |
				   HTML_PARSE_IGNORE_ENC | HTML_PARSE_NODEFDTD | (int)XML_PARSE_HUGE);
	xmlSetStructuredErrorFunc(NULL, NULL);
	*no_memory = watch.no_memory || parser->errNo == XML_ERR_NO_MEMORY || parser->disableSAX;
	xmlResetLastError();
	return document;
}

static htmlParserCtxtPtr new_parser(void)
{
	struct watch watch = {NULL, false};

	xmlSetStructuredErrorFunc(&watch, note_error);
	htmlParserCtxtPtr parser = htmlNewParserCtxt();
	xmlSetStructuredErrorFunc(NULL, NULL);
	xmlResetLastError();
	return parser;
}

const struct _xmlNode *html_tree(const struct read_context *context, struct ng_text markup)
{
	struct depth depth = {0, context->limits->depth};
	bool no_memory = false;

	if (markup.len <= strlen(HTML_BOM))
		return NULL;
	if (markup.len > INT_MAX)
		arena_fail(context->arena, NG_BAD_INPUT, context->name, context->line, "a page of more than %d bytes",
			   INT_MAX);
	htmlParserCtxtPtr parser = arena_adopt(context->arena, new_parser(), free_parser);
	parser->_private = &depth;
	parser->sax->startElement = start_element;
	parser->sax->endElement = end_element;
	xmlDocPtr document = parse(parser, markup, &no_memory);
	if (document)
		arena_adopt(context->arena, document, free_document);
	arena_release(context->arena, parser);
	if (no_memory)
		arena_fail(context->arena, NG_INTERNAL, context->name, context->line, "out of memory in libxml2");
	return document ? xmlDocGetRootElement(document) : NULL;
}
