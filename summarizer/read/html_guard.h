/* What of a page reaches libxml2: bounded, without scripts, comments and attributes nobody reads. */
#ifndef READ_HTML_GUARD_H
#define READ_HTML_GUARD_H

#include "read/read.h"

enum {
	HTML_ELEMENTS = 100000, /* start tags in one page; more: refused */
	HTML_OPEN = 1024,       /* elements open at once; deeper tags are left out, their text stays */
	HTML_ATTRIBUTES = 24,   /* of one tag that are kept */
	HTML_ATTRIBUTE = 8192   /* bytes of one attribute that are kept */
};

/* What the markup starts with: libxml2 then takes it for UTF-8 as it is, without a converter in between. */
#define HTML_BOM "\xef\xbb\xbf"

struct html_script {
	struct ng_text text;
	bool linked_data; /* its type is application/ld+json */
};

struct html_scripts {
	struct html_script *at;
	size_t n, room;
};

struct html_source {
	struct ng_text markup;       /* HTML_BOM first */
	struct html_scripts scripts; /* slices of the page, in order */
};

/* `page` is UTF-8 without NUL. Jumps with NG_BAD_INPUT past HTML_ELEMENTS. Time and memory are linear in the page. */
struct html_source html_guard(const struct read_context *context, struct ng_text page);

/* The charset a page declares in its first 8 KiB (meta or XML declaration); empty: none. */
struct ng_text html_declared_charset(struct ng_text page);

#endif
