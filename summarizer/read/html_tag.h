/* HTML's elements: which hold text, which break it, what they say of it. */
#ifndef READ_HTML_TAG_H
#define READ_HTML_TAG_H

#include "base/text.h"

/* What kind of block an element makes. */
enum html_kind {
	HTML_RAW,
	HTML_PARAGRAPH,
	HTML_HEADING,
	HTML_ITEM,
	HTML_QUOTE,
	HTML_CAPTION,
	HTML_CELL,
	HTML_PREFORMATTED
};

/* What elements, roles and item properties say of what is inside. */
enum html_mark {
	MARK_ARTICLE = 1 << 0,
	MARK_MAIN = 1 << 1,
	MARK_ASIDE = 1 << 2,
	MARK_FOOTER = 1 << 3,
	MARK_HEADER = 1 << 4,
	MARK_NAV = 1 << 5,
	MARK_FORM = 1 << 6,
	MARK_FIGURE = 1 << 7,
	MARK_TABLE = 1 << 8,
	MARK_LIST = 1 << 9,
	MARK_BODY = 1 << 10 /* articleBody */,
	MARK_HIDDEN = 1 << 11,
	MARK_SECTION = 1 << 12,
	MARK_QUOTE = 1 << 13
};

enum html_flow { FLOW_BLOCK, FLOW_INLINE, FLOW_SKIP /* never text */, FLOW_BREAK, FLOW_RULE, FLOW_IMAGE };
enum html_style { STYLE_NONE, STYLE_LINK, STYLE_BOLD, STYLE_ITALIC };

struct html_tag {
	const char *name;
	enum html_flow flow;
	enum html_kind kind;
	unsigned marks;
	enum html_style style;
	int level; /* of a heading, 1-6; else 0 */
};

/* Never NULL: an unknown element is a block without a meaning. */
const struct html_tag *html_tag_of(const char *name);

#endif
