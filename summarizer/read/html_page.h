/* A page as a table of elements that make blocks ("frames") and a sequence of blocks of text. */
#ifndef READ_HTML_PAGE_H
#define READ_HTML_PAGE_H

#include "read/html_class.h"
#include "read/html_tag.h"
#include "read/html_tree.h"

/* An element that starts a block. Frames are in document order: parents come before their children. */
struct html_frame {
	uint32_t parent; /* frame 0, the page, is its own */
	uint32_t depth;
	const struct html_tag *tag;
	enum html_kind kind;             /* its own or what it stands in */
	unsigned classes, marks;         /* its own: CLASS_BIT, MARK_ */
	unsigned all_classes, all_marks; /* and those of all above */
	/* sums over all blocks below */
	uint32_t words, letters, link_letters, blocks, prose; /* prose: words in blocks of 8 and more with few links */
};

/* A run of text between two borders of frames. Letters are code points that are no white space. */
struct html_block {
	size_t start, end; /* of page->text */
	uint32_t frame;
	uint32_t letters, link, bold, italic; /* letters in all, in links, ... */
	uint32_t links;
	unsigned classes; /* of inline elements around most of it */
	/* what html_scan() fills in */
	uint32_t words;                                                /* CJK: letters / 2 */
	uint32_t first_word, n_words;                                  /* of page->words */
	uint32_t stop, capital, capitals, digits, commas, stops, bars; /* words and signs of these kinds */
	uint32_t pitches, legal;                                       /* phrases */
	unsigned phrases;                                              /* PHRASE_BIT of html_lexicon.h */
	unsigned shape;                                                /* SHAPE_ */
	uint64_t hash;                                                 /* of its words */
};

/* An element whose class, property or name says that it holds an author or a day. */
struct html_note {
	const struct _xmlNode *element;
	uint32_t frame, order; /* order: number of the element in the page */
	size_t start, end;     /* what it holds, of page->text; may span blocks */
	unsigned classes;
};

struct html_page {
	struct arena *arena;
	struct html_classes *classes;
	struct {
		struct html_frame *at;
		size_t n, room;
	} frames;
	struct {
		struct html_block *at;
		size_t n, room;
	} blocks;
	struct {
		uint64_t *at;
		size_t n, room;
	} words;         /* hashes of the blocks' words in lower case */
	struct buf text; /* the blocks, blank lines between them: what becomes article->text */
	struct {
		const struct _xmlNode **at;
		size_t n, room;
	} metas; /* meta, link and title elements, in order */
	struct {
		struct html_note *at;
		size_t n, room;
	} notes;
	const struct _xmlNode *root;
};

/* Walks the tree once, without recursion. `root` may be NULL: an empty page. */
struct html_page *html_walk(const struct read_context *context, const struct _xmlNode *root);

/* The value of an attribute, borrowed from the tree; empty: absent. */
struct ng_text html_attribute(const struct _xmlNode *element, const char *name);
bool html_has_attribute(const struct _xmlNode *element, const char *name);

#endif
