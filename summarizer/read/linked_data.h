/* JSON-LD (schema.org) of a page: what its article-like object says, and what other objects say. */
#ifndef READ_LINKED_DATA_H
#define READ_LINKED_DATA_H

#include "read/html_guard.h"

struct linked_data {
	bool found; /* an article-like object is there */
	struct ng_text headline, body, description, author, publisher, section, language, url;
	struct ng_text published, created, modified;
	struct ng_text other_published, other_modified; /* of other objects (a page, a video) */
	struct ng_text site;                            /* of a WebSite or an organisation */
};

/* Broken JSON is picked over for the few members that matter. Strings are the arena's or borrowed from the page. */
struct linked_data linked_data_read(const struct read_context *context, const struct html_scripts *scripts);

#endif
