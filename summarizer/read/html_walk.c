/*
 * Tree to frames and blocks. In: libxml2's tree of a page. Out: text with white space folded, blocks with what lies in
 * links and bold, frames with classes and marks. Block elements, <hr> and two <br> end a block, inline elements never
 * do, so neither words nor paragraphs are glued. One walk by parent and next pointers, linear in the tree.
 */
#include "read/html_page.h"

#include "base/utf8.h"

#include <libxml/tree.h>
#include <string.h>

/* An open element. */
struct open {
	bool is_block;
	uint32_t frame; /* to return to */
	const struct html_tag *tag;
	unsigned classes;
	uint32_t letters, link, links, images; /* of the block when it opened */
	size_t text;                           /* length of the text then */
	size_t block_start;
	size_t note; /* index + 1 of its note; 0: none */
};

enum { NOTES = 4000 };

struct walk {
	struct html_page *page;
	struct html_block block; /* being gathered */
	uint32_t frame;
	int style[4]; /* open links, bold, italic */
	bool blank;   /* white space is due before the next letter */
	int breaks;   /* <br> since the last letter */
	uint32_t images, order;
	struct {
		unsigned classes;
		uint32_t letters;
	} spans[16]; /* inline elements closed in this block */
	size_t n_spans;
	struct {
		struct open *at;
		size_t n, room;
	} open;
};

struct ng_text html_attribute(const xmlNode *element, const char *name)
{
	for (const xmlAttr *a = element->properties; a; a = a->next)
		if (strcmp((const char *)a->name, name) == 0)
			return a->children && a->children->content ? text_of((const char *)a->children->content)
								   : TEXT("");
	return TEXT("");
}

bool html_has_attribute(const xmlNode *element, const char *name)
{
	for (const xmlAttr *a = element->properties; a; a = a->next)
		if (strcmp((const char *)a->name, name) == 0)
			return true;
	return false;
}

static bool is_most(uint32_t part, uint32_t whole)
{
	return (uint64_t)part * 10 >= (uint64_t)whole * 6;
}

static void flush(struct walk *walk)
{
	struct html_page *page = walk->page;
	struct html_block *block = &walk->block;

	if (block->letters) {
		for (size_t i = 0; i < walk->n_spans; i++)
			if (is_most(walk->spans[i].letters, block->letters))
				block->classes |= walk->spans[i].classes;
		for (size_t i = walk->open.n; i-- > 0 && !walk->open.at[i].is_block;)
			if (is_most(block->letters - walk->open.at[i].letters, block->letters))
				block->classes |= walk->open.at[i].classes;
		block->frame = walk->frame;
		block->end = page->text.len;
		*array_add(page->arena, &page->blocks) = *block;
		buf_puts(&page->text, "\n\n");
	}
	for (size_t i = walk->open.n; i-- > 0 && !walk->open.at[i].is_block;) {
		struct open *open = &walk->open.at[i];
		open->letters = open->link = open->links = 0;
	}
	walk->n_spans = 0;
	walk->block = (struct html_block){.start = page->text.len};
	walk->blank = false;
	walk->breaks = 0;
}

/* What stands between letters: a blank (1), nothing at all (2), or it is a letter (0). */
static int space_of(uint32_t rune)
{
	if (rune == 0xad || rune == 0x200b || rune == 0x2060 || rune == 0xfeff || rune_is_unsafe(rune))
		return 2;
	return rune_is_space(rune);
}

static void put_text(struct walk *walk, const char *at)
{
	struct html_page *page = walk->page;
	struct ng_text text = text_of(at);
	uint32_t letters = 0;

	for (size_t i = 0; i < text.len;) {
		size_t start = i;
		uint32_t rune = 0;
		while (i < text.len && (unsigned char)text.at[i] > ' ' && (unsigned char)text.at[i] < 0x7f)
			i++;
		letters += (uint32_t)(i - start);
		size_t end = i;
		int space = 1;
		if (i < text.len && (unsigned char)text.at[i] >= 0x7f) {
			i += utf8_decode(text, i, &rune);
			space = space_of(rune);
			if (space == 0) {
				end = i;
				letters++;
			}
		} else if (i < text.len) {
			i++;
		}
		if (end > start) {
			if (walk->blank && page->text.len > walk->block.start)
				buf_byte(&page->text, ' ');
			walk->blank = false;
			buf_put(&page->text, text_slice(text, start, end));
		}
		if (space == 1 && (i > end))
			walk->blank = true;
	}
	if (letters == 0)
		return;
	walk->breaks = 0;
	walk->block.letters += letters;
	walk->block.link += walk->style[STYLE_LINK] ? letters : 0;
	walk->block.bold += walk->style[STYLE_BOLD] ? letters : 0;
	walk->block.italic += walk->style[STYLE_ITALIC] ? letters : 0;
}

