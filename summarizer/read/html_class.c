/*
 * Class words of news pages. In: the class and id attributes of an element. Out: bits. Words are looked up whole (split
 * at punctuation, at digits and where camel case turns), longer names also inside the run-together string.
 * The tables are our own reading of pages in a dozen languages. Linear in the string; each string is read once.
 */
#include "read/html_class.h"

#include <string.h>

/* clang-format off */
static const char *const tokens[HTML_CLASSES] = {
	[CLASS_CONTENT] = "article artikel beitrag blog body contenido content contenu copy cuerpo detail entry hentry "
	    "inhalt main news noticia page paragraph post single story text texte",
	[CLASS_NAV] = "bar header logo masthead menu nav navbar next pager prev previous search tab tabs toolbar "
	    "topbar",
	[CLASS_FOOT] = "bottom copyright foot imprint legal",
	[CLASS_AD] = "ad ads adv advert affiliate anzeige banner buy commercial deal dfp gpt offer promo promos "
	    "promotion shop werbung",
	[CLASS_RELATED] = "also archive card cards carousel feed grid hot latest link linklist links list loop more most "
	    "next read recent river series similar slider suggested teaser teasers top",
	[CLASS_COMMENT] = "comment comments kommentar kommentare replies reply respond",
	[CLASS_CAPTION] = "bild copyright credit credits embed figure foto gallery image img legend media photo photos "
	    "picture player slideshow source thumb thumbnail video",
	[CLASS_SHARE] = "email facebook follow like likes mail pinterest print rating share sharing social tools twitter "
	    "vote whatsapp",
	[CLASS_AUTHOR] = "about auteur author authors autor avatar bio by byline contributor profile reporter vcard "
	    "writer",
	[CLASS_META] = "cat category count date dateline datum details eyebrow fecha info kicker meta overline posted "
	    "published reading stats time timestamp updated views",
	[CLASS_NEWSLETTER] = "account donate login membership newsletter paywall piano premium register signup subscribe "
	    "subscription",
	[CLASS_TAGS] = "hashtags keywords label labels schlagworte tag tags terms topic topics",
	[CLASS_SIDE] = "aside box column factbox infobox left module promo rail right secondary side sidebar sticky "
	    "widget widgets zone",
	[CLASS_POPUP] = "alert banner consent cookie cookies dialog gdpr message modal notice notification overlay popup "
	    "tooltip",
	[CLASS_HIDDEN] = "collapsed hidden hide invisible noprint offscreen screenreader sr visuallyhidden",
	[CLASS_TITLE] = "heading headline headlines titel title titre titulo",
	[CLASS_SUMMARY] = "abstract chapo deck dek description entradilla excerpt intro lead lede standfirst subhead "
	    "subheading subtitle summary teaser vorspann",
};

