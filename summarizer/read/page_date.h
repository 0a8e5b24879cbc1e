/* When a page was published: not modified, not fetched, not the day of a teaser. */
#ifndef READ_PAGE_DATE_H
#define READ_PAGE_DATE_H

#include "read/metadata.h"

struct page_date {
	struct stamp stamp;
	enum published_from from;
};

/* `headline`: the block that is the headline, SIZE_MAX: none. `url`: the page's own, may be empty. */
struct page_date page_date_find(const struct read_context *context, const struct html_source *source,
				const struct html_page *page, const struct metadata *metadata, struct ng_text url,
				size_t headline);

#endif
