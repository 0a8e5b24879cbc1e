/* What a page says of itself: headline, author, site, section, language, address, day of publication. */
#ifndef READ_METADATA_H
#define READ_METADATA_H

#include "read/html_guard.h"
#include "read/html_page.h"
#include "read/linked_data.h"

/* The elements and attributes that metadata is read from, gathered in one walk. */
struct page_meta {
	struct ng_text name, content; /* name: in lower case, of property, name, itemprop or http-equiv */
};

struct metadata {
	struct {
		struct page_meta *at;
		size_t n, room;
	} metas;
	struct linked_data linked;
	struct ng_text document_title; /* <title> */
	struct ng_text canonical, language;
	struct ng_text headings[4]; /* the first h1 elements */
	size_t n_headings;
	struct ng_text description;
	struct ng_text title, author, site, section;
	bool title_cut;
};

/* Borrowed from the page, the tree and the arena. */
struct metadata *metadata_read(const struct read_context *context, const struct html_source *source,
			       const struct html_page *page);

/* The first meta of one of the names (a list separated by blanks, best first); empty: none. */
struct ng_text metadata_find(const struct metadata *metadata, const char *names);

#endif
