/* What the class and id of an element say of its content. */
#ifndef READ_HTML_CLASS_H
#define READ_HTML_CLASS_H

#include "base/table.h"

enum html_class {
	CLASS_BODY,
	CLASS_CONTENT,
	CLASS_NAV,
	CLASS_FOOT,
	CLASS_AD,
	CLASS_RELATED,
	CLASS_COMMENT,
	CLASS_CAPTION,
	CLASS_SHARE,
	CLASS_AUTHOR,
	CLASS_META,
	CLASS_NEWSLETTER,
	CLASS_TAGS,
	CLASS_SIDE,
	CLASS_POPUP,
	CLASS_HIDDEN,
	CLASS_TITLE,
	CLASS_SUMMARY,
	HTML_CLASSES
};
#define CLASS_BIT(class) (1u << (class))

enum { CLASS_PAIRS = 27 * 27 };

/* Reads class and id strings; remembers those seen. */
struct html_classes {
	struct arena *arena;
	struct table tokens; /* whole words of a class */
	struct table seen;
	unsigned char pairs[CLASS_PAIRS]; /* first pattern that starts with these two letters, + 1 */
};

struct html_classes *html_classes_new(struct arena *arena);

/* Bits of CLASS_BIT. The strings must outlive `classes`; either may be empty. */
unsigned html_classes_of(struct html_classes *classes, struct ng_text class, struct ng_text id);

#endif