/* Found anywhere in the letters and digits of class and id run together; in byte order. */
static const struct pattern {
	const char *text;
	unsigned bits;
} patterns[] = {
	{"aboutthe", CLASS_BIT(CLASS_AUTHOR)},
	{"addthis", CLASS_BIT(CLASS_SHARE)},
	{"addtoany", CLASS_BIT(CLASS_SHARE)},
	{"adsense", CLASS_BIT(CLASS_AD)},
	{"adslot", CLASS_BIT(CLASS_AD)},
	{"adunit", CLASS_BIT(CLASS_AD)},
	{"advert", CLASS_BIT(CLASS_AD)},
	{"alsoread", CLASS_BIT(CLASS_RELATED)},
	{"articlebody", CLASS_BIT(CLASS_BODY)},
	{"articlecontent", CLASS_BIT(CLASS_BODY)},
	{"articlecopy", CLASS_BIT(CLASS_BODY)},
	{"articleinfo", CLASS_BIT(CLASS_META)},
	{"articlemain", CLASS_BIT(CLASS_BODY)},
	{"articlemeta", CLASS_BIT(CLASS_META)},
	{"articletext", CLASS_BIT(CLASS_BODY)},
	{"articletitle", CLASS_BIT(CLASS_TITLE)},
	{"author", CLASS_BIT(CLASS_AUTHOR)},
	{"autor", CLASS_BIT(CLASS_AUTHOR)},
	{"bildunterschrift", CLASS_BIT(CLASS_CAPTION)},
	{"biography", CLASS_BIT(CLASS_AUTHOR)},
	{"blogcontent", CLASS_BIT(CLASS_BODY)},
	{"bodycontent", CLASS_BIT(CLASS_BODY)},
	{"bodycopy", CLASS_BIT(CLASS_BODY)},
	{"bodytext", CLASS_BIT(CLASS_BODY)},
	{"breadcrumb", CLASS_BIT(CLASS_NAV)},
	{"byline", CLASS_BIT(CLASS_AUTHOR)},
	{"caption", CLASS_BIT(CLASS_CAPTION)},
	{"colophon", CLASS_BIT(CLASS_FOOT)},
	{"comment", CLASS_BIT(CLASS_COMMENT)},
	{"complementary", CLASS_BIT(CLASS_SIDE)},
	{"consent", CLASS_BIT(CLASS_POPUP)},
	{"contentarticle", CLASS_BIT(CLASS_BODY)},
	{"contentbody", CLASS_BIT(CLASS_BODY)},
	{"contentcontent", CLASS_BIT(CLASS_BODY)},
	{"contenttext", CLASS_BIT(CLASS_BODY)},
	{"contributor", CLASS_BIT(CLASS_AUTHOR)},
	{"cookie", CLASS_BIT(CLASS_POPUP)},
	{"datetime", CLASS_BIT(CLASS_META)},
	{"detailcontent", CLASS_BIT(CLASS_BODY)},
	{"detailtext", CLASS_BIT(CLASS_BODY)},
	{"disclaimer", CLASS_BIT(CLASS_FOOT)},
	{"discussion", CLASS_BIT(CLASS_COMMENT)},
	{"disqus", CLASS_BIT(CLASS_COMMENT)},
	{"donat", CLASS_BIT(CLASS_NEWSLETTER)},
	{"doubleclick", CLASS_BIT(CLASS_AD)},
	{"dropdown", CLASS_BIT(CLASS_NAV)},
	{"entrycontent", CLASS_BIT(CLASS_BODY)},
	{"entrymeta", CLASS_BIT(CLASS_META)},
	{"entrytitle", CLASS_BIT(CLASS_TITLE)},
	{"excerpt", CLASS_BIT(CLASS_SUMMARY)},
	{"feedback", CLASS_BIT(CLASS_COMMENT)},
	{"follow", CLASS_BIT(CLASS_SHARE)},
	{"footer", CLASS_BIT(CLASS_FOOT)},
	{"fulltext", CLASS_BIT(CLASS_BODY)},
	{"gdpr", CLASS_BIT(CLASS_POPUP)},
	{"hamburger", CLASS_BIT(CLASS_NAV)},
	{"hashtag", CLASS_BIT(CLASS_TAGS)},
	{"headline", CLASS_BIT(CLASS_TITLE)},
	{"highlights", CLASS_BIT(CLASS_SUMMARY)},
	{"imagecredit", CLASS_BIT(CLASS_CAPTION)},
	{"impressum", CLASS_BIT(CLASS_FOOT)},
	{"inarticlelink", CLASS_BIT(CLASS_RELATED)},
	{"inlinelink", CLASS_BIT(CLASS_RELATED)},
	{"keypoints", CLASS_BIT(CLASS_SUMMARY)},
	{"keyword", CLASS_BIT(CLASS_TAGS)},
	{"latestnews", CLASS_BIT(CLASS_RELATED)},
	{"leftcol", CLASS_BIT(CLASS_SIDE)},
	{"legende", CLASS_BIT(CLASS_CAPTION)},
	{"lightbox", CLASS_BIT(CLASS_CAPTION)},
	{"livefyre", CLASS_BIT(CLASS_COMMENT)},
	{"maintext", CLASS_BIT(CLASS_BODY)},
	{"modal", CLASS_BIT(CLASS_POPUP)},
	{"morefrom", CLASS_BIT(CLASS_RELATED)},
	{"moreon", CLASS_BIT(CLASS_RELATED)},
	{"mostread", CLASS_BIT(CLASS_RELATED)},
	{"navigation", CLASS_BIT(CLASS_NAV)},
	{"newsbody", CLASS_BIT(CLASS_BODY)},
	{"newscontent", CLASS_BIT(CLASS_BODY)},
	{"newsletter", CLASS_BIT(CLASS_NEWSLETTER)},
	{"newstext", CLASS_BIT(CLASS_BODY)},
	{"noprint", CLASS_BIT(CLASS_HIDDEN)},
	{"outbrain", CLASS_BIT(CLASS_AD)},
	{"overlay", CLASS_BIT(CLASS_POPUP)},
	{"pagination", CLASS_BIT(CLASS_NAV)},
	{"paywall", CLASS_BIT(CLASS_NEWSLETTER)},
	{"photocredit", CLASS_BIT(CLASS_CAPTION)},
	{"popular", CLASS_BIT(CLASS_RELATED)},
	{"popup", CLASS_BIT(CLASS_POPUP)},
	{"postbody", CLASS_BIT(CLASS_BODY)},
	{"postcontent", CLASS_BIT(CLASS_BODY)},
	{"postentry", CLASS_BIT(CLASS_BODY)},
	{"postmeta", CLASS_BIT(CLASS_META)},
	{"posttext", CLASS_BIT(CLASS_BODY)},
	{"posttitle", CLASS_BIT(CLASS_TITLE)},
	{"publish", CLASS_BIT(CLASS_META)},
	{"readmore", CLASS_BIT(CLASS_RELATED)},
	{"readnext", CLASS_BIT(CLASS_RELATED)},
	{"readtime", CLASS_BIT(CLASS_META)},
	{"recirc", CLASS_BIT(CLASS_RELATED)},
	{"recommend", CLASS_BIT(CLASS_RELATED)},
	{"register", CLASS_BIT(CLASS_NEWSLETTER)},
	{"relacion", CLASS_BIT(CLASS_RELATED)},
	{"related", CLASS_BIT(CLASS_RELATED)},
	{"responses", CLASS_BIT(CLASS_COMMENT)},
	{"richtext", CLASS_BIT(CLASS_BODY)},
	{"rightcol", CLASS_BIT(CLASS_SIDE)},
	{"rightrail", CLASS_BIT(CLASS_SIDE)},
	{"screenreader", CLASS_BIT(CLASS_HIDDEN)},
	{"seealso", CLASS_BIT(CLASS_RELATED)},
	{"share", CLASS_BIT(CLASS_SHARE)},
	{"sharing", CLASS_BIT(CLASS_SHARE)},
	{"sidebar", CLASS_BIT(CLASS_SIDE)},
	{"siderail", CLASS_BIT(CLASS_SIDE)},
	{"signup", CLASS_BIT(CLASS_NEWSLETTER)},
	{"singlecontent", CLASS_BIT(CLASS_BODY)},
	{"sitemap", CLASS_BIT(CLASS_NAV)},
	{"slideshow", CLASS_BIT(CLASS_CAPTION)},
	{"social", CLASS_BIT(CLASS_SHARE)},
	{"sponsor", CLASS_BIT(CLASS_AD)},
	{"sronly", CLASS_BIT(CLASS_HIDDEN)},
	{"standfirst", CLASS_BIT(CLASS_SUMMARY)},
	{"storybody", CLASS_BIT(CLASS_BODY)},
	{"storycontent", CLASS_BIT(CLASS_BODY)},
	{"storytext", CLASS_BIT(CLASS_BODY)},
	{"subscri", CLASS_BIT(CLASS_NEWSLETTER)},
	{"subtitle", CLASS_BIT(CLASS_SUMMARY)},
	{"summary", CLASS_BIT(CLASS_SUMMARY)},
	{"taboola", CLASS_BIT(CLASS_AD)},
	{"tagcloud", CLASS_BIT(CLASS_TAGS)},
	{"taglist", CLASS_BIT(CLASS_TAGS)},
	{"takeaway", CLASS_BIT(CLASS_SUMMARY)},
	{"textbody", CLASS_BIT(CLASS_BODY)},
	{"textcontent", CLASS_BIT(CLASS_BODY)},
	{"timestamp", CLASS_BIT(CLASS_META)},
	{"topstories", CLASS_BIT(CLASS_RELATED)},
	{"trending", CLASS_BIT(CLASS_RELATED)},
	{"verwandt", CLASS_BIT(CLASS_RELATED)},
	{"visuallyhidden", CLASS_BIT(CLASS_HIDDEN)},
	{"widget", CLASS_BIT(CLASS_SIDE)},
	{"wysiwyg", CLASS_BIT(CLASS_BODY)},
	{"youmay", CLASS_BIT(CLASS_RELATED)},
};
/* clang-format on */