static unsigned role_marks(const xmlNode *element)
{
	static const struct {
		const char *role;
		unsigned marks;
	} roles[] = {
	    {"main", MARK_MAIN},           {"article", MARK_ARTICLE},
	    {"navigation", MARK_NAV},      {"menu", MARK_NAV},
	    {"banner", MARK_NAV},          {"search", MARK_NAV},
	    {"complementary", MARK_ASIDE}, {"contentinfo", MARK_FOOTER},
	    {"dialog", MARK_HIDDEN},
	};
	unsigned marks = 0;

	for (const xmlAttr *a = element->properties; a; a = a->next) {
		const char *name = (const char *)a->name;
		struct ng_text value =
		    a->children && a->children->content ? text_of((const char *)a->children->content) : TEXT("");
		if (strcmp(name, "itemprop") == 0 || strcmp(name, "property") == 0 ||
		    strcmp(name, "data-testid") == 0) {
			if (text_find_fold(value, TEXT("articlebody"), 0) < value.len ||
			    text_find_fold(value, TEXT("article-body"), 0) < value.len)
				marks |= MARK_BODY;
		} else if (strcmp(name, "role") == 0) {
			for (size_t i = 0; i < sizeof roles / sizeof *roles; i++)
				if (text_equal(value, text_of(roles[i].role)))
					marks |= roles[i].marks;
		} else if (strcmp(name, "aria-hidden") == 0) {
			if (text_equal(value, TEXT("true")))
				marks |= MARK_HIDDEN;
		}
	}
	return marks;
}

static enum html_kind kind_inside(const struct html_tag *tag, enum html_kind above)
{
	if (tag->kind == HTML_PARAGRAPH)
		return above == HTML_QUOTE || above == HTML_CAPTION || above == HTML_ITEM ? above : HTML_PARAGRAPH;
	if (tag->kind != HTML_RAW)
		return tag->kind;
	if (above == HTML_HEADING || above == HTML_QUOTE || above == HTML_CAPTION)
		return above;
	return (above == HTML_ITEM || above == HTML_CELL) && strcmp(tag->name, "div") == 0 ? above : HTML_RAW;
}

static void open_frame(struct walk *walk, const xmlNode *element, const struct html_tag *tag, unsigned classes,
		       bool hidden)
{
	struct html_page *page = walk->page;
	struct html_frame *frame = array_add(page->arena, &page->frames);
	const struct html_frame *above = &page->frames.at[walk->frame];

	*frame = (struct html_frame){
	    .parent = walk->frame,
	    .depth = above->depth + 1,
	    .tag = tag,
	    .kind = kind_inside(tag, above->kind),
	    .classes = classes,
	    .marks = tag->marks | (hidden ? MARK_HIDDEN : 0u) | role_marks(element),
	};
	frame->all_classes = above->all_classes | frame->classes;
	frame->all_marks = above->all_marks | frame->marks;
	walk->frame = (uint32_t)(page->frames.n - 1);
}

/* Notes an element that may hold an author or a day; gives its index + 1, or 0. */
static size_t note(struct walk *walk, const xmlNode *element, const struct html_tag *tag, unsigned classes)
{
	struct html_page *page = walk->page;
	bool told = strcmp(tag->name, "time") == 0 || strcmp(tag->name, "abbr") == 0 || tag->level == 1 ||
		    (classes & (CLASS_BIT(CLASS_AUTHOR) | CLASS_BIT(CLASS_META)));

	for (const xmlAttr *a = element->properties; a && !told; a = a->next) {
		const char *name = (const char *)a->name;
		told = strcmp(name, "itemprop") == 0 || strcmp(name, "property") == 0 || strcmp(name, "rel") == 0 ||
		       strcmp(name, "pubdate") == 0 || strcmp(name, "datetime") == 0 || strncmp(name, "data-", 5) == 0;
	}
	if (!told || page->notes.n >= NOTES)
		return 0;
	*array_add(page->arena, &page->notes) = (struct html_note){
	    .element = element,
	    .frame = walk->frame,
	    .order = walk->order,
	    .start = page->text.len,
	    .classes = classes,
	};
	return page->notes.n;
}

