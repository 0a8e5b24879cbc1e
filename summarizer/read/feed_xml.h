/* XML as feeds write it, broken or not: a pull reader that always gives a well-nested stream. */
#ifndef READ_FEED_XML_H
#define READ_FEED_XML_H

#include "base/buf.h"

enum feed_xml_kind { FEED_XML_END, FEED_XML_OPEN, FEED_XML_CLOSE, FEED_XML_TEXT };

struct feed_xml_attribute {
	struct ng_text name;  /* as written, with its prefix */
	struct ng_text value; /* references replaced */
};

/* An element that is open. */
struct feed_xml_element {
	struct ng_text name; /* as written */
	struct ng_text prefix, local;
	struct ng_text space;    /* the namespace's URI; empty: none */
	struct ng_text base;     /* xml:base in force, resolved */
	struct ng_text language; /* xml:lang in force */
	size_t bindings;         /* namespaces bound outside of it */
};

struct feed_xml_binding {
	struct ng_text prefix, space;
};

struct feed_xml {
	struct arena *arena;
	struct ng_text bytes;    /* valid UTF-8; borrowed */
	size_t at, depth;        /* depth: the limit, elements */
	enum feed_xml_kind kind; /* of the last event */
	struct ng_text text;     /* of a text event: references replaced */
	struct {
		struct feed_xml_element *at;
		size_t n, room;
	} open; /* after OPEN and before CLOSE is done: with the element */
	struct {
		struct feed_xml_attribute *at;
		size_t n, room;
	} attributes; /* of the last OPEN */
	struct {
		struct feed_xml_binding *at;
		size_t n, room;
	} bindings;
	size_t closing;     /* elements still to be closed, the innermost first */
	bool empty;         /* the element just opened was <empty/> */
	size_t no_quote[2]; /* from here on there is no more " or ' */
};

struct feed_xml feed_xml_new(struct arena *arena, struct ng_text bytes, size_t depth);
/* The next event; false: the end. At CLOSE the element is still the last of `open`. Jumps past the depth. */
bool feed_xml_next(struct feed_xml *xml);
struct feed_xml_element *feed_xml_top(struct feed_xml *xml);                     /* NULL: none is open */
struct ng_text feed_xml_attribute(const struct feed_xml *xml, const char *name); /* of the last OPEN; empty: absent */

#endif
