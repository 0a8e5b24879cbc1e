/*
 * The elements of HTML (WHATWG HTML, section 4, and what it calls obsolete). In: a name in lower case. Out: its row.
 */
#include "read/html_tag.h"

#include <string.h>

static const struct html_tag unknown = {.name = "?"};

#define INLINE(name)                                                                                                   \
	{                                                                                                              \
#name, FLOW_INLINE, HTML_RAW, 0, STYLE_NONE, 0                                                         \
	}
#define STYLED(name, style)                                                                                            \
	{                                                                                                              \
#name, FLOW_INLINE, HTML_RAW, 0, style, 0                                                              \
	}
#define SKIP(name)                                                                                                     \
	{                                                                                                              \
#name, FLOW_SKIP, HTML_RAW, 0, STYLE_NONE, 0                                                           \
	}
#define BLOCK(name, kind, marks)                                                                                       \
	{                                                                                                              \
#name, FLOW_BLOCK, kind, marks, STYLE_NONE, 0                                                          \
	}
#define LEVEL(name, level)                                                                                             \
	{                                                                                                              \
#name, FLOW_BLOCK, HTML_HEADING, 0, STYLE_NONE, level                                                  \
	}

/* In byte order. */
static const struct html_tag tags[] = {
    STYLED(a, STYLE_LINK),
    INLINE(abbr),
    INLINE(acronym),
    BLOCK(address, HTML_RAW, MARK_FOOTER),
    SKIP(amp - ad),
    SKIP(amp - analytics),
    SKIP(amp - iframe),
    SKIP(applet),
    BLOCK(article, HTML_RAW, MARK_ARTICLE),
    BLOCK(aside, HTML_RAW, MARK_ASIDE),
    SKIP(audio),
    STYLED(b, STYLE_BOLD),
    INLINE(bdi),
    INLINE(bdo),
    INLINE(big),
    INLINE(blink),
    BLOCK(blockquote, HTML_QUOTE, MARK_QUOTE),
    BLOCK(body, HTML_RAW, 0),
    {"br", FLOW_BREAK, HTML_RAW, 0, STYLE_NONE, 0},
    SKIP(button),
    SKIP(canvas),
    BLOCK(caption, HTML_CAPTION, 0),
    BLOCK(center, HTML_RAW, 0),
    INLINE(cite),
    INLINE(code),
    INLINE(data),
    SKIP(datalist),
    BLOCK(dd, HTML_ITEM, 0),
    INLINE(del),
    INLINE(dfn),
    SKIP(dialog),
    BLOCK(div, HTML_RAW, 0),
    BLOCK(dl, HTML_RAW, MARK_LIST),
    BLOCK(dt, HTML_ITEM, 0),
    STYLED(em, STYLE_ITALIC),
    SKIP(embed),
    BLOCK(figcaption, HTML_CAPTION, 0),
    BLOCK(figure, HTML_CAPTION, MARK_FIGURE),
    INLINE(font),
    BLOCK(footer, HTML_RAW, MARK_FOOTER),
    BLOCK(form, HTML_RAW, MARK_FORM),
    SKIP(frame),
    SKIP(frameset),
    INLINE(g - emoji),
    LEVEL(h1, 1),
    LEVEL(h2, 2),
    LEVEL(h3, 3),
    LEVEL(h4, 4),
    LEVEL(h5, 5),
    LEVEL(h6, 6),
    BLOCK(head, HTML_RAW, 0),
    BLOCK(header, HTML_RAW, MARK_HEADER),
    {"hr", FLOW_RULE, HTML_RAW, 0, STYLE_NONE, 0},
    BLOCK(html, HTML_RAW, 0),
    STYLED(i, STYLE_ITALIC),
    SKIP(iframe),
    {"img", FLOW_IMAGE, HTML_RAW, 0, STYLE_NONE, 0},
    SKIP(input),
    INLINE(ins),
    INLINE(kbd),
    INLINE(label),
    BLOCK(li, HTML_ITEM, 0),
    SKIP(link),
    BLOCK(main, HTML_RAW, MARK_MAIN),
    SKIP(map),
    INLINE(mark),
    SKIP(math),
    BLOCK(menu, HTML_RAW, MARK_NAV),
    SKIP(meta),
    SKIP(meter),
    BLOCK(nav, HTML_RAW, MARK_NAV),
    INLINE(nobr),
    SKIP(noframes),
    SKIP(noscript),
    SKIP(object),
    BLOCK(ol, HTML_RAW, MARK_LIST),
    SKIP(optgroup),
    SKIP(option),
    BLOCK(p, HTML_PARAGRAPH, 0),
    BLOCK(pre, HTML_PREFORMATTED, 0),
    SKIP(progress),
    INLINE(q),
    INLINE(rb),
    SKIP(rp),
    INLINE(rt),
    INLINE(ruby),
    INLINE(s),
    INLINE(samp),
    SKIP(script),
    BLOCK(section, HTML_RAW, MARK_SECTION),
    SKIP(select),
    INLINE(small),
    INLINE(span),
    INLINE(strike),
    STYLED(strong, STYLE_BOLD),
    SKIP(style),
    INLINE(sub),
    INLINE(sup),
    SKIP(svg),
    BLOCK(table, HTML_RAW, MARK_TABLE),
    BLOCK(td, HTML_CELL, 0),
    SKIP(template),
    SKIP(textarea),
    BLOCK(th, HTML_CELL, 0),
    INLINE(time),
    SKIP(title),
    BLOCK(tr, HTML_RAW, 0),
    INLINE(tt),
    INLINE(u),
    BLOCK(ul, HTML_RAW, MARK_LIST),
    INLINE(var),
    SKIP(video),
    {"wbr", FLOW_IMAGE, HTML_RAW, 0, STYLE_NONE, 0},
};

const struct html_tag *html_tag_of(const char *name)
{
	size_t low = 0, high = sizeof tags / sizeof *tags;

	while (low < high) {
		size_t middle = (low + high) / 2;
		int order = strcmp(name, tags[middle].name);
		if (order == 0)
			return &tags[middle];
		if (order < 0)
			high = middle;
		else
			low = middle + 1;
	}
	return &unknown;
}