/* True: its children are to be walked, then close_element() is due. */
static bool open_element(struct walk *walk, const xmlNode *element)
{
	const struct html_tag *tag = html_tag_of((const char *)element->name);
	struct html_page *page = walk->page;

	walk->order++;
	switch (tag->flow) {
	case FLOW_SKIP:
		if (strcmp(tag->name, "meta") == 0 || strcmp(tag->name, "link") == 0 || strcmp(tag->name, "title") == 0)
			*array_add(page->arena, &page->metas) = element;
		walk->blank = true;
		return false;
	case FLOW_BREAK:
		walk->blank = true;
		if (walk->block.letters && ++walk->breaks >= 2)
			flush(walk);
		return false;
	case FLOW_RULE:
		flush(walk);
		return false;
	case FLOW_IMAGE:
		walk->images += tag->name[0] == 'i';
		return false;
	case FLOW_BLOCK:
	case FLOW_INLINE:
		break;
	}
	bool is_page = strcmp(tag->name, "body") == 0 || strcmp(tag->name, "html") == 0;
	bool hidden = html_has_attribute(element, "hidden");
	struct ng_text class = html_attribute(element, "class"), id = html_attribute(element, "id");
	unsigned classes = (class.len || id.len) && !is_page ? html_classes_of(page->classes, class, id) : 0;
	if (tag->flow == FLOW_BLOCK || hidden) {
		flush(walk);
		struct open *open = array_add(page->arena, &walk->open);
		*open = (struct open){.is_block = true, .frame = walk->frame, .tag = tag};
		open_frame(walk, element, tag->flow == FLOW_BLOCK ? tag : html_tag_of("?"), classes, hidden);
		open->note = note(walk, element, tag, classes);
		return true;
	}
	struct ng_text property = html_attribute(element, "itemprop");
	if (text_equal(html_attribute(element, "rel"), TEXT("author")) || text_equal(property, TEXT("author")) ||
	    text_equal(property, TEXT("name")))
		classes |= CLASS_BIT(CLASS_AUTHOR);
	if (strcmp(tag->name, "time") == 0)
		classes |= CLASS_BIT(CLASS_META);
	walk->style[tag->style]++;
	walk->block.links += tag->style == STYLE_LINK;
	*array_add(page->arena, &walk->open) = (struct open){
	    .tag = tag,
	    .classes = classes,
	    .letters = walk->block.letters,
	    .link = walk->block.link,
	    .links = walk->block.links,
	    .images = walk->images,
	    .text = page->text.len,
	    .block_start = walk->block.start,
	    .note = note(walk, element, tag, classes),
	};
	return true;
}

/* A card that opens over a name in a sentence, with a picture and links only: it is cut out of the sentence again. */
static bool is_hover_card(const struct walk *walk, const struct open *open)
{
	uint32_t letters = walk->block.letters - open->letters, link = walk->block.link - open->link;

	return open->block_start == walk->block.start && open->letters > 0 && strcmp(open->tag->name, "span") == 0 &&
	       walk->images > open->images && walk->block.links >= open->links + 2 && letters > 30 &&
	       link * 10 >= letters * 7;
}

static void close_element(struct walk *walk)
{
	struct open *open = &walk->open.at[--walk->open.n];

	if (open->note)
		walk->page->notes.at[open->note - 1].end = walk->page->text.len;
	if (open->is_block) {
		walk->open.n++; /* flush() looks at the inline elements above this one: there are none */
		flush(walk);
		walk->open.n--;
		walk->frame = open->frame;
		return;
	}
	walk->style[open->tag->style]--;
	if (is_hover_card(walk, open)) {
		buf_cut(&walk->page->text, open->text);
		walk->block.letters = open->letters;
		walk->block.link = open->link;
		walk->block.links = open->links;
	}
	if (open->classes && walk->block.letters > open->letters &&
	    walk->n_spans < sizeof walk->spans / sizeof *walk->spans) {
		walk->spans[walk->n_spans].classes = open->classes;
		walk->spans[walk->n_spans++].letters = walk->block.letters - open->letters;
	}
}

struct html_page *html_walk(const struct read_context *context, const xmlNode *root)
{
	struct html_page *page = arena_new_of(context->arena, struct html_page);
	struct walk walk = {.page = page};
	const xmlNode *node = root;

	page->arena = context->arena;
	page->classes = html_classes_new(context->arena);
	page->text = buf_new(context->arena, UINT32_MAX);
	page->root = root;
	*array_add(page->arena, &page->frames) = (struct html_frame){.tag = html_tag_of("?")};
	while (node) {
		bool inside = false;
		if (node->type == XML_ELEMENT_NODE)
			inside = open_element(&walk, node);
		else if ((node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE) && node->content)
			put_text(&walk, (const char *)node->content);
		if (inside && node->children) {
			node = node->children;
			continue;
		}
		if (inside)
			close_element(&walk);
		while (node != root && !node->next) {
			node = node->parent;
			close_element(&walk);
		}
		if (node == root)
			break;
		node = node->next;
	}
	flush(&walk);
	return page;
}