enum { N_PATTERNS = sizeof patterns / sizeof *patterns, LONGEST = 512 };

static bool is_upper(char c)
{
	return c >= 'A' && c <= 'Z';
}

static bool is_lower(char c)
{
	return c >= 'a' && c <= 'z';
}

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static unsigned letter_of(char c)
{
	return is_lower(c) ? (unsigned)(c - 'a') + 1 : 0;
}

static unsigned pair_of(const char *at)
{
	return letter_of(at[0]) * 27 + letter_of(at[1]);
}

struct html_classes *html_classes_new(struct arena *arena)
{
	struct html_classes *classes = arena_new_of(arena, struct html_classes);

	classes->arena = arena;
	classes->tokens = table_new(arena);
	classes->seen = table_new(arena);
	for (size_t class = 0; class < HTML_CLASSES; class ++) {
		struct ng_text rest = text_of(tokens[class]), token;
		while (text_cut(&rest, ' ', &token))
			if (token.len)
				table_put(&classes->tokens, token)->value |= CLASS_BIT(class);
	}
	for (size_t i = N_PATTERNS; i-- > 0;)
		classes->pairs[pair_of(patterns[i].text)] = (unsigned char)(i + 1);
	return classes;
}

/* A run of capitals, a word with or without its capital, or digits: [A-Z]+(?![a-z]) | [A-Z]?[a-z]+ | [0-9]+ */
static size_t token_end(struct ng_text text, size_t at)
{
	size_t end = at + 1;

	if (is_digit(text.at[at])) {
		while (end < text.len && is_digit(text.at[end]))
			end++;
		return end;
	}
	if (is_upper(text.at[at])) {
		while (end < text.len && is_upper(text.at[end]))
			end++;
		if (end < text.len && is_lower(text.at[end]) && end - at > 1)
			return end - 1;
		if (end - at > 1)
			return end;
	}
	while (end < text.len && is_lower(text.at[end]))
		end++;
	return end;
}

static unsigned read_tokens(const struct html_classes *classes, struct ng_text text)
{
	unsigned bits = 0;

	for (size_t at = 0; at < text.len;) {
		if (!is_upper(text.at[at]) && !is_lower(text.at[at]) && !is_digit(text.at[at])) {
			at++;
			continue;
		}
		char lower[24];
		size_t end = token_end(text, at), n = end - at;
		if (n < sizeof lower) {
			for (size_t i = 0; i < n; i++)
				lower[i] = is_upper(text.at[at + i]) ? (char)(text.at[at + i] + 32) : text.at[at + i];
			const struct table_entry *entry = table_get(&classes->tokens, (struct ng_text){lower, n});
			if (entry)
				bits |= (unsigned)entry->value;
		}
		at = end;
	}
	return bits;
}

static unsigned read_patterns(const struct html_classes *classes, const char *joined, size_t len)
{
	unsigned bits = 0;

	for (size_t at = 0; at + 1 < len; at++) {
		unsigned pair = pair_of(joined + at);
		for (size_t i = classes->pairs[pair]; i && i <= N_PATTERNS && pair_of(patterns[i - 1].text) == pair;
		     i++) {
			size_t n = strlen(patterns[i - 1].text);
			if (at + n <= len && memcmp(joined + at, patterns[i - 1].text, n) == 0)
				bits |= patterns[i - 1].bits;
		}
	}
	return bits;
}

static size_t join(char *joined, size_t n, struct ng_text text)
{
	for (size_t i = 0; i < text.len && n < LONGEST; i++)
		if (is_lower(text.at[i]) || is_digit(text.at[i]))
			joined[n++] = text.at[i];
		else if (is_upper(text.at[i]))
			joined[n++] = (char)(text.at[i] + 32);
	return n;
}

unsigned html_classes_of(struct html_classes *classes, struct ng_text class, struct ng_text id)
{
	struct ng_text key = id.len == 0 ? class : class.len == 0 ? id : (struct ng_text)
	{
		0
	};
	char joined[LONGEST];

	class = text_slice(class, 0, LONGEST);
	id = text_slice(id, 0, LONGEST);
	if (key.len == 0)
		key = arena_format(classes->arena, "%.*s %.*s", TEXT_ARGS(class), TEXT_ARGS(id));
	struct table_entry *entry = table_put(&classes->seen, key);
	if (entry->value)
		return (unsigned)(entry->value - 1);
	size_t len = join(joined, join(joined, 0, class), id);
	struct ng_text all = {joined, len};
	unsigned bits = read_tokens(classes, class) | read_tokens(classes, id) | read_patterns(classes, joined, len);
	/* an embedded post, not a button to share */
	if (text_find(all, TEXT("tweet"), 0) < len || text_find(all, TEXT("instagram"), 0) < len)
		bits &= ~(CLASS_BIT(CLASS_SHARE) | CLASS_BIT(CLASS_POPUP));
	if (bits & CLASS_BIT(CLASS_BODY))
		bits |= CLASS_BIT(CLASS_CONTENT);
	entry->value = (uint64_t)bits + 1;
	return bits;
}
